# Ce qui vaut partout
bot-name = Passerelle
option-yes = Oui
option-no = Non
option-skip = Passer
somebody-gone = une personne partie depuis
form-missing = Il manque encore : { $fields }. Complétez le formulaire et renvoyez-le.
form-not-offered = Ce qui est arrivé pour { $fields } n’est pas parmi les choix. Choisissez-en un et renvoyez le formulaire.
form-unknown = Ce formulaire n’a pas de champ nommé { $fields }. Rien n’est changé ; reprenez-le ci-dessous.
form-empty = Ce formulaire est arrivé vide. Rien n’est changé ; reprenez-le ci-dessous.
form-refused =
    Presque ! Il reste à revoir :
    { $lines }
form-wrong = { $field } : { $why }
read-name-empty = Il me faut au moins une lettre ou un chiffre pour vous appeler.
read-name-skip = Il me faut un nom pour vous appeler : un prénom ou un surnom suffit. C’est la seule réponse que l’on ne peut pas passer.
read-name-long = C’est un peu long : { $most } caractères au plus, s’il vous plaît.
read-line-long = C’est un peu long : { $most } caractères au plus, s’il vous plaît. Raccourcissez, et renvoyez-le.
read-name-ours = Ce nom ferait croire que c’est moi ou l’équipe qui écrit. Un autre, s’il vous plaît ?
read-name-answer = Je ne suis pas sûre que ce soit un nom. Un prénom ou un surnom suffit.
read-name-contact = Ce nom contient une façon de vous joindre, que personne ne lit avant que vous ne soyez d’accord tous les deux. Un prénom ou un surnom suffit.
read-contact = Volontiers : écrivez ici le numéro ou l’adresse, comme l’autre pourra le lire.
read-items-many = C’est beaucoup ! Gardez-en { $most } au plus, les plus parlants.
read-zone = Je ne connais pas ce lieu. Essayez une plus grande ville, à côté, ou un fuseau comme Europe/Paris.
read-day = Je n’ai pas compris la date. Essayez « lundi », « dans deux semaines » ou « 15 janvier ».
read-day-partly = J’ai compris le { $day }, mais pas « { $words } » : écrivez-le sans cela, ou autrement.
read-day-none = Ce jour n’est dans aucun calendrier. Un autre ?
read-day-weekday = Cette date est un autre jour de la semaine : c’est le { $day }. Quel jour voulez-vous dire ?
read-reason = Quelques mots, s’il vous plaît : ils seront lus.
read-day-which = Le { $day }, ou le { $other } ? Écrivez la date, pour que ce soit sûr.
read-day-range = Choisissez un jour à venir, dans l’année.
read-day-past = Le { $day } vient de passer. Écrivez un jour à venir, avec son année si c’est le prochain.
answer-several = Plusieurs choix commencent ainsi. Lequel ? Écrivez son numéro, ou un mot de plus.
answer-not-among = Je n’ai pas reconnu cette réponse. Choisissez parmi ce qui suit, par son nom ou son numéro.
answer-on-the-scale = Je n’ai pas reconnu cette réponse. Choisissez un nombre de 1 à { $most }, ou passez.
answer-by-its-name = Je n’ai pas reconnu cette réponse. Choisissez d’abord parmi ce qui suit, par son nom.
ask-one-at-a-time = Je demande à une personne à la fois, et à la suivante si elle ne peut pas. Par qui commencer ?
ask-nobody-else = Ce sont les personnes auxquelles j’ai pensé. Choisissez parmi elles, ou demandez à l’équipe, qui connaît du monde.
several-aside = Votre demande « { $need } » n’est pas encore partie : j’y reviens juste après.
answer-language =
    Je n’ai pas reconnu cette réponse. Choisissez votre langue, par son nom ou son numéro.
    I didn’t recognise that answer. Choose your language, by name or by number.
