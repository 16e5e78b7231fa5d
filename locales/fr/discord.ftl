# Ce qui n'existe que sur Discord
discord-fill-in = Remplir
discord-continue = Continuer
discord-write = Répondre
discord-your-words = Avec vos mots
discord-choose = Choisissez
discord-from-to = De { $first } à { $last }
discord-numbered = { $n }. { $label }
discord-option = • { $label } : { $why }
discord-page =
    { $left ->
        [one] C’est noté. Il reste une page : continuez quand vous voulez.
       *[other] C’est noté. Il reste { $left } pages : continuez quand vous voulez.
    }
discord-in-private = Je vous réponds en message privé.
discord-here = Vos messages privés sont fermés : je vous réponds ici, et personne d’autre ne le voit.
discord-too-long = C’est un peu long pour « { $field } » : { $most } caractères au plus, s’il vous plaît.
discord-try-again = Je n’ai pas pu noter cela. Réessayez dans un instant, s’il vous plaît.
discord-not-here = Vous n’êtes plus dans le serveur de la communauté, et je ne parle qu’avec ses membres. Si vous y revenez, écrivez-moi : nous nous retrouverons.
discord-removed = Je ne suis plus dans le serveur de la communauté : on m’en a fait sortir, et je ne peux plus rien y faire pour vous. Les personnes qui l’administrent peuvent m’y inviter de nouveau.
discord-by-command = Ici, seuls les boutons et les commandes (tapez /) m’arrivent. Ce que vous écrivez avec vos mots m’arrive en message privé.
discord-permission-view-channel = « Voir le salon »
discord-permission-send-messages = « Envoyer des messages »
discord-menu-ask = Trouver qui peut aider
discord-menu-intro = Présenter à quelqu’un
discord-argument-until = quand
discord-argument-until-help = un jour ou une durée, par exemple « lundi » ou « 2 semaines »
discord-argument-need = besoin
discord-argument-need-help = en quelques mots, par exemple « relire mon budget »
discord-argument-message = message
discord-argument-message-help = ce que vous aimeriez dire à l’équipe
discord-argument-code = code
discord-argument-code-help = le code reçu ailleurs, si vous en avez un
discord-argument-whom = qui
discord-argument-whom-help = la personne à remercier
discord-argument-about = qui
discord-argument-about-help = la personne dont il s’agit
discord-argument-first = qui
discord-argument-first-help = la personne à présenter
discord-argument-second = à
discord-argument-second-help = la personne à qui la présenter
doctor-discord-no-token = Discord n’est pas connecté : il manque le jeton. Sur le portail de Discord, à la page « Bot », cliquez sur « Reset Token », et copiez-le dans PASSERELLE_DISCORD_TOKEN (docs/connect-discord.md, 1).
doctor-discord-ok = Discord (jeton et intention « Server Members »)
doctor-discord-setting = Le réglage { $name } ne convient pas : c’est un identifiant de Discord, fait de chiffres seulement. Voir docs/connect-discord.md.
doctor-discord-token = Discord refuse le jeton. Copiez-en un nouveau depuis la page « Bot » du portail de Discord dans { $name }.
doctor-discord-silent = Discord ne répond pas ({ $fault }). Vérifiez la connexion de la machine, puis réessayez.
doctor-discord-intent = L’intention « Server Members » n’est pas activée : sans elle, Discord refuse la connexion. Activez-la sur la page « Bot » du portail de Discord.
doctor-discord-nowhere = Le bot n’est dans aucun serveur. Invitez-le : { $url }
doctor-discord-server-ok = Discord, serveur { $server }
doctor-discord-rights = Dans le serveur { $server }, il manque au bot : { $missing }. Donnez-lui ces permissions (Paramètres du serveur, Rôles).
doctor-discord-channel = Dans le serveur { $server }, je n’ai pas de canal où ouvrir des fils privés : choisissez un canal de messages système (Paramètres du serveur), ou mettez l’identifiant d’un canal dans { $name }.
doctor-discord-channel-rights = Dans le serveur { $server }, il manque au bot dans le canal { $channel } : { $missing }. Donnez-lui ces permissions (Modifier le salon, Permissions).
discord-argument-name = membre
discord-argument-name-help = un nom, ou une partie du nom
discord-argument-what = quoi
discord-argument-what-help = que faire, par exemple add, list ou calendar
discord-argument-group = groupe
discord-argument-group-help = le nom d’un groupe, par exemple Mentors
