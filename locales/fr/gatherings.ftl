# Les rencontres : proposées, confirmées, rappelées, racontées
day-and-hour = { $day } à { $hour }
day-and-year = { $day } { $year }
day-in-words = { $weekday } { $day ->
    [1] 1er
   *[other] { $day }
} { $month }
invitation = { $host } vous propose une rencontre. Serez-vous des nôtres ?
invitation-once =
    { $host } vous propose une rencontre. Serez-vous des nôtres ?

    Pour ne plus rien recevoir de moi : /stop
digest-gatherings = • À venir : { $items }. Pour répondre : /evenements
rsvp-yes = Je viens
rsvp-maybe = Peut-être
rsvp-no = Pas cette fois
rsvp-is-yes = Parfait, une place est à vous pour « { $title } ». Je vous la rappellerai à temps. Si vous changez d’avis : /evenements
rsvp-is-waiting =
    { $ahead ->
        [0] Toutes les places sont prises : vous êtes en tête de la liste d’attente. Si l’une se libère, elle est à vous, et je vous le dis aussitôt.
        [one] Toutes les places sont prises : une personne attend avant vous. Dès qu’une place se libère pour vous, je vous le dis.
       *[other] Toutes les places sont prises : { $ahead } personnes attendent avant vous. Dès qu’une place se libère pour vous, je vous le dis.
    }
rsvp-is-maybe = C’est noté : peut-être. Rien ne presse ; pour vous décider : /evenements
gathering-price = Je n’en sais pas plus que l’invitation : { $host } vous dira s’il y a quelque chose à payer. Votre réponse peut attendre.
rsvp-is-no = C’est noté, et il n’y a rien à expliquer. Voulez-vous recevoir, après, les points à retenir ?
rsvp-replay = Entendu, je vous les enverrai s’il y en a.
rsvp-no-replay = Très bien. À une prochaine fois !
option-no-thanks = Non merci
place-freed = Bonne nouvelle : une place s’est libérée, et elle est à vous. La gardez-vous ?
place-keep = Je la garde
place-leave = Je la laisse
place-kept = Parfait, à bientôt ! Si vous changez d’avis : /evenements
place-left = Merci de l’avoir dit : la place va à quelqu’un d’autre.
reminder-week = « { $title } » approche : c’est { $at }. Si vous ne pouvez plus venir, dites-le par /evenements, et votre place servira à quelqu’un.
reminder-week-maybe = « { $title } » approche : c’est { $at }. Vous aviez dit peut-être ; pour vous décider : /evenements
reminder-day = C’est bientôt : « { $title } », { $at }. Un empêchement ? /evenements
reminder-day-maybe = C’est bientôt : « { $title } », { $at }. Vous aviez dit peut-être ; pour vous décider : /evenements
reminder-hour = « { $title } » commence dans peu de temps : { $at }. Bonne rencontre !
reminder-hour-maybe = « { $title } » commence dans peu de temps : { $at }. Vous aviez dit peut-être ; il reste de la place, et pour venir : /evenements
gathering-changed = « { $title } » a changé. Voici ce qu’il en est maintenant ; votre réponse reste la même. Pour en changer : /evenements
gathering-cancelled = « { $title } », prévue { $at }, n’aura pas lieu. Merci d’avoir répondu ; à une prochaine occasion.
gathering-cancelled-gone = La rencontre prévue { $at } n’aura pas lieu. Merci d’avoir répondu ; à une prochaine occasion.
gatherings = Voici les rencontres à venir. De laquelle parlons-nous ?
gatherings-nothing = Aucune rencontre n’est prévue pour le moment. Vous avez une idée ? Parlez-en à l’équipe : /equipe
gatherings-left = Très bien, rien ne change.
gatherings-answer = Viendrez-vous ?
gathering-none = Aucune
gathering-open = Ouvrir la salle en ligne
gathering-name = { $title }
gathering-person = { $name }
gathering-group = { $name }
gathering-when = { $at } · { $mine }
gathering-was = { $at }
gathering-line = • { $title }, { $at } : { $mine }
gathering-card-title = { $title }
gathering-card-when = Quand : { $at }, à votre heure
gathering-card-where = Où : { $venue }
gathering-card-online = Où : en ligne ; l’adresse est donnée à qui vient
gathering-card-minutes =
    { $minutes ->
        [one] Durée : { $minutes } minute
       *[other] Durée : { $minutes } minutes
    }
