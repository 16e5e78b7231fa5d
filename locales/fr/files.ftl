# Fichiers que le bot remet : ses données, une date pour l’agenda, un graphique.

api-no-such-file = Ce fichier n’est plus là : il se télécharge pendant une semaine. Redemandez-le au bot si vous en avez besoin.
slack-file-refused = Je n’ai pas pu joindre { $name } : Slack ne me le permet pas ici. L’équipe peut y remédier avec passerelle doctor.
whatsapp-file = { $name }, à ouvrir pendant une journée :
