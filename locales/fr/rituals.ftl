# Les rituels : ce que la communauté fait à dates régulières
ritual-missed =
    { $count ->
        [one] Le rituel « { $name } » du { $since } n’a pas eu lieu : il était trop tard quand j’ai pu m’y mettre. Pour le faire quand même : /ritual run { $name }
       *[other] Le rituel « { $name } » n’a pas eu lieu { $count } fois, jusqu’au { $since } : je n’étais pas là. Pour le faire maintenant : /ritual run { $name }
    }
ritual-failed = Le rituel « { $name } » s’est arrêté ({ $fault }). Rien n’est parti ; le journal du serveur dit où. Le prochain viendra à son heure ; pour réessayer : /ritual run { $name }
