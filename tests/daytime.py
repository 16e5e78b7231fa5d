"""A clock for tests that run in real time: whenever that is, it is the middle of the day.

At night the bot asks nobody for anything, so a test would end otherwise than by day.
"""

from __future__ import annotations

from datetime import datetime

from bot.time import machine_time
from community.scope import Scope
from storage.tables import Community

_SHIFT = machine_time().replace(hour=11, minute=0, second=0, microsecond=0) - machine_time()


def daytime() -> datetime:
    """Now, moved to eleven o'clock UTC at the start of the tests."""
    return machine_time() + _SHIFT


def without_nights(scope: Scope) -> None:
    """The community has no quiet hours: whoever lives far away is asked at once."""
    house = scope.db.get_one(Community, scope.community_id)
    house.quiet_from = house.quiet_until = 0
