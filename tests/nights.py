"""Quiet hours, for tests that are not about them."""

from __future__ import annotations

from community.scope import Scope
from storage.tables import Community


def without_nights(scope: Scope) -> None:
    """The community has no quiet hours: everybody is asked at once, whatever the time is there."""
    house = scope.db.get_one(Community, scope.community_id)
    house.quiet_from = house.quiet_until = 0
