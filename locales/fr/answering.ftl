# Recevoir une demande, se rencontrer, et après
request-title = { $need }
request-context = Contexte : { $context }
request-exchange = Vous aviez demandé : « { $question } ». Réponse : « { $details } »
request-a-member = Quelqu’un de la communauté
request-received =
    { $wish ->
        [experience] { $who } aimerait profiter de ce que vous avez vécu : « { $need } ».
        [idea] { $who } aimerait tester une idée avec vous : « { $need } ».
        [subject] { $who } aimerait parler avec vous d’un sujet que vous partagez : « { $need } ».
       *[advice] { $who } aimerait votre aide : « { $need } ».
    }
    Comptez une vingtaine de minutes de conversation. Vous êtes libre de répondre comme bon vous semble, sans vous justifier.
request-reworded = La demande que vous avez reçue est dite en d’autres mots : « { $need } ». Qu’en dites-vous ?
request-urgency-week = Quand ? Cette semaine, si possible.
request-urgency-by = Quand ? Pour le { $by }, si possible.
request-urgency-past = Quand ? C’était pour le { $by } ; dites simplement si cela peut encore servir.
request-by-what-means = La manière de vous parler (téléphone, écrit, visio) est entre vous deux : vous en conviendrez une fois que vous aurez accepté. Acceptez-vous ?
request-reminder = Petit rappel, sans pression : quelqu’un attend encore votre réponse pour « { $need } ». Un « non » lui rend service aussi.
request-again = Vous m’aviez dit d’attendre jusqu’à aujourd’hui. On aimerait toujours votre aide pour « { $need } ». Qu’en dites-vous ?
request-expired = La demande « { $need } » passe à quelqu’un d’autre. Aucun souci, et à une prochaine fois.
request-late-helped = Merci d’avoir répondu ! Quelqu’un d’autre a pu aider entre-temps pour « { $need } ». À une prochaine fois.
request-late-team = Merci d’avoir répondu ! La demande « { $need } » est maintenant auprès de l’équipe, qui cherche encore. Si vous pouvez aider, dites-le-lui : /equipe
late-yes = Voulez-vous encore aider pour « { $need } » ? Votre « oui » compte toujours.
late-yes-no = D’accord, je n’en fais rien.
request-late-elsewhere = Merci d’avoir répondu ! La demande « { $need } » est entre-temps allée vers quelqu’un d’autre. À une prochaine fois.
request-late-over = Merci d’avoir répondu ! La demande « { $need } » a été close entre-temps. À une prochaine fois.
request-details = Voici la précision que vous attendiez pour « { $need } ». Qu’en dites-vous ?
details-answered = { $name } répond à votre question « { $question } » :
request-no-details = Pas de réponse pour l’instant à votre question « { $question } ». Pour « { $need } », vous pouvez décider sans, comme bon vous semble.
request-who-hidden = Quelqu’un de la communauté : vous saurez qui dès que vous acceptez. Avant cela, je ne le dis pas.
request-who = C’est { $name }. Pour en savoir plus : /qui { $name }
request-accept = J’accepte
request-more = En savoir plus
request-later = Pas maintenant
request-decline = Je ne peux pas
request-else = Plutôt quelqu’un d’autre…
request-else-which = Entendu. Pourquoi quelqu’un d’autre ?
request-not-mine = Ce n’est pas mon sujet
request-better = Je pense à quelqu’un d’autre
better-who = À qui pensez-vous ? Écrivez un nom, ou une partie du nom : je lui demanderai à votre place.
better-not = C’est vous : « J’accepte » suffit. À qui d’autre pensez-vous ?
better-noted = Merci pour l’idée ! La demande n’attend plus rien de vous : je m’adresse à { $name } si je le peux, et je cherche ailleurs sinon.
correction = Pour « { $need } », je vous avais trouvé grâce à votre profil : { $phrases }. Qu’est-ce qui vous convient le mieux ?
correction-bare = Je ne veux pas vous déranger pour rien. Pour « { $need } », qu’est-ce qui vous convient le mieux ?
correction-take-off = Le retirer de mon profil
correction-no-more = Ne plus me le demander
correction-keep = Ne rien changer
correction-taken-off = C’est retiré de votre profil : { $phrases }. Vous pouvez l’y remettre quand vous voulez, avec /profil.
correction-not-for-this = Entendu : plus de demande de ce genre (« { $need } »). Cela se voit et se change dans /profil.
correction-kept = Très bien, tout reste comme avant.
request-accepted = Merci ! C’est { $name }. Je vous ouvre un salon à tous les deux : à vous la parole.
request-accepted-apart = Merci ! C’est { $name }. Je n’ai pas de salon où vous réunir : je vous demande tout de suite comment vous préférez vous écrire.
help-offered = { $name } a lu « { $need } » dans les nouvelles, et propose son aide. Je vous mets en lien ?
help-offered-yes = Oui, avec plaisir
help-offered-no = Pas cette fois
help-offered-declined = Entendu, je n’en dis rien. Votre demande suit son cours.
help-offered-met = C’est fait : { $name } et vous êtes en lien. À vous de jouer, je m’efface.
offer-taken = { $name } accepte votre aide avec plaisir pour « { $need } ». Vous êtes en lien : à vous la parole.
request-question = Que voulez-vous savoir ?
request-question-sure = Je lui pose cette question ? « { $question } »
request-question-sent = C’est demandé, je reviens vers vous avec la réponse. Rien ne vous oblige à l’attendre pour décider.
request-until = À partir de quand ? Choisissez, ou écrivez par exemple « lundi » ou « 15 janvier ».
request-until-far = Choisissez un jour à venir, dans les trois mois. Si ce n’est pas possible, dites simplement « je ne peux pas ».
request-back = Revenir à la demande
request-postponed = C’est noté : rien avant le { $until }.
request-declined = Merci de l’avoir dit, je demande à quelqu’un d’autre.
request-declined-team = Merci de l’avoir dit, l’équipe prend le relais.
request-expired-alone = Vous n’avez plus à répondre pour « { $need } ». Aucun souci, et à une prochaine fois. Personne d’autre n’a encore été trouvé : votre « J’accepte » compte encore.
request-expired-team = La demande « { $need } » passe à l’équipe. Aucun souci, et à une prochaine fois. Tant qu’elle cherche, votre « J’accepte » compte encore.
request-withdrawn-gone = Une demande que vous aviez reçue n’a plus besoin de réponse. Merci d’avoir été là.
request-withdrawn = La demande « { $need } » n’a plus besoin de réponse. Merci d’avoir été là.
later-week = Dans une semaine
later-fortnight = Dans deux semaines
later-month = Dans un mois
introduction-hello =
    Bonjour { $requester }, bonjour { $helper } ! Vous êtes d’accord pour vous parler : ce salon est à vous.
    { $requester } cherche de l’aide pour « { $need } ». Trois façons de commencer : raconter en deux phrases d’où vient la question ; dire ce qui a déjà été essayé ; ou choisir tout de suite un moment de vingt minutes.
