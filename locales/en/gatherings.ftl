# Gatherings: proposed, confirmed, remembered, told
day-and-hour = { $day } at { $hour }
day-and-year = { $day } { $year }
day-in-words = { $weekday } { $day } { $month }
invitation = { $host } would like to bring people together. Will you come?
invitation-once =
    { $host } would like to bring people together. Will you come?

    To get nothing more from me: /stop
digest-gatherings = • Coming up: { $items }. To answer: /gatherings
rsvp-yes = I’m coming
rsvp-maybe = Maybe
rsvp-no = Not this time
rsvp-is-yes = Lovely, you have a place at “{ $title }”. I will remind you in time. If you change your mind: /gatherings
rsvp-is-waiting =
    { $ahead ->
        [0] All places are taken: you are first on the waiting list. If one is freed it is yours, and I tell you at once.
        [one] All places are taken: one person is waiting before you. As soon as a place is freed for you, I tell you.
       *[other] All places are taken: { $ahead } people are waiting before you. As soon as a place is freed for you, I tell you.
    }
rsvp-is-maybe = Noted: maybe. There is no hurry; to decide: /gatherings
gathering-price = I know no more than the invitation says: { $host } can tell you whether there is anything to pay. Your answer can wait.
rsvp-is-no = Noted, and there is nothing to explain. Would you like to read afterwards what to remember of it?
rsvp-replay = Good, I will send it to you if there is something.
rsvp-no-replay = All right. Another time!
option-no-thanks = No, thanks
place-freed = Good news: a place has been freed, and it is yours. Will you keep it?
place-keep = I’ll keep it
place-leave = I’ll leave it
place-kept = Lovely, see you soon! If you change your mind: /gatherings
place-left = Thank you for telling me: the place goes to somebody else.
reminder-week = “{ $title }” is drawing near: { $at }. If you can no longer come, say so with /gatherings, and your place will serve somebody.
reminder-week-maybe = “{ $title }” is drawing near: { $at }. You said maybe; to decide: /gatherings
reminder-day = Soon: “{ $title }”, { $at }. Something came up? /gatherings
reminder-day-maybe = Soon: “{ $title }”, { $at }. You said maybe; to decide: /gatherings
reminder-hour = “{ $title }” begins shortly: { $at }. Enjoy it!
reminder-hour-maybe = “{ $title }” begins shortly: { $at }. You said maybe; there is room, and to come: /gatherings
gathering-changed = “{ $title }” has changed. This is how it stands now; your answer stays as it is. To change it: /gatherings
gathering-cancelled = “{ $title }”, planned for { $at }, will not take place. Thank you for having answered; another time.
gathering-cancelled-gone = The gathering planned for { $at } will not take place. Thank you for having answered; another time.
gatherings = These are the coming gatherings. Which one is it about?
gatherings-nothing = No gathering is planned for now. Do you have an idea? Tell the team: /team
gatherings-left = All right, nothing changes.
gatherings-answer = Will you be there?
gathering-none = None
gathering-open = Open the online room
gathering-name = { $title }
gathering-person = { $name }
gathering-group = { $name }
gathering-when = { $at } · { $mine }
gathering-was = { $at }
gathering-line = • { $title }, { $at }: { $mine }
gathering-card-title = { $title }
gathering-card-when = When: { $at }, your time
gathering-card-where = Where: { $venue }
gathering-card-online = Where: online; whoever comes is given the address
gathering-card-minutes =
    { $minutes ->
        [one] Length: { $minutes } minute
       *[other] Length: { $minutes } minutes
    }
gathering-card-places =
    { $places ->
        [one] Places: { $places } in all
       *[other] Places: { $places } in all
    }
gathering-card-full = All places are taken; there is a waiting list
gathering-card-mine = Your answer: { $mine }
gathering-mine-none = no answer yet
gathering-mine-yes = you are coming
gathering-mine-maybe = maybe
gathering-mine-no = you are not coming
gathering-mine-waiting = you are on the waiting list
# For organisers
gathering-what = What would you like to do?
gathering-do-add = Propose a gathering
gathering-do-change = Change a gathering
gathering-do-cancel = Cancel a gathering
gathering-do-list = See who is coming
gathering-do-attendance = Tell how one went
gathering-add-words = new, plan, propose
gathering-change-words = edit, move
gathering-cancel-words = delete, call off
gathering-list-words = who is coming, show
gathering-attendance-words = who came, replay, recap
gathering-for-whom = Whom is this gathering for?
gathering-everyone = The whole community
gathering-form = Tell me about this gathering. Nothing leaves before you have read it again.
gathering-field-title = Title
gathering-field-when = When?
gathering-field-zone = Time zone or city
gathering-field-venue = Where?
gathering-field-minutes = Length
gathering-field-places = Number of places
gathering-hint-title = Read as it is by everybody; in two languages: “Daring to ask / Oser demander”
gathering-hint-when = For instance “Thursday 14 January at 6:30 pm”
gathering-hint-zone = That of the hour you give; everybody reads it in their own
gathering-hint-venue = A place, or the https://… address of an online room
gathering-hint-minutes = For instance “45” or “1h30”; an hour if you say nothing
gathering-hint-places = Leave it empty if there is no limit
gathering-read-title = I need a title of at most { $most } characters.
gathering-read-venue = That is a little long: { $most } characters at most.
gathering-read-address = I don’t recognise this address. Paste it alone and whole, such as https://example.org/room.
gathering-read-past = That moment has passed. Choose a day and an hour to come.
gathering-read-hour = I need a day and an hour, for instance “Thursday 14 January at 6:30 pm”.
gathering-read-one-hour = You give two moments: which one? Write the day again with one hour, for instance “Thursday 14 January at 6:30 pm”.
gathering-read-minutes = I did not understand the length. Write for instance “45” or “1h30”, up to 24 hours.
gathering-read-places = There must be at least one place, in figures. Leave it empty if there is no limit.
gathering-wrong-past = That moment has passed. Choose a day and an hour to come. Nothing is saved; try again.
gathering-wrong-far = That is more than a year away. Choose a day within the year; nothing is saved.
gathering-wrong-places = There must be at least one place. Nothing is saved; try again.
gathering-wrong-taken =
    { $people ->
        [one] { $people } person has a place already: keep at least as many.
       *[other] { $people } people have a place already: keep at least as many.
    }
