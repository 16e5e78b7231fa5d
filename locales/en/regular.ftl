# What rituals tell: the news of the month, the welcome week
digest =
    News of the community:
    { $lines }

    To get nothing more from me: /stop
digest-newcomers = • Welcome to { $items }
digest-asks = • { $items } members are looking for help right now
digest-wanted = • Still looked for: { $items }
digest-help = I can help: “{ $need }”
digest-read = Good to know, thanks
digest-offered = Thank you so much! I’m passing your offer on right away, with your name. If it’s a yes, I’ll bring you together.
digest-too-late = Thank you for thinking of it! This request needs no answer any more.
digest-helpers = • { $items } members gave some of their time. Thank you!
welcome-first-profile =
    Hello { $name }! A first step, two minutes: say what you could bring, however small. Write /profile.

    To get nothing more from me: /stop
welcome-first-ask =
    Hello { $name }! A first step, two minutes: ask for one thing that would be useful to you, however small. Write /ask.

    To get nothing more from me: /stop
welcome-nudge =
    Hello { $name }! There’s no hurry: whenever you like, a small question (/ask) or one more line in your profile (/profile) is enough to begin.

    To get nothing more from me: /stop
welcome-week =
    { $name } has been here for a week. Here is a message ready to go, from you:

    “{ $words }”
welcome-note-ready = Hello { $name }! You’ve been with us for a week. I think you would enjoy talking with { $names }. Tell me if I may introduce you!
welcome-note-ready-alone = Hello { $name }! You have been with us for a week. How is it going? Tell me what you are looking for, or what you miss: I will answer.
welcome-buddy-met = Their buddy: { $buddy }.
welcome-buddy-open = A meeting with a buddy hasn’t come about so far.
welcome-buddy-none = Nobody was free to be their buddy, and nothing was promised to them. Members offer to be one in /profile, “How I am reached”.
welcome-send = Send it
welcome-edit = Edit it
welcome-edit-again = Edit it again
welcome-leave = Don’t write
welcome-your-words = Write your message, just as it should go.
welcome-edited =
    This is what { $name } would read, word for word:

    “{ $words }”

    Shall I send it?
welcome-sent = It’s sent to { $name }. Thank you!
welcome-left = Very well, I’m not writing to { $name }.
