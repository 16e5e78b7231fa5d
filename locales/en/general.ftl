# What holds everywhere
bot-name = Passerelle
option-yes = Yes
option-no = No
option-skip = Skip
somebody-gone = somebody who has left
form-missing = Still missing: { $fields }. Complete the form and send it again.
form-not-offered = What came for { $fields } is not among the choices. Choose one and send the form again.
form-unknown = This form has no field called { $fields }. Nothing has changed; here it is again.
form-empty = This form came empty. Nothing has changed; here it is again.
form-refused =
    Nearly there! Still to look at:
    { $lines }
form-wrong = { $field }: { $why }
read-name-empty = I need at least one letter or digit to call you by.
read-name-skip = I need a name to call you by: a first name or a nickname will do. It’s the one answer that can’t be skipped.
read-name-long = That’s a little long: { $most } characters at most, please.
read-line-long = That’s a little long: { $most } characters at most, please. Shorten it, and send it again.
read-name-ours = That name would make people think that I or the team is writing. Another one, please?
read-name-answer = I am not sure that this is a name. A first name or a nickname will do.
read-name-contact = There is a way to be reached in that name, and nobody is to read one before both of you agree to it. A first name or a nickname will do.
read-contact = Gladly: write the number or the address here, as the other one will read it.
read-items-many = That’s a lot! Keep { $most } at most, the most telling ones.
read-zone = I don’t know that place. Try a larger city nearby, or a time zone such as Europe/London.
read-day = I didn’t understand the date. Try “Monday”, “in two weeks” or “January 15”.
read-day-partly = I understood { $day }, but not “{ $words }”: write it without that, or in another way.
read-day-none = That day is in no calendar. Another one?
read-day-weekday = That date is another day of the week: it is { $day }. Which day do you mean?
read-reason = A few words, please: they will be read.
read-day-which = { $day }, or { $other }? Write the date, to be sure.
read-day-range = Choose a day to come, within a year.
read-day-past = { $day } has just gone by. Write a day to come, with its year if you mean the next.
answer-several = Several choices begin like that. Which one? Write its number, or one word more.
answer-not-among = I didn’t recognise that answer. Choose from what follows, by name or by number.
answer-on-the-scale = I didn’t recognise that answer. Choose a number from 1 to { $most }, or skip.
answer-by-its-name = I didn’t recognise that answer. First choose from what follows, by name.
ask-one-at-a-time = I ask one person at a time, and the next one if they can’t. Whom shall I begin with?
ask-nobody-else = These are the people I thought of. Choose one of them, or ask the team, who know others.
several-aside = Your request “{ $need }” has not left yet: I’ll come back to it right after.
answer-language =
    I didn’t recognise that answer. Choose your language, by name or by number.
    Je n’ai pas reconnu cette réponse. Choisissez votre langue, par son nom ou son numéro.
answer-yes-or-no = I didn’t recognise that answer. A simple “yes” or “no” is enough.
answer-in-the-form = Answers go into the form below. To leave it: /cancel.
nothing-waits = Nothing new is waiting for you: what there was has been read, or is over.
still-waits = You have read it all. This still waits for your answer:
nothing-to-accept = No request is waiting for your answer right now. If it was for one that came earlier, it has gone on in the meantime; to talk about it: /team
unseen-words = Your words have answered nothing: you had not read yet all that was waiting for you. Now you have; this is where we are:
stale-button = That question is closed. Write /help to see what I can do.
too-late = It is too late for that: things have moved on in the meantime.
not-allowed = That needs a role you don’t have. Please ask an organiser.
engine-sorry = Sorry, something went wrong on my side. Your answer is kept, the team has been told, and I’ll go on from here.
engine-fault = A dialogue has stopped (“{ $dialogue }”, { $fault }). Nothing is lost; the server’s log says where. It will go on once mended.
menu-hello = Hello { $name }! What can I do for you?
menu-signs = I’m here, { $name }. What can I do for you?
menu-nothing = Sorry { $name }, I didn’t quite get that. Tell me in other words, or choose:
menu-unknown = I don’t know that command, { $name }.
menu-unknown-nameless = I don’t know that command.
menu-to-ask = Ask for help
menu-to-where = My requests
menu-to-profile = My profile
menu-to-all = All I can do
hello-again = Hello { $name }! This is where we were:
goodbye = See you soon, { $name }!
help-list =
    Here is what I can do:
    { $lines }
