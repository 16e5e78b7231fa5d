# Rituals: what the community does on a calendar
ritual-missed =
    { $count ->
        [one] The ritual “{ $name }” of { $since } didn’t take place: it was too late by the time I could. To do it all the same: /ritual run { $name }
       *[other] The ritual “{ $name }” didn’t take place { $count } times, up to { $since }: I wasn’t there. To do it now: /ritual run { $name }
    }
ritual-missed-but-one =
    { $count ->
        [one] The ritual “{ $name }” of { $since } did not take place: I was not there. The one of { $next } is being sent now; there is nothing to do.
       *[other] The ritual “{ $name }” did not take place { $count } times, up to { $since }: I was not there. The one of { $next } is being sent now; there is nothing to do.
    }
ritual-nobody = The ritual “{ $name }” did not take place: nobody in its audience is there at the moment (no members, or everybody on a pause). To change its audience: /ritual change { $name }
ritual-failed = The ritual “{ $name }” stopped ({ $fault }). Nothing was sent; the server’s log says where. The next one comes in its time; to try again: /ritual run { $name }
ritual-stopped = The ritual “{ $name }” has sent nothing this time. { $why }
ritual-name = { $name }
with-way-out =
    { $words }

    To get nothing more from me: /stop
ritual-moment = { $since } { $year }, { $hour }:{ $minute }
ritual-moment-there = { $moment }, { $place }
ritual-verbs = After /ritual, say what to do: add, list, calendar, ics, last, preview, prompts, change, pause, resume, start, skip, run, duplicate, widen, archive or holidays. For example: /ritual add
ritual-verb-add = add, create, new
ritual-verb-list = list
ritual-verb-calendar = calendar
ritual-verb-ics = ics, export
ritual-verb-last = last, past
ritual-verb-start = start, begin
ritual-verb-pause = pause
ritual-verb-resume = resume
ritual-verb-skip = skip
ritual-verb-run = run, now
ritual-verb-change = change, edit
ritual-verb-duplicate = duplicate, copy
ritual-verb-archive = archive, delete, remove, end
ritual-verb-widen = widen
ritual-verb-preview = preview, show
ritual-verb-prompts = prompts, questions
ritual-verb-holidays = holidays
ritual-none = No ritual is planned. To choose a ready one: /ritual add
ritual-which = Which one?
ritual-list =
    Your rituals:
    { $lines }
ritual-line = • { $name }, for { $who } ({ $state }): { $next }
ritual-line-still = • { $name }, for { $who } ({ $state })
ritual-state-draft = draft
ritual-state-pilot = being tried
ritual-state-on = on
ritual-state-paused = paused
ritual-calendar-empty = Nothing is planned for the next 90 days. To choose a ritual: /ritual add
ritual-calendar =
    { $count ->
        [one] In the next 90 days, one date:
       *[other] In the next 90 days, { $count } dates:
    }
    { $lines }
ritual-calendar-line = • { $at } — { $name }
ritual-calendar-more =
    { $count ->
        [one] … and one more date.
       *[other] … and { $count } more dates. All of one ritual: /ritual calendar and its name
    }
ritual-ics = Here is the calendar of the rituals, to open with your own.
ritual-last-none = No ritual has taken place yet.
ritual-last =
    The latest rituals:
    { $lines }
ritual-last-line = • { $at } — { $name }: { $state }
ritual-run-due = due
ritual-run-running = going on
ritual-run-done = done
ritual-run-off = called off
ritual-run-skipped = skipped
ritual-run-missed = missed
ritual-run-failed = stopped by an error
ritual-progress =
    { $line }
    → { $have }. The others: { $why }
ritual-progress-none =
    { $line }
    → { $have }: { $why }
ritual-progress-done =
    { $line }
    → { $have }.
