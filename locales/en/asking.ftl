# Asking for help, and knowing where things stand
why-offer = offers: { $phrases }
why-experience = has been through: { $phrases }
why-headline = in their own words: { $phrases }
why-you-offer = Why you? You offer: { $phrases }
why-you-experience = Why you? You have been through: { $phrases }
why-you-headline = Why you? You introduce yourself as: { $phrases }
why-you-team = Why you? The team thought of you.
ask-what-do-you-need = What do you need? In a few words, for instance “someone to read my budget”.
ask-who =
    { $people ->
        [1] For “{ $need }”, I thought of this person. Would you like to ask them?
       *[other] For “{ $need }”, I thought of these people. Whom would you like to ask?
    }
ask-name = { $name }
ask-external = { $name } (from outside the community)
ask-team = Ask the team instead
ask-drop = Never mind
ask-dropped = Very well. Come back any time: asking bothers nobody.
ask-context = Would you like to add a word of context? What is at stake, what you have tried. Your name is given only if they accept.
ask-nobody-yet = I don’t see anyone yet for “{ $need }”. I can pass your request to the team, who know people. Shall I?
ask-pass-on = Yes, pass it to the team
ask-on-its-way = Your request is on its way to { $name }. You’ll hear within three days, whatever happens. To see where it stands: “where is my request?”
ask-with-team = Your request “{ $need }” is with the team now. Someone is looking after it, and I’ll keep you posted. The day somebody here offers it, I’ll tell you too.
ask-accepted = Good news: { $name } has agreed to help you with “{ $need }”. A room is open for the two of you: over to you, I step back.
where-nothing = You have no open request. To make one: “who can help me with…?”
where-list =
    Here is where things stand.
    { $lines }
where-line = • { $need }: { $stands }
where-fine = Thank you, that’s clear
where-withdraw = Withdraw “{ $need }”
where-kept = Everything takes its course.
where-too-late = Too late to withdraw it: { $name } has just accepted. You can tell them in your room that it is no longer needed.
where-withdrawn = It is withdrawn. If somebody had received it, I have just told them.
where-answer = Answer { $name }
stands-stuck = the team is looking after it
stands-introduced = you are in touch with { $name }
stands-question = { $name } would first like to know “{ $question }”, and will decide without your answer if it isn’t there by { $until }
stands-postponed = { $name } is available from { $until }
stands-waiting = { $name } has until { $until } to answer
stands-waiting-then = { $name } has until { $until } to answer, then I’ll ask { $following }
progress-team = Nobody could take your request “{ $need }” for now. I have handed it to the team, who are looking with you. The day somebody here offers it, I’ll tell you too.
progress-next = For “{ $need }”, the person I asked isn’t available. I have asked { $name }; you’ll hear within three days.
progress-reminded = { $name } hasn’t answered yet about “{ $need }”: I have just sent a small reminder.
progress-undetailed = For “{ $need }”, { $name } will decide without the answer they asked for. You can still give it: “where is my request?”
progress-then = Without an answer by { $until }, I’ll ask { $following }.
progress-then-team = Without an answer by { $until }, I’ll talk to the team.
two-sentences = { $first } { $second }
progress-proposed = The team thought of { $name } for “{ $need }”: I have just asked them.
details-asked = About “{ $need }”, they would first like to know: “{ $question }”. What shall I answer?
details-reminder = A small reminder about “{ $need }”: they would first like to know “{ $question }”. What shall I answer?
details-skipped = Very well. I’ll tell them, and they will decide without it.
details-moved-on = Thank you. They have paused in the meantime, so I’m moving on.
details-given = Thank you, I’ve passed it on.
postponed-choice = { $name } isn’t available before { $until }. Would you rather wait, or ask somebody else?
postponed-wait = I’ll wait
postponed-next = Somebody else
postponed-waiting = All right. I’ll ask them again on { $until }.