help-line = /{ $command }: { $help }
cancelled = Cancelled.
cancel-nothing = There is nothing to cancel. To get nothing more from me: /stop
cancel-later = Very well, we’ll go on whenever you like: just write to me.
pause-until = Until when shall I leave you in peace? Choose, or write, for instance, “Monday” or “January 15”.
pause-until-past = { $day } has just gone by. Until when shall I leave you in peace? Choose, or write a day to come.
pause-then = { $day }: does your pause begin on that day, or end? Choose, or write, for instance, “from December 20 to January 4”.
pause-begins-then = It begins then
pause-ends-then = It ends then
pause-until-from = And until when shall I leave you in peace, from { $since } on? Choose, or write, for instance, “until January 15”.
pause-until-turned = That pause would end before it begins. From when until when shall I leave you in peace? Choose, or write, for instance, “from December 20 to January 4”.
pause-until-several = These days do not follow each other, and I keep one pause at a time. Until when shall I leave you in peace? Choose, or write, for instance, “January 15” or “from December 20 to January 4”.
pause-only-first = I keep one pause at a time: the one from { $since } to { $until } is not noted. Tell me again once you are back.
pause-open = Until I come back
pause-on = Noted: no more requests until you write /resume.
pause-on-until = Noted: no more requests before { $until }. To come back earlier: /resume.
pause-on-now = Noted: from now on, not only from { $since }, no more requests before { $until }. To come back earlier: /resume.
pause-planned = Noted: from { $since }, no more requests before { $until }. Until it begins, you may still get some. To drop it: /resume.
pause-until-holidays = I don’t know the dates of these holidays. Until when shall I leave you in peace? Choose, or write, for instance, “Monday” or “from December 20 to January 4”.
pause-in-hand =
    { $count ->
        [1] One request is still with you: “{ $needs }”. Would you like to answer it now, or let it move on? Either way, I won’t remind you of it.
       *[other] Some requests are still with you: { $needs }. Would you like to answer them now, or let them move on? Either way, I won’t remind you of them.
    }
pause-answer = Answer now
pause-leave = Let it move on
pause-let-go = Done: nobody is waiting for your answer any more. Have a good rest.
pause-went-on = It has moved on to somebody else meanwhile: nobody is waiting for your answer any more.
paused-self = You are on a pause { $span }, as you asked. To come back: /resume
paused-team = The team has paused your participation { $span }. To talk about it: /team
paused-team-why = The team has paused your participation { $span }: “{ $reason }”. To talk about it: /team
paused-since-until = from { $since } until { $until }
paused-since = since { $since }, with no last day
paused-until = until { $until }
paused-open = with no last day
paused-not-yet = You are not on a pause yet: it begins on { $since }. Until then, you can be asked for help. To drop it: /resume
paused-not = You are not on a pause: you can be asked for help. To make one: /pause
pause-none = Good to have you back, { $name }! You are not on a pause, and none is planned: you can be asked for help. All that I can do: /help
pause-off = Good to have you back, { $name }! You can be asked for help again.
rituals-left = You had left these rituals. Would you like one back?
rituals-left-none = None, thanks
rituals-back = With pleasure: next time you’ll be part of it.
one-way = You asked me to send you nothing more, so whatever comes back waits until you write to me. To receive it at once: /resume
stopped = Understood: I won’t write to you of my own accord any more. To come back: /resume. To erase everything: /mydata.
stopped-let-go = Understood: I won’t write to you of my own accord any more, and nobody is waiting for your answer. To come back: /resume. To erase everything: /mydata.
stopped-news =
    { $asks ->
        [one] Your open request goes on. To see where it stands, or to end it: /where
       *[other] Your open requests go on. To see where they stand, or to end them: /where
    }
