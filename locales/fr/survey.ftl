# Les enquêtes : y répondre, en préparer une, en lire les résultats
survey-invitation =
    { $count ->
        [one] L’équipe aimerait votre avis : « { $title } ». Une seule question, ouverte jusqu’au { $until }. C’est anonyme : je n’écris nulle part qui a répondu quoi.
       *[other] L’équipe aimerait votre avis : « { $title } ». { $count } questions, ouvertes jusqu’au { $until }. C’est anonyme : je n’écris nulle part qui a répondu quoi.
    }
survey-reminder =
    { $count ->
        [one] Il est encore temps de donner votre avis : « { $title } », une question, jusqu’au { $until }. C’est toujours anonyme, et je ne vous le rappellerai plus.
       *[other] Il est encore temps de donner votre avis : « { $title } », { $count } questions, jusqu’au { $until }. C’est toujours anonyme, et je ne vous le rappellerai plus.
    }
survey-promise = Chaque question peut être passée, et moins de cinq réponses ne sont jamais montrées. On commence ?
survey-answer = Répondre
survey-not-now = Pas cette fois
survey-declined = C’est noté, je ne vous en reparlerai pas.
survey-ask-one = { $question }
survey-ask-several = { $question } (plusieurs réponses possibles)
survey-ask-scale = { $question } (1 : pas du tout, 5 : tout à fait)
survey-ask-words = { $question } Avec vos mots, sans rien qui dise qui vous êtes. Une fois partie, votre réponse ne peut plus être retrouvée, même par moi.
survey-option = { $option }
survey-option-until = { $until } : { $option }
survey-answered = Merci, c’est dans l’urne ! L’équipe lira l’ensemble une fois l’enquête close. Elle ne saura pas de qui vient un mot, et ne pourra donc pas vous répondre : pour lui parler, /equipe ; pour signaler ce qui vous a fait du tort, /signaler
survey-more = Je n’ai gardé ces mots nulle part. Sont-ils la suite de votre réponse ? Alors écrivez-la de nouveau ici : elle ira dans l’urne, sans votre nom, comme le reste. Sinon, passez.
survey-added = Merci ! Ce que vous avez envoyé à l’urne y est, le reste n’est gardé nulle part.
survey-anonymous = C’est anonyme : vos réponses vont dans une urne scellée, sans votre nom, sans heure et sans ordre : ni l’équipe ni moi ne pouvons dire qui a répondu quoi, et moins de cinq réponses ne sont jamais montrées. Seuls vos mots, s’il y en a, peuvent vous trahir : ils seront lus tels quels.
survey-final = Ce qui est dans l’urne n’a plus de nom : personne ne peut y retrouver votre réponse, moi non plus. Elle ne peut donc être ni changée ni reprise. Ce qui n’a pas encore de réponse peut être passé.
survey-explained = L’équipe demande leur avis à plusieurs membres, et lira l’ensemble des réponses une fois l’enquête close. Chaque question peut être passée : rien n’est obligatoire.
survey-keeps = Rien ne presse : je n’ai rien mis dans l’urne, et la question reste là. Répondez-y quand vous voulez, ou plus tard avec /enquete.
survey-answer-long = Il me faut quelques mots, { $most } caractères au plus.
survey-none = Aucune enquête n’attend votre réponse pour le moment.
survey-which = À quelle enquête voulez-vous répondre ?
survey-what = Que souhaitez-vous faire ?
survey-new = Nouvelle enquête
survey-mine = Répondre à une enquête
survey-over = close
survey-few-so-far = jusqu’au { $until } ; moins de cinq réponses pour l’instant
survey-so-far = jusqu’au { $until } ; { $count } réponses pour { $asked } personnes
survey-title = De quoi parle cette enquête ? Un titre court, que les membres liront.
survey-title-long = Il me faut un titre, de { $most } caractères au plus.
survey-how =
    Écrivez vos questions, une par ligne, cinq au plus. Ce qui suit la question dit comment on y répond :
    Comment va votre projet ? 1-5
    Quel jour vous convient ? mardi / jeudi
    Qu’aimeriez-vous ? un atelier + un déjeuner
    Un mot pour l’équipe ?
