# La ligne de commande
cli = Passerelle : le bot d’entraide des communautés.
cli-run = Démarrer le bot avec les réglages de .env.
cli-demo = Démarrer une démonstration avec une communauté inventée, sans aucun compte.
cli-demo-fresh = Recommencer avec une communauté neuve.
cli-talk = Parler au bot dans le terminal.
cli-talk-as = Qui être : l’identifiant d’un membre.
cli-talk-url = L’adresse d’un serveur déjà démarré.
cli-doctor = Vérifier réglages, base, migrations, langues et horloge, et dire quoi faire.
cli-db = Soigner la base de données.
cli-db-upgrade = Mettre la base à la version de cette livraison.
cli-db-backup = Copier la base dans un fichier, même pendant que le bot tourne.
cli-import =
    Faire entrer des membres depuis un fichier CSV.

    Les lignes justes sont importées, toutes ensemble. Chaque ligne fausse est laissée de côté et citée avec son numéro et la raison, et la commande finit avec 1. Corrigez ces lignes et importez de nouveau le fichier : personne n’est doublé. Un fichier vide, sans en-tête ou qui n’est pas en UTF-8 est refusé en entier. Qui entre ainsi est déjà membre et n’a ni semaine d’accueil ni mot dans les nouvelles, sauf si la colonne joined_at dit une arrivée récente.
cli-import-dry = Tout vérifier sans rien écrire.
cli-export = Écrire tous les membres en CSV, dans les mêmes colonnes que l’import.
cli-export-file = Le fichier à écrire, ou - pour la sortie standard.
cli-community = Montrer le nom, la mission et les règles de la communauté, dans le format que prend « community set ».
cli-community-set = Donner à la communauté son nom, sa mission et ses règles, depuis un fichier TOML.
cli-role = Donner un rôle à un membre : member, moderator ou organiser.
cli-role-member = Le membre : son identifiant, son numéro WhatsApp (avec le pays, comme +33612345678) ou son nom.
cli-role-role = Le rôle.
cli-role-given = { $name } a désormais le rôle { $role }.
cli-no-member = Personne n’est connu sous « { $who } ». « passerelle export - » donne la liste.
cli-several-members = Plusieurs membres s’appellent « { $who } » : { $names }. Donnez le nom entier, l’identifiant ou le numéro WhatsApp.
cli-find = Montrer qui serait proposé pour un besoin, et pourquoi.
cli-find-need = Le besoin, comme on l’écrirait au bot.
cli-find-member = L’identifiant de qui demande ; sans lui, personne en particulier.
cli-find-limit = Combien de personnes au plus.
cli-find-jsonl = Lire les besoins sur l’entrée standard, un objet JSON avec « need » ou « text » par ligne, et répondre à chacun par une telle ligne.
cli-find-what = Dites ce qu’il faut, ou donnez plusieurs besoins avec --jsonl.
cli-find-line = La ligne { $number } n’est pas ce qui est attendu : un objet JSON avec « need » ou « text ».
cli-find-nobody = Personne ne peut être proposé pour « { $need } » en ce moment.
cli-find-person = { $place }. { $name } ({ $score }) : { $why }
cli-find-relevance = {"   "}pertinence : { $worth }
cli-find-load = {"   "}sollicitations récentes × { $worth }
cli-find-language = {"   "}parle une autre langue × { $worth }
cli-find-thanks = {"   "}remercié·e pour la même chose × { $worth }
cli-find-freshness = {"   "}profil inchangé depuis un an × { $worth }
cli-find-quiet = {"   "}heures de calme jusqu’à { $until } (UTC) : la demande attendrait
cli-find-other = – { $name } ({ $score }) : pas proposé·e : { $why }
cli-find-then = Ce que ferait le bot : { $then }.
cli-find-no-asker = Sans --member, le besoin est lu en toute langue ; le bot le lit dans celle de qui demande, et peut ne proposer personne de ceux-ci.
cli-find-consent = n’a pas encore donné son accord, ou pas fini son accueil
cli-find-asker = c’est la personne qui demande
cli-find-apart = pas disponible pour la personne qui demande
cli-find-never = a demandé à ne pas être trouvé·e pour cela
cli-find-paused = en pause
cli-find-capped = a reçu assez de demandes cette semaine
cli-no-role = « { $role } » n’est pas un rôle. Il y a : { $known }.
cli-file = Le fichier.
cli-port = Le port ; 0 pour en prendre un libre.
cli-open = Passerelle est prête : ouvrez { $url }
cli-open-token = La première fois, ajoutez « ?token= » et le jeton d’accès à la fin de cette adresse.
cli-open-demo = Les membres de cette communauté sont inventés. Ctrl-C pour arrêter ; rien n’est perdu.
cli-already-running = Passerelle tourne déjà sur cette base : { $url }. Arrêtez-la d’abord, ou ouvrez cette adresse.
cli-port-taken = Le port { $port } est déjà pris. Choisissez-en un autre avec --port, ou --port 0 pour un port libre.
cli-no-such-address = Impossible d’écouter à l’adresse { $host }, port { $port } : elle n’est pas de cette machine, ou n’est pas permise. Vérifiez PASSERELLE_HOST et PASSERELLE_PORT.
cli-newer-database = La base a été écrite par une version plus récente de Passerelle. Installez cette version, ou revenez à une sauvegarde.
cli-no-key = Les jetons des espaces de travail se gardent scellés dans la base, et il manque la clé. Mettez-en une dans PASSERELLE_ENCRYPTION_KEY, comme l’explique .env.example.
database-unreachable = La base ne répond pas ({ $fault }). Vérifiez PASSERELLE_DATABASE_URL, les droits sur le fichier, ou que le serveur de base de données tourne.
database-damaged = La base { $file } est abîmée, ou n’est pas une base. Remettez à sa place une copie faite avec passerelle db backup.
database-lost-reference = La mise à jour a été annulée : dans { $table }, une ligne renvoie à une ligne de { $missing } qui n’existe pas. Rien n’a été modifié. Revenez à une copie faite avec passerelle db backup.
database-folder = { $file } est un dossier. La base est un fichier : donnez-lui un autre nom avec PASSERELLE_DATABASE_URL, ou déplacez ce dossier.
cli-upgraded = La base est à la version { $version }.
cli-backed-up = Copie faite : { $file }
cli-file-exists = { $file } existe déjà. Choisissez un autre nom : rien n’est écrasé.
cli-backup-postgresql = Pour PostgreSQL, utilisez pg_dump : il fait des copies sûres pendant que le bot tourne.
cli-no-file = { $file } n’existe pas, ou ne peut être lu.
cli-cannot-write = { $file } ne peut être écrit. Vérifiez que le dossier existe et que vous y avez accès.
cli-importing = Import des membres
cli-imported =
    { $count ->
        [one] { $count } membre importé.
       *[other] { $count } membres importés.
    }
