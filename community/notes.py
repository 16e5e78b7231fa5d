"""Between members and the team: messages to moderators, and finding somebody by name."""

from __future__ import annotations

from dataclasses import dataclass

from community import members
from community.scope import Scope


@dataclass(frozen=True, slots=True)
class Found:
    """A member found by name."""

    id: int
    name: str


def to_the_team(scope: Scope, message: str) -> None:
    """Bring a message to every moderator and organiser, privately."""
    sender = members.me(scope)
    for member_id in members.staff(scope):
        scope.notify(
            member_id, "team-message",
            name=sender.name, message=message,
        )  # fmt: skip


def find(scope: Scope, name: str) -> list[Found]:
    """The members of that name."""
    return [Found(each.id or 0, each.name) for each in members.named(scope, name)]
