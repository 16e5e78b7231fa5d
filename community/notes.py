"""Between members and the team: messages to moderators."""

from __future__ import annotations

from community import members
from community.scope import Scope


def to_the_team(scope: Scope, message: str) -> bool:
    """Bring a message to every moderator and organiser, privately; False if there is none."""
    sender = members.me(scope)
    team = [each for each in members.staff(scope) if each != sender.id] or members.staff(scope)
    for member_id in team:
        scope.notify(
            member_id, "team-message", as_staff=True,
            name=sender.name, message=message,
        )  # fmt: skip
    return bool(team)