stopped-newcomer =
    Understood: I won’t write to you of my own accord any more. If you change your mind, just write, and we’ll finish your welcome. To erase everything: /mydata.
    Entendu : je ne vous écrirai plus de moi-même. Si vous changez d’avis, écrivez-moi, et nous finirons votre accueil. Pour tout effacer : /mes-donnees.
stopped-stranger =
    Understood: I won’t write to you. If you change your mind, write to me whenever you like.
    Entendu : je ne vous écrirai pas. Si vous changez d’avis, écrivez-moi quand vous voulez.
rules =
    { $mission }

    { $rules }
mydata = All of this is yours. To correct it: /profile. What would you like?
mydata-not-yet = Nothing is erased yet. Here first is all that I keep of you. What would you like?
mydata-newcomer = All of this is yours. You can correct it once your welcome is finished. What would you like?
mydata-title = What I keep of you, since { $since }
mydata-profile =
    { $entries ->
        [0] Your name and your headline
        [one] Your name, your headline and { $entries } profile entry
       *[other] Your name, your headline and { $entries } profile entries
    }
mydata-asks =
    { $asks ->
        [0] No request for help
        [one] { $asks } request for help and what became of it
       *[other] { $asks } requests for help and what became of them
    }
mydata-accounts = Your { $accounts } linked accounts, so that I know you from one chat app to another
mydata-consent = Your consent, given on { $at }
mydata-keep = Keep everything
mydata-erase = Erase everything
mydata-kept = Nothing is erased.
mydata-sure = It is final: profile, requests, conversations with me. You will no longer be a member. Really erase everything?
erased = Done: all I knew of you is erased. Thank you for having been here, and all the best.
team-what = What would you like to tell the team? Only they will read it.
team-passed-on = Passed on to the team, privately. Someone will answer you.
team-reminded = The team has not answered your message yet. I have just reminded them. In an emergency: 112 anywhere in Europe, or your country’s emergency number.
read-nothing = I see no words there. Please write your answer in a few words.
team-nobody = The team of this community has nobody yet whom I could tell: your message was not passed on. Please talk to somebody you trust, or to whoever brought you here. In an emergency: 112 anywhere in Europe, or your country’s emergency number.
team-named = Your words name { $names }, of the team. Who is to read them?
team-unnamed = Your words are about someone on the team. Who is it? Write a name, and that person won’t read them. Without a name the whole team will.
team-unnamed-again = I find nobody on the team called “{ $name }”. Try the full name.
team-without = Without { $names }
team-all = To the whole team
team-nobody-else = The team has nobody else: your message was not passed on. Please talk to somebody you trust, or to whoever brought you here. In an emergency: 112 anywhere in Europe, or your country’s emergency number.
team-message = { $name } writes to the team: “{ $message }”
team-waits = { $name } is still waiting for an answer from the team. To answer, write here.
team-reply = To answer { $name }, write here.
team-reply-yes = Answer
words-below =
    { $first }

    “{ $words }”
team-answered = { $name } answered { $to }: “{ $words }”
team-answered-already = { $name } has answered meanwhile. To write to this person too: /member
reply-to-team = You can answer here: only the team will read it.
reply-to-team-sure = Shall I pass this on to the team?
reply-to-team-kept = I’m not passing anything on. The team is there: /team
appointed =
    { $role ->
        [organiser] Hello { $name }! You are an organiser of the community now. Write /help to see what you can do. Thank you!
        [moderator] Hello { $name }! You are one of the community’s moderators now. Write /help to see what you can do. Thank you!
       *[member] Hello { $name }! You are no longer on the community’s team. Thank you for all you have done for it.
    }
