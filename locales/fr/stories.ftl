# Les histoires d’entraide : racontées par les membres, publiées seulement avec leur accord
command-story = raconter un moment d’entraide, ou revoir les miens
command-story-name = temoignage
command-story-words = témoignage, raconter une histoire, mes histoires
story-invitation = Y a-t-il un moment où l’entraide, ici, a compté pour vous ? Quelques lignes suffisent, et c’est vous qui dites jusqu’où elles vont.
story-tell = Raconter
story-not-now = Pas cette fois
story-another-time = Une autre fois, peut-être : /temoignage
story-what = Que souhaitez-vous ?
story-begins = « { $words }… »
story-words = Racontez avec vos mots : ce que vous cherchiez, ce qui s’est passé, ce que cela a changé.
story-long = Il me faut quelques mots, { $most } caractères au plus.
story-consent = Merci ! Jusqu’où cette histoire peut-elle aller ? Vous pourrez toujours changer d’avis : /temoignage
story-named = La publier avec mon nom
story-unnamed = La publier sans mon nom
story-team = Pour l’équipe seulement
story-names = Votre histoire nomme { $names }. Chaque personne nommée est-elle d’accord pour y paraître ? Sinon, réécrivez-la sans nom, ou gardez-la pour l’équipe.
story-they-agree = Oui, c’est d’accord
story-anew = La réécrire sans nom
story-thanks-named = C’est gardé. Si l’équipe la publie, votre nom sera dessous, et je vous préviendrai.
story-thanks-unnamed = C’est gardé. Si l’équipe la publie, ce sera sans votre nom, et je vous préviendrai.
story-thanks-team = C’est gardé, et seule l’équipe la lira.
story-quoted = « { $words } »
story-is-told = L’équipe ne l’a pas encore publiée. La reprendre l’efface pour de bon.
story-is-kept = L’équipe la garde sans la publier. La reprendre l’efface pour de bon.
story-is-published = Elle peut paraître dans les nouvelles de la communauté. La reprendre l’efface pour de bon ; ce qui est déjà parti ne revient pas.
story-back = La reprendre
story-stays = La laisser
story-gone = C’est effacé.
story-left = Très bien, rien ne change.
story-somebody = une personne qui préfère ne pas être nommée
story-told = Une histoire est arrivée, racontée par { $name } : « { $words } » La publier dans les prochaines nouvelles de la communauté ?
story-for-the-team = Une histoire est arrivée, pour l’équipe seulement : « { $words } »
story-publish = La publier
story-keep = Pas pour l’instant
story-will-be = Elle sera dans les prochaines nouvelles. Qui l’a racontée est au courant.
story-kept = Entendu, elle reste entre nous.
story-published = Votre histoire paraîtra dans les prochaines nouvelles de la communauté. Merci de l’avoir partagée ! Pour la reprendre avant : /temoignage
digest-stories = • Un moment d’entraide : { $items }
story-unname = Retirer mon nom
story-without = C’est fait : votre nom ne sera plus dessous.
story-consent-told =
    Votre histoire :

    { $words }

    Jusqu’où peut-elle aller ? Vous pourrez toujours changer d’avis : /temoignage
story-no-words = Ce n’est pas encore une histoire. Racontez-la avec vos mots, ou /annuler pour en rester là.