introduction-hello-proposed =
    Bonjour { $requester }, bonjour { $helper } ! { $by } a pensé à vous deux, et vous êtes d’accord pour vous parler : ce salon est à vous.
    Ce qui vous rapproche : « { $reason } ». Un bon début : trouver un moment de vingt minutes cette semaine.
introduction-hello-buddy =
    Bonjour { $requester }, bonjour { $helper } ! Vous avez dit oui tous les deux : ce salon est à vous.
    { $requester } vient d’arriver, { $helper } connaît bien la communauté. Un bon début : ce qui vous amène ici, une question que l’on n’ose pas poser ailleurs, et un moment de vingt minutes cette semaine.
introduction-times = Des moments qui pourraient vous convenir à tous les deux
introduction-context = { $name } précise : « { $context } »
introduction-question = { $name } a demandé : « { $question } »

# Un moment pour se parler : l’un propose, l’autre dit oui, chacun le garde dans son agenda
time-pick = Si l’un de ces moments vous convient, choisissez-le : je le propose à { $name }.
time-line = • { $times }
time-there = { $day } à { $hour } ({ $city })
time-at = { $at }
time-ourselves = On voit ça ensemble
time-which = Quand pourriez-vous parler avec { $name } ?
time-hour = À quelle heure, { $day } ? Écrivez par exemple 18 h 30.
time-on-its-way = C’est proposé à { $name }. Dès que j’ai sa réponse, je vous le dis.
time-between-you = Très bien, je vous laisse vous arranger. Bonne conversation !
time-proposed = { $name } vous propose de parler de « { $need } » le { $at }. Est-ce que cela vous va ?
time-proposed-title = Le moment proposé
time-yes = Oui, ça me va
time-other = Un autre moment
time-agreed = C’est noté : vous parlez avec { $name } le { $at }. Voici de quoi le garder dans votre agenda.
time-suggest = Proposer un moment : { $name }
late-sure =
    { $minutes ->
        [0] Vous aurez du retard : dois-je prévenir ?
       *[other] Vous aurez { $minutes } minutes de retard : dois-je prévenir ?
    }
late-tell = Oui, le dire à { $name }
late-no = Non
late-told = C’est dit à { $name }.
late-kept = Très bien, je ne dis rien.
time-late =
    { $minutes ->
        [0] { $name } vous prévient : votre conversation commencera avec un peu de retard.
       *[other] { $name } vous prévient : votre conversation commencera avec environ { $minutes } minutes de retard.
    }
time-change = Voulez-vous parler à un autre moment, ou pas du tout ?
time-move-to = Quand préférez-vous parler avec { $name } ? Tant que vous ne l’avez pas dit, le moment prévu tient.
time-keep = Garder le moment prévu
time-kept = Très bien, le moment prévu tient.
time-off = La conversation du { $at } avec { $name } n’aura pas lieu. Voici de quoi la retirer de votre agenda.
time-title = Conversation avec { $name }
talks =
    Vos conversations à venir :
    { $lines }