unanswered = A request is waiting for the team: “{ $need }”. { $tried } Would you like to propose someone?
unanswered-again = A reminder: this request, made on { $since }, is still waiting for the team: “{ $need }”. { $tried } Would you like to propose someone?
unanswered-tried = Already asked: { $names }.
unanswered-nobody-tried = Nobody has been asked yet.
unanswered-propose = Propose someone
unanswered-leave = Leave it to others
unanswered-who = Who? Write their name.
unanswered-who-again =
    { $found ->
        [0] I can’t find anyone called “{ $name }”. Try the full name.
        [1] All right, another “{ $name }”. Write the full name.
       *[other] Several members are called “{ $name }”. Write the full name.
    }
unanswered-not-self = This request is your own, { $name }. Someone else?
unanswered-not-asker = I can’t ask { $name } for this one. Someone else?
unanswered-not-gone = { $name } has left the community. Someone else?
unanswered-not-newcomer = { $name } has only just arrived and is still settling in. Someone else?
unanswered-not-asked = { $name } has had this request already. Someone else?
unanswered-not-paused = { $name } is paused until { $until }. Someone else?
unanswered-not-away = { $name } is paused for now. Someone else?
unanswered-not-busy = { $name } has been asked for enough this week, and I’ll leave it at that. Someone else?
unanswered-left = All right, the team still knows of it.
unanswered-closed = The request “{ $need }” ended without an answer: nobody was found for it. It is closed, and whoever asked knows.
unanswered-by-team = { $name } has closed the request “{ $need }”: “{ $reason }”. There is nothing left to do.
unanswered-settled = The request “{ $need }” no longer waits for the team: nothing more to do.
unanswered-proposed = Thank you! I am asking { $name }.
welcome-to-it = You’re welcome! If somebody in particular helped you, /thanks brings them a word.
unsure-find_help = Are you looking for somebody for “{ $about }”?
unsure-find_help-bare = Are you looking for help?
unsure-offer_help = Would you like to offer help with “{ $about }”?
unsure-offer_help-bare = Would you like to offer help?
unsure-find_person = Would you like to know who { $about } is?
unsure-find_person-bare = Are you looking for a particular member?
unsure-introduce = Would you like to get to know { $about }?
unsure-introduce-bare = Would you like to meet somebody?
unsure-thanks = Would you like to thank { $about }?
unsure-pause-bare = Would you like a break, without requests?
unsure-resume-bare = Would you like to receive requests again?
unsure-edit_profile-bare = Would you like to see or change your profile?
unsure-my_data-bare = Would you like to see what I keep about you?
unsure-leave-bare = Would you like to leave, or to receive nothing more from me?
unsure-no = No, something else
unsure-otherwise = All right. Tell me in other words, or write /help.
either = Let me ask: what would you like?
either-ask = Find help
either-leave = Leave here
either-my_data = See my data
either-edit_profile = See my profile
either-resume = Receive requests again
either-neither = Something else
leaving = I understand. Which would you prefer?
leaving-stop = Receive nothing more
leaving-erase = Erase everything
leaving-not = Stay
leaving-stay = Very well, nothing changes.
overheard = I saw you are looking for help with “{ $need }”: shall I ask around? Only you can see this.
overheard-yes = Yes, please ask
overheard-no = No thanks
listen-where = Write this command in the channel that you mean: /listen on or /listen off.
listen-how = Write /listen on for me to offer help here in private, or /listen off for me to keep quiet.
listen-not-here = Here I read nothing of what is written in channels, so I offer nothing there of my own accord. Whoever looks for help can write to me, or use /ask.
listen-on = Noted: whoever looks for help in this channel gets a private offer from me, easy to dismiss. Please tell the members.
listen-off = Noted: in this channel I no longer offer anything of my own accord.
# What is done first of several wishes in one message, and what after it.
several = One thing after the other: first “{ $first }”, then { $others }.
quoted = “{ $words }”
# To who would have silence, or another language; and to who hesitates.
feels-low = I am sorry to read that. Somebody of the team can listen, privately: /team. And if there is something that would help, tell me: someone here may have been through it.
hushed = Very well, I’ll be quiet. Write whenever you like; to get nothing more from me: /stop
speaks-now = Understood: I’ll write to you in English.
ask-take-your-time = Take your time. What would you like help with?
