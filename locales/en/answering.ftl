# Receiving a request, meeting, and afterwards
request-title = { $need }
request-context = Context: { $context }
request-exchange = You asked: “{ $question }”. The answer: “{ $details }”
request-a-member = Someone in the community
request-received =
    { $wish ->
        [experience] { $who } would like to learn from what you have been through: “{ $need }”.
        [idea] { $who } would like to test an idea with you: “{ $need }”.
        [subject] { $who } would like to talk with you about a subject you share: “{ $need }”.
       *[advice] { $who } would like your help: “{ $need }”.
    }
    It takes about twenty minutes of talking. You are free to answer as you like, and owe no reason.
request-reworded = The request you received is put in other words: “{ $need }”. What do you think?
request-urgency-week = When? This week, if possible.
request-urgency-by = When? By { $by }, if possible.
request-urgency-past = When? It was for { $by }; just say whether it may still be of use.
request-by-what-means = How you talk (by phone, in writing, by video) is between the two of you: you will settle it once you have accepted. Do you accept?
request-reminder = A small reminder, no pressure: someone is still waiting for your answer about “{ $need }”. A “no” helps them too.
request-again = You told me to wait until today. Someone would still like your help with “{ $need }”. What do you think?
request-expired = The request “{ $need }” goes to somebody else now. No worries, another time perhaps.
request-late-helped = Thank you for answering! Someone else was able to help meanwhile with “{ $need }”. Until next time.
request-late-team = Thank you for answering! The request “{ $need }” is with the team now, who are still looking. If you can help, tell them: /team
late-yes = Would you still like to help with “{ $need }”? Your yes still counts.
late-yes-no = All right, I’ll leave it at that.
request-late-elsewhere = Thank you for answering! The request “{ $need }” has gone to someone else meanwhile. Until next time.
request-late-over = Thank you for answering! The request “{ $need }” was closed meanwhile. Until next time.
request-details = Here is what you wanted to know about “{ $need }”. What do you think?
details-answered = { $name } answers your question “{ $question }”:
request-no-details = No answer yet to your question “{ $question }”. About “{ $need }”, feel free to decide without it.
request-who-hidden = Someone in the community: you will know who as soon as you accept. Before that I don’t say.
request-who = It is { $name }. To know more: /who { $name }
request-accept = I accept
request-more = Tell me more
request-later = Not now
request-decline = I can’t
request-else = Rather someone else…
request-else-which = All right. Why someone else?
request-not-mine = It’s not my subject
request-better = I know someone better
better-who = Whom do you have in mind? Write a name, or a part of it: I’ll ask them instead.
better-not = That is you: “I accept” is all it takes. Whom else do you have in mind?
better-noted = Thank you for the idea! The request moves on from you: I’ll ask { $name } if I can, and look elsewhere otherwise.
correction = For “{ $need }”, I had found you by your profile: { $phrases }. What suits you best?
correction-bare = I don’t want to bother you for nothing. About “{ $need }”, what suits you best?
correction-take-off = Take it off my profile
correction-no-more = Don’t ask me that again
correction-keep = Change nothing
correction-taken-off = It is off your profile: { $phrases }. You can put it back any time, with /profile.
correction-not-for-this = All right: no more requests like “{ $need }”. You can see and change that in /profile.
correction-kept = Very well, everything stays as it was.
request-accepted = Thank you! It is { $name }. I’m opening a room for the two of you: over to you there.
request-accepted-apart = Thank you! It is { $name }. I have no room where I could bring you together: I’ll ask you right away how you would like to write to each other.
help-offered = { $name } has read “{ $need }” in the news, and offers to help. Shall I bring you together?
help-offered-yes = Yes, gladly
help-offered-no = Not this time
help-offered-declined = All right, I’ll say nothing of it. Your request takes its course.
help-offered-met = It’s done: you and { $name } are in touch. Over to you, I step back.
offer-taken = { $name } gladly takes your help with “{ $need }”. You are in touch: over to you.
request-question = What would you like to know?
request-question-sure = Shall I put this question to them? “{ $question }”
request-question-sent = Asked: I’ll be back with the answer. You can also decide without waiting for it.
request-until = From when? Choose, or write, for instance, “Monday” or “January 15”.
request-until-far = Please choose a day to come, within three months. If that is not possible, just say “I can’t”.
request-back = Back to the request
request-postponed = Noted: nothing before { $until }.
request-declined = Thank you for saying so. I’ll ask somebody else.
request-declined-team = Thank you for saying so. The team will see to it.
request-expired-alone = You need not answer for “{ $need }” any more. No worries, another time perhaps. Nobody else has been found yet: your “I accept” still counts.
request-expired-team = The request “{ $need }” goes to the team now. No worries, another time perhaps. As long as they are looking, your “I accept” still counts.
request-withdrawn-gone = A request you had received needs no answer any more. Thank you for being there.
request-withdrawn = The request “{ $need }” needs no answer any more. Thank you for being there.
later-week = In a week
later-fortnight = In two weeks
later-month = In a month
introduction-hello =
    Hello { $requester }, hello { $helper }! You have both said yes: this room is yours.
    { $requester } would like help with “{ $need }”. Three ways to begin: tell in two sentences where the question comes from; say what has been tried; or pick a moment of twenty minutes right away.
