# Se tenir à distance, signaler, et ce que l’on ne porte pas à deux
block-who = De qui préférez-vous rester à distance ? Écrivez un nom. La personne n’en saura rien.
block-list = Voici de qui vous restez à distance. Que souhaitez-vous ?
block-lift = Ne plus bloquer { $name }
block-somebody = Bloquer quelqu’un d’autre
block-leave = Ne rien changer
block-kept = Très bien, rien ne change.
block-self = C’est vous ! Pour avoir la paix un moment : /pause
block-sure = Souhaitez-vous que je ne vous fasse plus jamais rencontrer { $name } ? Je ne lui dirai rien, et je ne vous parlerai plus de ce qui est en cours entre vous. Un échange par moi se termine, comme avec /quitter.
block-yes = Bloquer { $name }
block-asked = Pour ce que vous aviez demandé ({ $needs }), je peux chercher quelqu’un d’autre : /suivi
block-done = C’est fait : vous ne vous croiserez plus par moi. { $name } n’en saura rien. Pour revenir en arrière : /bloquer
block-lifted = C’est noté : je peux de nouveau vous mettre en lien avec { $name }.
report-about = De quoi s’agit-il ? L’équipe seule le lira.
report-meant = Merci de l’écrire ici : personne d’autre ne l’a reçu. Je peux le dire à l’équipe, qui seule le lira. S’agit-il de cette personne : { $name } ?
report-is-meant = Oui, { $name }
report-else = Quelqu’un d’autre
report-person = D’une personne
report-exchange = De l’échange avec { $name }
report-request = De la demande « { $need } »
report-leave = De rien, finalement
report-nothing = Rien, finalement
report-dropped = Très bien. Vous pouvez parler à l’équipe quand vous voulez : /equipe
report-who = De qui s’agit-il ? Écrivez un nom. L’équipe seule le saura.
report-what = Que s’est-il passé ? Écrivez-le avec vos mots : l’équipe seule les lira.
report-done = Merci de l’avoir dit. C’est gardé pour l’équipe, et pour elle seule ; je vous dirai quand elle l’aura regardé.
report-nobody = Merci de l’avoir dit. Je garde vos mots, mais l’équipe n’a pour l’instant personne d’autre qui puisse les lire : ils iront à la première personne qui la rejoindra. D’ici là, parlez-en à une personne de confiance. En cas d’urgence : le 112 partout en Europe, ou le numéro d’urgence de votre pays.
report-only = Très bien. Si vous vous écriviez par moi, c’est terminé, sans un mot. Pour ne plus croiser { $name } du tout : /bloquer
report-closed = L’équipe a regardé ce que vous lui aviez signalé, et s’en est occupée. Merci d’avoir veillé sur la communauté. Pour en reparler : /equipe
screened = Un instant : j’y vois de quoi vous joindre ({ $contacts }). Une fois d’accord tous les deux, vous pourrez vous le donner vous-mêmes. Je l’envoie sans, ou vous le réécrivez autrement ?
screened-without = Envoyer sans
screened-as = { $words }
screened-anew = Comment le diriez-vous, alors ? Réécrivez-le sans de quoi vous joindre, ou « laisse tomber ».
limit-open = Vous avez déjà { $most } demandes en attente : laissons-leur un peu de temps. Pour les voir, ou en retirer une : /suivi. L’équipe reste là : /equipe
limit-week = Vous avez déjà fait { $most } demandes en sept jours. Vous pourrez en refaire bientôt. D’ici là, l’équipe est là : /equipe
limit-held = L’équipe a mis votre participation en pause jusqu’au { $until } : vous pourrez de nouveau demander ensuite. Pour lui parler : /equipe
limit-held-open = L’équipe a mis votre participation en pause. Pour lui parler : /equipe
two-paragraphs =
    { $first }

    { $second }
sensitive-suicide = Ce que vous traversez semble lourd, et vous n’avez pas à le porter seul·e. Des personnes formées vous écoutent, gratuitement, jour et nuit : en France, le 3114 ; aux États-Unis et au Canada, le 988. En cas de danger immédiat : le 15, ou le 112 partout en Europe. Ailleurs, le numéro d’urgence de votre pays.
sensitive-emergency = S’il y a danger pour quelqu’un, n’attendez pas une réponse ici. En France : le 15, ou le 114 par SMS ; partout en Europe : le 112 ; aux États-Unis et au Canada : le 911. Ailleurs, le numéro d’urgence de votre pays.
sensitive-abuse = Ce que vous évoquez est grave, et mérite d’être écouté. Des personnes formées répondent, en confiance : en France, le 3919 pour les femmes victimes de violences, le 119 pour les enfants. En cas de danger immédiat : le 17, le 114 par SMS, ou le 112 partout en Europe. Ailleurs, le numéro d’urgence de votre pays.
sensitive-minors = Quand il s’agit d’un enfant ou d’un adolescent, d’autres que nous savent mieux aider : en France, le 119 répond jour et nuit, aux jeunes comme aux adultes. En cas de danger immédiat : le 112 partout en Europe. Ailleurs, le numéro d’urgence de votre pays.
sensitive-team = En parler à l’équipe
sensitive-go-on = Demander aussi ici
sensitive-left = D’accord. L’équipe est là quand vous voulez : /equipe
