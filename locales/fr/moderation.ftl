# Ce que fait la modération
moderation-leave = C’est vu
moderation-left = Très bien, rien ne change.
moderation-team = { $name } fait partie de l’équipe : c’est à l’organisation de lui retirer d’abord ce rôle.
asks-none = Aucune demande n’attend de réponse.
asks-list =
    { $count ->
        [1] Une demande attend une réponse.
       *[other] { $count } demandes attendent une réponse. Voici les plus anciennes.
    }
    { $lines }
asks-line = • { $need } ({ $name }) : { $stands }
asks-line-late = • { $need } ({ $name }, depuis plus d’une semaine) : { $stands }
asks-one = { $need }
asks-what = Que faire de « { $need } » ?
asks-propose = Proposer quelqu’un
asks-approve = La laisser partir
asks-write = Écrire à { $name }
asks-close = La clore
asks-close-why = Pourquoi ? Ces mots seront lus par qui a demandé, et gardés pour l’équipe.
asks-too-late = Trop tard pour la clore : { $name } vient d’accepter, et un échange commence. Pour leur écrire : /membre
asks-closed = C’est clos, et la personne qui demandait est prévenue.
ask-closed = L’équipe a clos votre demande « { $need } » : « { $reason } ». Pour lui répondre : /equipe
ask-in-review = Votre demande « { $need } » est d’abord relue par l’équipe, comme toutes les premières. Elle partira dans les deux jours, et je vous tiens au courant.
stands-review = l’équipe la relit, et elle partira au plus tard le { $until }
progress-reviewed = Votre demande « { $need } » est partie : je la porte à { $name }. Vous aurez des nouvelles au plus tard le { $until }.
review = { $name } vient d’arriver et demande ceci. Est-ce que cela peut partir ? Sans réponse, cela partira dans deux jours.
asks-looked-into = Un signalement concerne cette demande : elle part quand il est clos. Pour le lire : /signalements
review-changed = Cette demande vient d’être dite en d’autres mots, et n’est pas partie. La voici dans /demandes.
review-approved = C’est parti, merci de l’avoir lue.
unanswered-in-line = Merci ! { $name } sera sollicité·e si les personnes prévues avant ne peuvent pas.
request-report = Signaler la demande
member-who = De qui voulez-vous voir la fiche ? Écrivez un nom.
member-shown = Voici ce que l’équipe peut voir, et rien de ce qui a été dit en privé.
member-write = Lui écrire
member-since =
    { $role ->
        [organiser] Depuis le { $since } · organisation
        [moderator] Depuis le { $since } · modération
       *[member] Membre depuis le { $since }
    }
member-load = En sept jours, demandes reçues : { $requests } ; à répondre : { $hand }. Demandes faites, sans réponse : { $asked }.
member-paused = En pause, de son choix, jusqu’au { $until }
member-paused-open = En pause, de son choix, jusqu’à nouvel ordre
member-held = En pause par l’équipe jusqu’au { $until }
member-held-open = En pause par l’équipe jusqu’à nouvel ordre
member-decided = { $since }, { $by } · { $kind } : { $reason }
decision-held = pause
decision-removed = exclusion
decision-ask_closed = demande close
decision-report_closed = signalement clos
decision-erased = raison effacée avec la personne
write-what = Qu’aimeriez-vous écrire à { $name } ? Votre nom sera donné.
write-done = C’est transmis à { $name }.
write-sure = Est-ce que j’envoie ceci à { $name } ?
write-yes = Envoyer
write-kept = Rien n’est parti. Pour écrire à { $name } : /membre
write-gone = { $name } n’est plus là : je ne peux plus lui écrire.
from-team = { $name }, de l’équipe, vous écrit : « { $words } »
reports-none = Aucun signalement n’attend l’équipe.
reports-list =
    { $count ->
        [1] Un signalement attend l’équipe. Voulez-vous le lire ?
       *[other] { $count } signalements attendent l’équipe. Lequel voulez-vous lire ?
    }
reports-wrote =
    Qui a écrit à l’équipe et n’a pas encore de réponse :
    { $lines }
