# La question du mois, ses réponses et ce qui en est partagé
prompt = { $words }
prompt-answer = Je réponds
prompt-not-now = Pas cette fois
prompt-leave = Quitter ce rituel
prompt-left = C’est noté : ce rituel ne vous écrira plus. Le reste ne change pas. Pour y revenir un jour : /reprendre
prompt-next-time = Très bien, à une prochaine fois.
prompt-anonymous = C’est vous qui le dites, une fois votre réponse écrite : à tous avec votre nom, à l’équipe seulement ou, quand cela peut être tenu, à tous sans votre nom. Rien n’est gardé avant.
prompt-keeps = Rien ne presse : la question reste là. Répondez-y quand vous voulez, ou plus tard avec /repondre.
prompt-none = Aucune question n’est ouverte en ce moment. La prochaine viendra à son heure.
prompt-mine =
    { $words }
    Vous avez répondu : « { $mine } »
prompt-again = Répondre autre chose
prompt-your-words = Je vous écoute. Quelques lignes suffisent.
prompt-share = Jusqu’où cette réponse peut-elle aller ?
prompt-share-unsigned =
    Jusqu’où cette réponse peut-elle aller ?
    Sans votre nom, elle rejoint les autres dans une enveloppe scellée : personne ne saura qu’elle est de vous, on ne l’ouvre qu’à partir de { $least } réponses, et elle ne peut plus être reprise.
prompt-share-named = À tous, avec mon nom
prompt-share-unnamed = À tous, sans mon nom
prompt-share-team = À l’équipe seulement
prompt-kept-named = Merci ! Votre réponse pourra être partagée, avec votre nom. Pour en changer : /repondre
prompt-kept-unnamed = Merci ! Votre réponse est dans l’enveloppe, sans votre nom.
prompt-kept-team = Merci ! Seule l’équipe lira votre réponse.
prompt-final = Vous avez répondu sans votre nom : votre réponse est scellée avec les autres. Personne ne peut l’y retrouver, moi non plus : elle ne peut être ni changée ni retirée. Merci !
prompt-aloud =
    { $words }

    Pour répondre, en privé : /repondre
shortcut-answer = Je réponds
prompt-thread =
    Vous avez répondu à la question du mois dans le fil :

    { $words }

    Cette réponse peut-elle figurer dans le récapitulatif ? Si vous ne dites rien, elle n’y sera pas.
prompt-thread-unsigned =
    Vous avez répondu à la question du mois dans le fil :

    { $words }

    Cette réponse peut-elle figurer dans le récapitulatif ? Si vous ne dites rien, elle n’y sera pas.
    Sans votre nom, elle rejoint les autres dans une enveloppe scellée, qu’on n’ouvre qu’à partir de { $least } réponses, et elle ne peut plus être reprise. Qui a lu le fil la reconnaîtra.
prompt-thread-as-named = Oui
prompt-thread-as-unnamed = Oui, sans mon nom
prompt-thread-as-no = Non
prompt-thread-no = Très bien : elle reste dans le fil, et je n’en garde rien. Pour donner une autre réponse : /repondre
prompt-thread-long = Votre réponse à la question du mois, dans le fil, dépasse { $most } caractères : elle y reste, et je n’en garde rien. Pour en donner une plus courte, pour le récapitulatif : /repondre
roundup-for-team =
    Pour l’équipe seulement :
    { $lines }
roundup =
    Voici ce que les membres acceptent de partager :
    { $lines }

    Je le publie ?
roundup-line = • { $words }
roundup-line-named = • { $words } — { $name }
roundup-post-it = Publier ainsi
roundup-edit = Modifier d’abord
roundup-drop = Ne rien publier
roundup-words =
    Voici le texte à publier. Copiez-le, changez ce que vous voulez et renvoyez-le :

    { $words }
roundup-words-part =
    Partie { $n } sur { $of } du texte à publier. Copiez-la, changez ce que vous voulez et renvoyez-la :

    { $words }
roundup-edited =
    Voici ce qui serait publié, mot pour mot :

    { $words }

    Je le publie ?
roundup-edit-again = Modifier encore
roundup-restore = Reprendre le texte d’avant
roundup-keep = Le laisser ainsi
roundup-waits = Un petit rappel : ces réponses attendent encore. Rien ne part sans vous, et ne rien publier va très bien aussi.
roundup-closed = Les réponses à la dernière question n’ont pas été publiées, et ce n’est pas grave : je les laisse de côté. La prochaine question viendra à son heure.
roundup-posted = C’est publié. Merci !
roundup-dropped = Très bien, rien n’est publié.
roundup-nothing = « { $name } » : cette fois, il n’y a rien à partager (les réponses sans nom ne s’ouvrent qu’à partir de { $least }). La question suivante viendra en son temps.
answers-unopened = « { $ritual } » : l’enveloppe des réponses sans nom est restée fermée, car on ne l’ouvre qu’à partir de { $least }. Personne n’a lu la vôtre, et elle est effacée. Merci de l’avoir écrite !
answers-unposted = « { $ritual } » : cette fois, l’équipe ne publie pas les réponses. La vôtre n’ira donc pas plus loin. Merci de l’avoir écrite !
roundup-public =
    Vos réponses à la question du mois :

    { $words }
roundup-to-you =
    Vos réponses à la question du mois :

    { $words }

    Pour ne plus rien recevoir de moi : /stop
roundup-more = { $words }
prompt-closed = Cette question est close : je ne peux plus prendre de réponse. La prochaine viendra à son heure.
answer-unfinished = La question du mois est close, et je n’avais pas encore toute votre réponse : rien n’en est gardé ni partagé. La prochaine viendra à son heure.
roundup-is-posted = Ce récapitulatif est déjà publié : une autre personne de l’équipe s’en est chargée. Rien n’y a été changé.
roundup-is-dropped = Ce récapitulatif n’est plus à publier : il a été laissé entre-temps. Rien n’a été envoyé.
# Revenir sur sa réponse
answer-change =
    Votre réponse à la question du mois :

    { $words }

    { $stands }
answer-is-named = Elle pourra être partagée avec votre nom. Que faut-il en faire ? Sans votre nom, elle est scellée avec les autres et ne peut plus être reprise.
answer-is-team = Seule l’équipe la lira. Que faut-il en faire ? Sans votre nom, elle est scellée avec les autres et ne peut plus être reprise.
answer-is-collected = La question est close, et l’équipe a les réponses sous les yeux ; tant que rien n’est publié, la vôtre peut être retirée.
answer-anew = La réécrire
answer-back = La retirer
answer-keep = La laisser ainsi
answer-stays = Très bien, rien ne change.
answer-gone = C’est fait : votre réponse est effacée.
prompt-or-ask = « { $words } » : est-ce votre réponse à la question, ou cherchez-vous quelqu’un ?
prompt-is-answer = C’est ma réponse
prompt-share-more =
    Votre réponse, avec cela :

    { $words }

    { $question }
prompt-share-told =
    Votre réponse :

    { $words }

    { $question }
prompt-no-answer = Ce n’est pas encore une réponse à la question. Écrivez-la avec vos mots, ou /annuler pour la laisser.
prompt-dropped = Très bien : rien n’est gardé. Pour répondre tout de même : /repondre
