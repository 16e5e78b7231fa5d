# Two people without a common room: two chat apps, or two lines on WhatsApp
relay-name = You and { $name } have no room in common here. I can carry your words from one to the other, without giving anyone’s contact. Under which name would you like to write? (Choose, or type another one.)
relay-instead = The room planned for { $name } and you could not be opened, and I’m sorry. Here is another way to talk.
relay-as = { $name }
relay-no = Rather not
relay-waiting = Noted. As soon as { $name } agrees too, I’ll tell you.
relay-how = You can write to { $name } through me. Begin your message with @{ $first }, or reply directly to one of theirs. I keep nothing of what you tell each other. To end it: /leave. If something is not right: /report
relay-refused = All right. If you change your mind, the team can help: /team
relay-words = { $name }: { $words }
relay-picture = { $name } sends you a picture.
relay-whom = I don’t know whom to pass this to. Begin with @ and the first name: { $names }.
relay-lost = I can only pass words and small pictures on to { $name }. Could you write it to me?
relay-not-there = { $name } can’t be reached here any more. Your words were not passed on.
relay-left = It is over, nothing passes between you two any more.
relay-over = { $name } has ended the exchange here. Thank you for walking this bit together.
relay-over-gone = The person I put you in touch with is not here any more. The exchange is over.
relay-quiet = Nothing has passed between you and { $name } for thirty days, so I am closing the exchange. Thank you for walking this bit together.
relay-lapsed = I had no answer from { $name } about putting you in touch, and I leave it there. They are probably just short of time. The team can help: /team

# A way to reach each other, given by each
contact-ask = Would you also like to give { $name } a way to reach you (a number, an address)? Write the one you want. Each of you sees the other’s only if you both give one.
contact-none = No thanks
contact-kept = All right, your contact stays yours.
contact-waiting = Thank you, I keep it to myself until { $name } has given theirs.
contact-given = { $name } gives you this way to reach them: { $contact }. I don’t keep it: please note it down.

# Ending an exchange
leave-nobody = No exchange goes through me at the moment. To receive nothing from me any more: /stop
leave-which = With whom would you like to end the exchange?

# What can’t be read
only-words = I can only read words. Could you write it to me?