answer-yes-or-no = Je n’ai pas reconnu cette réponse. Un simple « oui » ou « non » suffit.
answer-in-the-form = Les réponses se donnent dans le formulaire ci-dessous. Pour le laisser : /annuler.
nothing-waits = Rien de nouveau ne vous attend : ce qu’il y avait est lu, ou n’a plus lieu d’être.
still-waits = Vous avez tout lu. Voici ce qui attend encore votre réponse :
nothing-to-accept = Aucune demande n’attend votre réponse en ce moment. Si c’était pour une demande reçue plus tôt, elle a suivi son cours depuis ; pour en parler : /equipe
unseen-words = Vos mots n’ont répondu à rien : vous n’aviez pas encore lu tout ce qui vous attendait. C’est fait ; nous en sommes là :
stale-button = Cette question est close. Écrivez /aide pour voir ce que je peux faire.
too-late = C’est trop tard pour cela : les choses ont avancé entre-temps.
not-allowed = Cela demande un rôle que vous n’avez pas. Parlez-en à un organisateur ou une organisatrice.
engine-sorry = Pardon, j’ai un souci de mon côté. Votre réponse est gardée, l’équipe est prévenue, et je reprendrai ici.
engine-fault = Un dialogue s’est arrêté (« { $dialogue } », { $fault }). Rien n’est perdu ; le journal du serveur dit où. Il reprendra après la correction.
menu-hello = Bonjour { $name } ! Que puis-je faire ?
menu-signs = Je suis là, { $name }. Que puis-je faire ?
menu-nothing = Pardon { $name }, je n’ai pas bien compris. Dites-le-moi avec d’autres mots, ou choisissez :
menu-unknown = Je ne connais pas cette commande, { $name }.
menu-unknown-nameless = Je ne connais pas cette commande.
menu-to-ask = Demander de l’aide
menu-to-where = Mes demandes
menu-to-profile = Mon profil
menu-to-all = Tout ce que je fais
hello-again = Bonjour { $name } ! Nous en étions là :
goodbye = À bientôt, { $name } !
help-list =
    Voici ce que je sais faire :
    { $lines }
help-line = /{ $command } : { $help }
cancelled = C’est annulé.
cancel-nothing = Il n’y a rien à annuler. Pour ne plus rien recevoir de moi : /stop
cancel-later = Très bien, on reprendra quand vous voulez : écrivez-moi n’importe quand.
pause-until = Jusqu’à quand vous laisser tranquille ? Choisissez, ou écrivez par exemple « lundi » ou « 15 janvier ».
pause-until-past = Le { $day } vient de passer. Jusqu’à quand vous laisser tranquille ? Choisissez, ou écrivez un jour à venir.
pause-then = Le { $day } : votre pause commence-t-elle ce jour-là, ou finit-elle ce jour-là ? Choisissez, ou écrivez par exemple « du 20 décembre au 4 janvier ».
pause-begins-then = Elle commence ce jour-là
pause-ends-then = Elle finit ce jour-là
pause-until-from = Et jusqu’à quand vous laisser tranquille, à partir du { $since } ? Choisissez, ou écrivez par exemple « jusqu’au 15 janvier ».
pause-until-turned = Cette pause finirait avant de commencer. De quand à quand vous laisser tranquille ? Choisissez, ou écrivez par exemple « du 20 décembre au 4 janvier ».
pause-until-several = Ces jours ne se suivent pas, et je ne tiens qu’une pause à la fois. Jusqu’à quand vous laisser tranquille ? Choisissez, ou écrivez par exemple « le 15 janvier » ou « du 20 décembre au 4 janvier ».
pause-only-first = Je ne tiens qu’une pause à la fois : celle du { $since } au { $until } n’est pas notée. Redites-la-moi à votre retour.
pause-open = Jusqu’à ce que je revienne
pause-on = C’est noté : plus aucune demande, jusqu’à ce que vous écriviez /reprendre.
pause-on-until = C’est noté : plus aucune demande avant le { $until }. Pour revenir plus tôt : /reprendre.
pause-on-now = C’est noté : dès maintenant, sans attendre le { $since }, plus aucune demande avant le { $until }. Pour revenir plus tôt : /reprendre.
pause-planned = C’est noté : à partir du { $since }, plus aucune demande avant le { $until }. D’ici là, on peut encore vous en faire. Pour y renoncer : /reprendre.
pause-until-holidays = Je ne connais pas les dates de ces vacances. Jusqu’à quand vous laisser tranquille ? Choisissez, ou écrivez par exemple « lundi » ou « du 20 décembre au 4 janvier ».
pause-in-hand =
    { $count ->
        [1] Une demande vous attend encore : « { $needs } ». Voulez-vous y répondre maintenant, ou la laisser suivre son chemin ? Dans tous les cas, je ne vous la rappellerai pas.
       *[other] Des demandes vous attendent encore : { $needs }. Voulez-vous y répondre maintenant, ou les laisser suivre leur chemin ? Dans tous les cas, je ne vous les rappellerai pas.
    }
