# Ce que l'API répond à ce qu'elle refuse
form-send = Envoyer
newcomer = Nouvelle personne
room-title = Vous et { $others }
api-not-utf8 = Ce message n’est pas en UTF-8. Renvoyez-le encodé en UTF-8.
api-not-json = Ce message n’est pas un objet JSON lisible. Vérifiez-le, avec « Content-Type: application/json », et renvoyez-le.
api-needs-token = Il faut le jeton d’accès de ce serveur. Demandez l’adresse complète à la personne qui l’administre.
api-not-here = Cette adresse n’est pas celle de ce serveur. Ouvrez-le par http://127.0.0.1.
api-not-there = On ne peut parler que dans sa propre ligne directe, dans un canal, ou dans un salon où l’on a été invité.
api-welcome-first = Pour parler ici, finissez d’abord votre accueil dans votre ligne directe : il ne reste que quelques questions.
api-unknown-sender = Personne ne porte cet identifiant ici. Envoyez d’abord un événement « join ».
api-unknown-place = Ce lieu n’existe pas. La liste est dans /local/api/places.
api-too-large = C’est trop gros : 64 Kio au plus. Raccourcissez, ou envoyez en plusieurs fois.
api-repeated-field = Le champ « { $field } » est là deux fois. Gardez-en un seul.
api-unknown-field = Le champ « { $field } » n’existe pas. Retirez-le ; docs/local-api.md donne la liste.
api-missing-field = Il manque le champ « { $field } ».
api-wrong-value = Le champ « { $field } » n’a pas la forme attendue ; docs/local-api.md la décrit.
api-empty-text = Le message est vide. Écrivez quelque chose et renvoyez-le.
api-text-too-long = Le champ « { $field } » est trop long : { $most } caractères au plus. Raccourcissez-le, et renvoyez-le.
api-no-such-call = Il n’y a rien à cette adresse. Les appels sont dans docs/local-api.md.
api-wrong-method = Cette adresse s’appelle autrement (GET ou POST) ; docs/local-api.md dit comment.
api-too-fast = Doucement ! Attendez quelques secondes avant de continuer.
api-demo-only = L’horloge n’avance que dans la démonstration (make demo).
door-title = Bienvenue à la porte
door-explanation = Cette page demande un jeton d’accès. Il est à la fin de l’adresse que vous a donnée la personne qui s’en occupe, après « ?token= » : ouvrez cette adresse complète, ou écrivez le jeton ici.
door-label = Jeton d’accès
door-enter = Entrer
