# What a community says that has not written its own texts yet
community-mission = Here we help one another. Each of us has something to pass on and something to learn; all it takes is one question, two people and a little time.
community-rules =
    • Dare to ask: no question is a bother.
    • Offer what you know or what you have lived through, even if it seems small to you.
    • Anyone may always say no, without a reason.
    • Everyone is met with respect, just as they are.
    • What is said between two stays between two. Nothing to sell, no one to canvass.
    • A hurtful word, a doubt? Write /team: the team will read you.
community-policy =
    • Members are adults. Whatever concerns a child or a teenager is told to the team.
    • Health, violence, distress: peers listen, they don’t treat. The team can point to those who know how to help.
charter-head = The community’s charter. Change what you like, then: passerelle community set FILE
charter-not-utf8 = The file is not in UTF-8. Save it as UTF-8.
charter-not-toml = The file can’t be read as TOML, near line { $line }. passerelle community shows what it looks like.
charter-unknown-key = “{ $key }” is unknown here. Write one of these: { $known }.
charter-wrong-name = name: “{ $value }” can’t be a name. Write the community’s name, on one line, 80 characters at most.
charter-wrong-default_locale = default_locale: “{ $value }” is not an available language ({ $known }).
charter-wrong-time_zone = time_zone: “{ $value }” is not a time zone. Write for instance Europe/London.
charter-wrong-number = { $key }: write a whole number, from { $least } to { $most }.
charter-wrong-quiet_hours = quiet_hours: “{ $value }” names no hours. Write for instance 21:00-08:00, or nothing at all between the quotation marks for none.
charter-wrong-choice = { $key }: write true or false, without quotation marks.
charter-wrong-text = { $key }: write a few words for each language, { $most } characters at most.
charter-missing-text = { $key } is missing: it is the community’s language, read wherever another one is missing.
charter-kept = Noted: the texts are at version { $version }. Newcomers read it from now on, the others with /rules.
charter-kept-texts-same = Noted. The mission and the rules stay as they are, at version { $version }.
charter-same = Nothing has changed: the texts stay at version { $version }.
