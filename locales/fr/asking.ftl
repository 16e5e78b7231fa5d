# Demander de l'aide, et savoir où l'on en est
why-offer = propose : { $phrases }
why-experience = a vécu : { $phrases }
why-headline = se présente ainsi : { $phrases }
why-you-offer = Pourquoi vous ? Vous proposez : { $phrases }
why-you-experience = Pourquoi vous ? Vous avez vécu : { $phrases }
why-you-headline = Pourquoi vous ? Vous vous présentez ainsi : { $phrases }
why-you-team = Pourquoi vous ? L’équipe a pensé à vous.
ask-what-do-you-need = De quoi avez-vous besoin ? En quelques mots, par exemple « relire mon budget ».
ask-who =
    { $people ->
        [1] Pour « { $need } », j’ai pensé à cette personne. Voulez-vous lui demander ?
       *[other] Pour « { $need } », j’ai pensé à ces personnes. À qui voulez-vous demander ?
    }
ask-name = { $name }
ask-external = { $name } (hors de la communauté)
ask-team = Demander plutôt à l’équipe
ask-drop = Laisser tomber
ask-dropped = Très bien. Revenez quand vous voulez : demander ne dérange personne.
ask-context = Voulez-vous ajouter un mot de contexte ? Ce qui est en jeu, ce que vous avez déjà essayé. Votre nom n’est donné que si la personne accepte.
ask-nobody-yet = Je ne vois encore personne pour « { $need } ». Je peux passer votre demande à l’équipe, qui connaît du monde. D’accord ?
ask-pass-on = Oui, passez-la à l’équipe
ask-on-its-way = Votre demande est partie vers { $name }. Vous aurez des nouvelles dans les trois jours, quoi qu’il arrive. Pour savoir où elle en est : « où en est ma demande ? »
ask-with-team = Votre demande « { $need } » est maintenant auprès de l’équipe. Quelqu’un s’en occupe, et je vous tiens au courant. Le jour où une personne proposera cela ici, je vous le dirai aussi.
ask-accepted = Bonne nouvelle : { $name } accepte de vous aider pour « { $need } ». Un salon est ouvert pour vous deux : à vous de jouer, je m’efface.
where-nothing = Vous n’avez pas de demande en cours. Pour en faire une : « qui peut m’aider avec… ? »
where-list =
    Voici où vous en êtes.
    { $lines }
where-line = • { $need } : { $stands }
where-fine = Merci, c’est clair
where-withdraw = Retirer « { $need } »
where-kept = Tout suit son cours.
where-too-late = Trop tard pour la retirer : { $name } vient d’accepter. Vous pouvez lui dire dans votre salon que ce n’est plus nécessaire.
where-withdrawn = C’est retiré. Si quelqu’un l’avait reçue, je viens de le prévenir.
where-answer = Répondre à { $name }
stands-stuck = l’équipe s’en occupe
stands-introduced = vous êtes en lien avec { $name }
stands-question = { $name } aimerait d’abord savoir « { $question } », et décidera sans votre réponse si elle n’est pas là le { $until }
stands-postponed = { $name } est disponible à partir du { $until }
stands-waiting = { $name } a jusqu’au { $until } pour répondre
stands-waiting-then = { $name } a jusqu’au { $until } pour répondre, ensuite je demanderai à { $following }
progress-team = Personne n’a pu prendre votre demande « { $need } » pour l’instant. Je l’ai confiée à l’équipe, qui cherche avec vous. Le jour où une personne proposera cela ici, je vous le dirai aussi.
progress-next = Pour « { $need } », la personne sollicitée n’est pas disponible. J’ai demandé à { $name } : vous aurez des nouvelles dans les trois jours.
progress-reminded = { $name } n’a pas encore répondu pour « { $need } » : je viens de lui faire un petit rappel.
progress-undetailed = Pour « { $need } », { $name } va décider sans la précision demandée. Vous pouvez encore la donner : « où en est ma demande ? »
progress-then = Sans réponse le { $until }, je demanderai à { $following }.
progress-then-team = Sans réponse le { $until }, j’en parlerai à l’équipe.
two-sentences = { $first } { $second }
progress-proposed = L’équipe a pensé à { $name } pour « { $need } » : je viens de lui demander.
details-asked = À propos de « { $need } », on vous demande d’abord : « { $question } ». Que dois-je répondre ?
details-reminder = Petit rappel pour « { $need } » : on aimerait d’abord savoir « { $question } ». Que dois-je répondre ?
details-skipped = Entendu. Je le dis, et la personne décidera sans.
details-moved-on = Merci. La personne s’est mise en pause entre-temps : je passe à la suite.
details-given = Merci, j’ai transmis.
postponed-choice = { $name } n’est pas disponible avant le { $until }. Préférez-vous attendre, ou demander à quelqu’un d’autre ?
postponed-wait = J’attends
postponed-next = Quelqu’un d’autre
postponed-waiting = Entendu. Je lui redemanderai le { $until }.