ritual-have = { $got } of { $total } people have it
ritual-have-none = nobody has it yet
ritual-have-all = everyone has it
ritual-have-some = some of them have it
progress-soon = their turn comes soon
progress-quiet-hours = it is night where they are
progress-floor = another question waits for their answer
progress-window = WhatsApp waits for them to write first
progress-platform = the platform asks for a little patience
progress-closed = their direct messages are closed
progress-failed = the platform refuses
progress-budget = they were asked for enough this week
progress-paused = they are on a pause
progress-peace = I leave them in peace
ritual-progress-figure = { $why } ({ $figure })
ritual-figures = { $line } ({ $figures })
ritual-figure-asked = invited: { $figure }
ritual-figure-answered = answered: at least { $figure }
ritual-figure-yes = said yes: { $figure }
ritual-figure-came = came: { $figure }
ritual-figure-answers = answers: { $figure }
ritual-figure-told = people told: { $figure }
ritual-figure-resting = on a pause: { $figure }
ritual-figure-invited = invitations: { $figure }
ritual-figure-signed = did not take place, had joined: { $figure }
ritual-figure-joined = signed up: { $figure }
ritual-figure-groups = groups: { $figure }
ritual-figure-left-alone = left over, with nobody else there: { $figure }
ritual-figure-left-language = left over, no language in common: { $figure }
ritual-figure-left-hours = left over, too few hours in common: { $figure }
ritual-figure-left-nobody = left over, nobody suitable: { $figure }
ritual-figure-left-odd = left over, odd number: { $figure }
ritual-figure-met = met: { $figure }
ritual-figure-liked-well = a fine moment: { $figure }
ritual-figure-liked-fine = good: { $figure }
ritual-figure-liked-no = not for them: { $figure }
ritual-few = fewer than 5
ritual-paused = “{ $name }” is paused. To take it up again: /ritual resume { $name }
ritual-resumed = “{ $name }” is on. Next time: { $next }.
ritual-skipped = This time is left out. “{ $name }” comes back: { $next }.
ritual-skip-also = “{ $name }” is already left out on { $out }. Leave the time after it out too: { $next }?
ritual-widen = “{ $name }” is for { $who } so far. For whom now?
ritual-widen-groups = Choose groups
ritual-widened = “{ $name }” is for more people now. Next time: { $next }.
ritual-named = { $name }, for { $who } ({ $state })
ritual-run-again = “{ $name }” has been running since { $begun }. Run it once more, for everyone it is for?
ritual-run-open = People can still join the last run of “{ $name }”, until { $until }: I don’t begin another one before then. Whoever wants to be in it says so with /round.
ritual-just-ran = Somebody else has just run “{ $name }”, so I don’t run it twice. To see how far it is: /ritual last
ritual-is-paused = “{ $name }” is paused: nothing is planned. To take it up again: /ritual resume { $name }
ritual-is-draft = “{ $name }” is a draft: nothing is planned. To start it: /ritual start { $name }
ritual-now-on = “{ $name }” is running already.
ritual-now-pilot = “{ $name }” is running already, on trial.
ritual-now-draft = “{ $name }” is a draft. To start it: /ritual start { $name }
ritual-now-paused = “{ $name }” is paused. To go on with it: /ritual resume { $name }
ritual-now-archived = “{ $name }” is archived: nothing was done. The rituals that there are: /ritual
ritual-now-changed = “{ $name }” has been changed meanwhile, and your change is not in it. To see what it is now: /ritual preview { $name }
ritual-now-elsewhen = The next time of “{ $name }” is no longer the one that you saw: nothing is skipped. To see what comes: /ritual calendar { $name }
ritual-now-by =
    { $told }
    That was { $by }.
ritual-over = The rhythm of “{ $name }” is over. To give it another one: /ritual change { $name }
ritual-widened-paused = “{ $name }” is for more people now, and still paused. To take it up again: /ritual resume { $name }
ritual-widened-draft = “{ $name }” is for more people now, and still a draft. To start it: /ritual start { $name }
ritual-wrong-name-taken = A ritual is called “{ $name }” already: choose another name.
ritual-never-again = never, its rhythm is over
ritual-run-sure = Run “{ $name }” now, for everyone it is for?
ritual-run-held = The gathering would be on { $at }. { $sure }
ritual-ran = “{ $name }” is running. To see how far it is: /ritual last
ritual-archive-sure = Archive “{ $name }” for good? What took place can still be seen.
ritual-archived = “{ $name }” is archived.
ritual-new-name = Under which name?
ritual-duplicated = “{ $name }” is ready as a draft. To adjust it: /ritual change { $name }. To start it: /ritual start { $name }
ritual-change-what = What shall I change about “{ $name }”?
ritual-change-name = Its name
ritual-change-rhythm = Its rhythm
ritual-change-audience = Whom it is for
ritual-change-buddy = The buddies
ritual-change-size = How many meet
ritual-change-mix = Groups to bring together
ritual-change-apart = Groups to keep apart
ritual-change-days = How many days
ritual-change-place = Where it takes place
ritual-change-title = Its title
ritual-change-language = The language
ritual-change-late = When I was off
ritual-more = More choices
ritual-more-which = What else would you like to choose? It is shown again afterwards.
ritual-more-back = Back, changing nothing
ritual-size = How many people are to meet?
ritual-size-option =
    { $count ->
        [2] Two by two
        [3] In threes
       *[other] In circles of { $count }
    }
ritual-mix = Which groups are to meet each other, wherever possible? Choose two or more.
ritual-mix-said = Brought together where possible: { $who }
ritual-apart = Who is not to meet? Of one group: its members don’t meet each other. Of several: nobody of one meets anybody of another.
ritual-apart-said = Never together: { $who }
ritual-apart-said-one = The members of { $who } don’t meet each other
ritual-no-groups = No such wish
ritual-two-groups = It takes two groups at least. Which ones?
ritual-days-round = How many days have the groups to meet? Halfway I ask whether they met, at the end how it was. Choose, or write a number.
ritual-days-prompt = For how many days can one answer? Choose, or write a number.
ritual-days-survey = For how many days is it open? Choose, or write a number.
ritual-days-gathering = How many days ahead do the invitations leave? Choose, or write a number.
ritual-days-option =
    { $count ->
        [one] One day
       *[other] { $count } days
    }
