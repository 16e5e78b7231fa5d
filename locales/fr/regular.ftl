# Ce que les rituels racontent : les nouvelles du mois, la semaine d’accueil
digest =
    Les nouvelles de la communauté :
    { $lines }

    Pour ne plus rien recevoir de moi : /stop
digest-newcomers = • Bienvenue à { $items }
digest-asks = • { $items } membres cherchent de l’aide en ce moment
digest-wanted = • On cherche encore : { $items }
digest-help = Je peux aider : « { $need } »
digest-read = Bien lu, merci
digest-offered = Merci beaucoup ! Je le propose tout de suite, avec votre nom. Si c’est oui, je vous mets en lien.
digest-too-late = Merci d’y avoir pensé ! Cette demande n’a plus besoin de réponse.
digest-helpers = • { $items } membres ont donné de leur temps. Merci !
welcome-first-profile =
    Bonjour { $name } ! Un premier pas, deux minutes : dites ce que vous pourriez apporter, même petit. Écrivez /profil.

    Pour ne plus rien recevoir de moi : /stop
welcome-first-ask =
    Bonjour { $name } ! Un premier pas, deux minutes : demandez une chose qui vous serait utile, même petite. Écrivez /demander.

    Pour ne plus rien recevoir de moi : /stop
welcome-nudge =
    Bonjour { $name } ! Rien ne presse : quand vous voulez, une petite question (/demander) ou une ligne de plus à votre profil (/profil) suffit pour commencer.

    Pour ne plus rien recevoir de moi : /stop
welcome-week =
    { $name } est là depuis une semaine. Voici un message prêt à partir, de votre part :

    « { $words } »
welcome-note-ready = Bonjour { $name } ! Voilà une semaine que vous êtes parmi nous. Je pense que vous auriez plaisir à parler avec { $names }. Dites-moi si je peux vous présenter !
welcome-note-ready-alone = Bonjour { $name } ! Voilà une semaine que vous êtes parmi nous. Comment cela se passe-t-il ? Dites-moi ce que vous cherchez, ou ce qui vous manque : je vous répondrai.
welcome-buddy-met = Son binôme d’accueil : { $buddy }.
welcome-buddy-open = Avec un binôme d’accueil, la rencontre ne s’est pas faite pour l’instant.
welcome-buddy-none = Personne n’était libre pour être son binôme d’accueil, et rien ne lui a été promis. Les membres se proposent dans /profil, « Comment on me joint ».
welcome-send = L’envoyer
welcome-edit = Le modifier
welcome-edit-again = Le modifier encore
welcome-leave = Ne pas écrire
welcome-your-words = Écrivez votre message, tel qu’il doit partir.
welcome-edited =
    Voici ce que lirait { $name }, mot pour mot :

    « { $words } »

    Je l’envoie ?
welcome-sent = C’est envoyé à { $name }. Merci !
welcome-left = Très bien, je n’écris pas à { $name }.