talk-line = • avec { $name }, le { $at }, au sujet de « { $need } »
time-not-then = Le { $at } ne convient pas à { $name }. Si un autre moment m’est proposé, je vous le transmets aussitôt ; vous pouvez aussi en proposer un (« jeudi à 18h »).
time-open = { $name } préfère voir directement avec vous quand vous parler. Un petit mot, et c’est lancé.

# Et après
follow-talked = Le { $since }, je vous ai mis en lien avec { $name } pour « { $need } ». Avez-vous pu vous parler ?
follow-talked-apart = Le { $since }, { $name } et vous étiez d’accord pour parler de « { $need } », mais vous n’avez pas de moyen de vous écrire ici. Avez-vous pu vous parler malgré tout ?
follow-talked-at = Vous aviez choisi le { $at } pour parler de « { $need } » avec { $name }. Est-ce que cela a pu se faire ?
follow-talked-again = Je vous redemande, comme convenu : avez-vous pu parler avec { $name } de « { $need } » ?
follow-talked-yes = Oui
follow-talked-planned = C’est prévu
follow-talked-no = Pas encore
follow-planned = Parfait, bonne conversation !
follow-ready = Pas d’inquiétude, et merci d’avoir dit oui.
follow-again-apart = Entendu, je vous en reparle dans une semaine.
follow-thanks = Merci d’avoir pris ce temps.
follow-not-met = Pas d’inquiétude. Un petit mot de votre part relance souvent les choses.
follow-instead = Cela arrive. Qu’est-ce qui vous aiderait ?
follow-we-will = Nous allons le faire
follow-ask-again = Redemandez-moi dans une semaine
follow-again = Entendu, je vous en reparle dans une semaine. Un petit mot de votre part relance souvent les choses.
follow-someone-else = Demander à quelqu’un d’autre
follow-leave = En rester là
follow-too-late = Personne n’en parlant plus depuis un moment, j’avais clos cette demande. Pour redemander : « qui peut m’aider avec… ? »
follow-left = Très bien, la demande est close. Vous pouvez redemander quand vous voulez.
follow-helped = Et cet échange avec { $name } vous a-t-il aidé pour « { $need } » ?
follow-helped-yes = Oui
follow-helped-partly = En partie
follow-helped-no = Pas vraiment
follow-helped-team = J’en parle à l’équipe
follow-helped-not-met = Nous ne nous sommes pas parlé
follow-recall = Le { $since }, je vous avais mis en lien avec { $name } pour « { $need } ». Est-ce que cela vous a aidé ? Je ne le demanderai plus ensuite.
follow-recall-apart = Le { $since }, { $name } et vous étiez d’accord pour parler de « { $need } », sans moyen de vous écrire. Est-ce que cela vous a aidé ? Je ne le demanderai plus ensuite.
follow-why = Voulez-vous que l’équipe lise vos mots ? Elle seule les lira : « { $words } »
follow-no-help = Merci de le dire. La demande est close ; redemandez quand vous voulez, je chercherai ailleurs.
follow-closed = Merci, et à bientôt.
thanks-word = Un mot de remerciement pour { $name } ? Écrivez-le, je le transmets tel quel.
thanks-said = Voulez-vous que je transmette vos mots à { $name } : « { $words } » ? Ou écrivez-en d’autres.
thanks-sure = Rien n’est encore parti. Dois-je transmettre ces mots à { $name } : « { $words } »
thanks-sure-yes = Oui, transmettez
thanks-none = Très bien, rien n’est transmis. Pour remercier quelqu’un d’autre, écrivez « merci » et son nom.
thanks-sent = C’est transmis à { $name }. Merci de faire vivre l’entraide.
thanks-not-brought = Je ne peux pas porter ce mot à { $name } en ce moment, mais l’intention était belle. Cela ira peut-être un autre jour.
thanks-nobody = Personne ne vous a encore été présenté. Cela viendra : « qui peut m’aider avec… ? »
thanks-self = C’est vous ! Pour remercier quelqu’un d’autre : /remercier
thanks-unknown = Je ne connais personne du nom de « { $name } ». Qui voulez-vous remercier ?
thanks-whom = Qui voulez-vous remercier ?
thanks-whom-for = { $name } (« { $need } »)
thanks-tap = Dire simplement merci
thanks-received-for = { $name } vous remercie pour « { $need } ».
thanks-received-words = { $name } vous remercie : « { $words } »
thanks-received-plain = { $name } vous remercie.
thanks-badge = { $givers } personnes différentes vous ont maintenant dit merci. L’entraide, ici, vous doit quelque chose.
thanks-mention = Une fois par mois, la communauté cite des personnes qui ont aidé, sans classement. Voulez-vous en être ?
thanks-mention-yes = Avec plaisir : votre nom pourra être cité.
thanks-mention-no = Entendu, votre nom ne sera pas cité.
thanks-received = { $name } vous remercie pour « { $need } » : « { $words } »