survey-scale = Il n’y a qu’une échelle, de 1 à 5 : écrivez « 1-5 » derrière la question, ou des choix séparés par « / ». À reprendre : « { $question } ».
survey-no-question = Je n’ai pas trouvé de question. Écrivez-en au moins une, sur une ligne à elle.
survey-many = { $count } questions, c’est trop pour qu’on réponde volontiers : gardez-en { $most } au plus, puis renvoyez-les.
survey-question-long = La question « { $begins }… » est trop longue : { $most } caractères au plus.
survey-options = Pour « { $question } », il faut de deux à { $most } réponses, séparées par / (une seule) ou par + (plusieurs).
survey-option-long = La réponse « { $option } » est trop longue pour un bouton : { $most } caractères au plus.
survey-for-whom = Pour quels groupes ?
survey-everyone = Toute la communauté
survey-until = Jusqu’à quel jour peut-on répondre ? Par exemple « vendredi » ou « dans deux semaines ».
survey-preview =
    { $count ->
        [one] Voici ce que lira { $count } personne, dans sa langue pour tout ce qui vient de moi, jusqu’au { $until }. J’envoie ?
       *[other] Voici ce que liront { $count } personnes, dans leur langue pour tout ce qui vient de moi, jusqu’au { $until }. J’envoie ?
    }
survey-preview-line = { $question } → { $options }
survey-preview-words = { $question } → quelques mots
survey-send = Envoyer
survey-rewrite = Changer les questions
survey-drop = Ne pas envoyer
survey-dropped = Rien n’est envoyé, rien n’est gardé.
survey-sent =
    { $count ->
        [one] C’est parti pour { $count } personne, jusqu’au { $until }. Vous aurez les résultats à la fin, s’il y a au moins cinq réponses. Pour suivre : /enquete
       *[other] C’est parti pour { $count } personnes, jusqu’au { $until }. Vous aurez les résultats à la fin, s’il y a au moins cinq réponses. Pour suivre : /enquete
    }
survey-not-key = Je ne peux pas encore promettre l’anonymat ici : il faut à la base de données une clé gardée hors d’elle. Demandez à qui l’installe de donner PASSERELLE_ENCRYPTION_KEY.
survey-not-nobody = Personne ne serait interrogé : ces groupes sont vides. Choisissez-en d’autres.
survey-not-few = Trop peu de monde pour l’anonymat : il faut au moins { $least } personnes. Choisissez plus large.
survey-not-few-here = Une enquête est anonyme à partir de { $least } personnes, et la communauté en compte moins pour l’instant. Vous pourrez en envoyer une quand elle aura grandi.
survey-not-past = Ce jour est passé. Choisissez-en un à venir.
survey-not-alike = Presque les mêmes personnes viennent de recevoir cette question, ou une autre si elles sont peu nombreuses : la différence trahirait une réponse. Choisissez exactement les mêmes personnes, un tout autre public, ou attendez une semaine.
survey-refused = Le rituel « { $name } » n’a interrogé personne cette fois. { $why }
survey-standing = « { $title } » : { $standing }.
survey-close = Les résultats se lisent à la fin. Clore dès maintenant ? On ne pourra plus répondre.
survey-close-few = Il y a moins de { $least } réponses : si vous clôturez l’enquête maintenant, elles seront effacées sans que personne ne les lise. Clore quand même ?
survey-close-yes = Clore
survey-close-no = Laisser ouvert
survey-goes-on = Très bien, elle reste ouverte jusqu’au { $until }.
survey-closed = C’est clos.
survey-results = Voici ce que la communauté répond à « { $title } ». Nombres et parts sont arrondis assez largement pour que personne ne s’y reconnaisse, l’ordre des mots est tiré au sort.
survey-too-few = « { $title } » a reçu moins de { $least } réponses : par respect pour qui a répondu, rien n’en est montré, et tout est effacé.
survey-result =
    { $question } (au moins { $count } réponses)
    { $lines }
survey-result-scale =
    { $question } (au moins { $count } réponses, { $whole },{ $tenths } sur 5 en moyenne)
    { $lines }
survey-result-share = { $option } : { $share } %
survey-result-at-most = { $option } : { $share } % au plus
survey-result-at-least = { $option } : { $share } % au moins
survey-result-words =
    { $question } ({ $count } réponses)
    { $lines }
survey-result-text = « { $text } »
survey-result-few = { $question } Moins de { $least } réponses : rien n’en est montré.
command-survey = répondre à une enquête
command-survey-more = répondre à une enquête, ou en lancer une
command-survey-name = enquete
command-survey-words = enquête, enquêtes, sondage, questionnaire
survey-result-some =
    { $question } ({ $count } réponses ; en voici sept, tirées au sort, et toutes sont dans le fichier)
    { $lines }
