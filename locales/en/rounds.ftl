# Rounds of meetings: taking part, meeting, saying how it was
round-none = There is no round of meetings for you at the moment. The team can start one: /team
round-which = Which meetings do you mean?
round-which-one = { $name }
round-what = { $name }: { $stands } What would you like?
round-stands-none = you haven’t taken part so far.
round-stands-once = you take part when you say so.
round-stands-next = you’re in for the next round.
round-stands-standing = you take part every time.
round-stands-doubted = I’ve asked you whether you’d like to go on.
round-stands-paused = you’re taking a break.
round-stands-out = you don’t take part.
round-stands-in = you’re in the round that is being prepared.
round-stands-late = the groups had been made when you came, and I’m still looking for whom you could meet.
round-stands-placed = your meeting of this round is under way, with { $names }.
# Whom one meets and how to reach them, for who asks
round-look = { $name }: { $stands }
round-look-room = To talk, you have a room of your own: the one in which I greeted you together.
round-look-agreeing = To talk, I can carry your words: I’ve asked each of you, and nothing passes before you have both said yes. That is decided below my question.
round-look-none = I have no room in common to open for you: write to each other where you meet. The team can help: /team
round-once = Count me in
round-next = Next time
round-always = Every time
round-skip = Not this time
round-leave = No more of these
round-fine = It’s fine as it is
round-kept = Very well, nothing changes.
round-skipped = Noted: not this time. Until another!
round-too-late = Your group has been told already: a word in your room, and all will be well.
round-left = Noted, I won’t suggest these meetings any more. To come back: /round
round-left-after = Noted from now on. For this round your group has been told already: a word in your room, and all will be well.
round-seated = You are in! { $question }
round-three = If there is an odd number of people, would a meeting of three be fine?
round-three-yes = Yes, gladly
round-three-no = I’d rather be two
round-third = { $name }: the number is odd, and one person is left without a group, you. Would a meeting of three be fine?
round-wished = Noted, thank you. ({ $name })
round-language = In which language do you like to talk?
round-language-ours = I can only go by French and English. Which one, or both?
round-language-both = Both
round-joined = You’re in! I’ll tell you whom you meet from { $until } on. If something comes up: /round ({ $name })
round-joined-proposed = You’re in! The groups wait for the team’s approval, and the team will see you in them. I’ll tell you then whom you meet. If something comes up: /round ({ $name })
round-joined-late = You’re in! The groups of this round have been made: I’ll bring you together with who has no group, or comes by { $until }. If there is nobody, I’ll tell you too. ({ $name })
round-joined-next = You’re in: I’ll let you know when the next round comes. ({ $name })
round-invite = { $name }: a new round of meetings is coming. { $what } Are you in? Answer by { $until }, or not at all: as you like.
round-invite-pair = One person of the community, one conversation, nothing to prepare.
round-invite-trio = Two other people of the community, one conversation of three, nothing to prepare.
round-invite-circle = A small group of the community, about { $size } people, who meet for { $days } days.
round-regular = { $name }: a new round is coming, and you’re in, as agreed. You’ll know whom you meet from { $until } on.
round-not-now = Noted, until another time. To receive these invitations no more: /round
round-doubt = No news from you after three rounds ({ $name }), and that is fine: life can be full. Would you like to go on?
round-doubt-over = Perfect, you’re in for the next round.
round-invite-on = Go on inviting me
round-invited-on = Noted, I’ll go on inviting you. To take part right now: /round
round-rest = I’m taking a break
round-resting = Enjoy your break! Whenever you like: /round
round-paused = I’ll leave you in peace with these meetings ({ $name }). Your place is waiting for you: /round
round-greeting =
    { $hello }
    { $starts }
round-hello =
    { $count ->
        [2] Hello { $names }! You meet in this round: this room is yours. Half an hour this week, face to face if you can, and the rest is up to you.
        [3] Hello { $names }! You meet in this round: this room is yours. Half an hour this week, face to face if you can, and the rest is up to you.
       *[other] Hello { $names }! You meet in this round: this room is yours. Agree on a first time for all of you, face to face if you can, and then on your rhythm: the rest is up to you.
    }
