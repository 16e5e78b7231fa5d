# The questions that a community writes itself
own-none = “{ $name }” puts no questions in turn. To choose one that does: /ritual add
own-what = These questions come in turn. What would you like to do?
own-line = • { $words } ({ $format })
own-others =
    { $count ->
        [0] No ready question comes beside them.
        [one] One ready question comes beside them.
       *[other] { $count } ready questions come beside them.
    }
own-write = Write a question
own-out = Take some out
own-only = Only ours
own-fine = That’s fine
own-words = Write the question as it will be read. { $name } becomes each person’s first name, or the whole name where I can’t tell which that is; { $community } becomes the community’s.
own-words-for = And what will the group “{ $group }” read?
own-also = And for those who read “{ $language }”? Without a translation, these words will do for everyone.
own-another = Shall one group read something else?
own-same = No, the same for everyone
own-format = Which form has the question that you wrote? Two questions of the same form never follow each other.
prompt-format-story = a story
prompt-format-question = a question
prompt-format-challenge = a challenge
prompt-format-tip = a tip
prompt-format-gratitude = a thank-you
own-preview-title = This is what will be read:
own-preview = { $who } ({ $language }): { $words }
own-sure = Shall I keep it? It will come in its turn.
own-written = It’s kept. The question will come in its turn; to see it: /ritual preview
own-out-which = Which ones shall come no more?
own-out-done = Done, they come no more.
own-only-done = Done: from now on only your questions come.
ritual-wrong-asked-now = This question is being asked right now. It can go once its answers are gathered.

# Days without rituals
day-off-none = No day without rituals is noted.
day-off-list =
    On these days no ritual falls:
    { $lines }
day-off-line = • { $day }
day-off-once = { $since } { $year }
day-off-yearly = the { $date } of { $month }, every year
day-off-add = Add some
day-off-remove = Take some out
day-off-fine = That’s fine
day-off-days = Which days? For example “1 May, 25 December” for every year, or “6 May 2027” for once.
day-off-which = Which ones shall go?

# A message as each platform shows it
view =
    { $platform }:
    { $lines }
views =
    What each platform shows of it:
    { $views }
view-added = { $lines }
view-words = { $words }
view-waits = (To those who have written nothing for 24 hours, the message comes with their next word.)
view-knock = (To those who have written nothing for 24 hours, first: “{ $words }” [ { $see } ])