pause-answer = Répondre maintenant
pause-leave = Laisser suivre
pause-let-go = C’est transmis : plus personne n’attend votre réponse. Reposez-vous bien.
pause-went-on = Elle a suivi son chemin entre-temps : plus personne n’attend votre réponse.
paused-self = Vous êtes en pause { $span }, comme vous l’avez demandé. Pour revenir : /reprendre
paused-team = L’équipe a mis votre participation en pause { $span }. Pour en parler : /equipe
paused-team-why = L’équipe a mis votre participation en pause { $span } : « { $reason } ». Pour en parler : /equipe
paused-since-until = depuis le { $since } et jusqu’au { $until }
paused-since = depuis le { $since }, sans date de fin
paused-until = jusqu’au { $until }
paused-open = sans date de fin
paused-not-yet = Vous n’êtes pas encore en pause : elle commence le { $since }. D’ici là, on peut vous demander de l’aide. Pour y renoncer : /reprendre
paused-not = Vous n’êtes pas en pause : on peut vous demander de l’aide. Pour en faire une : /pause
pause-none = Content de vous retrouver, { $name } ! Vous n’êtes pas en pause, et aucune n’est prévue : on peut vous demander de l’aide. Tout ce que je sais faire : /aide
pause-off = Content de vous retrouver, { $name } ! On peut de nouveau vous demander de l’aide.
rituals-left = Vous aviez quitté ces rituels. En retrouver un ?
rituals-left-none = Aucun, merci
rituals-back = Avec plaisir : la prochaine fois, vous en serez.
one-way = Vous m’avez demandé de ne plus rien vous envoyer : ce qu’on vous répondra attendra donc que vous m’écriviez. Pour le recevoir aussitôt : /reprendre
stopped = Entendu : je ne vous écrirai plus de moi-même. Pour revenir : /reprendre. Pour tout effacer : /mes-donnees.
stopped-let-go = Entendu : je ne vous écrirai plus de moi-même, et plus personne n’attend votre réponse. Pour revenir : /reprendre. Pour tout effacer : /mes-donnees.
stopped-news =
    { $asks ->
        [one] Votre demande en cours continue. Pour savoir où elle en est, ou y mettre fin : /suivi
       *[other] Vos demandes en cours continuent. Pour savoir où elles en sont, ou y mettre fin : /suivi
    }
stopped-newcomer =
    Entendu : je ne vous écrirai plus de moi-même. Si vous changez d’avis, écrivez-moi, et nous finirons votre accueil. Pour tout effacer : /mes-donnees.
    Understood: I won’t write to you of my own accord any more. If you change your mind, just write, and we’ll finish your welcome. To erase everything: /mydata.
stopped-stranger =
    Entendu : je ne vous écrirai pas. Si vous changez d’avis, écrivez-moi quand vous voulez.
    Understood: I won’t write to you. If you change your mind, write to me whenever you like.
rules =
    { $mission }

    { $rules }
mydata = Tout cela est à vous. Pour le corriger : /profil. Que souhaitez-vous ?
mydata-not-yet = Rien n’est encore effacé. Voici d’abord tout ce que je garde de vous. Que souhaitez-vous ?
mydata-newcomer = Tout cela est à vous. Vous pourrez le corriger une fois votre accueil terminé. Que souhaitez-vous ?
mydata-title = Ce que je garde de vous, depuis le { $since }
mydata-profile =
    { $entries ->
        [0] Votre nom et votre ligne de présentation
        [one] Votre nom, votre ligne de présentation et { $entries } entrée de profil
       *[other] Votre nom, votre ligne de présentation et { $entries } entrées de profil
    }
mydata-asks =
    { $asks ->
        [0] Aucune demande d’aide
        [one] { $asks } demande d’aide et ce qu’elle est devenue
       *[other] { $asks } demandes d’aide et ce qu’elles sont devenues
    }
