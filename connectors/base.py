"""What a connector is, and how it says that a message could not be delivered."""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from conversations.outgoing import Outgoing
from storage.outbox import Parcel


class Connector(Protocol):
    """One platform. `name` is that of the spaces it serves."""

    name: str

    async def send(self, parcel: Parcel, outgoing: Outgoing) -> str:
        """Deliver one message; the platform's id of it. Raises TryLater or Undeliverable."""


class NotDelivered(Exception):
    """A message did not reach its place."""


class TryLater(NotDelivered):
    """The platform can't take it now. `after` is how long it wants to be left alone, if it said."""

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        super().__init__(why)
        self.after = after


class Undeliverable(NotDelivered):
    """It will never arrive: no such place, not allowed, or not understood."""
