# Surveys: answering one, writing one, reading what came of it
survey-invitation =
    { $count ->
        [one] The team would love your view: “{ $title }”. Just one question, open until { $until }. It is anonymous: I write down nowhere who answered what.
       *[other] The team would love your view: “{ $title }”. { $count } questions, open until { $until }. It is anonymous: I write down nowhere who answered what.
    }
survey-reminder =
    { $count ->
        [one] There is still time to give your view: “{ $title }”, one question, until { $until }. It is anonymous as ever, and I won’t remind you again.
       *[other] There is still time to give your view: “{ $title }”, { $count } questions, until { $until }. It is anonymous as ever, and I won’t remind you again.
    }
survey-promise = You can skip any question, and fewer than five answers are never shown. Shall we start?
survey-answer = Answer
survey-not-now = Not this time
survey-declined = Noted, I won’t bring it up again.
survey-ask-one = { $question }
survey-ask-several = { $question } (choose as many as you like)
survey-ask-scale = { $question } (1: not at all, 5: very much)
survey-ask-words = { $question } In your own words, with nothing that tells who you are. Once it is sent, your answer can’t be found again, not even by me.
survey-option = { $option }
survey-option-until = { $until }: { $option }
survey-answered = Thank you, it’s in the box! The team will read it all together once the survey is closed. They won’t know whom a word comes from, so they can’t answer you: to talk to them, /team; to report what has hurt you, /report
survey-more = I kept these words nowhere. Do they go on with your answer? Then write them here again: it will go into the box, without your name, like the rest. If not, skip.
survey-added = Thank you! What you sent to the box is in it, and the rest is kept nowhere.
survey-anonymous = It is anonymous: your answers go into a sealed box, without your name, any hour or any order: neither the team nor I can tell who answered what, and fewer than five answers are never shown. Only your own words, if you write any, can give you away: they are read as they stand.
survey-final = What is in the box has no name any more: nobody can find your answer there, and neither can I. So it can’t be changed or taken back. What has no answer yet can be skipped.
survey-explained = The team is asking several members what they think, and will read all the answers together once the survey is closed. Every question can be skipped: nothing is compulsory.
survey-keeps = There is no hurry: I put nothing into the ballot box, and the question stays here. Answer it whenever you like, or later with /survey.
survey-answer-long = I need a few words, { $most } characters at most.
survey-none = No survey is waiting for your answer right now.
survey-which = Which survey would you like to answer?
survey-what = What would you like to do?
survey-new = New survey
survey-mine = Answer a survey
survey-over = closed
survey-few-so-far = until { $until }; fewer than five answers so far
survey-so-far = until { $until }; { $count } answers from { $asked } people
survey-title = What is this survey about? A short title that members will read.
survey-title-long = I need a title, { $most } characters at most.
survey-how =
    Write your questions, one on each line, five at most. What follows a question says how it is answered:
    How is your project going? 1-5
    Which day suits you? Tuesday / Thursday
    What would you like? a workshop + a lunch
    A word for the team?
survey-scale = There is one scale only, from 1 to 5: write “1-5” behind the question, or choices with “/” between them. To be put anew: “{ $question }”.
survey-no-question = I found no question. Write at least one, on a line of its own.
survey-many = { $count } questions are too many to be answered gladly: keep { $most } at most, and send them again.
survey-question-long = The question “{ $begins }…” is too long: { $most } characters at most.
survey-options = For “{ $question }” there must be two to { $most } answers, with / between them (one of them) or + (several).
survey-option-long = The answer “{ $option }” is too long for a button: { $most } characters at most.
survey-for-whom = For which groups?
survey-everyone = The whole community
survey-until = Until which day can people answer? For instance “Friday” or “in two weeks”.
survey-preview =
    { $count ->
        [one] This is what { $count } person will read, with my own words in their language, until { $until }. Shall I send it?
       *[other] This is what { $count } people will read, with my own words in their language, until { $until }. Shall I send it?
    }
survey-preview-line = { $question } → { $options }
survey-preview-words = { $question } → a few words
survey-send = Send
survey-rewrite = Change the questions
survey-drop = Don’t send
survey-dropped = Nothing is sent, nothing is kept.
survey-sent =
    { $count ->
        [one] It is on its way to { $count } person, until { $until }. You will get the results at the end, if there are at least five answers. To follow it: /survey
       *[other] It is on its way to { $count } people, until { $until }. You will get the results at the end, if there are at least five answers. To follow it: /survey
    }
survey-not-key = I can’t promise anonymity here yet: the database needs a key that is kept outside of it. Ask whoever runs me to set PASSERELLE_ENCRYPTION_KEY.
survey-not-nobody = Nobody would be asked: these groups are empty. Choose others.
survey-not-few = Too few people for anonymity: there must be at least { $least }. Choose a wider audience.
survey-not-few-here = A survey is anonymous from { $least } people on, and the community has fewer for now. You can send one once more have come.
survey-not-past = That day has passed. Choose one to come.
survey-not-alike = Almost the same people have just been asked this question, or any other if they are few: the difference would give an answer away. Choose exactly the same people, quite another audience, or wait a week.
survey-refused = The ritual “{ $name }” asked nobody this time. { $why }
survey-standing = “{ $title }”: { $standing }.
survey-close = Results are read at the end. Close it now? Nobody will be able to answer any more.
survey-close-few = There are fewer than { $least } answers: if you close it now, they are erased and nobody reads them. Close it all the same?
survey-close-yes = Close it
survey-close-no = Leave it open
survey-goes-on = All right, it stays open until { $until }.
survey-closed = It is closed.
survey-results = This is what the community answers to “{ $title }”. Numbers and shares are rounded so coarsely that they show no one person, words come in random order.
survey-too-few = “{ $title }” got fewer than { $least } answers: out of respect for those who gave them, nothing is shown, and all of it is erased.
survey-result =
    { $question } (at least { $count } answers)
    { $lines }
survey-result-scale =
    { $question } (at least { $count } answers, { $whole }.{ $tenths } out of 5 on average)
    { $lines }
survey-result-share = { $option }: { $share }%
survey-result-at-most = { $option }: { $share }% at most
survey-result-at-least = { $option }: { $share }% at least
survey-result-words =
    { $question } ({ $count } answers)
    { $lines }
survey-result-text = “{ $text }”
survey-result-few = { $question } Fewer than { $least } answers: nothing is shown.
command-survey = answer a survey
command-survey-more = answer a survey, or start one
command-survey-name = survey
command-survey-words = survey, surveys, poll, questionnaire
survey-result-some =
    { $question } ({ $count } answers; here are seven, drawn by lot, and all of them are in the file)
    { $lines }