cli-would-import =
    { $count ->
        [one] { $count } membre serait importé. Rien n’a été écrit.
       *[other] { $count } membres seraient importés. Rien n’a été écrit.
    }
cli-rejected =
    { $count ->
        [one] { $count } ligne refusée :
       *[other] { $count } lignes refusées :
    }
cli-rejected-line = Ligne { $line } : { $reason }
cli-import-consent = En important, vous attestez que ces personnes ont accepté d’être dans la communauté. Elles peuvent tout voir et tout effacer avec /mes-donnees.
cli-exported =
    { $count ->
        [one] { $count } membre écrit dans { $file }.
       *[other] { $count } membres écrits dans { $file }.
    }
import-empty = le fichier est vide. Sa première ligne nomme les colonnes, dont « name ». Colonnes possibles : { $columns }.
import-no-name-column = il n’y a pas de colonne « name » dans « { $value } ». Colonnes possibles : { $columns }.
import-unknown-column = la colonne « { $value } » est inconnue. Colonnes possibles : { $columns }.
import-repeated-column = la colonne « { $value } » est là deux fois. Gardez-en une.
import-not-utf8 = le fichier n’est pas en UTF-8. Enregistrez-le en « CSV UTF-8 ».
import-wrong-name = le nom « { $value } » est vide ou dépasse 80 caractères.
import-wrong-id = l’identifiant « { $value } » ne convient pas : lettres sans accent, chiffres, . _ -, 64 au plus.
import-repeated-id = l’identifiant « { $value } » est déjà plus haut dans le fichier.
import-wrong-role = le rôle « { $value } » est inconnu : member, moderator ou organiser.
import-wrong-external = « { $value } » dans la colonne external ne se lit pas : écrivez yes, ou rien.
import-long-headline = la présentation « { $value }… » dépasse 300 caractères.
import-long-entry = l’entrée « { $value }… » dépasse 300 caractères.
import-many-entries = { $value } entrées d’une même sorte : 30 au plus.
import-wrong-time-zone = le fuseau horaire « { $value } » est inconnu : écrivez par exemple Europe/Paris.
import-wrong-locale = la langue « { $value } » n’est pas disponible.
import-wrong-date = la date « { $value } » n’est pas lisible : écrivez 2027-01-15.
import-wrong-width = la ligne n’a pas autant de cellules que l’en-tête ({ $value }). Un séparateur manque, ou une cellule n’est pas entre guillemets.
import-broken-quotes = un guillemet manque, ou est de trop. Ce qui suit, jusqu’au guillemet suivant, n’a pas pu être lu.
setting-host = { $name } : « { $value } » n’est pas une adresse. Écrivez 127.0.0.1 pour cette machine seule, 0.0.0.0 pour tous les réseaux.
setting-public-url = { $name } : « { $value } » n’est pas une adresse. Écrivez http:// ou https:// et un nom, sans barre à la fin, par exemple https://passerelle.example.
setting-port = { $name } : « { $value } » n’est pas un port. Écrivez un nombre entier entre 1 et 65535, ou 0 pour un port libre.
setting-community = { $name } : « { $value } » ne peut être un nom. Écrivez le nom de la communauté, au moins une lettre.
setting-events-per-minute = { $name } : « { $value } » ne convient pas. Écrivez un nombre entier, au moins 1.
setting-log-level = { $name } : « { $value } » n’est pas un niveau de journal. Écrivez debug, info, warning ou error.
setting-database-url = { $name } : « { $value } » n’est pas une base connue. Écrivez sqlite:///chemin/fichier.db ou postgresql+psycopg://utilisateur@hôte/base.
setting-locale = { $name } : « { $value } » n’est pas une langue disponible ({ $known }).
setting-time-zone = { $name } : « { $value } » n’est pas un fuseau horaire. Écrivez par exemple Europe/Paris.
setting-access-token = { $name } : un jeton d’accès ne contient ni espace ni accent. Écrivez une longue suite de lettres et de chiffres au hasard.
setting-encryption-key = { $name } : une clé de chiffrement est faite de 32 octets au hasard en base64. Plusieurs clés se séparent par une virgule. Pour en créer une : openssl rand -base64 32 | tr +/ -_
setting-slack-incomplete = Slack : un seul espace de travail demande PASSERELLE_SLACK_BOT_TOKEN (xoxb-…), avec PASSERELLE_SLACK_APP_TOKEN (xapp-…) ou PASSERELLE_SLACK_SIGNING_SECRET ; plusieurs demandent à leur place CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET et WORKSPACES. Voir docs/connect-slack.md.
setting-slack-bot-token = { $name } : un jeton de bot commence par xoxb-. docs/connect-slack.md montre où le trouver.
setting-slack-app-token = { $name } : un jeton d’app commence par xapp-. docs/connect-slack.md montre où le trouver.
setting-slack-messages-per-minute = { $name } : écrivez un nombre entier, au moins 1.
setting-discord-id = { $name } : un identifiant de Discord est fait de chiffres seulement. docs/connect-discord.md montre où le trouver.
setting-discord-ids = { $name } : écrivez des identifiants de rôles, faits de chiffres seulement, séparés par des virgules. docs/connect-discord.md montre où les trouver.
setting-whatsapp-account-sid = { $name } : chez Twilio, l’identifiant du compte est AC suivi de 32 chiffres ou lettres de a à f. docs/connect-whatsapp.md montre où le trouver.
setting-whatsapp-auth-token = { $name } manque : WhatsApp a besoin du secret du compte. docs/connect-whatsapp.md montre où le trouver.
setting-whatsapp-number = { $name } : écrivez le numéro avec son pays, par exemple { "whatsapp:+33612345678" }.
setting-whatsapp-public-url = { $name } : écrivez l’adresse à laquelle Twilio atteint ce bot, par exemple https://bot.example.org
setting-unusable = { $name } ne peut pas servir tel quel. .env.example dit ce qu’il accepte.
setting-not-utf8 = Le fichier .env n’est pas en UTF-8. Enregistrez-le en UTF-8.
setting-unknown = { $name } n’est pas un réglage de Passerelle et ne change rien. Vérifiez l’orthographe : .env.example les contient tous.
setting-open-without-token = { $name } : pour écouter au-delà de cette machine, il faut un jeton d’accès long et aléatoire. Sinon, laissez PASSERELLE_HOST à 127.0.0.1.
doctor-settings-ok = Réglages
doctor-key-ok =
    { $count ->
        [one] Clé de chiffrement
       *[other] Clés de chiffrement ({ $count }, la première sert)
    }
