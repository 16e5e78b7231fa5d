# Ce que dit une communauté qui n’a pas encore écrit ses propres textes
community-mission = Ici, on s’entraide. Chaque personne a quelque chose à transmettre et quelque chose à apprendre ; il suffit d’une question, de deux personnes et d’un peu de temps.
community-rules =
    • Osez demander : une question ne dérange personne.
    • Proposez ce que vous savez faire ou ce que vous avez vécu, même si cela vous paraît peu.
    • On peut toujours dire non, sans se justifier.
    • Chaque personne est accueillie avec respect, telle qu’elle est.
    • Ce qui se dit à deux reste à deux. Rien à vendre, personne à démarcher.
    • Un mot blessant, un doute ? Écrivez /equipe : l’équipe vous lira.
community-policy =
    • Les membres sont majeurs. Ce qui touche un enfant ou un adolescent se dit à l’équipe.
    • Santé, violences, détresse : entre pairs, on écoute, on ne soigne pas. L’équipe peut orienter vers qui sait aider.
charter-head = La charte de la communauté. Changez ce que vous voulez, puis : passerelle community set FICHIER
charter-not-utf8 = Le fichier n’est pas en UTF-8. Enregistrez-le en UTF-8.
charter-not-toml = Le fichier n’est pas lisible comme TOML, vers la ligne { $line }. passerelle community montre à quoi il ressemble.
charter-unknown-key = « { $key } » est inconnu ici. Écrivez l’un de ceux-ci : { $known }.
charter-wrong-name = name : « { $value } » ne peut être un nom. Écrivez le nom de la communauté, sur une ligne, 80 caractères au plus.
charter-wrong-default_locale = default_locale : « { $value } » n’est pas une langue disponible ({ $known }).
charter-wrong-time_zone = time_zone : « { $value } » n’est pas un fuseau horaire. Écrivez par exemple Europe/Paris.
charter-wrong-number = { $key } : écrivez un nombre entier, de { $least } à { $most }.
charter-wrong-quiet_hours = quiet_hours : « { $value } » ne dit pas d’heures. Écrivez par exemple 21:00-08:00, ou rien du tout entre les guillemets s’il n’y en a pas.
charter-wrong-choice = { $key } : écrivez true (oui) ou false (non), sans guillemets.
charter-wrong-text = { $key } : écrivez quelques mots pour chaque langue, { $most } caractères au plus.
charter-missing-text = Il manque { $key } : c’est la langue de la communauté, celle qu’on lit quand une autre manque.
charter-kept = C’est noté : les textes en sont à la version { $version }. Les nouveaux membres la lisent dès maintenant, les autres avec /regles.
charter-kept-texts-same = C’est noté. La mission et les règles restent telles quelles, en version { $version }.
charter-same = Rien n’a changé : les textes en restent à la version { $version }.
