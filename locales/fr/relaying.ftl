# Deux personnes sans salon commun : deux messageries, ou deux lignes WhatsApp
relay-name = Vous et { $name } n’avez pas de salon commun ici. Je peux porter vos mots de l’une à l’autre, sans donner vos coordonnées. Voulez-vous écrire par moi, sous votre nom ({ $mine }) ou sous un autre ?
relay-name-again = Petit rappel : { $name } et vous étiez d’accord pour vous parler, et il ne me manque que votre réponse. Je peux porter vos mots de l’une à l’autre, sans donner vos coordonnées. Voulez-vous écrire par moi, sous votre nom ({ $mine }) ou sous un autre ?
relay-reminded = { $name } n’a pas encore dit comment vous écrire : je viens de le lui rappeler.
relay-reminded-then = { $name } n’a pas encore dit comment vous écrire : je viens de le lui rappeler. Sans réponse le { $until }, je demanderai à quelqu’un d’autre.
relay-instead = Le salon prévu pour { $name } et vous n’a pas pu s’ouvrir, toutes mes excuses. Voici une autre façon de vous parler.
relay-as = Sous quel nom voulez-vous écrire à { $name } ? Un prénom ou un surnom suffit.
relay-as-taken = Quelqu’un s’appelle déjà { $called } ici, et ne doit pas être pris pour vous. Quel autre nom choisissez-vous ?
relay-yes = Oui, sous mon nom
relay-yes-other = Oui, un autre nom
relay-no = Plutôt pas
relay-waiting = C’est noté : { $name } vous lira sous ce nom : « { $called } ». Quand { $name } aura dit oui aussi, je vous le dirai. Pour y renoncer d’ici là : /quitter
relay-how = Vous pouvez écrire à { $name } par moi. Commencez votre message par @{ $first }, ou répondez directement à l’un des siens. Une fois vos mots remis, je n’en garde rien. Pour terminer : /quitter. En cas de souci : /signaler
relay-hello = Pour commencer, voici la demande telle qu’elle a été écrite : « { $need } ». Trois façons de se lancer : raconter en deux phrases d’où vient la question ; dire ce qui a déjà été essayé ; ou choisir tout de suite un moment de vingt minutes.
relay-hello-proposed = { $by } a pensé à vous deux : « { $reason } ». Un bon début : trouver un moment de vingt minutes cette semaine.
relay-hello-buddy = L’une de vous deux vient d’arriver, l’autre connaît bien la communauté. Un bon début : ce qui amène ici, une question que l’on n’ose pas poser ailleurs, et un moment de vingt minutes cette semaine.
relay-hello-round = Un bon début pour « { $name } » : trouver un moment de trente minutes cette semaine, de vive voix si possible, et dire en deux phrases ce qui vous occupe.
relay-context = Avec cette précision : « { $context } »
relay-refused = Entendu. Si vous changez d’avis, l’équipe peut vous aider : /equipe
relay-elsewhere = Entendu, et merci de l’avoir dit. Je cherche quelqu’un d’autre.
relay-words = { $name } : { $words }
relay-picture = { $name } vous envoie une image.
relay-meant = Est-ce pour { $name } ? Sans votre accord, rien ne passe.
relay-meant-yes = Oui, transmettre
relay-meant-no = Non, c’est pour vous
relay-brought = C’est transmis à { $name }. Pour aller plus vite la prochaine fois, commencez par @{ $first }.
relay-kept-back =
    { $what ->
        [picture] Ceci est resté entre nous : je ne l’ai transmis à personne. Pour envoyer une image à quelqu’un, écrivez à côté @ et le nom, ou répondez avec elle à l’un de ses messages : { $names }.
       *[words] Ces mots sont restés entre nous : je ne les ai transmis à personne. Pour écrire à quelqu’un, commencez par @ et le nom : { $names }. Pour voir ce que je peux faire : /aide
    }
relay-whom = Je ne sais pas à qui transmettre cela. Commencez par @ et le nom : { $names }.
relay-lost-beside =
    Vos mots sont transmis à { $name }, mais pas ce qui les accompagnait. { $why ->
        [large] Une image peut avoir 5 Mo au plus : pouvez-vous en envoyer une plus légère ? Une capture d’écran suffit souvent.
        [many] Je transmets une image à la fois : pouvez-vous les envoyer une par une ?
        [format] Je ne transmets que des images JPEG ou PNG : une capture d’écran convient.
        [away] Je n’ai pas pu le récupérer : pouvez-vous l’envoyer encore une fois ?
       *[other] Je ne peux transmettre que des mots et des images.
    }
