# La page d’accueil d’un membre, là où il y en a une
home-greeting = Bonjour { $name } ! Voici où vous en êtes.
home-stranger = Bienvenue ! Écrivez-moi « bonjour » dans l’onglet Messages, et je vous présente la communauté.
home-mine = Mes demandes
home-asked = Ce qu’on me demande
home-asked-line = • { $need } : répondez quand vous voulez, dans nos messages
home-proposed-line = • { $by }, de l’équipe, aimerait vous présenter quelqu’un : « { $reason } ». Répondez quand vous voulez, dans nos messages
home-asked-nothing = Personne n’attend de réponse de vous.
home-ask = Demander de l’aide
home-where = Suivre mes demandes
home-profile = Mon profil
home-help = Que savez-vous faire ?
home-gatherings = Mes prochaines rencontres
home-gatherings-nothing = Aucune rencontre prévue pour le moment.