introduction-hello-proposed =
    Hello { $requester }, hello { $helper }! { $by } thought of the two of you, and you both agreed to talk: this room is yours.
    What brings you together: “{ $reason }”. A good start: find twenty minutes this week.
introduction-hello-buddy =
    Hello { $requester }, hello { $helper }! You both said yes: this room is yours.
    { $requester } has just joined, { $helper } knows the community well. A good start: what brings you here, a question one hardly dares to ask elsewhere, and twenty minutes some time this week.
introduction-times = Moments that might suit you both
introduction-context = { $name } adds: “{ $context }”
introduction-question = { $name } asked: “{ $question }”

# A time to talk: one proposes, the other says yes, each keeps it in their own calendar
time-pick = If one of these moments suits you, choose it: I’ll suggest it to { $name }.
time-line = • { $times }
time-there = { $day } at { $hour } ({ $city })
time-at = { $at }
time-ourselves = We’ll sort it out
time-which = When could you talk with { $name }?
time-hour = At what time, on { $day }? Write, for instance, 6:30 pm.
time-on-its-way = I’ve suggested it to { $name }. As soon as I have an answer, I’ll tell you.
time-between-you = All right, I’ll leave it to the two of you. Enjoy the conversation!
time-proposed = { $name } suggests talking about “{ $need }” on { $at }. Does that suit you?
time-proposed-title = The suggested moment
time-yes = Yes, that suits me
time-other = Another moment
time-agreed = Noted: you are talking with { $name } on { $at }. Here it is for your calendar.
time-suggest = Suggest a time: { $name }
late-sure =
    { $minutes ->
        [0] You will be late: shall I let them know?
       *[other] You will be { $minutes } minutes late: shall I let them know?
    }
late-tell = Yes, tell { $name }
late-no = No
late-told = I’ve told { $name }.
late-kept = Fine, I won’t say anything.
time-late =
    { $minutes ->
        [0] { $name } lets you know: your conversation will start a little late.
       *[other] { $name } lets you know: your conversation will start about { $minutes } minutes late.
    }
time-change = Would you rather talk at another time, or not at all?
time-move-to = When would you rather talk with { $name }? Until you have said so, the time stands.
time-keep = Keep the time
time-kept = All right, the time stands.
time-off = Your conversation of { $at } with { $name } will not take place. Here is what takes it out of your calendar.
time-title = Conversation with { $name }
talks =
    Your conversations to come:
    { $lines }
