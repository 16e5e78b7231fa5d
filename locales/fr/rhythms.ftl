# Un rythme en toutes lettres ; ce qui est dit ici se relit (conversations/rhythms)
rhythm = { $core } { $at }
rhythm-with = { $rhythm }, { $clause }
rhythm-at = à { $hour }h{ $minute }
rhythm-at-hour = à { $hour }h
rhythm-daily =
    { $every ->
        [1] tous les jours
       *[other] tous les { $every } jours
    }
rhythm-working-days = en semaine
rhythm-weekly =
    { $every ->
        [1] chaque { $days }
       *[other] toutes les { $every } semaines le { $days }
    }
rhythm-monthly =
    { $every ->
        [1] { $which } du mois
       *[other] tous les { $every } mois, { $which }
    }
rhythm-dates = le { $dates }
rhythm-date =
    { $date ->
        [1] 1er
       *[other] { $date }
    }
rhythm-last-day = dernier jour
rhythm-places = le { $places } { $days }
rhythm-working-place = le { $places } jour ouvré
rhythm-place-first = premier
rhythm-place-second = deuxième
rhythm-place-third = troisième
rhythm-place-fourth = quatrième
rhythm-place-fifth = 5e
rhythm-place-last = dernier
rhythm-not-in = pas en { $months }
rhythm-only-in = en { $months }
rhythm-from = à partir du { $since } { $year }
rhythm-until = jusqu’au { $until } { $year }
rhythm-day-MO = lundi
rhythm-day-TU = mardi
rhythm-day-WE = mercredi
rhythm-day-TH = jeudi
rhythm-day-FR = vendredi
rhythm-day-SA = samedi
rhythm-day-SU = dimanche
rhythm-month-jan = janvier
rhythm-month-feb = février
rhythm-month-mar = mars
rhythm-month-apr = avril
rhythm-month-may = mai
rhythm-month-jun = juin
rhythm-month-jul = juillet
rhythm-month-aug = août
rhythm-month-sep = septembre
rhythm-month-oct = octobre
rhythm-month-nov = novembre
rhythm-month-dec = décembre
rhythm-unknown-word = Je ne comprends pas « { $word } » dans ce rythme. Essayez « le premier lundi du mois à 9h », ou « toutes les deux semaines le jeudi à 12h30 à partir du 7 janvier, pas en août ».
rhythm-how-often = Je ne vois pas à quelle fréquence. Essayez « tous les lundis à 9h », « le premier jeudi du mois » ou « le 15 du mois ».
rhythm-which-day = Lequel du mois ? Écrivez par exemple « le premier lundi », « le dernier vendredi » ou « tous les lundis ».
rhythm-two-things = Cela dit deux rythmes à la fois : gardez-en un, par exemple « tous les lundis » ou « le 15 du mois », et faites de l’autre un second rituel.
rhythm-day-and-date = Cela dit à la fois un jour de la semaine et une date : gardez l’un des deux, par exemple « tous les lundis », « le 15 du mois » ou « le 8 mars ».
rhythm-too-short =
    { $count ->
        [one] Une chose à savoir : { $months } n’a pas de { $date }, et rien ne viendra ce mois-là. Pour tous les mois : « le dernier jour du mois ».
       *[other] Une chose à savoir : { $months } n’ont pas de { $date }, et rien ne viendra ces mois-là. Pour tous les mois : « le dernier jour du mois ».
    }
rhythm-leap-years = Une chose à savoir : février n’a de 29 que les années bissextiles, et rien ne viendra en février les autres années. Pour tous les ans : « le dernier jour du mois », ou « le 28 ».
rhythm-part-of-day = À quelle heure ? Écrivez-la de 0 à 23, par exemple « tous les mardis à 9h » ou « le premier lundi du mois à 18h30 ».
rhythm-which-times = Lesquels ? Écrivez par exemple « le 1er et le 15 », « le premier et le troisième mardi » ou « le mardi et le jeudi ».
rhythm-only-months = Un rythme ne peut laisser de côté que des mois, « pas en août ». Pour des jours sans rituel, une fois ou tous les ans : /rituel fériés
rhythm-whole = Cela se compte en nombres entiers : écrivez par exemple « tous les 2 jours ».
rhythm-year = Une fois par an demande une date : écrivez par exemple « le 8 mars », ou « le premier lundi de septembre ».
rhythm-date-wrong = Un mois a les jours 1 à 31 : écrivez l’un d’eux, ou « le dernier jour du mois ».
rhythm-interval = Zéro ne vient jamais : écrivez au moins 1, par exemple « toutes les 2 semaines le jeudi ».
rhythm-hour = Cette heure n’existe pas : écrivez-en une de 0 à 23, par exemple « 9h » ou « 18h30 ».
rhythm-one-hour = Un rythme a une seule heure : gardez-en une, par exemple « tous les lundis à 9h », et faites de l’autre un second rituel.
rhythm-never = Ce jour ne vient jamais : aucun calendrier ne l’a. Choisissez-en un autre, par exemple « le dernier jour du mois ».
rhythm-ends-early = Cela finit avant de commencer : choisissez une fin plus tardive, ou aucune.
rhythm-rule = Je n’arrive pas à lire ce rythme. Essayez « le premier lundi du mois à 9h ».
rhythm-zone = Je ne connais pas le fuseau { $zone }. Écrivez-en un comme Europe/Paris, ou une grande ville.
