card-title = { $name }
card-headline = { $headline }
card-offer = Offers: { $items }
card-experience = Has been through: { $items }
card-never = Not asked for: { $items }
card-want = Looks for: { $items }
card-reading = { $language } · { $zone }
profile-shown = Here is your profile, as the community can find it. Would you like to change it?
profile-change = Change it
profile-keep = Keep it as it is
profile-kept = Very well, nothing changes.
profile-form = Change what you like; only the name and the time zone are needed.
profile-saved = Saved. Here is your profile now:
field-name = Name
field-headline = In one line
field-headline-hint = What you do, or what moves you
field-offer = What I can offer
field-experience = What I have been through
field-never = What I’d rather not be asked for
field-want = What I’m looking for
field-list-hint = Separate with commas
field-locale = Language
field-time-zone = Time zone or city
field-time-zone-hint = For instance Europe/London, or Dakar
offer-what = What can you help with?
offer-add = Thank you! Shall I add “{ $offer }” to what you offer?
offer-not-now = Not now
offer-off = Shall I take { $offers } off what you offer? Nobody will be sent to you for it any more.
offer-off-yes = Yes, take it off
offer-off-pause = A pause instead
offer-off-no = No, keep it
offer-off-headline = It is your headline that says “{ $offer }”. To change it: /profile
offer-off-none = Noted: “{ $offer }” is not on your profile, so there is nothing to take off. Here it is; to change it: /profile
offer-there = “{ $offer }” is there already. Thank you for being here!
who-name = Who do you mean? Write a name, or part of one.
who-shown = Here is what { $name } tells about themselves:
who-likely =
    Nobody here is called “{ $name }”. { $found ->
        [1] Do you mean this person?
       *[other] Do you mean one of these people?
    }
who-nobody = All right. With a fuller name I can search better: /who
who-meant = “{ $name }”: is this who you mean?
who-not-met = I haven’t met { $name } yet. As soon as they have written me a first word and settled in, it will be possible.
acquaint = Shall I tell the team whom you would like to meet: { $people }? Introductions go through them, and everybody stays free to decline.
acquaint-team = Yes, tell them
acquaint-leave = Leave it
acquaint-left = Very well, I’ll tell nobody.
profile-reached = How I am reached
reached-title = How I am reached
reached-until = Paused until { $until }
reached-planned = A pause is planned: from { $since }, no requests before { $until }
reached-from = A pause is planned from { $since }
reached-paused = Paused until you come back
reached-quiet = Quiet hours: { $hours }
reached-no-quiet = No quiet hours
reached-weekly =
    { $count ->
        [0] I never ask you for anything of my own accord
        [one] At most one request a week
       *[other] At most { $count } requests a week
    }
reached-suggestions = Suggestions of people to meet are welcome
reached-no-suggestions = No suggestions of people to meet
reached-mention = Your name may be among the thanks of the month
reached-no-mention = Your name is not among the thanks of the month
reached-buddy = Happy to be a newcomer’s buddy
reached-no-buddy = Not a newcomers’ buddy
reached-zone = At the time of { $zone }
reached-shown = This is when, and how often, I may ask you for something, on all your chat apps together. Answers and news always reach you. Shall we change it?
reached-wished = Then it would be like this, for what I may ask you. Answers and news always reach you. Is that right?
reached-kept = Saved. All of it can be changed in /profile.
reached-change = Change it
reached-pause = Pause
reached-resume = End the pause
reached-drop = Drop the planned pause
reached-form = As you like it best. Your language and your time zone are in your profile.
reached-saved = Saved. From now on:
weekly-times =
    { $count ->
        [0] Never
        [one] Once a week
       *[other] { $count } times a week
    }
field-quiet = Quiet hours
field-quiet-hint = For instance 21:00-08:00; nothing for none
field-weekly = Requests a week, at most
field-suggestions = Suggestions of people to meet
field-mention = Your name among the thanks of the month
field-buddy = Being a newcomer’s buddy
read-hours = I didn’t understand the hours. Write, for instance, 21:00-08:00.
