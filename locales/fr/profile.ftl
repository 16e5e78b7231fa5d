card-title = { $name }
card-headline = { $headline }
card-offer = Propose : { $items }
card-experience = A vécu : { $items }
card-never = Préfère ne pas recevoir de demandes sur : { $items }
card-want = Cherche : { $items }
card-reading = { $language } · { $zone }
profile-shown = Voici votre profil, tel que la communauté peut le trouver. Souhaitez-vous le changer ?
profile-change = Le changer
profile-keep = Le garder ainsi
profile-kept = Très bien, rien ne change.
profile-form = Changez ce que vous voulez ; seuls le nom et le fuseau horaire sont nécessaires.
profile-saved = C’est enregistré. Voici votre profil maintenant :
field-name = Nom
field-headline = En une ligne
field-headline-hint = Ce que vous faites, ou ce qui vous anime
field-offer = Ce que je peux offrir
field-experience = Ce que j’ai vécu
field-never = Ce que je préfère ne pas recevoir comme demandes
field-want = Ce que je cherche
field-list-hint = Séparez par des virgules
field-locale = Langue
field-time-zone = Fuseau horaire ou ville
field-time-zone-hint = Par exemple Europe/Paris, ou Dakar
offer-what = Sur quoi pouvez-vous aider ?
offer-add = Merci ! J’ajoute « { $offer } » à ce que vous proposez ?
offer-not-now = Pas maintenant
offer-off = Je retire { $offers } de ce que vous proposez ? On ne vous le demandera plus.
offer-off-yes = Oui, retirer
offer-off-pause = Plutôt une pause
offer-off-no = Non, garder
offer-off-headline = C’est votre présentation qui dit « { $offer } ». Pour la changer : /profil
offer-off-none = C’est noté : « { $offer } » n’est pas sur votre profil, rien à retirer. Le voici ; pour le changer : /profil
offer-there = « { $offer } » y est déjà. Merci d’être là !
who-name = De qui s’agit-il ? Écrivez un nom, ou une partie du nom.
who-shown = Voici comment { $name } se présente :
who-likely =
    Personne ici ne s’appelle « { $name } ». { $found ->
        [1] Pensez-vous à cette personne ?
       *[other] Pensez-vous à l’une de ces personnes ?
    }
who-nobody = D’accord. Avec un nom plus complet, je pourrai mieux chercher : /qui
who-meant = « { $name } » : pensez-vous à cette personne ?
who-not-met = Je n’ai pas encore fait la connaissance de { $name }. Dès que cette personne m’aura écrit un premier mot et aura fini de s’installer, ce sera possible.
acquaint = Souhaitez-vous que je transmette à l’équipe votre envie de rencontre : { $people } ? Les présentations passent par elle, et chaque personne reste libre.
acquaint-team = Oui, transmettez
acquaint-leave = Laisser
acquaint-left = Très bien, je ne transmets rien.
profile-reached = Comment on me joint
reached-title = Comment on me joint
reached-until = En pause jusqu’au { $until }
reached-planned = Pause prévue : à partir du { $since }, plus aucune demande avant le { $until }
reached-from = Pause prévue à partir du { $since }
reached-paused = En pause jusqu’à votre retour
reached-quiet = Heures calmes : { $hours }
reached-no-quiet = Pas d’heures calmes
reached-weekly =
    { $count ->
        [0] Je ne vous demande jamais rien de moi-même
        [one] Une demande par semaine au plus
       *[other] { $count } demandes par semaine au plus
    }
reached-suggestions = Les suggestions de rencontres sont les bienvenues
reached-no-suggestions = Pas de suggestions de rencontres
reached-mention = Votre nom peut figurer dans les mercis du mois
reached-no-mention = Votre nom ne figure pas dans les mercis du mois
reached-buddy = Volontiers binôme d’accueil pour qui vient d’arriver
reached-no-buddy = Pas binôme d’accueil
reached-zone = À l’heure de { $zone }
reached-shown = Voici quand, et combien de fois, je peux vous demander quelque chose, toutes messageries confondues. Les réponses et les nouvelles vous parviennent toujours. Souhaitez-vous le changer ?
reached-wished = Ce serait donc ainsi, pour ce que je peux vous demander. Les réponses et les nouvelles vous parviennent toujours. Est-ce bien cela ?
reached-kept = C’est enregistré. Tout cela se change dans /profil.
reached-change = Le changer
reached-pause = Faire une pause
reached-resume = Finir la pause
reached-drop = Renoncer à la pause prévue
reached-form = Comme il vous convient le mieux. Votre langue et votre fuseau horaire sont dans votre profil.
reached-saved = C’est enregistré. Désormais :
weekly-times =
    { $count ->
        [0] Jamais
        [one] Une fois par semaine
       *[other] { $count } fois par semaine
    }
field-quiet = Heures calmes
field-quiet-hint = Par exemple 21:00-08:00 ; rien s’il n’y en a pas
field-weekly = Demandes par semaine, au plus
field-suggestions = Suggestions de rencontres
field-mention = Votre nom dans les mercis du mois
field-buddy = Être binôme d’accueil, pour qui vient d’arriver
read-hours = Je n’ai pas compris ces heures. Écrivez par exemple 21:00-08:00.