round-partners = Here is your group for this round: { $names }. There is no room that I could open for all of you, but I can carry the words of any two of you who both want that.
round-write-whom = Whom would you like to write to, through me? To come back to it, or for one more: /round
round-write = Write to { $name }
round-write-some = Write to somebody of the group
round-partners-linked = This is your group for this round: { $names }. I have no shared room to open for you: I can carry your words, and ask you right after this whether you’d like that.
round-start-gives = • To begin with: { $second } is looking for “{ $want }”, and { $first } knows “{ $gift }”.
round-start-seek = • { $first } and { $second } are looking for the same: “{ $want }”. How far have you come?
round-start-lived = • { $first } and { $second } know “{ $gift }”: what has it taught you?
round-start-1 = • To begin with: what have you learnt lately that surprised you?
round-start-2 = • To begin with: what made you join the community?
round-start-3 = • To begin with: what are you proud of at the moment?
round-start-4 = • To begin with: which question would you like to be asked?
round-left-over = { $name }: no meeting for you this time, and I’m sorry. { $why } You’ll come first in the next round. To take part no more: /round
round-left-over-yet = { $name }: no meeting for you so far, and I’m sorry. { $why } If others come by { $until }, I’ll bring you together; if not, you’ll come first in the next round. To take part no more: /round
round-left-late = The groups had been made when you came, and I couldn’t bring you together with who had none.
round-left-late-alone = The groups had been made when you came, and nobody else came after that.
round-left-alone = Nobody else was in this round.
round-left-language = Nobody else spoke one of your languages.
round-left-hours = Nobody else had enough hours in common with you.
round-left-nobody = I found nobody for you in this round.
round-left-odd = The number was odd, and I bring three together only if all three of them wished it.
round-left-taken = Those whom I could have introduced you to are in other groups.
round-left-unsaid = A meeting of three was possible, but you hadn’t told me whether that would be fine.
round-off-team = { $name }: this round won’t take place. Thank you for being in, and until another time.
round-off-nobody = { $name }: this round won’t take place, I could not make a group of those who joined. Thank you for being there, and see you another time.
round-off-silence = { $name }: this round won’t take place, the team could not prepare it in time. Thank you for being there, and see you another time.
round-off-away = { $name }: as you are on a pause, this round goes on without you. You are welcome in the next ones, as soon as you are back.
round-fell-through-nobody = The round of “{ $name }” won’t take place: I could not make a group of those who joined. They know it. To have another one: /ritual run { $name }
round-fell-through-empty = The round of “{ $name }” won’t take place: nobody joined it. To have another one: /ritual run { $name }
round-fell-through-silence = The round of “{ $name }” won’t take place: nobody in the team approved its groups in time. Those who joined know it. To have another one: /ritual run { $name }
round-proposal-until = { $shown } Without your word by { $until }, this round won’t take place.
round-midway = Have you been able to meet, { $names } and you?
round-met = Perfect, thank you for saying so!
round-planned = Perfect, enjoy your meeting!
round-unmet = No worries, there is time left. A short message with two possible times often gets things going.
round-end = The round is ending. How was it with { $names }? This stays between you and me.
round-liked-well = A fine moment
round-liked-fine = Good
round-liked-no = Not for me
round-liked-unmet = We didn’t meet
round-end-thanks = Thank you! Until another round, perhaps.
round-end-unmet = It happens. Thank you for saying so, and until another round, perhaps.
# A round before it begins, as organisers see it
round-none-waiting = No round is waiting for you to approve it right now. To see where the rituals are: /ritual
round-team-waiting = A round of meetings is waiting for you to approve it.
round-team-see = See the groups
round-team-mine = My own part
round-proposal = { $count ->
    [one] One person
   *[other] { $count } people
  } in this round, { $groups ->
    [one] one group
   *[other] { $groups } groups
  }. Nothing has been sent yet.
round-proposal-title = Who meets whom
round-proposal-titled = { $name }: who meets whom
round-group = { $names } ({ $reason })
round-group-again = { $group }, who have met before
round-group-locked = { $group }, kept
round-why-gives = { $taker } is looking for “{ $want }”, { $giver } knows “{ $gift }”
round-why-seek = they look for “{ $want }”
round-why-lived = they know “{ $gift }”
round-why-new = new faces
round-more = { $count ->
    [one] … and one more group
   *[other] … and { $count } more groups
  }
round-over = Without a group: { $name } ({ $why })
round-over-alone = nobody else
round-over-language = no language in common
round-over-hours = too few hours in common
round-over-nobody = nobody suitable
round-over-odd = odd number
round-over-taken = everybody suitable is in another group
round-over-unsaid = has not said whether a meeting of three is fine
round-approve = Approve
round-swap = Swap two people
round-lock = Keep a group
round-anew = Put the rest together anew
round-anew-soon = I’m putting the rest together anew, and I’ll show you in a moment.
round-anew-same = { $name }: I found nothing better for the rest, the groups are the same.
round-changed = The groups have changed since I showed them to you: here they are as they are now.
round-decided-approved = { $by } has approved the groups of “{ $name }”: the round begins.
round-decided-off = { $by } has called the round of “{ $name }” off: those who had joined are told.
round-call-off = Call this round off
round-later = Later
round-call-off-sure = Call this round off? Everybody who is in will be told.
round-called-off = The round is called off, and everybody who was in has been told.
round-approved = { $count ->
    [one] Off it goes: one group is getting acquainted.
   *[other] Off it goes: { $count } groups are getting acquainted.
  }
round-for-later = Very well. To come back to it: /round
round-swap-first = Whom would you like to move?
round-swap-second = And with whom shall { $name } change places?
round-swapped = { $first } and { $second } have changed places.
round-swap-absent = { $first } and { $second } can’t change places: it takes two people of this round.
round-swap-together = { $first } and { $second } are in the same group.
round-swap-apart = { $first } and { $second } can’t change places: somebody couldn’t meet the others of the new group (language, hours, or people to be kept apart).
round-lock-whom = Whose group?
round-locked = The group of { $name } stays as it is.
round-unlocked = The group of { $name } may change again.
round-lock-absent = { $name } is in no group.
round-keeps = There is no hurry: the invitation stays here as long as one can join. Answer whenever you like, or with /round.
round-explained = When a round is being prepared, you say whether you are in. I then tell you whom you meet; you agree on a moment with them, and there is nothing to prepare. You can say no this time, or take part no more.
round-overlap =
    One thing to know: with this rhythm a round begins { $every ->
        [one] every day
       *[other] every { $every } days
    }, and its groups have { $days } days to meet. Whoever takes part each time would be in two groups at once. A slower rhythm, or fewer days to meet, may be kinder; it can be kept all the same.
round-overlap-join =
    One thing to know: with this rhythm a round would begin { $every ->
        [one] every day
       *[other] every { $every } days
    }, and people have { $signup ->
        [one] a day
       *[other] { $signup } days
    } to join. While they can join one, no other one begins: those dates are left out. Its groups have { $days } days to meet. A slower rhythm may be kinder; it can be kept all the same.
