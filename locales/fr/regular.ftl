# Ce que les rituels racontent : les nouvelles du mois, la semaine d’accueil
digest =
    Les nouvelles de la communauté :
    { $lines }

    Pour ne plus rien recevoir de moi : /stop
digest-newcomers = • Bienvenue à { $items }
digest-asks = • { $items } membres cherchent de l’aide en ce moment
digest-helpers = • { $items } membres ont donné de leur temps. Merci !
welcome-first-profile = Bonjour { $name } ! Un premier pas, deux minutes : dites ce que vous pourriez apporter, même petit. Écrivez /profil.
welcome-first-ask = Bonjour { $name } ! Un premier pas, deux minutes : demandez une chose qui vous serait utile, même petite. Écrivez /demander.
welcome-nudge = Bonjour { $name } ! Rien ne presse : quand vous voulez, une petite question (/demander) ou une ligne de plus à votre profil (/profil) suffit pour commencer.
welcome-week =
    { $name } est là depuis une semaine. Voici un message prêt à partir, de votre part :

    « { $words } »
welcome-note-ready = Bonjour { $name } ! Voilà une semaine que vous êtes parmi nous. Je pense que vous auriez plaisir à parler avec { $names }. Dites-moi si je peux vous présenter !
welcome-send = L’envoyer
welcome-edit = Le modifier
welcome-leave = Ne pas écrire
welcome-your-words = Écrivez votre message, tel qu’il doit partir.
welcome-sent = C’est envoyé à { $name }. Merci !
welcome-left = Très bien, je n’écris pas à { $name }.
welcome-note =
    { $by } vous écrit :

    { $words }