gathering-card-places =
    { $places ->
        [one] Places : { $places } en tout
       *[other] Places : { $places } en tout
    }
gathering-card-full = Toutes les places sont prises ; une liste d’attente est ouverte
gathering-card-mine = Votre réponse : { $mine }
gathering-mine-none = pas encore de réponse
gathering-mine-yes = vous venez
gathering-mine-maybe = peut-être
gathering-mine-no = vous ne venez pas
gathering-mine-waiting = vous êtes sur la liste d’attente
# Pour qui organise
gathering-what = Que voulez-vous faire ?
gathering-do-add = Proposer une rencontre
gathering-do-change = Changer une rencontre
gathering-do-cancel = Annuler une rencontre
gathering-do-list = Voir qui vient
gathering-do-attendance = Raconter une rencontre passée
gathering-add-words = ajouter, nouvelle, proposer, créer
gathering-change-words = changer, modifier, déplacer
gathering-cancel-words = annuler, supprimer
gathering-list-words = liste, voir, qui vient
gathering-attendance-words = présences, présence, raconter, résumé
gathering-for-whom = À qui s’adresse cette rencontre ?
gathering-everyone = Toute la communauté
gathering-form = Parlez-moi de cette rencontre. Rien ne part avant que vous l’ayez relue.
gathering-field-title = Titre
gathering-field-when = Quand ?
gathering-field-zone = Fuseau horaire ou ville
gathering-field-venue = Où ?
gathering-field-minutes = Durée
gathering-field-places = Nombre de places
gathering-hint-title = Lu tel quel par tout le monde ; en deux langues : « Oser demander / Daring to ask »
gathering-hint-when = Par exemple « jeudi 14 janvier à 18h30 »
gathering-hint-zone = Celui de l’heure que vous donnez ; chaque personne la lira à la sienne
gathering-hint-venue = Un lieu, ou l’adresse https://… d’une salle en ligne
gathering-hint-minutes = Par exemple « 45 » ou « 1h30 » ; une heure si vous ne dites rien
gathering-hint-places = Laissez vide s’il n’y a pas de limite
gathering-read-title = Il me faut un titre de { $most } caractères au plus.
gathering-read-venue = C’est un peu long : { $most } caractères au plus.
gathering-read-address = Je ne reconnais pas cette adresse. Collez-la seule et entière, comme https://exemple.org/salle.
gathering-read-past = Ce moment est déjà passé. Choisissez un jour et une heure à venir.
gathering-read-hour = Il me faut un jour et une heure, par exemple « jeudi 14 janvier à 18h30 ».
gathering-read-one-hour = Vous donnez deux moments : lequel ? Récrivez le jour avec une seule heure, par exemple « jeudi 14 janvier à 18h30 ».
gathering-read-minutes = Je n’ai pas compris la durée. Écrivez par exemple « 45 » ou « 1h30 », jusqu’à 24 heures.
gathering-read-places = Il faut au moins une place, en chiffres. Laissez vide s’il n’y a pas de limite.
gathering-wrong-past = Ce moment est déjà passé. Choisissez un jour et une heure à venir. Rien n’est enregistré ; reprenez.
gathering-wrong-far = C’est dans plus d’un an. Choisissez un jour dans l’année ; rien n’est enregistré.
gathering-wrong-places = Il faut au moins une place. Rien n’est enregistré ; reprenez.
gathering-wrong-taken =
    { $people ->
        [one] { $people } personne a déjà une place : gardez-en au moins autant.
       *[other] { $people } personnes ont déjà une place : gardez-en au moins autant.
    }
gathering-wrong-nobody = Personne n’est dans ces groupes pour le moment : il n’y aurait personne à inviter. Choisissez-en d’autres.
gathering-preview =
    { $people ->
        [one] Une seule personne lira ceci, à son heure et dans sa langue : « { $words } »
       *[other] Voici ce que { $people } membres liront, à leur heure et dans leur langue : « { $words } »
    }
