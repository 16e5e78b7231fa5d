"""Members who write: whose addresses these are, read for many messages at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import Connection, select, update

from connectors.whatsapp.people import Seal
from storage.tables import Alias, Identity, table

aliases, identities = table(Alias), table(Identity)

FRESH = timedelta(minutes=1)
"""How old the note of somebody's last message may be: the window is reckoned with more to spare."""


class Written(Protocol):
    """A message, as far as it matters here."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Of its sender."""


class Known:
    """The members who are behind some addresses, read together; what was heard of them, too."""

    def __init__(
        self, connection: Connection, space: int, many: Sequence[Written], seal: Seal
    ) -> None:
        addresses = {address for each in many for address in each.addresses}
        query = (
            select(aliases, identities.c.id.label("identity"))
            .outerjoin(
                identities,
                (identities.c.space_id == aliases.c.space_id)
                & (identities.c.external_id == aliases.c.person),
            )
            .where(
                aliases.c.space_id == space,
                aliases.c.address.in_([*addresses, *map(seal, addresses)]),
            )
        )
        rows = connection.execute(query).all()
        erased = any(row.erased for row in rows)
        simple = [row for row in rows if row.identity and not row.stopped_by]
        self._rows = {} if erased else {row.address: row for row in simple}
        self._heard: dict[int, datetime] = {}

    def person(self, addresses: Sequence[str]) -> str | None:
        """The one member whose addresses these are; None when there is anything to find out."""
        rows = [self._rows.get(address) for address in addresses]
        people = {row.person if row else None for row in rows}
        return people.pop() if len(people) == 1 else None

    def heard(self, addresses: Sequence[str], at: datetime) -> None:
        """They wrote at that time."""
        for row in (self._rows[address] for address in addresses):
            if row.heard_at is None or row.knocked or row.heard_at + FRESH <= at:
                self._heard[row.id] = max(at, self._heard.get(row.id, at))

    def forget(self) -> None:
        """What was read may not be true any more."""
        self._rows = {}

    def write(self, connection: Connection) -> None:
        """Note what was heard."""
        for id_, at in self._heard.items():
            noted = update(aliases).where(aliases.c.id == id_)
            connection.execute(noted.values(heard_at=at, knocked=""))