ritual-days-round-said = Time to meet: { $days }
ritual-days-prompt-said = Time to answer: { $days }
ritual-days-survey-said = Open: { $days }
ritual-days-gathering-said = Invitations ahead of it: { $days }
ritual-late = If I was off at the time (a power cut, an update), shall I make up for it?
ritual-late-within =
    { $hours ->
        [24] Yes, within a day
       *[other] Yes, within { $hours } hours
    }
ritual-late-skip = No: skip it, and tell us
ritual-change-sure = Shall I keep these changes?
ritual-changed = It’s changed: “{ $name }”.
ritual-which-ready = Which of these ready rituals?
ritual-no-ready = I have no ready ritual called “{ $words }”. Which of these?
ritual-zone = By which clock? Choose, or write a large city.
ritual-rhythm = How often? For example “first Monday at 9”, or “every two weeks on Thursday 12:30 from 7 January, not in August”.
ritual-rhythm-line = { $rhythm } ({ $zone })
ritual-audience = For whom? You may choose several groups.
ritual-everyone = everyone
ritual-place = Where?
ritual-place-lacks = I can’t write in { $place } yet: I lack the permission { $missing } there. Once I have it, the same command will offer this channel.
ritual-privately = To each person, privately
ritual-language = In which language?
ritual-language-each = Each person’s own
ritual-buddy = Shall newcomers be offered a buddy? Members who said yes in their profile are asked in turn; the two meet only if both would like to.
ritual-next-dates = The next dates:
ritual-preview-for = This is what { $who } will get ({ $language }):
ritual-for-newcomer = each newcomer, on the first day
ritual-for-newcomer-nudged = whoever came three days ago and has done nothing yet
ritual-for-newcomer-offered = a newcomer, once somebody has said yes to being their buddy
ritual-for-volunteer = a member who offered to be a buddy
ritual-for-organiser = the organising team
ritual-for-organiser-example = the organising team when energy drops (the figures are an example)
ritual-for-example = { $who } when there is something to tell (an example, as today nothing would be sent)
ritual-for-helped = whoever was helped and has not said thank you yet
ritual-crowded = One thing to know: on { $day } some people would get { $count } rituals on the same day, with { $names }. Another day may be kinder; it can be kept all the same.
ritual-keep-it = Nothing is saved yet. Shall I keep it?
ritual-keep = Yes, keep it
ritual-pilot = Try it first
ritual-drop = No, leave it
ritual-dropped = Very well, nothing is changed.
ritual-pilot-group = With which group shall I try it?
ritual-kept = Noted: “{ $name }” is on. To see everything: /ritual calendar
ritual-pilot-back = No trial: go back
ritual-piloted = “{ $name }” is being tried with this group. When you are happy with it: /ritual widen { $name }
ritual-wrong-kind = I don’t know a ritual “{ $kind }”. Choose one with /ritual add.
ritual-wrong-name = It needs a name of one line, with at most { $most } characters.
ritual-wrong-audience = Nobody is in this audience at the moment. Choose another group, or everyone.
ritual-wrong-few = This ritual needs { $least } people at least, and this audience has fewer. Choose another group, or everyone.
ritual-too-few-here = This ritual needs at least { $least } people, and the community has fewer for now. You can plan it once more have come.
ritual-wrong-rhythm-past = That rhythm is over already: choose an end to come, or none.
ritual-wrong-setting = The setting { $name } won’t do: correct it, then try again.
ritual-wrong-setting-number = { $name }: write a number from { $least } to { $most }.
ritual-wrong-setting-long = { $name }: { $most } characters at most.
ritual-wrong-setting-empty = { $name }: nothing is written. Write a few words.
ritual-wrong-size = I need a number of people, from { $least } to { $most }.
ritual-wrong-days = A number of days is needed, from { $least } to { $most }.
ritual-wrong-mixed-apart = The same groups can’t be both brought together and kept apart: choose one of the two.
ritual-wrong-variable = I don’t know { $name } in this text. What I can fill in: { $known }.
ritual-wrong-empty = This question is empty: write what each person will read.
ritual-wrong-too-long = That is too long: { $length } characters, where { $most } fit. Please shorten it a little.
ritual-wrong-no-mentions = The community has not chosen to name those who helped. That is chosen in /ritual add, or with monthly_mention = true in the file of passerelle community.
ritual-mentions = This ritual names those who were thanked during the month. Your community has not chosen that yet. Choose it on its behalf? Everyone who is thanked can agree to be named, or not.
ritual-mentions-yes = Yes, name who agrees
ritual-mentions-no = No, name nobody
ritual-wrong-no-prompts = This ritual has no question to put: choose a library, or write your own.