gathering-send = Envoyer l’invitation
gathering-leave = Ne rien envoyer
gathering-planned = C’est parti : les invitations à « { $title } » partent une à une. Je rappellerai la rencontre à qui vient, et vous demanderai après comment cela s’est passé. Pour suivre : /evenement
gathering-not-planned = Très bien, rien n’est enregistré et rien n’est parti.
gathering-nothing-planned = Aucune rencontre n’est prévue.
gathering-which = De quelle rencontre s’agit-il ?
gathering-unchanged = Très bien, rien ne change.
gathering-change-what = Qu’est-ce qui change ?
gathering-change-to = Que mettre à la place ?
gathering-change-sure = Voici la rencontre telle qu’elle serait. Qui a dit oui ou peut-être en sera informé. On change ?
gathering-change-yes = Changer
gathering-change-no = Laisser comme avant
gathering-is-changed = C’est changé, et dit à qui comptait dessus.
gathering-cancel-sure = Annuler « { $title } », prévue { $at } ? Qui a dit oui ou peut-être en sera informé.
gathering-cancel-yes = Annuler la rencontre
gathering-cancel-no = La garder
gathering-is-cancelled =
    { $told ->
        [0] C’est annulé. Personne n’avait encore répondu.
        [one] C’est annulé. La personne qui comptait venir en est informée.
       *[other] C’est annulé. Les { $told } personnes qui comptaient venir en sont informées.
    }
gathering-list =
    Voici qui vient.
    { $lines }
gathering-counts = • { $title }, { $at } : { $yes } oui, { $maybe } peut-être, { $waiting } en attente. Oui : { $names }.
gathering-nobody-yet = personne pour l’instant
gathering-nothing-over = Il n’y a pas de rencontre récente à raconter.
gathering-which-over = Laquelle voulez-vous raconter ?
attendance =
    { $count ->
        [0] « { $title } » est finie. Personne n’avait dit oui ; quelqu’un est-il venu ?
        [one] « { $title } » est finie. Une personne avait dit oui : est-elle venue ?
       *[other] « { $title } » est finie. { $count } personnes avaient dit oui : sont-elles venues ?
    }
attendance-all = Tout le monde était là
attendance-some = Il manquait du monde
attendance-nobody = Personne n’est venu
attendance-missing = Qui manquait ?
attendance-who = Je ne vois personne de ce nom parmi celles et ceux qui avaient dit oui. Choisissez ci-dessus.
attendance-noted =
    { $came ->
        [0] C’est noté.
        [one] C’est noté : une personne est venue.
       *[other] C’est noté : { $came } personnes sont venues.
    }
replay-write =
    { $absent ->
        [one] Une personne aurait aimé venir. Voulez-vous lui envoyer cinq points à retenir, et quelques liens ?
       *[other] { $absent } personnes auraient aimé venir. Voulez-vous leur envoyer cinq points à retenir, et quelques liens ?
    }
replay-not-this-time = Pas cette fois
replay-nobody = Personne ne manquait : il n’y a rien à envoyer. Merci pour cette rencontre !
replay-left = Très bien. Merci pour cette rencontre !
replay-form = Que retenir de cette rencontre ?
replay-points = Cinq points à retenir
replay-points-hint = Un par ligne, cinq au plus
replay-links = Des liens utiles
replay-links-hint = Trois adresses au plus, séparées par une espace ou une ligne
replay-read-points = Écrivez un point par ligne, { $most } au plus, chacun en une ou deux phrases.
replay-read-links = Je prends jusqu’à { $most } adresses entières, comme https://exemple.org/page.
replay-point = • { $point }
replay-preview =
    { $absent ->
        [one] Voici ce que lira la personne qui n’était pas là :
       *[other] Voici ce que liront les { $absent } personnes qui n’étaient pas là :
    }
    { $lines }
    On l’envoie ?
replay-send = Envoyer
replay-again = Reprendre
replay-sent =
    { $sent ->
        [one] C’est envoyé à une personne. Merci pour elle !
       *[other] C’est envoyé à { $sent } personnes. Merci pour elles !
    }
replay =
    Vous n’étiez pas à « { $title } » ; voici l’essentiel.
    { $lines }
replay-link-shown = Pour aller plus loin : { $link }
replay-link = Pour aller plus loin :
replay-link-of = Pour aller plus loin ({ $n } sur { $count }) :
replay-open = Ouvrir le lien
