"""After the hand-off: did they talk, did it help, and what the ask ends as."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from community import asks, introductions, members, relays
from community.directory import find_helpers
from community.scope import Scope
from storage.tables import Ask

OUTCOMES = {
    "yes": "helped", "partly": "helped", "no": "talked", "team": "talked", "not_met": "not_met",
}  # fmt: skip
"""What an ask ends as, by what the requester says of it."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two people who were introduced, as one of them sees it."""

    other: str
    need: str
    is_requester: bool
    proposed: bool = False
    """It was a moderator's idea: neither asked, neither was asked."""
    at: datetime | None = None
    """When they meant to talk, in UTC, if they agreed on a time."""
    apart: bool = False
    """Whether they have found no way to write to each other."""


def meeting(scope: Scope, introduction_id: int) -> Meeting:
    """The introduction from the side of whoever acts."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    is_requester = ask.requester_id == scope.actor_id
    other = row.helper_id if is_requester else ask.requester_id
    proposed = ask.proposed_by is not None
    name = members.get(scope, other).name
    return Meeting(
        name, ask.need, is_requester and not proposed, proposed, row.talk_at,
        apart=not relays.have_a_way(scope, introduction_id),
    )  # fmt: skip


def helped(scope: Scope, introduction_id: int, how: str) -> None:
    """The requester says whether it helped (a key of OUTCOMES); the ask ends."""
    ask = scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
    if ask.state == "introduced":
        asks.close(scope, ask, OUTCOMES[how])


def talked(scope: Scope, introduction_id: int) -> None:
    """One of the two says that they talked: it ends as that, should nobody say more."""
    introductions.get(scope, introduction_id).talked = True


def ask_somebody_else(scope: Scope, introduction_id: int) -> asks.Standing:
    """They did not meet, and the requester still needs help: look again, for others."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    others = find_helpers(scope, ask.need, 3, without=introductions.asked_already(scope, ask))
    introductions.end(scope, row)
    introductions.reserve(scope, ask, others)
    asks.go_on(scope, ask, tell=False)
    return asks.standing(scope, row.ask_id)
