# Les groupes de membres
group-none = Il n’y a pas encore de groupe. Pour en créer un : /groupe suivi de son nom, par exemple /groupe Mentors
group-list =
    Les groupes :
    { $lines }
group-line = • { $name } ({ $count })
group-new = Il n’y a pas encore de groupe « { $name } ». Je le crée ?
group-left = Très bien, rien n’est changé.
group-who = « { $name } » : { $members }. Que faire ?
group-empty = personne pour l’instant
group-add = Ajouter des membres
group-remove = Retirer des membres
group-nothing = Rien
group-names = Qui ? Des noms, avec des virgules, par exemple @awa, @marc
group-unknown = Je ne trouve pas une seule personne pour : { $names }. Les autres sont faits.
group-done = C’est fait. « { $name } » : { $members }.
group-wrong-name = Un groupe a un nom d’une ligne, pas trop long.