reports-wrote-line = • { $name }, le { $since }
reports-answer = Répondre à { $name }
reports-person = Cela concerne { $name }
reports-request = À propos de la demande « { $need } » ({ $name })
reports-words = { $name } écrit : « { $words } »
reports-request-waits = Elle n’est portée à personne d’autre tant que ce signalement n’est pas clos. Pour clore la demande elle-même : /demandes
reports-request-over = La demande est close : elle n’est plus portée à personne.
reports-unread = Un signalement sur « { $need } » attend l’équipe depuis une semaine. J’ai clos la demande sans la porter à personne d’autre, et qui l’avait posée le sait. Le signalement reste dans /signalements, sans autre rappel.
reports-in-hand = { $name } s’en occupe.
reported-again = Un rappel : ce signalement attend l’équipe depuis le { $since }. Que souhaitez-vous faire ?
reported = Un signalement, en privé. La personne visée n’en sait rien. Que souhaitez-vous faire ?
report-withdrawn = { $name } a repris son signalement concernant { $about } : il n’attend plus rien de vous, et ses mots ne sont plus gardés. Pour en parler ensemble : /membre
reports-take = Je m’en occupe
reports-close = Le clore
reports-taken = Merci. Pour en parler avec { $name } : /membre
reports-close-why = Qu’avez-vous décidé, et pourquoi ? Ces mots restent dans l’équipe.
reports-closed = C’est clos. Je dis à la personne qui l’a signalé que l’équipe l’a regardé, sans en dire plus.
hold-who = Qui mettre en pause ? Écrivez un nom.
hold-until = Jusqu’à quand ? { $name } ne pourra ni demander, ni recevoir de demandes. Choisissez, ou écrivez par exemple « lundi » ou « 15 janvier ».
hold-open = Jusqu’à nouvel ordre
hold-now = Y mettre fin maintenant
hold-why = Pourquoi ? { $name } lira ces mots, et ils seront gardés pour l’équipe.
hold-done = C’est fait, et { $name } le sait.
hold-released = La pause est finie, et { $name } le sait.
held = L’équipe met votre participation en pause jusqu’au { $until } : « { $reason } ». D’ici là, vous ne recevez pas de demandes et n’en faites pas. Pour en parler : /equipe
held-asks = Vos demandes en cours s’arrêtent là ; vous pourrez en refaire ensuite.
ask-held = Tant que votre participation est en pause, je ne porte « { $need } » à personne d’autre : la demande s’arrête là, et vous pourrez la refaire ensuite. Pour parler à l’équipe : /equipe
held-open = L’équipe met votre participation en pause : « { $reason } ». D’ici là, vous ne recevez pas de demandes et n’en faites pas. Pour en parler : /equipe
released = Bonne nouvelle, { $name } : la pause décidée par l’équipe est finie.
remove-who = Qui exclure ? Écrivez un nom.
remove-list = Voici qui a été exclu. Que souhaitez-vous ?
remove-somebody = Exclure quelqu’un
remove-readmit = Laisser revenir { $name }
remove-readmitted = C’est noté : { $name } peut revenir, en nous rejoignant comme la première fois.
remove-why = Pourquoi ? { $name } lira ces mots, et ils seront gardés pour l’équipe.
remove-sure = Vraiment exclure { $name } ? Ses demandes seront closes, et seule l’équipe pourra lui permettre de revenir.
remove-yes = Exclure
remove-done = C’est fait. { $name } n’est plus membre, et le sait. Pour revenir là-dessus : /exclure
reason-sure = Un instant : un nom s’y trouve, et { $name } lira ces mots tels quels : « { $words } ». Je les garde ainsi, ou vous les réécrivez autrement ?
reason-sure-yes = Garder ces mots
removed-answer = Bonjour. L’équipe a mis fin à votre participation, et je ne porte plus de messages. Pour en parler, adressez-vous à une personne de l’équipe que vous connaissez : elle seule peut vous laisser revenir. Vos données restent les vôtres : /mes-donnees
removed = L’équipe a mis fin à votre participation : « { $reason } ». Vos demandes en cours sont closes, et je ne vous écrirai plus. Si vous pensez que c’est une erreur, adressez-vous à une personne de l’équipe. Vos données restent les vôtres : /mes-donnees