doctor-database-ok = Base de données ({ $backend })
doctor-missing-database = La base n’existe pas encore. Lancez : passerelle db upgrade
doctor-migrations-ok = Migrations ({ $version })
doctor-migrations-wrong = La base est à la version { $version }, il faut { $newest }. Lancez : passerelle db upgrade
doctor-shape-wrong =
    { $count ->
        [one] La base n’a pas la forme attendue ({ $count } différence). Restaurez une sauvegarde, ou écrivez-nous.
       *[other] La base n’a pas la forme attendue ({ $count } différences). Restaurez une sauvegarde, ou écrivez-nous.
    }
doctor-locales-ok = Langues ({ $known })
doctor-locales-wrong =
    { $count ->
        [one] Il manque { $count } message en { $locale } : « { $key } ». Complétez locales/{ $locale }.
       *[other] Il manque { $count } messages en { $locale }, par exemple « { $key } ». Complétez locales/{ $locale }.
    }
doctor-clock-ok = Horloge
doctor-clock-wrong = L’horloge de la machine retarde : la base contient un événement du { $at }, dans le futur. Réglez l’heure (NTP).
doctor-failures =
    { $count ->
        [one] { $count } message des sept derniers jours n’a pas pu être délivré.
       *[other] { $count } messages des sept derniers jours n’ont pas pu être délivrés.
    } Le dernier porte le numéro { $id } ({ $reason }) : passerelle why { $id } en dit plus. Ce qu’une personne en attendait a été confié à d’autres, ou lui a été dit ; si la raison revient, cherchez-la chez la messagerie. Cette ligne disparaît d’elle-même après sept jours.
