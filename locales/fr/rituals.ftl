# Les rituels : ce que la communauté fait à dates régulières
ritual-missed =
    { $count ->
        [one] Le rituel « { $name } » du { $since } n’a pas eu lieu : il était trop tard quand j’ai pu m’y mettre. Pour le faire quand même : /rituel lancer { $name }
       *[other] Le rituel « { $name } » n’a pas eu lieu { $count } fois, jusqu’au { $since } : je n’étais pas là. Pour le faire maintenant : /rituel lancer { $name }
    }
ritual-missed-but-one =
    { $count ->
        [one] Le rituel « { $name } » du { $since } n’a pas eu lieu : je n’étais pas là. Celui du { $next } part maintenant ; rien n’est à faire.
       *[other] Le rituel « { $name } » n’a pas eu lieu { $count } fois, jusqu’au { $since } : je n’étais pas là. Celui du { $next } part maintenant ; rien n’est à faire.
    }
ritual-nobody = Le rituel « { $name } » n’a pas eu lieu : personne de son public n’est là en ce moment (aucun membre, ou tout le monde en pause). Pour changer son public : /rituel changer { $name }
ritual-failed = Le rituel « { $name } » s’est arrêté ({ $fault }). Rien n’est parti ; le journal du serveur dit où. Le prochain viendra à son heure ; pour réessayer : /rituel lancer { $name }
ritual-stopped = Le rituel « { $name } » n’a rien envoyé cette fois. { $why }
ritual-name = { $name }
with-way-out =
    { $words }

    Pour ne plus rien recevoir de moi : /stop
ritual-moment = { $since } { $year }, { $hour }h{ $minute }
ritual-moment-there = { $moment }, { $place }
ritual-verbs = Après /rituel, dites quoi faire : ajouter, liste, calendrier, ics, derniers, aperçu, questions, changer, suspendre, reprendre, démarrer, sauter, lancer, dupliquer, élargir, archiver ou fériés. Par exemple : /rituel ajouter
ritual-verb-add = ajouter, ajoute, rajouter, rajoute, créer, crée, nouveau
ritual-verb-list = liste, lister
ritual-verb-calendar = calendrier, agenda
ritual-verb-ics = ics, exporter
ritual-verb-last = derniers, dernier, passés
ritual-verb-start = démarrer, commencer
ritual-verb-pause = suspendre
ritual-verb-resume = reprendre
ritual-verb-skip = sauter, passer
ritual-verb-run = lancer, maintenant
ritual-verb-change = changer, modifier
ritual-verb-duplicate = dupliquer, copier
ritual-verb-archive = archiver, supprimer, effacer, enlever, arrêter
ritual-verb-widen = élargir
ritual-verb-preview = aperçu, voir
ritual-verb-prompts = questions, question
ritual-verb-holidays = fériés, congés, jours
ritual-none = Aucun rituel n’est prévu. Pour en choisir un tout prêt : /rituel ajouter
ritual-which = Lequel ?
ritual-list =
    Vos rituels :
    { $lines }
ritual-line = • { $name }, pour { $who } ({ $state }) : { $next }
ritual-line-still = • { $name }, pour { $who } ({ $state })
ritual-state-draft = brouillon
ritual-state-pilot = à l’essai
ritual-state-on = en cours
ritual-state-paused = en pause
ritual-calendar-empty = Rien n’est prévu dans les 90 jours. Pour choisir un rituel : /rituel ajouter
ritual-calendar =
    { $count ->
        [one] Dans les 90 jours, une date :
       *[other] Dans les 90 jours, { $count } dates :
    }
    { $lines }
ritual-calendar-line = • { $at } — { $name }
ritual-calendar-more =
    { $count ->
        [one] … et une autre date.
       *[other] … et { $count } autres dates. Toutes celles d’un rituel : /rituel calendrier et son nom
    }
ritual-ics = Voici le calendrier des rituels, à ouvrir dans votre agenda.
ritual-last-none = Aucun rituel n’a encore eu lieu.
ritual-last =
    Les derniers rituels :
    { $lines }
ritual-last-line = • { $at } — { $name } : { $state }
ritual-run-due = prévu
ritual-run-running = en cours
ritual-run-done = fait
ritual-run-off = annulé
ritual-run-skipped = sauté
ritual-run-missed = manqué
ritual-run-failed = arrêté par une erreur
ritual-progress =
    { $line }
    → { $have }. Les autres : { $why }
ritual-progress-none =
    { $line }
    → { $have } : { $why }
ritual-progress-done =
    { $line }
    → { $have }.