relay-lost =
    { $why ->
        [large] Cette image est trop lourde pour que je la transmette à { $name } : 5 Mo au plus. Pouvez-vous en envoyer une plus légère ? Une capture d’écran suffit souvent.
        [many] Je transmets une image à la fois, et aucune de celles-ci n’est arrivée à { $name }. Pouvez-vous les envoyer une par une ?
        [format] Je n’ai pas pu transmettre cette image à { $name } : je ne transmets que des images JPEG ou PNG. Pouvez-vous l’envoyer sous l’une de ces formes ? Une capture d’écran convient.
        [away] Je n’ai pas pu récupérer ce que vous avez envoyé pour { $name }. Pouvez-vous l’envoyer encore une fois ? Si cela n’y change rien, l’équipe peut vous aider : /equipe
       *[other] Je ne peux transmettre à { $name } que des mots et des images. Pouvez-vous me l’écrire ?
    }
relay-not-there = { $name } n’est plus joignable ici. Vos mots n’ont pas été transmis.
relay-undelivered = Ce que vous avez écrit à { $name } n’a pas pu lui être remis, et je ne le garde pas. Il se peut que cela dure, même si vous recevez ses messages : si vous n’avez pas d’autre moyen de vous joindre, l’équipe peut vous aider : /equipe
relay-held = Vos mots attendent { $name } : ils seront lus à son prochain passage ici.
relay-one-way = Vos mots sont partis vers { $name }. Mais vous m’avez demandé de ne plus rien vous envoyer : une réponse ne pourrait pas vous parvenir. Pour la recevoir : /reprendre
relay-ended = Votre échange avec { $name } par moi est terminé : je n’ai pas transmis vos mots, et je ne les garde pas.
relay-ended-reply = Cet échange par moi est terminé : je n’ai pas transmis vos mots, et je ne les garde pas.
relay-left = C’est terminé, plus rien ne passe entre vous deux.
relay-taken-back = C’est repris : { $name } n’en verra rien, et j’ai oublié ce que vous aviez donné.
relay-over = { $name } a terminé l’échange ici. Merci pour ce bout de chemin ensemble.
relay-over-gone = La personne avec qui je vous mettais en lien n’est plus là. L’échange est terminé.
relay-quiet = Rien n’est passé entre vous et { $name } depuis trente jours : je ferme l’échange. Merci pour ce bout de chemin ensemble.
relay-lapsed = { $name } et vous n’avez pas dit tous les deux comment vous écrire, et je m’arrête là. Ce n’est sans doute qu’un manque de temps. L’équipe peut vous aider : /equipe
relay-lapsed-else = { $name } et vous n’avez pas dit tous les deux comment vous écrire, et je m’arrête là. Voulez-vous que je demande à quelqu’un d’autre ?
relay-apart = Nous n’avons pas trouvé de façon de vous écrire qui convienne à { $name } et à vous, et je m’arrête là. Rien de ce que vous m’aviez confié n’a été transmis. L’équipe peut vous aider : /equipe
relay-apart-else = Nous n’avons pas trouvé de façon de vous écrire qui convienne à { $name } et à vous. Rien de ce que vous m’aviez confié n’a été transmis. Voulez-vous que je demande à quelqu’un d’autre ?

# Un moyen de se joindre, donné par chacun
contact-ask = Voulez-vous aussi donner à { $name } un moyen de vous joindre (un numéro, une adresse) ? Écrivez celui que vous voulez. Vous ne verrez chacun celui de l’autre que si vous en donnez un tous les deux.
contact-sure =
    Ce serait donc :
    { $contact }
    { $name } ne le lira que si vous en donnez un tous les deux. C’est bien cela ?
contact-yes = Oui, c’est bien ça
contact-again = Corriger
contact-none = Non merci
contact-kept = Entendu, vos coordonnées restent à vous.
contact-waiting = Merci, je le garde pour moi : { $name } ne le lira qu’en donnant aussi le sien. Pour le reprendre d’ici là : /quitter
contact-given =
    { $name } vous donne ce moyen de se joindre :
    { $contact }
    Je ne le garde pas : notez-le.
contact-taken-back = C’est repris et oublié : { $name } n’en verra rien. Vous pouvez toujours vous écrire par moi.

# Terminer un échange
leave-nobody = Aucun échange ne passe par moi en ce moment. Pour ne plus rien recevoir de moi : /stop
leave-which = Que voulez-vous terminer ou reprendre ?
leave-one = L’échange avec { $name }
leave-contact = Mon contact pour { $name }

# Ce que l’on ne sait pas lire
only-words = Je ne sais lire que les mots. Pouvez-vous me l’écrire ?
only-the-words = J’ai lu vos mots. Ce qui les accompagnait (une image, un son, un fichier), je ne sais pas le lire.
take-back-which = À qui ne pouvez-vous finalement pas venir en aide ?
take-back-one = { $name } : { $need }
take-back-sure = Vous aviez dit oui à { $name } pour « { $need } ». Dois-je lui dire que vous n’êtes finalement pas disponible, et demander à quelqu’un d’autre ? Je ne dirai pas pourquoi.
take-back-yes = Oui, dites-le
take-back-no = Non, je reste
take-back-kept = Très bien, rien ne change : { $name } compte toujours sur vous.
take-back-done = C’est dit, et cela arrive à tout le monde. { $name } l’apprend avec des mots gentils, et sa demande suit son chemin.