mydata-accounts = Vos { $accounts } accès reliés, pour vous reconnaître d’une messagerie à l’autre
mydata-consent = Votre accord, donné le { $at }
mydata-keep = Tout garder
mydata-erase = Tout effacer
mydata-kept = Rien n’est effacé.
mydata-sure = C’est définitif : profil, demandes, conversations avec moi. Vous ne serez plus membre. Vraiment tout effacer ?
erased = C’est fait : tout ce que je savais de vous est effacé. Merci d’avoir fait un bout de chemin ici, et bonne route.
team-what = Qu’aimeriez-vous dire à l’équipe ? Elle seule le lira.
team-passed-on = C’est transmis à l’équipe, en privé. Quelqu’un vous répondra.
team-reminded = L’équipe n’a pas encore répondu à votre mot. Je viens de le lui rappeler. En cas d’urgence : le 112 partout en Europe, ou le numéro d’urgence de votre pays.
read-nothing = Je n’y vois pas de mots. Écrivez-moi votre réponse en quelques mots.
team-nobody = L’équipe de cette communauté n’a encore personne que je puisse prévenir : votre message n’a pas été transmis. Parlez-en à une personne de confiance, ou à qui vous a fait venir ici. En cas d’urgence : le 112 partout en Europe, ou le numéro d’urgence de votre pays.
team-named = Vos mots nomment { $names }, de l’équipe. Qui doit les lire ?
team-unnamed = Vos mots parlent de quelqu’un de l’équipe. Qui est-ce ? Écrivez un nom, et cette personne ne les lira pas. Sans nom, toute l’équipe les lira.
team-unnamed-again = Je ne trouve personne du nom de « { $name } » dans l’équipe. Essayez le nom complet.
team-without = Sans { $names }
team-all = À toute l’équipe
team-nobody-else = L’équipe n’a personne d’autre : votre message n’a pas été transmis. Parlez-en à une personne de confiance, ou à qui vous a fait venir ici. En cas d’urgence : le 112 partout en Europe, ou le numéro d’urgence de votre pays.
team-message = { $name } écrit à l’équipe : « { $message } »
team-waits = { $name } attend encore une réponse de l’équipe. Pour lui répondre, écrivez ici.
team-reply = Pour répondre à { $name }, écrivez ici.
team-reply-yes = Répondre
words-below =
    { $first }

    « { $words } »
team-answered = { $name } a répondu à { $to } : « { $words } »
team-answered-already = { $name } a répondu entre-temps. Pour écrire vous aussi à cette personne : /membre
reply-to-team = Vous pouvez répondre ici : seule l’équipe vous lira.
reply-to-team-sure = Est-ce que je transmets ceci à l’équipe ?
reply-to-team-kept = Je ne transmets rien. L’équipe reste là : /equipe
appointed =
    { $role ->
        [organiser] Bonjour { $name } ! L’organisation de la communauté vous est désormais confiée. Écrivez /aide pour voir ce que vous pouvez faire. Merci !
        [moderator] Bonjour { $name } ! La modération de la communauté vous est désormais confiée. Écrivez /aide pour voir ce que vous pouvez faire. Merci !
       *[member] Bonjour { $name } ! Vous ne faites plus partie de l’équipe de la communauté. Merci pour tout ce que vous avez fait pour elle.
    }
unanswered = Une demande attend l’équipe : « { $need } ». { $tried } Voulez-vous proposer quelqu’un ?
unanswered-again = Un rappel : cette demande, faite le { $since }, attend toujours l’équipe : « { $need } ». { $tried } Voulez-vous proposer quelqu’un ?
unanswered-tried = Déjà sollicité : { $names }.
unanswered-nobody-tried = Personne n’a encore été sollicité.
unanswered-propose = Proposer quelqu’un
unanswered-leave = Laisser à d’autres
unanswered-who = Qui ? Écrivez son nom.
unanswered-who-again =
    { $found ->
        [0] Je ne trouve personne du nom de « { $name } ». Essayez le nom complet.
        [1] D’accord, une autre personne que « { $name } ». Écrivez le nom complet.
       *[other] Plusieurs membres s’appellent « { $name } ». Écrivez le nom complet.
    }
