# Rituals: what the community does on a calendar
ritual-missed =
    { $count ->
        [one] The ritual “{ $name }” of { $since } didn’t take place: it was too late by the time I could. To do it all the same: /ritual run { $name }
       *[other] The ritual “{ $name }” didn’t take place { $count } times, up to { $since }: I wasn’t there. To do it now: /ritual run { $name }
    }
ritual-failed = The ritual “{ $name }” stopped ({ $fault }). Nothing was sent; the server’s log says where. The next one comes in its time; to try again: /ritual run { $name }