doctor-ritual-late = Le rituel « { $name } » devait avoir lieu le { $at } et n’a pas eu lieu : mettez le bot en route (passerelle run). S’il l’est déjà, son journal dit pourquoi, à la ligne sweep-broke.
doctor-stuck =
    { $count ->
        [one] { $count } événement attend depuis plus de dix minutes. Le bot tourne-t-il ? passerelle run
       *[other] { $count } événements attendent depuis plus de dix minutes. Le bot tourne-t-il ? passerelle run
    }
doctor-mail-ok = Messages
doctor-community-ok = Communauté
doctor-no-team = Personne ne fait partie de l’équipe : ce que les membres lui disent n’arrive chez personne. Nommez quelqu’un : passerelle role MEMBRE organiser
doctor-community-default = La mission ou les règles sont encore celles que Passerelle propose. Pour écrire les vôtres : passerelle community
talk-hello = Vous parlez avec Passerelle. Un numéro choisit une option ; :hour, :day, :week font avancer l’horloge ; :as AWA change de personne ; :quit pour finir.
talk-who = Qui voulez-vous être ? Un identifiant, « new » pour un nouveau membre, ou rien pour voir la liste.
talk-nobody = Personne n’a l’identifiant « { $who } ». Il y a : { $known }.
talk-as = Vous êtes maintenant { $name }.
talk-newcomer = Vous arrivez, avec l’identifiant { $id }.
talk-now = Nous sommes le { $day }, il est { $time }.
talk-unknown = Je connais :hour, :day, :week, :as, :form, :back et :quit.
talk-not-utf8 = Je n’ai pas pu lire cette ligne : elle n’est pas en UTF-8. Mettez le terminal en UTF-8 et écrivez-la de nouveau.
talk-form = Une ligne après l’autre : Entrée garde ce qui est entre crochets, un tiret seul (-) vide la ligne, :back quitte le formulaire.
talk-aside = Le formulaire attend, avec ce que vous y avez mis. :form y revient, /annuler l’abandonne.
talk-field = { $label } [{ $value }] :
talk-field-empty = { $label } :
talk-field-required = { $label } (nécessaire)
talk-unreachable = Aucun serveur ne répond à { $url }. Démarrez-le avec passerelle run ou make demo.
cli-understand = Montrer ce que le bot comprend d’un texte, et pourquoi
cli-understand-text = Le texte ; sans lui, --jsonl
cli-understand-where = Où il est écrit : direct ou channel
cli-understand-jsonl = Lire des lignes JSON sur l’entrée standard, répondre une ligne JSON à chacune
cli-understand-nothing = Donnez un texte, ou --jsonl et des lignes JSON sur l’entrée standard.
cli-understand-line = Ligne { $line } : il faut un objet JSON avec au moins « text ».
understood-intent = intention : { $intent } ({ $sure } %)
understood-span = { $kind } : { $words }
understood-then = ce que ferait le bot, si aucune question n’attend : { $then }
foreseen-search = chercher qui aide pour « { $need } »
foreseen-asks = demander d’abord : « { $said } »
foreseen-guidance = dire d’abord où l’on aide à toute heure : « { $said } »
foreseen-offer = là où il écoute, proposer en privé : « { $said } »
foreseen-silent = se taire
foreseen-begins = commencer le dialogue « { $dialogue } » (docs/dialogues.md)
foreseen-thanks = répondre qu’il n’y a pas de quoi
foreseen-cancel = abandonner ce qui est en cours, ou dire qu’il n’y a rien
foreseen-help = montrer tout ce qu’il sait faire
foreseen-menu = un mot, ou quatre boutons pour choisir
understood-why = pourquoi :
understood-reason = { $feature } ({ $weight })
setting-thesaurus = { $name } : il n’y a pas de dossier « { $value } ». Donnez le dossier de vos propres mots, comme le décrit docs/directory.md, ou rien.
thesaurus-indent = { $where } : décalez de quatre espaces, un pas à la fois, sans tabulation.
thesaurus-sides = { $where } : écrivez « français, français = anglais, anglais » ; seul un métier, qui commence par @, dit après « > » ce qu’il sait.
thesaurus-length = { $where } : un nom a 60 caractères au plus.
cli-why = Dire pourquoi un message est parti à tel moment, attend, ou n’est jamais parti
cli-why-message = le numéro du message, tel que le journal et la boîte d’envoi le donnent
why-unknown = Il n’y a pas (ou plus) de message { $id } : ce qui est parti est gardé une semaine.
why-line = { $id } : { $what }
why-and = { $id } : { $what } ; { $then }
why-refused = { $id } : jamais parti : { $rule }
why-held = retenu jusqu’à { $at } { $zone } : { $rule }
why-at-once =
    { $purpose ->
        [solicitation] demandé aussitôt : aucune règle ne s’y opposait
        [broadcast] annoncé aussitôt : aucune règle ne s’y opposait
        [notice] dit aussitôt : une nouvelle n’attend pas
       *[other] répondu aussitôt : une réponse n’attend pas
    }
why-sent = envoyé
why-queued = pas encore envoyé
why-platform = la messagerie n’accepte rien avant que la personne n’écrive ({ $reason })
why-failed = abandonné ({ $reason })
why-dropped = jamais envoyé, car devenu inutile
why-rule-left = la personne est partie
why-rule-newcomer = son accueil n’est pas terminé
why-rule-paused = la personne est en pause
why-rule-stopped = la personne a demandé qu’on ne lui écrive plus
why-rule-no-suggestions = la personne ne souhaite pas de suggestions
why-rule-budget = déjà assez sollicitée cette semaine
why-rule-blocked = l’une des deux a bloqué l’autre
why-rule-quiet-hours = heures calmes
why-rule-settled = réglé entre-temps
why-rule-floor = une autre question attend sa réponse
