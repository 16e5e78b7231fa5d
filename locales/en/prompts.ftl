# The question of the month, its answers and what is shared of them
prompt = { $words }
prompt-answer = I’ll answer
prompt-not-now = Not this time
prompt-leave = No more of these
prompt-left = Noted: this ritual won’t write to you any more. Everything else stays as it is. To come back to it one day: /resume
prompt-next-time = Very well, another time.
prompt-anonymous = That is for you to say, once your answer is written: to everyone with your name, to the team only or, where that can be kept, to everyone without your name. Nothing is kept before.
prompt-keeps = There is no hurry: the question stays here. Answer it whenever you like, or later with /answer.
prompt-none = No question is open at the moment. The next one comes in its time.
prompt-mine =
    { $words }
    You answered: “{ $mine }”
prompt-again = Answer something else
prompt-your-words = I’m listening. A few lines are enough.
prompt-share = How far may this answer go?
prompt-share-unsigned =
    How far may this answer go?
    Without your name, it joins the others in a sealed envelope: nobody will know that it is yours, it is only opened from { $least } answers on, and it can’t be taken back.
prompt-share-named = To all, with my name
prompt-share-unnamed = To all, without it
prompt-share-team = To the team only
prompt-kept-named = Thank you! Your answer may be shared, with your name. To change that: /answer
prompt-kept-unnamed = Thank you! Your answer is in the envelope, without your name.
prompt-kept-team = Thank you! Only the team will read your answer.
prompt-final = You answered without your name: your answer is sealed with the others. Nobody can find it there, and neither can I: it can be neither changed nor taken back. Thank you!
prompt-aloud =
    { $words }

    To answer, privately: /answer
shortcut-answer = I’ll answer
prompt-thread =
    You answered the question of the month in the thread:

    { $words }

    May it be in the round-up of the answers? If you say nothing, it isn’t.
prompt-thread-unsigned =
    You answered the question of the month in the thread:

    { $words }

    May it be in the round-up of the answers? If you say nothing, it isn’t.
    Without your name, it joins the others in a sealed envelope, which is only opened from { $least } answers on, and it can’t be taken back. Whoever has read the thread will know it again.
prompt-thread-as-named = Yes
prompt-thread-as-unnamed = Yes, without my name
prompt-thread-as-no = No
prompt-thread-no = Very well: it stays in the thread, and I keep nothing of it. To give another answer: /answer
prompt-thread-long = Your answer in the thread to the question of the month has more than { $most } characters: it stays there, and I keep nothing of it. To give a shorter one for the round-up: /answer
roundup-for-team =
    For the team only:
    { $lines }
roundup =
    This is what members are happy to share:
    { $lines }

    Shall I post it?
roundup-line = • { $words }
roundup-line-named = • { $words } — { $name }
roundup-post-it = Post it like this
roundup-edit = Edit it first
roundup-drop = Post nothing
roundup-words =
    This is the text to post. Copy it, change what you like, and send it back:

    { $words }
roundup-words-part =
    Part { $n } of { $of } of the text to post. Copy it, change what you like, and send it back:

    { $words }
roundup-edited =
    This is what would be posted, word for word:

    { $words }

    Shall I post it?
roundup-edit-again = Edit it again
roundup-restore = Back to the first text
roundup-keep = Leave it as it is
roundup-waits = A small reminder: these answers are still waiting. Nothing leaves without you, and posting nothing is fine too.
roundup-closed = The answers to the last question were not posted, and that’s all right: I’m putting them aside. The next question comes in its time.
roundup-posted = It’s posted. Thank you!
roundup-dropped = Very well, nothing is posted.
roundup-nothing = “{ $name }”: there is nothing to share this time (answers without a name are only opened from { $least } on). The next question comes in its time.
answers-unopened = “{ $ritual }”: the envelope with the answers without a name stayed closed, as it is only opened from { $least } on. Nobody has read yours, and it is erased. Thank you for writing it!
answers-unposted = “{ $ritual }”: this time the team doesn’t post the answers, so yours goes no further. Thank you for writing it!
roundup-public =
    Your answers to the question of the month:

    { $words }
roundup-to-you =
    Your answers to the question of the month:

    { $words }

    To get nothing more from me: /stop
roundup-more = { $words }
prompt-closed = This question is closed: I can take no more answers. The next one comes in its own time.
answer-unfinished = The question of the month is closed, and I did not have all of your answer yet: nothing of it is kept or shared. The next one comes in its own time.
roundup-is-posted = This round-up is posted already: somebody else on the team took care of it. Nothing in it was changed.
roundup-is-dropped = This round-up is not to be posted any more: it was left at that in the meantime. Nothing was sent.
# Going back on one's answer
answer-change =
    Your answer to the question of the month:

    { $words }

    { $stands }
answer-is-named = It may be shared with your name. What shall become of it? Without your name it is sealed with the others, and can’t be taken back any more.
answer-is-team = Only the team will read it. What shall become of it? Without your name it is sealed with the others, and can’t be taken back any more.
answer-is-collected = The question is closed, and the team has the answers before it; as long as nothing is published, yours can be taken back.
answer-anew = Write it anew
answer-back = Take it back
answer-keep = Leave it so
answer-stays = All right, nothing changes.
answer-gone = Done: your answer is erased.
prompt-or-ask = “{ $words }”: is this your answer to the question, or are you looking for somebody?
prompt-is-answer = It is my answer
prompt-share-more =
    Your answer, with that:

    { $words }

    { $question }
prompt-share-told =
    Your answer:

    { $words }

    { $question }
prompt-no-answer = That is no answer to the question yet. Write it in your own words, or /cancel to leave it.
prompt-dropped = All right: nothing is kept. To answer after all: /answer
