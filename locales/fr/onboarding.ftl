# L'accueil des nouveaux membres
language-fr = Français
language-en = English
onboarding-language =
    Bonjour et bienvenue ! Je suis Passerelle.
    Hello and welcome! I’m Passerelle.

    Dans quelle langue voulez-vous me parler ?
    Which language shall we speak?
# À qui salue, ou demande qui est là, pendant l'accueil
welcome-hello = Bonjour ! Nous en étions là :
welcome-who = Je suis Passerelle, un robot : j’aide les membres de cette communauté à se trouver et à s’entraider. Rien ne commence sans votre accord, et je ne fais rien payer. Nous en étions là :
about-us = Je suis Passerelle, un robot : j’aide les membres de cette communauté à se trouver et à s’entraider. Rien ne commence sans leur accord, et je ne fais rien payer.
welcome-who-in-all =
    Je suis Passerelle, un robot : j’aide les membres de cette communauté à se trouver et à s’entraider. Rien ne commence sans votre accord, et je ne fais rien payer.
    I’m Passerelle, a bot: I help the members of this community find and help one another. Nothing begins unless you agree, and I charge nothing.
onboarding-hello =
    Bienvenue parmi { $community } !
    { $mission }
onboarding-rules =
    Voici ce que nous nous promettons :
    { $rules }

    Cela vous convient ?
onboarding-rules-yes = Cela me convient
onboarding-rules-no = Non merci
onboarding-consent =
    Avant de commencer, voici ce que je garde.

    • Votre nom, votre profil et vos demandes d’aide, tant que vous êtes membre.
    • Je ne lis ni ne retiens ce que les membres se disent entre eux.
    • Ce que vous m’écrivez dans un dialogue disparaît dès qu’il est terminé ; il en reste ce que vous avez choisi de mettre dans votre profil ou dans une demande.
    • Comme dans toute messagerie, l’historique de notre conversation reste là où nous nous écrivons.

    Pour tout voir ou tout effacer, écrivez /mes-donnees : c’est immédiat.

    Êtes-vous d’accord ?
onboarding-consent-yes = Je suis d’accord
onboarding-consent-no = Je ne suis pas d’accord
onboarding-refused = C’est noté, et c’est votre droit. J’efface ce que je sais de vous. Si vous changez d’avis, il suffit de revenir.
onboarding-name = Comment souhaitez-vous que l’on vous appelle ?
onboarding-name-keep = { $name }
onboarding-headline = Merci, { $name } ! En une ligne, que faites-vous ? Par exemple : « Infirmière, passionnée de jardins ».
onboarding-offers = Sur quoi pourriez-vous aider quelqu’un ? Séparez par des virgules : « comptabilité, prise de parole ».
onboarding-experiences = Qu’avez-vous vécu qui pourrait servir à d’autres ? Par exemple : « changer de métier à 40 ans ».
onboarding-wants = Et vous, qu’aimeriez-vous apprendre, ou de quoi aimeriez-vous parler ?
onboarding-zone = Dernière question : dans quelle ville, ou quel fuseau horaire, êtes-vous ? Je vous donnerai ainsi les dates à votre heure.
onboarding-zone-keep = Garder { $zone }
first-words = Voilà, { $name }, vous êtes des nôtres. Je reprends ce que vous m’écriviez en arrivant.
first-action =
    C’est prêt ! Les autres peuvent vous trouver, et vous pouvez demander de l’aide.
    Par quoi commencer ?
first-action-ask = Qui peut m’aider avec « { $need } » ?
first-action-ask-free = Demander de l’aide
first-action-profile = Relire mon profil
first-action-later = Plus tard
first-action-goodbye = Très bien. Écrivez-moi quand vous voulez, par exemple « qui peut m’aider avec… ? ». /aide dit tout ce que je sais faire.
welcome-back = Bon retour, { $name } ! Écrivez /aide pour revoir ce que je sais faire.
welcome-first = Terminons d’abord votre accueil : il ne reste que quelques questions.
welcome-first-instead = C’est noté : c’est à cela que je reviens dès la fin de votre accueil. « { $words } », je ne le garde pas : écrivez-le-moi de nouveau ensuite.
welcome-first-kept = C’est noté : j’y reviens dès la fin de votre accueil. Il ne reste que quelques questions.