talk-line = • with { $name }, on { $at }, about “{ $need }”
time-not-then = { $at } doesn’t suit { $name }. If another moment is suggested, I’ll bring it to you at once; you can suggest one, too (“Thursday at 6 pm”).
time-open = { $name } would rather arrange with you directly when to talk. A short word is enough to get it going.

# And after
follow-talked = On { $since } I put you in touch with { $name } about “{ $need }”. Did you get to talk?
follow-talked-apart = On { $since } you and { $name } agreed to talk about “{ $need }”, but there is no way for you to write to each other here. Did you get to talk all the same?
follow-talked-at = You had chosen { $at } to talk about “{ $need }” with { $name }. Did it work out?
follow-talked-again = Asking again, as agreed: did you get to talk with { $name } about “{ $need }”?
follow-talked-yes = Yes
follow-talked-planned = It’s planned
follow-talked-no = Not yet
follow-planned = Perfect, have a good talk!
follow-ready = No worries, and thank you for being ready to talk.
follow-again-apart = All right, I’ll come back to you in a week.
follow-thanks = Thank you for taking the time.
follow-not-met = No worries. A short word from you often gets things going.
follow-instead = It happens. What would help you?
follow-we-will = We will
follow-ask-again = Ask me again in a week
follow-again = All right, I’ll come back to you in a week. A short word from you often gets things going.
follow-someone-else = Ask somebody else
follow-leave = Leave it at that
follow-too-late = Since nobody had spoken of it for a while, I had closed that request. To ask again: “who can help me with…?”
follow-left = Very well, the request is closed. You can ask again any time.
follow-helped = And did talking with { $name } help you with “{ $need }”?
follow-helped-yes = Yes
follow-helped-partly = Partly
follow-helped-no = Not really
follow-helped-team = I’d rather tell the team
follow-helped-not-met = We haven’t talked
follow-recall = On { $since } I put you in touch with { $name } about “{ $need }”. Did it help? I won’t ask again after this.
follow-recall-apart = On { $since } you and { $name } agreed to talk about “{ $need }”, though there was no way to write to each other between you. Did it help? I won’t ask again after this.
follow-why = Shall the team read your words? It alone will: “{ $words }”
follow-no-help = Thank you for saying so. The request is closed; ask again any time and I’ll look elsewhere.
follow-closed = Thank you, and see you soon.
thanks-word = A word of thanks for { $name }? Write it, and I’ll pass it on as it is.
thanks-said = Shall I pass on your words to { $name }: “{ $words }”? Or write others.
thanks-sure = Nothing has left yet. Shall I pass these words on to { $name }: “{ $words }”
thanks-sure-yes = Yes, pass them on
thanks-none = Very well, nothing is passed on. To thank somebody else, write “thanks” and their name.
thanks-sent = Passed on to { $name }. Thank you for keeping help alive.
thanks-not-brought = I can’t bring that word to { $name } just now, but it was a lovely thought. Perhaps another day.
thanks-nobody = Nobody has been introduced to you yet. It will come: “who can help me with…?”
thanks-self = That’s you! To thank somebody else: /thanks
thanks-unknown = I don’t know anybody called “{ $name }”. Whom would you like to thank?
thanks-whom = Whom would you like to thank?
thanks-whom-for = { $name } (“{ $need }”)
thanks-tap = Just say thank you
thanks-received-for = { $name } thanks you for “{ $need }”.
thanks-received-words = { $name } thanks you: “{ $words }”
thanks-received-plain = { $name } thanks you.
thanks-badge = { $givers } different people have thanked you by now. Help lives here, thanks to you.
thanks-mention = Once a month the community mentions people who have helped, without any ranking. Would you like to be among them?
thanks-mention-yes = Gladly: your name may be mentioned.
thanks-mention-no = All right, your name won’t be mentioned.
thanks-received = { $name } thanks you for “{ $need }”: “{ $words }”
