"""How the talks that two agreed on are shown, beside requests and gatherings (P1)."""

from __future__ import annotations

from collections.abc import Sequence

from community.appointments import Talk
from conversations.dialogues.cards import who
from conversations.texts import At, Lines, Text


def talk_line(talk: Talk) -> Text:
    """One of several."""
    return Text("talk-line", name=who(talk.other), need=talk.need, at=At(talk.at))


def listed(talks: Sequence[Talk]) -> Text:
    """All of them, of which there are some."""
    return Text("talks", lines=Lines([talk_line(each) for each in talks]))


def beneath(told: Text, talks: Sequence[Talk]) -> Text:
    """Something else with the talks below it, if there are any."""
    return Text("two-paragraphs", first=told, second=listed(talks)) if talks else told
