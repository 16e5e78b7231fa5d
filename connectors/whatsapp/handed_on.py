"""A number that has gone to somebody else: operators give it to strangers some months later.

A business-scoped id is one person's and never another's (Meta, "Business-scoped user IDs"), so
where a number comes with an id that contradicts what is known, the id says who writes.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, delete, select

from connectors.whatsapp.changes import is_number
from storage.tables import Alias, table

aliases = table(Alias)


def let_go(connection: Connection, space: int, addresses: Sequence[str]) -> None:
    """Take a number from whom these addresses, of one message, show to have it no more."""
    ids = [each for each in addresses if not is_number(each)]
    writer = _person(connection, space, ids)
    for number in filter(is_number, addresses):
        owner = _person(connection, space, [number])
        if ids and owner not in {None, writer} and _contradict(connection, space, owner, writer):
            drop(connection, space, [number])


def ids_of(connection: Connection, space: int, person: str) -> list[str]:
    """The business-scoped ids by which somebody is known."""
    return [each for each in _addresses(connection, space, person) if not is_number(each)]


def drop(connection: Connection, space: int, addresses: Sequence[str]) -> None:
    """These are nobody's any more."""
    here = aliases.c.space_id == space, aliases.c.address.in_(addresses)
    connection.execute(delete(aliases).where(*here))


def _contradict(connection: Connection, space: int, owner: str | None, writer: str | None) -> bool:
    """Whether the number's owner has another id, or who writes another number."""
    return any(not is_number(each) for each in _addresses(connection, space, owner)) or any(
        is_number(each) for each in _addresses(connection, space, writer)
    )


def _addresses(connection: Connection, space: int, person: str | None) -> Sequence[str]:
    whose = aliases.c.space_id == space, aliases.c.person == person
    return connection.execute(select(aliases.c.address).where(*whose)).scalars().all()


def _person(connection: Connection, space: int, addresses: Sequence[str]) -> str | None:
    whose = aliases.c.space_id == space, aliases.c.address.in_(addresses)
    found: str | None = connection.execute(select(aliases.c.person).where(*whose)).scalars().first()
    return found