ritual-have = { $got } personnes sur { $total } l’ont reçu
ritual-have-none = personne ne l’a encore reçu
ritual-have-all = toutes les personnes l’ont reçu
ritual-have-some = une partie des personnes l’a reçu
progress-soon = leur tour vient
progress-quiet-hours = il fait nuit chez elles
progress-floor = une autre question attend leur réponse
progress-window = WhatsApp attend qu’elles écrivent d’abord
progress-platform = la plateforme demande un peu de patience
progress-closed = leurs messages privés sont fermés
progress-failed = la plateforme refuse
progress-budget = déjà assez sollicitées cette semaine
progress-paused = en pause
progress-peace = je les laisse en paix
ritual-progress-figure = { $why } ({ $figure })
ritual-figures = { $line } ({ $figures })
ritual-figure-asked = invitations : { $figure }
ritual-figure-answered = ont répondu : { $figure } au moins
ritual-figure-yes = ont dit oui : { $figure }
ritual-figure-came = sont venues : { $figure }
ritual-figure-answers = réponses : { $figure }
ritual-figure-told = personnes informées : { $figure }
ritual-figure-resting = en pause : { $figure }
ritual-figure-invited = invitations : { $figure }
ritual-figure-signed = n’a pas eu lieu, personnes inscrites : { $figure }
ritual-figure-joined = inscriptions : { $figure }
ritual-figure-groups = groupes : { $figure }
ritual-figure-left-alone = sans groupe, faute de monde : { $figure }
ritual-figure-left-language = sans groupe, faute de langue commune : { $figure }
ritual-figure-left-hours = sans groupe, faute d’heures communes : { $figure }
ritual-figure-left-nobody = sans groupe, personne ne convenait : { $figure }
ritual-figure-left-odd = sans groupe, nombre impair : { $figure }
ritual-figure-met = se sont rencontrées : { $figure }
ritual-figure-liked-well = un beau moment : { $figure }
ritual-figure-liked-fine = bien : { $figure }
ritual-figure-liked-no = pas pour elles : { $figure }
ritual-few = moins de 5
ritual-paused = « { $name } » est en pause. Pour reprendre : /rituel reprendre { $name }
ritual-resumed = « { $name } » est en route. Prochaine fois : { $next }.
ritual-skipped = Cette fois est sautée. « { $name } » revient : { $next }.
ritual-skip-also = « { $name } » : la fois du { $out } est déjà sautée. Sauter aussi la fois d’après : { $next } ?
ritual-widen = « { $name } » est pour { $who } pour l’instant. Pour qui, à présent ?
ritual-widen-groups = Choisir des groupes
ritual-widened = C’est élargi : « { $name } ». Prochaine fois : { $next }.
ritual-named = { $name }, pour { $who } ({ $state })
ritual-run-again = « { $name } » : c’est déjà lancé depuis le { $begun }. Lancer encore une fois, pour tout son public ?
ritual-run-open = On peut encore s’inscrire au dernier tour de « { $name } », jusqu’au { $until } : je n’en lance pas d’autre avant. Pour en être, il suffit de le dire avec /rencontres.
ritual-just-ran = Quelqu’un d’autre vient de lancer « { $name } » : je ne le fais pas deux fois. Où il en est : /rituel derniers
ritual-is-paused = « { $name } » est en pause : rien n’est prévu. Pour reprendre : /rituel reprendre { $name }
ritual-is-draft = « { $name } » est un brouillon : rien n’est prévu. Pour mettre en route : /rituel démarrer { $name }
ritual-now-on = « { $name } » est déjà en route.
ritual-now-pilot = « { $name } » est déjà en route, à l’essai.
ritual-now-draft = « { $name } » est un brouillon. Pour mettre en route : /rituel démarrer { $name }
ritual-now-paused = « { $name } » est en pause. Pour reprendre : /rituel reprendre { $name }
ritual-now-archived = « { $name } » est aux archives : rien n’a été fait. Les rituels en cours : /rituel
ritual-now-changed = Quelqu’un a changé « { $name } » entre-temps, et votre changement n’y est pas. Pour voir où cela en est : /rituel aperçu { $name }
ritual-now-elsewhen = La prochaine fois de « { $name } » n’est plus celle que vous avez vue : rien n’est sauté. Pour voir ce qui vient : /rituel calendrier { $name }
ritual-now-by =
    { $told }
    C’est { $by } qui l’a décidé.
