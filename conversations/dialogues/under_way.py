"""What becomes of a request, right after something was done about it (P5)."""

from __future__ import annotations

from community.standings import Standing
from conversations.dialogues.stands import moves_on
from conversations.texts import At, Text


def on_its_way(standing: Standing) -> Text:
    """What becomes of it; that of somebody whom the team has paused is over."""
    if standing.with_team:
        return Text("ask-with-team" if standing.team else "ask-with-nobody", need=standing.need)
    if standing.state == "closed":
        return Text("ask-held", need=standing.need)
    if standing.state == "review":
        key = "progress-looked-into" if standing.looked_into else "ask-in-review"
        return Text(key, need=standing.need)
    name, until = standing.helper, moves_on(standing)
    if standing.unseen_until is not None:
        later = Text("ask-on-its-way-later", name=name, until=until, at=At(standing.unseen_until))
        return too_late(later, standing)
    return Text("ask-on-its-way", name=name, until=until)


def and_when(told: Text, standing: Standing) -> Text:
    """With the hour from which the helper reads it, if these are their quiet hours."""
    if standing.unseen_until is None:
        return told
    later = Text("ask-read-later", name=standing.helper, at=At(standing.unseen_until))
    return too_late(Text("two-sentences", first=told, second=later), standing)


def too_late(told: Text, standing: Standing) -> Text:
    """With what can be done where the day by which help is wanted is over then."""
    if not standing.too_late:
        return told
    return Text("two-sentences", first=told, second=Text("ask-too-late", need=standing.need))
