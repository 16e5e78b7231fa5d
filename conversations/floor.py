"""The floor: of all the dialogues open in one place, one has a question standing.

The others wait. Whoever a person turns to takes it at once; the bot's own dialogues take it only
when it is free, or after half an hour of silence; at once from a question that nobody has to
answer. It is given back afterwards, but never to such a question.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from conversations.replay import Journal

SILENCE = timedelta(minutes=30)
REMEMBERED = timedelta(days=30)
"""For so long the buttons of a question that was overtaken are known for what they were."""

Status = Literal["open", "queued", "waiting", "held", "broken", "over", "ended"]


@dataclass(slots=True)
class OpenDialogue:
    """One dialogue of a place, as its row keeps it. `id` is None until it was first written."""

    id: int | None
    name: str
    member_id: int
    args: dict[str, Any]
    journal: Journal = field(default_factory=Journal)
    pending: dict[str, Any] | None = None
    token: str | None = None
    status: Status = "open"
    floor: bool = False
    asked_at: datetime | None = None
    due_at: datetime | None = None
    held: int | None = None
    touched: bool = False

    def stand(self, pending: dict[str, Any], now: datetime, *, floor: bool = True) -> str:
        """Put a question up; its token. The same question keeps its token, so its buttons work."""
        if self.token is None or self.pending is None or self.pending["name"] != pending["name"]:
            self.token = f"v1:{secrets.token_urlsafe(12)}"
        self.pending, self.status, self.due_at = pending, "open", None
        self.floor, self.asked_at = floor, now
        return self.token

    @property
    def yields(self) -> bool:
        """Whether its question holds up nobody."""
        return bool(self.pending and "place" in self.pending)

    @property
    def is_looked_at(self) -> bool:
        """Whether it shows what somebody looked up: what was interrupted waits, or a number typed
        below the list would answer that."""
        return bool(self.pending and self.pending.get("place") == "lookup")

    @property
    def is_put_off(self) -> bool:
        """Whether its person said that it is not for now, and it was not put again since."""
        return bool(self.pending and self.pending.get("put_off"))

    def put_off(self) -> None:
        """It stays open; what may be about something else is not for it any more."""
        self.pending, self.touched = (self.pending or {}) | {"put_off": True}, True

    def step_back(self, status: Status, due_at: datetime | None = None) -> None:
        """Leave the floor: to wait for a time, for the floor, for a mend, or for good."""
        self.status, self.due_at, self.floor = status, due_at, False
        self.pending = self.token = None

    def lapse(self, now: datetime) -> None:
        """It was overtaken: of all that was said only the question's buttons stay known."""
        self.status, self.due_at, self.floor = "over", now + REMEMBERED, False
        self.journal = Journal(started=True)


def holder(dialogues: Iterable[OpenDialogue]) -> OpenDialogue | None:
    """Who has the floor."""
    return next((each for each in dialogues if each.floor), None)


def free_at(holding: OpenDialogue, heard_at: datetime | None) -> datetime:
    """When the bot may ask something else there: after a silence, or at once if this one yields."""
    asked = _asked_at(holding)
    if holding.yields:
        return asked
    return (max(asked, heard_at) if heard_at else asked) + SILENCE


def _asked_at(dialogue: OpenDialogue) -> datetime:
    assert dialogue.asked_at is not None
    return dialogue.asked_at


def next_in_line(dialogues: Sequence[OpenDialogue]) -> OpenDialogue | None:
    """Who gets a free floor: the one last interrupted, else the one that has waited longest.

    What yields holds it against nobody, and does not get it back: its buttons are still there. What
    was looked up holds it against what was interrupted.
    """
    holding = holder(dialogues)
    if holding is not None and not holding.yields:
        return None
    last = interrupted(dialogues)
    if last is not None and not (holding and holding.is_looked_at):
        return last
    return next((each for each in dialogues if each.status == "queued"), None)


def interrupted(dialogues: Iterable[OpenDialogue]) -> OpenDialogue | None:
    """The one whose question something else came before, the last of them."""
    waiting = [
        each for each in dialogues
        if each.status == "open" and each.pending and not each.yields and not each.floor
    ]  # fmt: skip
    return max(waiting, key=_asked_at, default=None)