ritual-over = Le rythme de « { $name } » est fini. Pour lui en donner un autre : /rituel modifier { $name }
ritual-widened-paused = C’est élargi, et toujours en pause : « { $name } ». Pour reprendre : /rituel reprendre { $name }
ritual-widened-draft = C’est élargi, et toujours un brouillon : « { $name } ». Pour mettre en route : /rituel démarrer { $name }
ritual-wrong-name-taken = Un rituel s’appelle déjà « { $name } » : choisissez un autre nom.
ritual-never-again = plus jamais, son rythme est fini
ritual-run-sure = Lancer « { $name } » maintenant, pour tout son public ?
ritual-run-held = La rencontre aurait lieu : { $at }. { $sure }
ritual-ran = C’est lancé : « { $name } ». Où il en est : /rituel derniers
ritual-archive-sure = Archiver « { $name } » pour de bon ? Ce qui a eu lieu reste visible.
ritual-archived = C’est archivé : « { $name } ».
ritual-new-name = Sous quel nom ?
ritual-duplicated = C’est prêt, en brouillon : « { $name } ». Pour ajuster : /rituel modifier { $name }. Pour mettre en route : /rituel démarrer { $name }
ritual-change-what = Que changer à « { $name } » ?
ritual-change-name = Son nom
ritual-change-rhythm = Son rythme
ritual-change-audience = Son public
ritual-change-buddy = Le binôme d’accueil
ritual-change-size = Le nombre de personnes
ritual-change-mix = Les groupes à mêler
ritual-change-apart = Les groupes à séparer
ritual-change-days = Le nombre de jours
ritual-change-place = Son lieu
ritual-change-title = Son titre
ritual-change-language = Sa langue
ritual-change-late = En cas d’absence
ritual-more = Plus de choix
ritual-more-which = Que souhaitez-vous choisir d’autre ? Tout est montré à nouveau ensuite.
ritual-more-back = Retour, sans rien changer
ritual-size = Combien de personnes se rencontrent ?
ritual-size-option =
    { $count ->
        [2] Deux par deux
        [3] Par trois
       *[other] En cercles de { $count }
    }
ritual-mix = Quels groupes doivent se rencontrer, autant que possible ? Choisissez-en deux ou plus.
ritual-mix-said = Mêlés autant que possible : { $who }
ritual-apart = Qui ne doit pas se rencontrer ? D’un seul groupe : ses membres ne se rencontrent pas entre eux. De plusieurs : personne de l’un ne rencontre quelqu’un d’un autre.
ritual-apart-said = Jamais ensemble : { $who }
ritual-apart-said-one = Les membres de { $who } ne se rencontrent pas entre eux
ritual-no-groups = Aucun souhait
ritual-two-groups = Il en faut au moins deux. Lesquels ?
ritual-days-round = De combien de jours les groupes disposent-ils pour se rencontrer ? À mi-chemin, je demande si c’est fait ; à la fin, comment c’était. Choisissez, ou écrivez un nombre.
ritual-days-prompt = Pendant combien de jours peut-on répondre ? Choisissez, ou écrivez un nombre.
ritual-days-survey = Pendant combien de jours est-ce ouvert ? Choisissez, ou écrivez un nombre.
ritual-days-gathering = Combien de jours à l’avance partent les invitations ? Choisissez, ou écrivez un nombre.
ritual-days-option =
    { $count ->
        [one] Un jour
       *[other] { $count } jours
    }
ritual-days-round-said = Pour se rencontrer : { $days }
ritual-days-prompt-said = Pour répondre : { $days }
ritual-days-survey-said = Ouvert : { $days }
ritual-days-gathering-said = Invitations à l’avance : { $days }
ritual-late = Si je n’étais pas là à l’heure dite (une panne, une mise à jour), est-ce que je le rattrape ?
ritual-late-within =
    { $hours ->
        [24] Oui, dans la journée qui suit
       *[other] Oui, dans les { $hours } heures
    }
