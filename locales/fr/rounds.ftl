# Les tours de rencontres : en être, se rencontrer, dire comment c’était
round-none = Il n’y a pas de tour de rencontres pour vous en ce moment. L’équipe peut en lancer un : /equipe
round-which = De quelles rencontres parlons-nous ?
round-which-one = { $name }
round-what = { $name } : { $stands } Que souhaitez-vous ?
round-stands-none = vous n’y avez pas encore participé.
round-stands-once = vous en êtes quand vous le dites.
round-stands-next = vous serez du prochain tour.
round-stands-standing = vous en êtes à chaque fois.
round-stands-doubted = je vous ai demandé si vous vouliez continuer.
round-stands-paused = vous faites une pause.
round-stands-out = vous n’y participez pas.
round-stands-in = vous êtes du tour qui se prépare.
round-stands-late = les groupes étaient formés à votre arrivée, et je cherche encore qui vous pourriez rencontrer.
round-stands-placed = votre rencontre de ce tour est en cours, avec { $names }.
# Qui l’on rencontre et comment le joindre, pour qui le demande
round-look = { $name } : { $stands }
round-look-room = Pour vous parler, un salon vous est ouvert, là où je vous ai salués ensemble.
round-look-agreeing = Pour vous parler, je peux porter vos mots : je vous l’ai demandé à chacun, et rien ne passe avant vos deux oui. Cela se décide sous ma question.
round-look-none = Je n’ai pas de salon commun à vous ouvrir : écrivez-vous là où vous vous croisez. L’équipe peut vous y aider : /equipe
round-once = J’en suis
round-next = La prochaine fois
round-always = À chaque fois
round-skip = Pas cette fois
round-leave = Ne plus participer
round-fine = C’est bien ainsi
round-kept = Entendu, rien ne change.
round-skipped = C’est noté : pas cette fois. À une prochaine !
round-too-late = Votre groupe est déjà prévenu : un mot dans votre salon, et tout ira bien.
round-left = C’est noté, je ne vous proposerai plus ces rencontres. Pour revenir : /rencontres
round-left-after = C’est noté pour la suite. Pour ce tour, votre groupe est déjà prévenu : un mot dans votre salon, et tout ira bien.
round-seated = Vous en êtes ! { $question }
round-three = S’il y a un nombre impair de personnes, une rencontre à trois vous irait-elle ?
round-three-yes = Oui, volontiers
round-three-no = Plutôt à deux
round-third = { $name } : le nombre est impair, et il reste une personne sans groupe, vous. Une rencontre à trois vous irait-elle ?
round-wished = C’est noté, merci. ({ $name })
round-language = Dans quelle langue aimez-vous parler ?
round-language-ours = Je ne peux tenir compte que du français et de l’anglais. Lequel, ou les deux ?
round-language-both = Les deux
round-joined = Vous en êtes ! Je vous dirai qui vous rencontrez à partir du { $until }. Un empêchement ? /rencontres ({ $name })
round-joined-proposed = Vous en êtes ! Les groupes attendent l’accord de l’équipe, qui vous y verra. Je vous dirai alors qui vous rencontrez. Un empêchement ? /rencontres ({ $name })
round-joined-late = Vous en êtes ! Les groupes de ce tour sont déjà formés : je vous réunis avec qui est sans groupe, ou arrive d’ici le { $until }. S’il n’y a personne, je vous le dis aussi. ({ $name })
round-joined-next = Vous en êtes : je vous fais signe au prochain tour. ({ $name })
round-invite = { $name } : un nouveau tour de rencontres se prépare. { $what } En êtes-vous ? Répondez jusqu’au { $until }, ou pas du tout : c’est comme vous voulez.
round-invite-pair = Une personne de la communauté, un moment de conversation, rien à préparer.
round-invite-trio = Deux autres personnes de la communauté, un moment de conversation à trois, rien à préparer.
round-invite-circle = Un petit groupe de la communauté, { $size } personnes environ, qui se retrouve pendant { $days } jours.
round-regular = { $name } : un nouveau tour se prépare, et vous en êtes comme convenu. Vous saurez qui vous rencontrez à partir du { $until }.
round-not-now = C’est noté, à une prochaine fois. Pour ne plus recevoir ces invitations : /rencontres
round-doubt = Pas de nouvelles de vous après trois tours ({ $name }), et c’est bien ainsi : la vie est parfois pleine. Souhaitez-vous continuer ?
round-doubt-over = Parfait, vous en êtes au prochain tour.
round-invite-on = Invitez-moi encore
round-invited-on = C’est noté, je continue à vous inviter. Pour en être dès maintenant : /rencontres
round-rest = Je fais une pause
round-resting = Bonne pause ! Quand vous voudrez : /rencontres
round-paused = Je vous laisse en paix avec les rencontres ({ $name }). Votre place vous attend : /rencontres
round-greeting =
    { $hello }
    { $starts }
