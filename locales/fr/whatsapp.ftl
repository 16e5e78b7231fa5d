# WhatsApp : ce qui n’existe que là
whatsapp-choose = Choisir
whatsapp-your-choice = Que choisissez-vous ?
whatsapp-number = Répondez par le numéro, ou par les mots.
whatsapp-numbers = Répondez par un ou plusieurs numéros, séparés par des virgules.

# Les mots qui arrêtent et qui reprennent, écrits seuls, à côté de ceux de /stop et de /reprendre
whatsapp-stop-words = arrête, arrêtez, désabonnement, se désabonner, désinscrire, désinscription, désabonne, désabonnez, me désabonner, désinscris, désinscrivez, me désinscrire, fin, stop message, ça suffit, 🛑
whatsapp-start-words = réabonne, réabonnez, abonner, s’abonner, abonnez, m’abonner

# Les modèles que WhatsApp approuve, pour qui n’a pas écrit depuis un jour
whatsapp-template-request = Bonjour ! Un membre de votre communauté cherche un coup de main, et a pensé à vous. Touchez le bouton pour voir sa demande, quand vous voulez.
whatsapp-template-reminder = Bonjour ! Une demande attend encore votre réponse. Un oui, un non, plus tard : tout convient. Touchez le bouton pour la voir.
whatsapp-template-news = Bonjour ! Il y a du nouveau pour vous dans votre communauté. Touchez le bouton pour le lire.
whatsapp-template-follow-up = Bonjour ! Vous avez été mis en relation il y a quelques jours. Touchez le bouton pour nous dire comment cela s’est passé.
whatsapp-template-gathering = Bonjour ! Il s’agit d’une rencontre de votre communauté. Touchez le bouton pour voir laquelle, quand vous voulez.
whatsapp-template-team = Bonjour ! Un message de la communauté attend l’équipe. Touchez le bouton pour le lire.
whatsapp-template-see = Voir

# La ligne de commande
cli-invite = Imprime le lien et le code QR par lesquels on vous rejoint
cli-invite-platform = La plateforme : whatsapp
cli-invite-unknown = Il n’y a pas d’invitation pour « { $platform } ». Ce qui existe : whatsapp.
cli-invite-sandbox = C’est le bac à sable de Twilio : il ne prend personne qui ne lui ait d’abord envoyé « join … », avec les deux mots qui figurent sur sa page dans la console de Twilio. Envoyez ces mots avec le lien.
whatsapp-hello = Bonjour
cli-templates = Les modèles que WhatsApp doit approuver
cli-templates-list = Montre les modèles qu’il faut, dans chaque langue
cli-templates-submit = Envoie à l’approbation ceux qui manquent
cli-templates-again = Aussi ceux qui ont été refusés, sous un nouveau nom
cli-templates-check = Dit où en est chacun
template-line = { $name } ({ $locale }) : { $status }
template-status-missing = pas encore envoyé
template-status-received = reçu par Twilio
template-status-pending = en cours d’examen chez WhatsApp
template-status-approved = approuvé
template-status-rejected = refusé ({ $reason }). Ce qui aide : docs/connect-whatsapp.md, 5 ; puis : passerelle templates submit --again
template-status-other = « { $status } » ; voyez la console de Twilio
cli-whatsapp-missing = WhatsApp n’est pas connecté. Remplissez PASSERELLE_WHATSAPP_… dans .env, comme docs/connect-whatsapp.md l’explique.
cli-whatsapp-refused = Twilio a refusé ({ $why }). Lancez : passerelle doctor