gathering-wrong-nobody = Nobody is in these groups for now, so there would be nobody to invite. Choose others.
gathering-preview =
    { $people ->
        [one] One person will read this, at their own hour and in their language: “{ $words }”
       *[other] This is what { $people } members will read, at their own hour and in their language: “{ $words }”
    }
gathering-send = Send the invitation
gathering-leave = Send nothing
gathering-planned = Off they go: the invitations to “{ $title }” leave one by one. I will remind whoever comes, and ask you afterwards how it went. To follow it: /gathering
gathering-not-planned = All right, nothing is saved and nothing has left.
gathering-nothing-planned = No gathering is planned.
gathering-which = Which gathering is it about?
gathering-unchanged = All right, nothing changes.
gathering-change-what = What changes?
gathering-change-to = What shall it be instead?
gathering-change-sure = This is how the gathering would be. Whoever said yes or maybe will be told. Change it?
gathering-change-yes = Change it
gathering-change-no = Leave it as it was
gathering-is-changed = It is changed, and whoever counted on it is told.
gathering-cancel-sure = Cancel “{ $title }”, planned for { $at }? Whoever said yes or maybe will be told.
gathering-cancel-yes = Cancel the gathering
gathering-cancel-no = Keep it
gathering-is-cancelled =
    { $told ->
        [0] It is cancelled. Nobody had answered yet.
        [one] It is cancelled. The person who meant to come is told.
       *[other] It is cancelled. The { $told } people who meant to come are told.
    }
gathering-list =
    This is who is coming.
    { $lines }
gathering-counts = • { $title }, { $at }: { $yes } yes, { $maybe } maybe, { $waiting } waiting. Yes: { $names }.
gathering-nobody-yet = nobody yet
gathering-nothing-over = There is no recent gathering to tell of.
gathering-which-over = Which one would you like to tell of?
attendance =
    { $count ->
        [0] “{ $title }” is over. Nobody had said yes; did somebody come?
        [one] “{ $title }” is over. One person had said yes: did they come?
       *[other] “{ $title }” is over. { $count } people had said yes: did they come?
    }
attendance-all = Everybody was there
attendance-some = Some were missing
attendance-nobody = Nobody came
attendance-missing = Who was missing?
attendance-who = I see nobody of that name among those who had said yes. Please choose above.
attendance-noted =
    { $came ->
        [0] Noted.
        [one] Noted: one person came.
       *[other] Noted: { $came } people came.
    }
replay-write =
    { $absent ->
        [one] One person would have liked to come. Shall we send them five points to remember, and a few links?
       *[other] { $absent } people would have liked to come. Shall we send them five points to remember, and a few links?
    }
replay-not-this-time = Not this time
replay-nobody = Nobody was missing: there is nothing to send. Thank you for this gathering!
replay-left = All right. Thank you for this gathering!
replay-form = What is there to remember of this gathering?
replay-points = Five points to remember
replay-points-hint = One a line, five at most
replay-links = Useful links
replay-links-hint = Three addresses at most, with a space or a line between them
replay-read-points = Write one point a line, { $most } at most, each in a sentence or two.
replay-read-links = I take up to { $most } whole addresses, such as https://example.org/page.
replay-point = • { $point }
replay-preview =
    { $absent ->
        [one] This is what the person who was not there will read:
       *[other] This is what the { $absent } people who were not there will read:
    }
    { $lines }
    Shall I send it?
replay-send = Send
replay-again = Write it again
replay-sent =
    { $sent ->
        [one] Sent to one person. Thank you for them!
       *[other] Sent to { $sent } people. Thank you for them!
    }
replay =
    You were not at “{ $title }”; this is what matters.
    { $lines }
replay-link-shown = To go further: { $link }
replay-link = To go further:
replay-link-of = To go further ({ $n } of { $count }):
replay-open = Open the link
