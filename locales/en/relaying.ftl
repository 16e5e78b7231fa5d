# Two people without a common room: two chat apps, or two lines on WhatsApp
relay-name = You and { $name } have no room in common here. I can carry your words from one to the other, without giving anyone’s contact. Would you like to write through me, under your name ({ $mine }) or under another one?
relay-name-again = A small reminder: { $name } and you agreed to talk, and only your answer is missing. I can carry your words from one to the other, without giving anyone’s contact. Would you like to write through me, under your name ({ $mine }) or under another one?
relay-reminded = { $name } hasn’t said yet how to write to each other: I have just sent a reminder.
relay-reminded-then = { $name } hasn’t said yet how to write to each other: I have just sent a reminder. Without an answer by { $until }, I’ll ask somebody else.
relay-instead = The room planned for { $name } and you could not be opened, and I’m sorry. Here is another way to talk.
relay-as = Under which name would you like to write to { $name }? A first name or a nickname will do.
relay-as-taken = Somebody here is called { $called } already, and must not be taken for you. Which other name shall it be?
relay-yes = Yes, under my name
relay-yes-other = Yes, another name
relay-no = Rather not
relay-waiting = Noted: { $name } will read you under the name of “{ $called }”. As soon as { $name } agrees too, I’ll tell you. To take it back before then: /leave
relay-how = You can write to { $name } through me. Begin your message with @{ $first }, or reply directly to one of theirs. Once your words are delivered, I keep nothing of them. To end it: /leave. If something is not right: /report
relay-hello = To begin with, here is the request as it was written: “{ $need }”. Three ways to start: tell in two sentences where the question comes from; say what has been tried; or pick a moment of twenty minutes right away.
relay-hello-proposed = { $by } thought of the two of you: “{ $reason }”. A good start: find twenty minutes this week.
relay-hello-buddy = One of you has just joined, the other knows the community well. A good start: what brings one here, a question one hardly dares to ask elsewhere, and twenty minutes some time this week.
relay-hello-round = A good start for “{ $name }”: find thirty minutes this week, by voice if you can, and say in two sentences what is on your mind.
relay-context = With this to add: “{ $context }”
relay-refused = All right. If you change your mind, the team can help: /team
relay-elsewhere = All right, and thank you for saying so. I’ll look for somebody else.
relay-words = { $name }: { $words }
relay-picture = { $name } sends you a picture.
relay-meant = Is this for { $name }? Nothing passes without your word.
relay-meant-yes = Yes, pass it on
relay-meant-no = No, it’s for you
relay-brought = It is passed on to { $name }. Next time, @{ $first } at the beginning is quicker.
relay-kept-back =
    { $what ->
        [picture] This has stayed between us: I passed it on to nobody. To send somebody a picture, write @ and the name beside it, or reply to one of their messages with it: { $names }.
       *[words] These words have stayed between us: I passed them on to nobody. To write to somebody, begin with @ and the name: { $names }. To see what I can do: /help
    }
relay-whom = I don’t know whom to pass this to. Begin with @ and the name: { $names }.
relay-lost-beside =
    Your words are passed on to { $name }; what came with them is not. { $why ->
        [large] A picture may have 5 MB at most: could you send a smaller one? A screenshot of it is usually light enough.
        [many] I pass on one picture at a time: could you send them one by one?
        [format] I can only pass on pictures in JPEG or PNG: a screenshot of it will do.
        [away] I could not get hold of it: could you send it once more?
       *[other] I can only pass words and pictures on.
    }
relay-lost =
    { $why ->
        [large] This picture is too heavy for me to pass on to { $name }: 5 MB at most. Could you send a smaller one? A screenshot of it is usually light enough.
        [many] I pass on one picture at a time, and none of these has reached { $name }. Could you send them one by one?
        [format] I could not pass this picture on to { $name }: I can only pass on pictures in JPEG or PNG. Could you send it in one of these? A screenshot of it will do.
        [away] I could not get hold of what you sent for { $name }. Could you send it once more? If that doesn’t help, the team can: /team
       *[other] I can only pass words and pictures on to { $name }. Could you write it to me?
    }
relay-not-there = { $name } can’t be reached here any more. Your words were not passed on.
relay-undelivered = What you wrote to { $name } could not be delivered, and I don’t keep it. It may stay so, even if you receive their messages: if you have no other way to reach each other, the team can help: /team
relay-held = Your words are waiting for { $name }, who reads them on coming back here.
relay-one-way = Your words are on their way to { $name }. But you asked me to send you nothing more, so an answer could not reach you. To receive it: /resume
relay-ended = Your exchange with { $name } through me is over: I have not passed your words on, and I don’t keep them.
relay-ended-reply = This exchange through me is over: I did not pass your words on, and I don’t keep them.
relay-left = It is over, nothing passes between you two any more.
relay-taken-back = It is taken back: { $name } will see nothing of it, and I have forgotten what you had given.
relay-over = { $name } has ended the exchange here. Thank you for walking this bit together.
relay-over-gone = The person I put you in touch with is not here any more. The exchange is over.
relay-quiet = Nothing has passed between you and { $name } for thirty days, so I am closing the exchange. Thank you for walking this bit together.
relay-lapsed = { $name } and you haven’t both said how to write to each other, and I leave it there. It is probably just a lack of time. The team can help: /team
relay-lapsed-else = { $name } and you haven’t both said how to write to each other, and I leave it there. Shall I ask somebody else?
relay-apart = We have found no way of writing to each other that suits both { $name } and you, and I leave it there. Nothing that you had entrusted to me was passed on. The team can help: /team
relay-apart-else = We have found no way of writing to each other that suits both { $name } and you. Nothing that you had entrusted to me was passed on. Shall I ask somebody else?

# A way to reach each other, given by each
contact-ask = Would you also like to give { $name } a way to reach you (a number, an address)? Write the one you want. Each of you sees the other’s only if you both give one.
contact-sure =
    So it would be:
    { $contact }
    { $name } reads it only if you both give one. Is that right?
contact-yes = Yes, that’s it
contact-again = Correct it
contact-none = No thanks
contact-kept = All right, your contact stays yours.
contact-waiting = Thank you, I keep it to myself until { $name } has given theirs. To take it back before then: /leave
contact-given =
    { $name } gives you this way to reach them:
    { $contact }
    I don’t keep it: please note it down.
contact-taken-back = It is taken back and forgotten: { $name } will see nothing of it. You can still write to each other through me.

# Ending an exchange
leave-nobody = No exchange goes through me at the moment. To receive nothing from me any more: /stop
leave-which = What would you like to end or to take back?
leave-one = The exchange with { $name }
leave-contact = My contact for { $name }

# What can’t be read
only-words = I can only read words. Could you write it to me?
only-the-words = I have read your words. What came with them (a picture, a sound, a file) I can’t read.
take-back-which = Whom can’t you help after all?
take-back-one = { $name }: { $need }
take-back-sure = You had said yes to { $name } about “{ $need }”. Shall I say that you aren’t available after all, and ask somebody else? I won’t say why.
take-back-yes = Yes, tell them
take-back-no = No, I’m staying
take-back-kept = Very well, nothing changes: { $name } still counts on you.
take-back-done = Done, and it happens to everybody. { $name } hears of it in kind words, and the request goes on its way.
