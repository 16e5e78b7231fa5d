# What moderators do
moderation-leave = Seen
moderation-left = Very well, nothing changes.
moderation-team = { $name } is on the team: an organiser has to take that role back first.
asks-none = No request is waiting for an answer.
asks-list =
    { $count ->
        [1] One request is waiting for an answer.
       *[other] { $count } requests are waiting for an answer. Here are the oldest.
    }
    { $lines }
asks-line = • { $need } ({ $name }): { $stands }
asks-line-late = • { $need } ({ $name }, for more than a week): { $stands }
asks-one = { $need }
asks-what = What shall become of “{ $need }”?
asks-propose = Propose someone
asks-approve = Let it go out
asks-write = Write to { $name }
asks-close = Close it
asks-close-why = Why? Whoever asked will read these words, and they are kept for the team.
asks-too-late = Too late to close it: { $name } has just accepted, and they are about to talk. To write to them: /member
asks-closed = It is closed, and whoever asked has been told.
ask-closed = The team has closed your request “{ $need }”: “{ $reason }”. To answer them: /team
ask-in-review = Your request “{ $need }” is read by the team first, as all first ones are. It goes out within two days, and I’ll keep you posted.
stands-review = the team is reading it, and it goes out by { $until } at the latest
progress-reviewed = Your request “{ $need }” is on its way: I am bringing it to { $name }. You’ll hear by { $until }.
review = { $name } has just joined and asks this. Can it go out? Without an answer it will, in two days.
asks-looked-into = A report is about this request: it goes out once that is settled. To read it: /reports
review-changed = This request has just been put in other words, and has not gone out. Here it is, in /asks.
review-approved = It’s on its way, thank you for reading it.
unanswered-in-line = Thank you! { $name } will be asked if those before them can’t.
request-report = Report the request
member-who = Whose page would you like to see? Write a name.
member-shown = Here is what the team may see, and nothing of what was said in private.
member-write = Write to them
member-since =
    { $role ->
        [organiser] Since { $since } · organiser
        [moderator] Since { $since } · moderator
       *[member] Member since { $since }
    }
member-load = In seven days, requests received: { $requests }; to answer: { $hand }. Requests made, without an answer: { $asked }.
member-paused = Paused, by their own choice, until { $until }
member-paused-open = Paused, by their own choice, until further notice
member-held = Paused by the team until { $until }
member-held-open = Paused by the team until further notice
member-decided = { $since }, { $by } · { $kind }: { $reason }
decision-held = pause
decision-removed = removal
decision-ask_closed = request closed
decision-report_closed = report closed
decision-erased = reason erased with the person
write-what = What would you like to write to { $name }? Your name will be given.
write-done = Passed on to { $name }.
write-sure = Shall I send this to { $name }?
write-yes = Send
write-kept = Nothing was sent. To write to { $name }: /member
write-gone = { $name } is not here any more: I can’t write to them.
from-team = { $name }, from the team, writes to you: “{ $words }”
reports-none = No report is waiting for the team.
reports-list =
    { $count ->
        [1] One report is waiting for the team. Would you like to read it?
       *[other] { $count } reports are waiting for the team. Which would you like to read?
    }
reports-wrote =
    Who wrote to the team and has no answer yet:
    { $lines }
reports-wrote-line = • { $name }, on { $since }
reports-answer = Answer { $name }
reports-person = About { $name }
reports-request = About the request “{ $need }”, by { $name }
reports-words = { $name } writes: “{ $words }”
reports-request-waits = It goes to nobody else until this report is closed. To close the request itself: /asks
reports-request-over = The request is closed: it goes to nobody any more.
reports-unread = A report about “{ $need }” has waited for the team for a week. I have closed the request without taking it to anybody else, and whoever asked knows. The report stays in /reports, with no further reminder.
reports-in-hand = { $name } is looking after it.
reported-again = A reminder: this report has been waiting for the team since { $since }. What would you like to do?
reported = A report, in private. Whoever it is about doesn’t know. What would you like to do?
report-withdrawn = { $name } took back their report about { $about }: it asks nothing of you any more, and its words are no longer kept. To talk about it together: /member
reports-take = I’ll look after it
reports-close = Close it
reports-taken = Thank you. To talk about it with { $name }: /member
reports-close-why = What have you decided, and why? These words stay within the team.
reports-closed = It is closed. I’m telling whoever reported it that the team has looked at it, and no more.
hold-who = Whom shall I pause? Write a name.
hold-until = Until when? { $name } won’t be able to ask, or to be asked. Choose, or write, for instance, “Monday” or “January 15”.
hold-open = Until further notice
hold-now = End it now
hold-why = Why? { $name } will read these words, and they are kept for the team.
hold-done = Done, and { $name } knows.
hold-released = The pause is over, and { $name } knows.
held = The team has paused your participation until { $until }: “{ $reason }”. Until then you receive no requests and make none. To talk about it: /team
held-asks = The requests you had open end here; you can make new ones afterwards.
ask-held = While your participation is paused, I don’t take “{ $need }” to anybody else: the request ends here, and you can make it again afterwards. To talk to the team: /team
held-open = The team has paused your participation: “{ $reason }”. Meanwhile you receive no requests and make none. To talk about it: /team
released = Good news, { $name }: the pause that the team decided is over.
remove-who = Whom shall I remove? Write a name.
remove-list = Here is who was removed. What would you like?
remove-somebody = Remove someone
remove-readmit = Let { $name } come back
remove-readmitted = Noted: { $name } may come back, by joining as they first did.
remove-why = Why? { $name } will read these words, and they are kept for the team.
remove-sure = Really remove { $name }? Their requests will be closed, and only the team can let them come back.
remove-yes = Remove
remove-done = Done. { $name } is no longer a member, and knows. To undo it: /remove-member
reason-sure = One moment: there is a name in it, and { $name } will read these words as they are: “{ $words }”. Shall I keep them so, or will you put it another way?
reason-sure-yes = Keep these words
removed-answer = Hello. The team has ended your membership, and I carry messages no more. To talk about it, turn to somebody of the team whom you know: only they can let you come back. Your data stays yours: /mydata
removed = The team has ended your participation: “{ $reason }”. Your open requests are closed, and I won’t write to you any more. If you think this is a mistake, please turn to someone on the team. Your data is still yours: /mydata
