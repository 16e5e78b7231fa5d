"""What a connector is, and how it says that a message could not be delivered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import Connection

from conversations.outgoing import Outgoing
from storage.outbox import Parcel


@runtime_checkable
class Connector(Protocol):
    """One platform. `name` is that of the spaces it serves."""

    name: str

    async def send(self, parcel: Parcel, outgoing: Outgoing) -> str:
        """Deliver one message; the platform's id of it. Raises TryLater or Undeliverable."""


Letter = tuple[Parcel, Outgoing]
"""An outbox row and the message that it holds."""


@runtime_checkable
class AtHome(Protocol):
    """A connector whose platform is our own database: nothing stands between it and the outbox.

    What it keeps is committed together with the mark that it was sent: it arrives exactly once.
    """

    name: str

    def entry(self, parcel: Parcel, outgoing: Outgoing) -> dict[str, Any]:
        """The message as a row of the platform's own history. Raises what `send` would."""

    def keep(self, connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
        """Write the rows, in the transaction given."""

    def kept(self, letters: Sequence[Letter]) -> None:
        """They are there for good: tell whoever listens, in the event loop."""


class NotDelivered(Exception):
    """A message did not reach its place."""


class TryLater(NotDelivered):
    """The platform can't take it now. `after` is how long it wants to be left alone, if it said."""

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        super().__init__(why)
        self.after = after


class Undeliverable(NotDelivered):
    """It will never arrive: no such place, not allowed, or not understood."""
