"""Between members and the team: messages to moderators."""

from __future__ import annotations

from community import members
from community.scope import Scope


def to_the_team(scope: Scope, message: str) -> None:
    """Bring a message to every moderator and organiser, privately."""
    sender = members.me(scope)
    for member_id in members.staff(scope):
        scope.notify(
            member_id, "team-message", as_staff=True,
            name=sender.name, message=message,
        )  # fmt: skip
