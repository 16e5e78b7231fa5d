"""Where one request stands, in words (P5)."""

from __future__ import annotations

from community.standings import Standing
from conversations.dialogues.cards import who
from conversations.texts import Text

INTRODUCED = {
    "open": "stands-introduced", "agreeing": "stands-agreeing", "ended": "stands-ended",
    "none": "stands-apart",
}  # fmt: skip


def stands(standing: Standing) -> Text:
    """Where one ask stands, in words."""
    if standing.with_team:
        return Text("stands-stuck" if standing.team else "stands-kept")
    if standing.state == "introduced":
        return Text(INTRODUCED[standing.way], name=who(standing.helper))
    assert standing.due_at is not None
    if standing.looked_into:
        return Text("stands-looked-into")
    if standing.state == "review":
        return Text("stands-review", until=standing.due_at)
    if standing.step in {"detailing", "nudged"}:
        return Text("stands-question", name=standing.helper, question=standing.question,
                    until=standing.due_at)  # fmt: skip
    if standing.not_before:
        return Text("stands-undecided", name=standing.helper, until=standing.not_before,
                    decide=standing.due_at)  # fmt: skip
    if standing.step == "postponed":
        return Text("stands-postponed", name=standing.helper, until=standing.due_at)
    if standing.following:
        return Text("stands-waiting-then", name=standing.helper, until=standing.due_at,
                    following=standing.following)  # fmt: skip
    return Text("stands-waiting", name=standing.helper, until=standing.due_at)