unanswered-not-self = Cette demande est la vôtre, { $name } : à qui d’autre pensez-vous ?
unanswered-not-asker = Pour cette demande-ci, je ne peux pas solliciter { $name }. À qui d’autre pensez-vous ?
unanswered-not-gone = { $name } a quitté la communauté. À qui d’autre pensez-vous ?
unanswered-not-newcomer = { $name } vient d’arriver et n’a pas encore fini de s’installer. À qui d’autre pensez-vous ?
unanswered-not-asked = { $name } a déjà reçu cette demande. À qui d’autre pensez-vous ?
unanswered-not-paused = { $name } est en pause jusqu’au { $until }. À qui d’autre pensez-vous ?
unanswered-not-away = { $name } est en pause pour le moment. À qui d’autre pensez-vous ?
unanswered-not-busy = { $name } a déjà été beaucoup sollicité cette semaine, et je m’en tiens là. À qui d’autre pensez-vous ?
unanswered-left = Entendu, l’équipe reste prévenue.
unanswered-closed = La demande « { $need } » est restée sans réponse : personne n’a été trouvé. Elle est close, et la personne qui l’avait posée le sait.
unanswered-by-team = { $name } a clos la demande « { $need } » : « { $reason } ». Il n’y a plus rien à faire.
unanswered-settled = La demande « { $need } » n’attend plus l’équipe : il n’y a plus rien à faire.
unanswered-proposed = Merci ! Je demande à { $name }.
welcome-to-it = Avec plaisir ! Si quelqu’un en particulier vous a aidé, /remercier lui transmet un mot.
unsure-find_help = Cherchez-vous quelqu’un pour « { $about } » ?
unsure-find_help-bare = Cherchez-vous de l’aide ?
unsure-offer_help = Voulez-vous proposer votre aide pour « { $about } » ?
unsure-offer_help-bare = Voulez-vous proposer votre aide ?
unsure-find_person = Voulez-vous savoir qui est { $about } ?
unsure-find_person-bare = Cherchez-vous un membre en particulier ?
unsure-introduce = Souhaitez-vous faire connaissance avec { $about } ?
unsure-introduce-bare = Souhaitez-vous rencontrer quelqu’un ?
unsure-thanks = Voulez-vous remercier { $about } ?
unsure-pause-bare = Voulez-vous une pause, sans demandes ?
unsure-resume-bare = Voulez-vous de nouveau recevoir des demandes ?
unsure-edit_profile-bare = Voulez-vous voir ou changer votre profil ?
unsure-my_data-bare = Voulez-vous voir ce que je garde de vous ?
unsure-leave-bare = Voulez-vous partir, ou ne plus rien recevoir de moi ?
unsure-no = Non, autre chose
unsure-otherwise = D’accord. Dites-le-moi avec d’autres mots, ou écrivez /aide.
either = Je préfère demander : que voulez-vous ?
either-ask = Trouver de l’aide
either-leave = Partir d’ici
either-my_data = Voir mes données
either-edit_profile = Voir mon profil
either-resume = Être de nouveau sollicité·e
either-neither = Autre chose
leaving = Je comprends. Que préférez-vous ?
leaving-stop = Ne plus rien recevoir
leaving-erase = Tout effacer
leaving-not = Rester
leaving-stay = Très bien, rien ne change.
overheard = J’ai vu que vous cherchez de l’aide pour « { $need } » : voulez-vous que je demande autour de nous ? Vous seul·e voyez ce message.
overheard-yes = Oui, demandez
overheard-no = Non merci
listen-where = Écrivez cette commande dans le canal dont il s’agit : /ecoute on ou /ecoute off.
listen-how = Écrivez /ecoute on pour que j’y propose de l’aide en privé, ou /ecoute off pour que je m’y taise.
listen-not-here = Ici, je ne lis rien de ce qui s’écrit dans les canaux : je n’y propose donc rien de moi-même. Qui cherche de l’aide peut m’écrire, ou utiliser /demander.
listen-on = C’est noté : qui cherche de l’aide dans ce canal recevra de ma part une proposition privée, facile à écarter. Dites-le aux membres.
listen-off = C’est noté : dans ce canal, je ne propose plus rien de moi-même.
# What is done first of several wishes in one message, and what after it.
several = Une chose après l’autre : d’abord « { $first } », puis { $others }.
quoted = « { $words } »
# To who would have silence, or another language; and to who hesitates.
feels-low = Je suis désolé de le lire. Quelqu’un de l’équipe peut vous écouter, en privé : /equipe. Et si quelque chose pouvait vous aider, dites-le-moi : une personne d’ici l’a peut-être vécu.
hushed = D’accord, je me tais. Écrivez-moi quand vous voulez ; pour ne plus rien recevoir : /stop
speaks-now = C’est entendu : je vous écris en français.
ask-take-your-time = Prenez votre temps. À quel sujet cherchez-vous de l’aide ?