round-hello =
    { $count ->
        [2] Bonjour { $names } ! Vous vous rencontrez pour ce tour : ce salon est à vous. Trente minutes cette semaine, de vive voix si possible, et la suite vous appartient.
        [3] Bonjour { $names } ! Vous vous rencontrez pour ce tour : ce salon est à vous. Trente minutes cette semaine, de vive voix si possible, et la suite vous appartient.
       *[other] Bonjour { $names } ! Vous vous rencontrez pour ce tour : ce salon est à vous. Convenez d’un premier moment tous ensemble, de vive voix si possible, puis de votre rythme : la suite vous appartient.
    }
round-partners = Voici votre groupe pour ce tour : { $names }. Je n’ai pas de salon commun à vous ouvrir, mais je peux porter vos mots de l’une à l’autre personne, si les deux le veulent bien.
round-write-whom = À qui voulez-vous écrire, par moi ? Pour y revenir, ou pour une personne de plus : /rencontres
round-write = Écrire à { $name }
round-write-some = Écrire à quelqu’un du groupe
round-partners-linked = Voici votre groupe pour ce tour : { $names }. Je n’ai pas de salon commun à vous ouvrir : je peux porter vos mots, et vous demande juste après si cela vous va.
round-start-gives = • Pour commencer : { $second } cherche « { $want } », et { $first } connaît « { $gift } ».
round-start-seek = • { $first } et { $second } cherchent la même chose : « { $want } ». Où en êtes-vous ?
round-start-lived = • { $first } et { $second } connaissent « { $gift } » : qu’en avez-vous appris ?
round-start-1 = • Pour commencer : qu’avez-vous appris de surprenant ces derniers temps ?
round-start-2 = • Pour commencer : qu’est-ce qui vous a fait rejoindre la communauté ?
round-start-3 = • Pour commencer : de quoi êtes-vous fier ou fière en ce moment ?
round-start-4 = • Pour commencer : quelle question aimeriez-vous que l’on vous pose ?
round-left-over = { $name } : pas de rencontre pour vous cette fois, et j’en suis désolé. { $why } Vous passerez en premier au prochain tour. Pour ne plus participer : /rencontres
round-left-over-yet = { $name } : pas de rencontre pour vous pour l’instant, et j’en suis désolé. { $why } Si d’autres arrivent d’ici le { $until }, je vous réunis ; sinon, vous passerez en premier au prochain tour. Pour ne plus participer : /rencontres
round-left-late = Les groupes étaient formés à votre arrivée, et je n’ai pas pu vous réunir avec qui était encore sans groupe.
round-left-late-alone = Les groupes étaient formés à votre arrivée, et personne d’autre n’est venu ensuite.
round-left-alone = Personne d’autre n’était de ce tour.
round-left-language = Personne d’autre ne parlait l’une de vos langues.
round-left-hours = Personne d’autre n’avait assez d’heures en commun avec vous.
round-left-nobody = Je n’ai trouvé personne pour vous dans ce tour.
round-left-odd = Le nombre était impair, et je ne réunis trois personnes que si toutes les trois l’ont voulu.
round-left-taken = Les personnes que j’aurais pu vous présenter sont dans d’autres groupes.
round-left-unsaid = Une rencontre à trois était possible, mais vous ne m’aviez pas dit si elle vous irait.
round-off-team = { $name } : ce tour n’aura pas lieu. Merci d’avoir été là, et à une prochaine fois.
round-off-nobody = { $name } : ce tour n’aura pas lieu, je n’ai pas pu former de groupe avec les personnes inscrites. Merci d’avoir été là, et à une prochaine fois.
round-off-silence = { $name } : ce tour n’aura pas lieu, l’équipe n’a pas pu le préparer à temps. Merci d’avoir été là, et à une prochaine fois.
round-off-away = { $name } : comme vous êtes en pause, ce tour se fait sans vous. Les suivants vous attendent, dès votre retour.
round-fell-through-nobody = Le tour de « { $name } » n’aura pas lieu : je n’ai pas pu former de groupe avec les personnes inscrites. Elles le savent. Pour en lancer un autre : /rituel lancer { $name }
round-fell-through-empty = Le tour de « { $name } » n’aura pas lieu : personne ne s’est inscrit. Pour en lancer un autre : /rituel lancer { $name }
round-fell-through-silence = Le tour de « { $name } » n’aura pas lieu : personne dans l’équipe n’a approuvé les groupes à temps. Les personnes inscrites le savent. Pour en lancer un autre : /rituel lancer { $name }
round-proposal-until = { $shown } Sans votre accord d’ici le { $until }, ce tour n’aura pas lieu.
round-midway = Avez-vous pu vous rencontrer, { $names } et vous ?
round-met = Parfait, merci de le dire !
round-planned = Parfait, bonne rencontre !
round-unmet = Pas d’inquiétude, il reste du temps. Un petit mot avec deux créneaux relance souvent les choses.
round-end = Le tour se termine. Comment était-ce avec { $names } ? Cela reste entre vous et moi.
round-liked-well = Un beau moment
round-liked-fine = Bien
round-liked-no = Pas pour moi
round-liked-unmet = Pas de rencontre
round-end-thanks = Merci ! À un prochain tour, peut-être.
round-end-unmet = Cela arrive. Merci de le dire, et à un prochain tour, peut-être.
# Un tour avant qu’il commence, vu par l’organisation
round-none-waiting = Aucun tour n’attend votre accord pour l’instant. Où en sont les rituels : /rituel
round-team-waiting = Un tour de rencontres attend votre accord.
round-team-see = Voir les groupes
round-team-mine = Ma participation
round-proposal = { $count ->
    [one] Une personne
   *[other] { $count } personnes
  } pour ce tour, { $groups ->
    [one] un groupe
   *[other] { $groups } groupes
  }. Rien n’est encore envoyé.