ritual-late-skip = Non : le sauter, et nous le dire
ritual-change-sure = Je garde ces changements ?
ritual-changed = C’est changé : « { $name } ».
ritual-which-ready = Lequel de ces rituels tout prêts ?
ritual-no-ready = Je n’ai pas de rituel tout prêt du nom de « { $words } ». Lequel de ceux-ci ?
ritual-zone = À l’heure d’où ? Choisissez, ou écrivez une grande ville.
ritual-rhythm = À quel rythme ? Par exemple « le premier lundi du mois à 9h », ou « toutes les deux semaines le jeudi à 12h30 à partir du 7 janvier, pas en août ».
ritual-rhythm-line = { $rhythm } ({ $zone })
ritual-audience = Pour qui ? Vous pouvez choisir plusieurs groupes.
ritual-everyone = tout le monde
ritual-place = Où ?
ritual-place-lacks = Je ne peux pas encore écrire dans { $place } : il m’y manque la permission { $missing }. Dès que je l’aurai, la même commande proposera ce salon.
ritual-privately = À chaque personne, en privé
ritual-language = Dans quelle langue ?
ritual-language-each = Celle de chaque personne
ritual-buddy = Proposer un binôme d’accueil ? Des membres qui ont dit oui dans leur profil sont sollicités à tour de rôle ; la rencontre ne se fait que si l’envie est partagée.
ritual-next-dates = Les prochaines dates :
ritual-preview-for = Voici ce que reçoit { $who } ({ $language }) :
ritual-for-newcomer = chaque personne qui vient d’arriver, le premier jour
ritual-for-newcomer-nudged = une personne arrivée il y a trois jours, qui n’a encore rien fait
ritual-for-newcomer-offered = une personne qui vient d’arriver, quand un binôme d’accueil a dit oui
ritual-for-volunteer = une personne volontaire comme binôme d’accueil
ritual-for-organiser = l’équipe d’organisation
ritual-for-organiser-example = l’équipe d’organisation quand l’élan retombe (les chiffres sont un exemple)
ritual-for-example = { $who } quand il y a quelque chose à raconter (un exemple, car aujourd’hui rien ne partirait)
ritual-for-helped = chaque personne qui a reçu de l’aide et n’a pas encore dit merci
ritual-crowded = Une chose à savoir : le { $day }, certaines personnes recevraient { $count } rituels le même jour, avec { $names }. Un autre jour serait peut-être plus doux ; on peut le garder tout de même.
ritual-keep-it = Rien n’est encore enregistré. On le garde ?
ritual-keep = Oui, le garder
ritual-pilot = L’essayer d’abord
ritual-drop = Non, laisser
ritual-dropped = Très bien, rien n’est changé.
ritual-pilot-group = Avec quel groupe l’essayer ?
ritual-kept = C’est noté : « { $name } » est en route. Pour tout voir : /rituel calendrier
ritual-pilot-back = Pas d’essai : revenir
ritual-piloted = « { $name } » est à l’essai avec ce groupe. Quand il vous convient : /rituel élargir { $name }
ritual-wrong-kind = Je ne connais pas de rituel « { $kind } ». Choisissez-en un avec /rituel ajouter.
ritual-wrong-name = Il faut un nom d’une ligne, de { $most } caractères au plus.
ritual-wrong-audience = Ce public est vide : personne n’y est en ce moment. Choisissez un autre groupe, ou tout le monde.
ritual-wrong-few = Il faut au moins { $least } personnes pour ce rituel, et ce public en compte moins. Choisissez un autre groupe, ou tout le monde.
ritual-too-few-here = Il faut au moins { $least } personnes pour ce rituel, et la communauté en compte moins pour l’instant. Vous pourrez le prévoir quand elle aura grandi.
ritual-wrong-rhythm-past = Ce rythme est déjà fini : choisissez une fin à venir, ou aucune.
ritual-wrong-setting = Le réglage { $name } ne convient pas : corrigez-le, puis recommencez.
ritual-wrong-setting-number = { $name } : écrivez un nombre de { $least } à { $most }.
ritual-wrong-setting-long = { $name } : { $most } caractères au plus.
ritual-wrong-setting-empty = { $name } : rien n’est écrit. Écrivez quelques mots.
ritual-wrong-size = Il faut un nombre de personnes, de { $least } à { $most }.
ritual-wrong-days = Il faut un nombre de jours, de { $least } à { $most }.
ritual-wrong-mixed-apart = Les mêmes groupes ne peuvent être à la fois mêlés et séparés : choisissez l’un des deux.
ritual-wrong-variable = Je ne connais pas { $name } dans ce texte. Ce que je sais remplacer : { $known }.
ritual-wrong-empty = Cette question est vide : écrivez ce que chaque personne lira.
ritual-wrong-too-long = C’est trop long : { $length } caractères, pour { $most } au plus. Raccourcissez un peu.
ritual-wrong-no-mentions = La communauté n’a pas choisi de citer qui a aidé. Cela se choisit dans /rituel ajouter, ou avec monthly_mention = true dans le fichier de passerelle community.
ritual-mentions = Ce rituel cite par leur nom les personnes remerciées dans le mois. Votre communauté ne l’a pas encore choisi. Le choisir en son nom ? Chaque personne à qui on dit merci pourra accepter ou non d’être citée.
ritual-mentions-yes = Oui, citer qui le veut
ritual-mentions-no = Non, ne citer personne
ritual-wrong-no-prompts = Ce rituel n’a aucune question à poser : choisissez une bibliothèque, ou écrivez les vôtres.
