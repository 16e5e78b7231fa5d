"""What time it is: the machine's, or a demonstration's that can be moved on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from storage.tables import Fact, table

facts = table(Fact)
AHEAD = "clock-ahead-seconds"


def machine_time() -> datetime:
    """Now, in UTC."""
    return datetime.now(UTC)


class Clock:
    """`now()` in UTC; `ahead` is how far a demonstration was moved on. It never goes back."""

    def __init__(self, base: Callable[[], datetime] = machine_time) -> None:
        self._base = base
        self.ahead = timedelta()

    def now(self) -> datetime:
        """The time that everything goes by."""
        return self._base() + self.ahead

    def move_to(self, moment: datetime) -> None:
        """Make it that time, if it is later than now."""
        self.ahead = max(self.ahead, moment - self._base())

    def load(self, connection: Connection) -> None:
        """Take up where an earlier run left the clock."""
        kept = select(facts.c.value).where(facts.c.name == AHEAD)
        self.ahead = timedelta(seconds=float(connection.execute(kept).scalar() or 0))

    def keep(self, connection: Connection) -> None:
        """Note how far ahead the clock is, for the next start."""
        connection.execute(delete(facts).where(facts.c.name == AHEAD))
        connection.execute(insert(facts), {"name": AHEAD, "value": str(self.ahead.total_seconds())})
