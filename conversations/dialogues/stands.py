"""Where one request stands, in words (P5)."""

from __future__ import annotations

from datetime import datetime

from community.standings import Standing
from conversations.dialogues.cards import who
from conversations.texts import At, Text

INTRODUCED = {
    "open": "stands-introduced", "agreeing": "stands-agreeing", "ended": "stands-ended",
    "none": "stands-apart",
}  # fmt: skip


def moves_on(standing: Standing) -> datetime | At:
    """The day on which it moves on; with the hour when that is soon."""
    assert standing.due_at is not None
    return At(standing.due_at) if standing.soon else standing.due_at


def stands(standing: Standing) -> Text:
    """Where one ask stands, in words."""
    if standing.found:
        return Text("stands-found", name=standing.found)
    if standing.with_team:
        return Text("stands-stuck" if standing.team else "stands-kept")
    if standing.state == "introduced":
        return Text(INTRODUCED[standing.way], name=who(standing.helper))
    if standing.looked_into:
        return Text("stands-looked-into")
    until = moves_on(standing)
    if standing.state == "review":
        return Text("stands-review", until=until)
    if standing.step in {"detailing", "nudged"}:
        return Text("stands-question", name=standing.helper, question=standing.question,
                    until=until)  # fmt: skip
    if standing.not_before:
        return Text("stands-undecided", name=standing.helper, until=standing.not_before,
                    decide=until)  # fmt: skip
    if standing.step == "postponed":
        return Text("stands-postponed", name=standing.helper, until=until)
    if standing.following:
        return Text("stands-waiting-then", name=standing.helper, until=until,
                    following=standing.following)  # fmt: skip
    return Text("stands-waiting", name=standing.helper, until=until)
