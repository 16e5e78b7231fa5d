# Les questions que la communauté écrit elle-même
own-none = « { $name } » ne pose pas de questions à tour de rôle. Pour en choisir un qui le fait : /rituel ajouter
own-what = Ces questions viennent à tour de rôle. Que voulez-vous faire ?
own-line = • { $words } ({ $format })
own-others =
    { $count ->
        [0] Aucune question toute prête ne vient s’y ajouter.
        [one] Une question toute prête vient s’y ajouter.
       *[other] { $count } questions toutes prêtes viennent s’y ajouter.
    }
own-write = Écrire une question
own-out = En retirer
own-only = Seulement les nôtres
own-fine = C’est bien ainsi
own-words = Écrivez la question telle qu’on la lira. { $name } devient le prénom de chaque personne, ou son nom entier si je n’y reconnais pas de prénom ; { $community } le nom de la communauté.
own-words-for = Et que lira le groupe « { $group } » ?
own-also = Et pour qui lit « { $language } » ? Sans traduction, ces mots-là serviront à tout le monde.
own-another = Un groupe doit-il lire autre chose ?
own-same = Non, la même pour tout le monde
own-format = Quelle forme a la question que vous venez d’écrire ? Deux questions de la même forme ne se suivent jamais.
prompt-format-story = un récit
prompt-format-question = une question
prompt-format-challenge = un défi
prompt-format-tip = une astuce
prompt-format-gratitude = un merci
own-preview-title = Voici ce qu’on lira :
own-preview = { $who } ({ $language }) : { $words }
own-sure = Je la garde ? Elle viendra à son tour.
own-written = C’est gardé. La question viendra à son tour ; pour la voir : /rituel aperçu
own-out-which = Lesquelles ne doivent plus venir ?
own-out-done = C’est fait, elles ne viendront plus.
own-only-done = C’est fait : seules vos questions viennent désormais.
ritual-wrong-asked-now = Cette question est posée en ce moment même. Elle pourra partir quand ses réponses seront recueillies.

# Les jours sans rituel
day-off-none = Aucun jour sans rituel n’est noté.
day-off-list =
    Ces jours-là, aucun rituel ne tombe :
    { $lines }
day-off-line = • { $day }
day-off-once = { $since } { $year }
day-off-yearly = { $date } { $month }, chaque année
day-off-add = En ajouter
day-off-remove = En retirer
day-off-fine = C’est bien ainsi
day-off-days = Quels jours ? Par exemple « 1 mai, 25 décembre » pour chaque année, ou « 6 mai 2027 » pour une seule fois.
day-off-which = Lesquels retirer ?

# Un message tel que chaque plateforme le montre
view =
    { $platform } :
    { $lines }
views =
    Ce que chaque plateforme en montre :
    { $views }
view-added = { $lines }
view-words = { $words }
view-waits = (À qui n’a rien écrit depuis 24 heures, le message parvient dès son prochain mot.)
view-knock = (À qui n’a rien écrit depuis 24 heures, d’abord : « { $words } » [ { $see } ])
