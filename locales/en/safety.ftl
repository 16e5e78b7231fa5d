# Keeping away, reporting, and what two peers need not carry alone
block-who = Whom would you rather keep away from? Write a name. They won’t hear of it.
block-list = Here is whom you keep away from. What would you like?
block-lift = Unblock { $name }
block-somebody = Block someone else
block-leave = Change nothing
block-kept = Very well, nothing changes.
block-self = That’s you! For some peace: /pause
block-sure = Would you like me never to bring you and { $name } together? I won’t tell them, and I’ll speak to you no more of what is under way between you. An exchange through me ends, as with /leave.
block-yes = Block { $name }
block-asked = For what you had asked ({ $needs }), I can look for somebody else: /where
block-done = Done: you won’t meet through me. { $name } won’t hear of it. To undo it: /block
block-lifted = Noted: I may bring you and { $name } together again.
report-about = What is it about? Only the team will read it.
report-meant = Thank you for writing it here: nobody else has received it. I can tell the team, who alone will read it. Is it about { $name }?
report-is-meant = Yes, { $name }
report-else = Somebody else
report-person = A person
report-exchange = The exchange with { $name }
report-request = The request “{ $need }”
report-leave = Nothing, after all
report-nothing = Nothing, after all
report-dropped = Very well. You can talk to the team any time: /team
report-who = Whom is it about? Write a name. Only the team will know.
report-what = What happened? Write it in your own words: only the team will read them.
report-done = Thank you for saying so. It is there for the team, and for nobody else; I’ll tell you once they have looked at it.
report-nobody = Thank you for telling me. I keep your words, but for now the team has nobody else who may read them: they will go to the first person who joins it. Until then, please talk to somebody you trust. In an emergency: 112 anywhere in Europe, or your country’s emergency number.
report-only = All right. If you two wrote to each other through me, that has ended, without a word. To never come across { $name } again: /block
report-closed = The team has looked at what you reported, and has seen to it. Thank you for caring for the community. To talk about it again: /team
screened = One moment: I see a way to reach you in there ({ $contacts }). Once you both agree, you can tell each other that yourselves. Shall I send it without, or would you rather write it differently?
screened-without = Send it without
screened-as = { $words }
screened-anew = How would you put it, then? Write it anew, without a way to reach you, or “never mind”.
limit-open = You have { $most } requests waiting already: let’s give them a little time. To see them, or take one back: /where. The team is there: /team
limit-week = You have made { $most } requests in seven days. You can make more soon. Until then, the team is there: /team
limit-held = The team has paused your participation until { $until }: after that you can ask again. To talk to them: /team
limit-held-open = The team has paused your participation. To talk to them: /team
two-paragraphs =
    { $first }

    { $second }
sensitive-suicide = What you are going through sounds heavy, and you don’t have to carry it alone. Trained people listen, free of charge, day and night: in the UK and Ireland, Samaritans on 116 123; in the US and Canada, 988; in France, 3114. In immediate danger: 112 anywhere in Europe, 999 in the UK, 911 in the US and Canada. Elsewhere, your country’s emergency number.
sensitive-emergency = If somebody is in danger, please don’t wait for an answer here. In Europe: 112; in the UK: 999; in the US and Canada: 911. Elsewhere, your country’s emergency number.
sensitive-abuse = What you speak of is serious, and deserves to be heard. Trained people answer, in confidence: in France, 3919 for women and 119 for children; most other countries have such a line too. In immediate danger: 112 anywhere in Europe, 999 in the UK, 911 in the US and Canada. Elsewhere, your country’s emergency number.
sensitive-minors = Where a child or a teenager is concerned, others know better than we do how to help: in many countries of Europe 116 111 is the line for children. In immediate danger: 112 anywhere in Europe, 999 in the UK, 911 in the US and Canada. Elsewhere, your country’s emergency number.
sensitive-team = Talk to the team
sensitive-go-on = Ask here as well
sensitive-left = All right. The team is there whenever you like: /team
