# A rhythm in words; what is said here can be read again (conversations/rhythms)
rhythm = { $core } { $at }
rhythm-with = { $rhythm }, { $clause }
rhythm-at = at { $hour }:{ $minute }
rhythm-at-hour = at { $hour }:00
rhythm-daily =
    { $every ->
        [1] every day
       *[other] every { $every } days
    }
rhythm-working-days = every weekday
rhythm-weekly =
    { $every ->
        [1] every { $days }
       *[other] every { $every } weeks on { $days }
    }
rhythm-monthly =
    { $every ->
        [1] { $which } of the month
       *[other] every { $every } months, { $which }
    }
rhythm-dates = the { $dates }
rhythm-date =
    { $date ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $date }th
    }
rhythm-last-day = last day
rhythm-places = the { $places } { $days }
rhythm-working-place = the { $places } weekday
rhythm-place-first = first
rhythm-place-second = second
rhythm-place-third = third
rhythm-place-fourth = fourth
rhythm-place-fifth = 5th
rhythm-place-last = last
rhythm-not-in = not in { $months }
rhythm-only-in = in { $months }
rhythm-from = from { $since } { $year }
rhythm-until = until { $until } { $year }
rhythm-day-MO = Monday
rhythm-day-TU = Tuesday
rhythm-day-WE = Wednesday
rhythm-day-TH = Thursday
rhythm-day-FR = Friday
rhythm-day-SA = Saturday
rhythm-day-SU = Sunday
rhythm-month-jan = January
rhythm-month-feb = February
rhythm-month-mar = March
rhythm-month-apr = April
rhythm-month-may = May
rhythm-month-jun = June
rhythm-month-jul = July
rhythm-month-aug = August
rhythm-month-sep = September
rhythm-month-oct = October
rhythm-month-nov = November
rhythm-month-dec = December
rhythm-unknown-word = I don’t understand “{ $word }” in this rhythm. Try “first Monday at 9”, or “every two weeks on Thursday 12:30 from 7 January, not in August”.
rhythm-how-often = I don’t see how often that is. Try “every Monday at 9”, “first Thursday of the month” or “the 15th”.
rhythm-which-day = Which one of the month? Write for example “first Monday”, “last Friday” or “every Monday”.
rhythm-two-things = That says two rhythms at once: keep one, for example “every Monday” or “the 15th”, and make a second ritual of the other.
rhythm-day-and-date = That says both a day of the week and a date: keep one of the two, for example “every Monday”, “the 15th” or “8 March”.
rhythm-too-short =
    { $count ->
        [one] One thing to know: { $months } has no { $date }th, and nothing will come in it. For every month: “last day of the month”.
       *[other] One thing to know: { $months } have no { $date }st, and nothing will come in them. For every month: “last day of the month”.
    }
rhythm-leap-years = One thing to know: February has a 29th in leap years only, and nothing will come in February in the other years. For every year: “last day of the month”, or “the 28th”.
rhythm-part-of-day = At what time? Write it from 0 to 23, for example “every Tuesday at 9:00” or “first Monday at 18:30”.
rhythm-which-times = Which ones? Write for example “the 1st and the 15th”, “first and third Tuesday” or “Tuesday and Thursday”.
rhythm-only-months = A rhythm can leave out months alone, “not in August”. For days without rituals, once or every year: /ritual holidays
rhythm-whole = That is counted in whole numbers: write for example “every 2 days”.
rhythm-year = Once a year needs its date: write for example “8 March”, or “first Monday of September”.
rhythm-date-wrong = A month has the days 1 to 31: write one of them, or “last day of the month”.
rhythm-interval = Zero never comes: write at least 1, for example “every 2 weeks on Thursday”.
rhythm-hour = There is no such hour: write one from 0 to 23, for example “9:00” or “18:30”.
rhythm-one-hour = A rhythm has one hour: keep one of them, for example “every Monday at 9”, and make the other a second ritual.
rhythm-never = That day never comes: no calendar has it. Choose another one, for example “last day of the month”.
rhythm-ends-early = That ends before it begins: choose a later end, or none.
rhythm-rule = I can’t read that rhythm. Try “first Monday at 9”.
rhythm-zone = I don’t know the time zone { $zone }. Write one such as Europe/Paris, or a large city.
