# Stories of help: told by members, published only with their consent
command-story = tell a moment of help, or see the ones I told
command-story-name = story
command-story-words = story, tell a story, my stories
story-invitation = Was there a moment when help from here mattered to you? A few lines are enough, and you say how far they go.
story-tell = Tell it
story-not-now = Not this time
story-another-time = Another time, perhaps: /story
story-what = What would you like?
story-begins = “{ $words }…”
story-words = Tell it in your own words: what you were looking for, what happened, what it changed.
story-long = I need a few words, { $most } characters at most.
story-consent = Thank you! How far may this story go? You can always change your mind: /story
story-named = Publish it with my name
story-unnamed = Publish it without my name
story-team = For the team only
story-names = Your story names { $names }. Does everybody named agree to be in it? If not, write it again without names, or keep it for the team.
story-they-agree = Yes, they agree
story-anew = Write it without names
story-thanks-named = It is kept. If the team publishes it, your name will be under it, and I will tell you.
story-thanks-unnamed = It is kept. If the team publishes it, it will be without your name, and I will tell you.
story-thanks-team = It is kept, and only the team will read it.
story-quoted = “{ $words }”
story-is-told = The team has not published it yet. Taking it back erases it for good.
story-is-kept = The team keeps it without publishing it. Taking it back erases it for good.
story-is-published = It may appear in the community’s news. Taking it back erases it for good; what has already gone out won’t come back.
story-back = Take it back
story-stays = Leave it
story-gone = It is erased.
story-left = All right, nothing changes.
story-somebody = somebody who would rather not be named
story-told = A story has come in, from { $name }: “{ $words }” Publish it in the community’s next news?
story-for-the-team = A story has come in, for the team only: “{ $words }”
story-publish = Publish it
story-keep = Not for now
story-will-be = It will be in the next news. Whoever told it knows.
story-kept = All right, it stays between us.
story-published = Your story will appear in the community’s next news. Thank you for sharing it! To take it back before: /story
digest-stories = • A moment of help: { $items }
story-unname = Take my name away
story-without = Done: your name will not be under it any more.
story-consent-told =
    Your story:

    { $words }

    How far may it go? You can always change your mind: /story
story-no-words = That is no story yet. Tell it in your own words, or /cancel to leave it at that.