round-proposal-title = Qui rencontre qui
round-proposal-titled = { $name } : qui rencontre qui
round-group = { $names } ({ $reason })
round-group-again = { $group }, déjà réunis par le passé
round-group-locked = { $group }, groupe gardé
round-why-gives = { $taker } cherche « { $want } », { $giver } connaît « { $gift } »
round-why-seek = cherchent « { $want } »
round-why-lived = connaissent « { $gift } »
round-why-new = visages nouveaux
round-more = { $count ->
    [one] … et un autre groupe
   *[other] … et { $count } autres groupes
  }
round-over = Sans groupe : { $name } ({ $why })
round-over-alone = personne d’autre
round-over-language = aucune langue en commun
round-over-hours = pas assez d’heures en commun
round-over-nobody = personne qui convienne
round-over-odd = nombre impair
round-over-taken = toutes les personnes possibles sont dans d’autres groupes
round-over-unsaid = n’a pas dit si une rencontre à trois lui irait
round-approve = Approuver
round-swap = Échanger deux personnes
round-lock = Garder un groupe
round-anew = Recomposer le reste
round-anew-soon = Je recompose le reste, et je vous le montre dans un instant.
round-anew-same = { $name } : je n’ai pas trouvé mieux pour le reste, les groupes sont les mêmes.
round-changed = Les groupes ont changé depuis que je vous les ai montrés : les voici tels qu’ils sont maintenant.
round-decided-approved = { $by } a approuvé les groupes de « { $name } » : le tour commence.
round-decided-off = { $by } a annulé le tour de « { $name } » : les personnes inscrites en sont prévenues.
round-call-off = Annuler ce tour
round-later = Plus tard
round-call-off-sure = Annuler ce tour ? Chaque personne inscrite en sera prévenue.
round-called-off = Le tour est annulé, et chaque personne inscrite est prévenue.
round-approved = { $count ->
    [one] C’est parti : un groupe fait connaissance.
   *[other] C’est parti : { $count } groupes font connaissance.
  }
round-for-later = Entendu. Pour y revenir : /rencontres
round-swap-first = Qui voulez-vous déplacer ?
round-swap-second = Et avec qui échanger { $name } ?
round-swapped = { $first } et { $second } ont échangé leurs places.
round-swap-absent = L’échange entre { $first } et { $second } ne se peut pas : il faut deux personnes de ce tour.
round-swap-together = { $first } et { $second } sont dans le même groupe.
round-swap-apart = L’échange entre { $first } et { $second } ne se peut pas : quelqu’un ne pourrait pas rencontrer les autres de son nouveau groupe (langue, horaires, ou personnes à ne pas réunir).
round-lock-whom = Le groupe de qui ?
round-locked = Le groupe où se trouve { $name } reste tel quel.
round-unlocked = Le groupe où se trouve { $name } peut de nouveau changer.
round-lock-absent = { $name } n’est dans aucun groupe.
round-keeps = Rien ne presse : l’invitation reste là tant qu’on peut s’inscrire. Répondez quand vous voulez, ou avec /rencontres.
round-explained = Quand un tour se prépare, vous dites si vous en êtes. Je vous dis ensuite qui vous rencontrez ; à vous de convenir d’un moment, et il n’y a rien à préparer. On peut dire non cette fois, ou ne plus participer.
round-overlap =
    Une chose à savoir : à ce rythme, un tour commence { $every ->
        [one] chaque jour
       *[other] tous les { $every } jours
    }, et ses groupes ont { $days } jours pour se rencontrer. Qui participe à chaque fois serait dans deux groupes en même temps. Un rythme plus lent, ou moins de jours pour se rencontrer, serait plus doux ; cela peut se garder tout de même.
round-overlap-join =
    Une chose à savoir : à ce rythme, un tour commencerait { $every ->
        [one] chaque jour
       *[other] tous les { $every } jours
    }, alors qu’on a { $signup ->
        [one] un jour
       *[other] { $signup } jours
    } pour s’inscrire. Tant qu’on peut s’inscrire à un tour, aucun autre ne commence : ces dates-là sont laissées de côté. Ses groupes ont { $days } jours pour se rencontrer. Un rythme plus lent serait plus doux ; il peut se garder tout de même.