# Le docteur
doctor-whatsapp-no-account = WhatsApp n’est pas connecté : il manque PASSERELLE_WHATSAPP_ACCOUNT_SID. Il est sur la première page de la console de Twilio (docs/connect-whatsapp.md, 1).
doctor-whatsapp-account-ok = WhatsApp : le compte Twilio répond
doctor-whatsapp-account-wrong = WhatsApp : Twilio refuse ce compte ({ $why }). Vérifiez ACCOUNT_SID et AUTH_TOKEN.
doctor-whatsapp-unreachable = WhatsApp : Twilio ne répond pas ({ $why }). Vérifiez la connexion de cette machine.
doctor-whatsapp-number-ok = WhatsApp : { $number } est un numéro de ce compte
doctor-whatsapp-number-wrong = WhatsApp : { $number } n’est pas un numéro WhatsApp de ce compte. Corrigez PASSERELLE_WHATSAPP_NUMBER.
doctor-whatsapp-number-offline = WhatsApp : Twilio dit du numéro « { $status } », donc pas en ligne : rien n’entre ni ne sort. Sa page dans la console dit pourquoi (Messaging → Senders → WhatsApp senders).
doctor-whatsapp-webhook-ok = WhatsApp : { $url } répond et vérifie les signatures
doctor-whatsapp-webhook-wrong = WhatsApp : { $url } n’a pas répondu comme il faut ({ $why }). Le bot doit tourner, et PUBLIC_URL mener à lui.
doctor-whatsapp-signature-wrong = WhatsApp : { $url } refuse une signature juste. PUBLIC_URL et AUTH_TOKEN doivent être les mêmes ici et pour le bot qui tourne.
doctor-whatsapp-another-wrong = WhatsApp : derrière { $url } tourne un bot pour un autre compte ou un autre numéro. ACCOUNT_SID et NUMBER doivent être les mêmes ici et pour lui : relancez-le.
doctor-whatsapp-plain-wrong = WhatsApp : PUBLIC_URL doit commencer par https, sinon tout le monde peut lire en chemin.
doctor-whatsapp-sandbox = WhatsApp : c’est le bac à sable de Twilio. On ne peut lui demander qui il appelle : mettez { $url } dans « Sandbox settings ». Il ne prend pas vos modèles ; après un jour de silence, les messages attendent que la personne écrive.
doctor-whatsapp-inbound-ok = WhatsApp : Twilio appelle { $url } quand quelqu’un écrit
doctor-whatsapp-inbound-missing = WhatsApp : Twilio n’appelle personne quand quelqu’un écrit. Mettez { $url } dans les réglages du numéro (docs/connect-whatsapp.md, 3).
doctor-whatsapp-inbound-wrong = WhatsApp : quand quelqu’un écrit, Twilio appelle { $there }. Ce devrait être POST { $url }, dans les réglages du numéro (docs/connect-whatsapp.md, 3).
doctor-whatsapp-proxy-wrong = WhatsApp : tout le monde peut ouvrir la page de cette machine à { $url }. Que le proxy ne laisse passer que /hooks/, et transmette l’en-tête Host (docs/connect-whatsapp.md, 3).
doctor-whatsapp-templates-ok = WhatsApp : tous les modèles sont approuvés
doctor-whatsapp-templates-missing =
    { $count ->
        [one] WhatsApp : { $count } modèle n’a pas encore été envoyé. Lancez : passerelle templates submit
       *[other] WhatsApp : { $count } modèles n’ont pas encore été envoyés. Lancez : passerelle templates submit
    }
doctor-whatsapp-templates-waiting =
    { $count ->
        [one] WhatsApp : { $count } modèle est en cours d’examen chez WhatsApp. Cela prend de quelques minutes à quelques jours ; d’ici là, les messages attendent.
       *[other] WhatsApp : { $count } modèles sont en cours d’examen chez WhatsApp. Cela prend de quelques minutes à quelques jours ; d’ici là, les messages attendent.
    }
doctor-whatsapp-templates-refused = WhatsApp : pas approuvés, ou plus approuvés : { $names }. passerelle templates check dit pourquoi, et docs/connect-whatsapp.md, 5, ce qui aide. Puis lancez : passerelle templates submit --again
doctor-whatsapp-templates-moved = WhatsApp : Meta a rangé ces modèles dans une autre catégorie : { $names }. Ils coûtent plus cher, et certaines personnes ne les reçoivent pas. Demandez à Meta de les revoir (WhatsApp Manager, « Request review »), ou voyez docs/connect-whatsapp.md, 5.
doctor-whatsapp-held = WhatsApp : { $count ->
        [one] { $count } message attend
       *[other] { $count } messages attendent
    } que { $people ->
        [one] { $people } personne écrive
       *[other] { $people } personnes écrivent
    }, depuis le { $since } : { $why }
doctor-whatsapp-held-team = WhatsApp : { $count ->
        [one] { $count } message pour l’équipe n’a pas été lu
       *[other] { $count } messages pour l’équipe n’ont pas été lus
    } par { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }, depuis le { $since } : { $why }. Que les personnes de l’équipe qui sont sur WhatsApp écrivent « bonjour » au bot : elles reçoivent tout aussitôt.
doctor-whatsapp-held-closed = après un jour sans un mot d’elles, WhatsApp ne laisse passer qu’un modèle approuvé
doctor-whatsapp-held-no-template = aucun modèle approuvé ne peut les prévenir. Voyez : passerelle templates check
doctor-whatsapp-held-refused = le modèle qui devait les prévenir a été refusé (https://www.twilio.com/docs/api/errors/{ $code })
doctor-whatsapp-clock-ok = WhatsApp : l’horloge est celle de Twilio
doctor-whatsapp-clock-wrong = WhatsApp : l’horloge de cette machine s’écarte de { $seconds } secondes de celle de Twilio. Réglez-la (NTP).
