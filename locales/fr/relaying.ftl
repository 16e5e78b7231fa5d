# Deux personnes sans salon commun : deux messageries, ou deux lignes WhatsApp
relay-name = Vous et { $name } n’avez pas de salon commun ici. Je peux porter vos mots de l’une à l’autre, sans donner vos coordonnées. Sous quel nom voulez-vous écrire ? (Choisissez, ou écrivez-en un autre.)
relay-instead = Le salon prévu pour { $name } et vous n’a pas pu s’ouvrir, toutes mes excuses. Voici une autre façon de vous parler.
relay-as = { $name }
relay-no = Plutôt pas
relay-waiting = C’est noté. Dès que { $name } est d’accord aussi, je vous le dis.
relay-how = Vous pouvez écrire à { $name } par moi. Commencez votre message par @{ $first }, ou répondez directement à l’un des siens. Je ne garde rien de ce que vous vous dites. Pour terminer : /quitter. En cas de souci : /signaler
relay-refused = Entendu. Si vous changez d’avis, l’équipe peut vous aider : /equipe
relay-words = { $name } : { $words }
relay-picture = { $name } vous envoie une image.
relay-whom = Je ne sais pas à qui transmettre cela. Commencez par @ et le prénom : { $names }.
relay-lost = Je ne peux transmettre à { $name } que des mots et des images légères. Pouvez-vous me l’écrire ?
relay-not-there = { $name } n’est plus joignable ici. Vos mots n’ont pas été transmis.
relay-left = C’est terminé, plus rien ne passe entre vous deux.
relay-over = { $name } a terminé l’échange ici. Merci pour ce bout de chemin ensemble.
relay-over-gone = La personne avec qui je vous mettais en lien n’est plus là. L’échange est terminé.
relay-quiet = Rien n’est passé entre vous et { $name } depuis trente jours : je ferme l’échange. Merci pour ce bout de chemin ensemble.
relay-lapsed = Je n’ai pas eu de réponse de { $name } pour vous mettre en lien, et je m’arrête là. Ce n’est sans doute qu’un manque de temps. L’équipe peut vous aider : /equipe

# Un moyen de se joindre, donné par chacun
contact-ask = Voulez-vous aussi donner à { $name } un moyen de vous joindre (un numéro, une adresse) ? Écrivez celui que vous voulez. Vous ne verrez chacun celui de l’autre que si vous en donnez un tous les deux.
contact-none = Non merci
contact-kept = Entendu, vos coordonnées restent à vous.
contact-waiting = Merci, je le garde pour moi tant que { $name } n’a pas donné le sien.
contact-given = { $name } vous donne ce moyen de se joindre : { $contact }. Je ne le garde pas : notez-le.

# Terminer un échange
leave-nobody = Aucun échange ne passe par moi en ce moment. Pour ne plus rien recevoir de moi : /stop
leave-which = Avec qui voulez-vous terminer l’échange ?

# Ce que l’on ne sait pas lire
only-words = Je ne sais lire que les mots. Pouvez-vous me l’écrire ?
