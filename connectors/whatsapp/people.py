"""People and their addresses: a number and a business-scoped id are aliases of one identity."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from connectors.whatsapp import handed_on
from connectors.whatsapp.changes import is_number
from connectors.whatsapp.merging import merge
from storage.tables import Alias, Identity, Outbox, table

aliases, identities, outboxes = table(Alias), table(Identity), table(Outbox)

WINDOW = timedelta(hours=24)
"""How long after somebody's message anything may be said (Twilio docs, "WhatsApp overview")."""
SEALED = timedelta(days=2)
"""Longer than anybody looks back into Twilio's list."""
Seal = Callable[[str], str]
MARGIN = timedelta(minutes=2)
"""A message on its way should not arrive after the window has closed."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How a person is reached now."""

    address: str
    heard_at: datetime | None
    knocked: frozenset[str]

    def is_open(self, now: datetime) -> bool:
        """Whether the window is open."""
        return self.heard_at is not None and now < self.heard_at + WINDOW - MARGIN


def meet(
    connection: Connection, space: int, addresses: Sequence[str], at: datetime, now: datetime
) -> str:
    """The person who wrote at that time from these addresses; addresses seen together are one's.

    Unless what is known contradicts that: then the id says who it is, and the number goes to them.
    """
    _let_go(connection, space, addresses)
    handed_on.let_go(connection, space, addresses)
    known = connection.execute(
        select(aliases)
        .where(aliases.c.space_id == space, aliases.c.address.in_(addresses))
        .order_by(aliases.c.id)
    ).all()
    person = _one_person(connection, space, known, now)
    new = set(addresses) - {row.address for row in known}
    stopped = next((row.stopped_by for row in known if row.stopped_by), None)
    for address in sorted(new):
        row = {"space_id": space, "address": address, "person": person, "heard_at": at}
        more = {"knocked": "", "erased": False, "stopped_by": stopped}
        connection.execute(insert(aliases).values(**row, **more))
    earlier = [row.id for row in known if row.heard_at is None or row.heard_at < at]
    if earlier:
        heard = update(aliases).where(aliases.c.id.in_(earlier))
        connection.execute(heard.values(heard_at=at, knocked=""))
    return person


def changed(
    connection: Connection, space: int, known: Sequence[str], new: str, now: datetime
) -> None:
    """The person known by these has another number, or another id: it takes the place of theirs.

    With the number the id changes, too (Meta): the old one would contradict what comes.
    """
    same_kind_first = sorted(known, key=lambda each: is_number(each) != is_number(new))
    before = (_person(connection, space, each) for each in same_kind_first if each != new)
    person = next(filter(None, before), None)
    if person is None:
        return
    other = _person(connection, space, new)
    renewed = is_number(new) and other != person
    former = handed_on.ids_of(connection, space, person) if renewed else []
    if other is not None and other != person:
        person = merge(connection, space, person, other, now)
    elif other is None:
        _give(connection, space, person, new)
    _drop_others(connection, space, person, known, new)
    handed_on.drop(connection, space, former)


def _give(connection: Connection, space: int, person: str, new: str) -> None:
    """One more address of theirs, as good as the one that they wrote from last."""
    _let_go(connection, space, [new])
    rows = connection.execute(select(aliases).where(*_whose(space, person))).all()
    row = max(rows, key=_freshness)._asdict() | {"address": new}
    del row["id"]
    connection.execute(insert(aliases).values(**row))


def _drop_others(
    connection: Connection, space: int, person: str, known: Sequence[str], new: str
) -> None:
    """What the new one has replaced: a number goes for a number, an id for an id."""
    rows = connection.execute(select(aliases).where(*_whose(space, person))).all()
    same = [row for row in rows if is_number(row.address) == is_number(new)]
    old = [row for row in same if row.address in known] or same
    gone = [row.id for row in old if row.address != new]
    connection.execute(delete(aliases).where(aliases.c.id.in_(gone)))


def reach(connection: Connection, space: int, person: str) -> Reach | None:
    """The address that was written from last, a number first; None for somebody unknown."""
    rows = connection.execute(select(aliases).where(*_whose(space, person))).all()
    if not rows:
        return None
    best = max(rows, key=_freshness)
    return Reach(best.address, best.heard_at, frozenset(filter(None, best.knocked.split(","))))


def is_member(connection: Connection, space: int, person: str) -> bool:
    """Whether they have joined."""
    here = identities.c.space_id == space, identities.c.external_id == person
    return connection.execute(select(identities.c.id).where(*here)).first() is not None


def number(words: str) -> str | None:
    """The address of a number as people write it, with its country: "+33 6 12 34 56 78"."""
    digits = re.sub(r"[\s().-]", "", words.removeprefix("whatsapp:"))
    digits = f"+{digits[2:]}" if digits.startswith("00") else digits
    return f"whatsapp:{digits}" if re.fullmatch(r"\+[1-9]\d{6,14}", digits) else None


def known_by(connection: Connection, address: str) -> tuple[int, str] | None:
    """The space and the identity's external id of the member with this address."""
    query = (
        select(aliases.c.space_id, aliases.c.person)
        .join(
            identities,
            (identities.c.space_id == aliases.c.space_id)
            & (identities.c.external_id == aliases.c.person),
        )
        .where(aliases.c.address == address, ~aliases.c.erased)
    )
    row = connection.execute(query).first()
    return (row.space_id, row.person) if row else None


def knocked(connection: Connection, space: int, person: str, name: str) -> None:
    """A template was sent: the same one is not sent again before they have written."""
    more = aliases.c.knocked.concat(f"{name},")
    connection.execute(update(aliases).where(*_whose(space, person)).values(knocked=more))


def not_knocked(connection: Connection, space: int, person: str, name: str) -> None:
    """It did not arrive after all: the next reason for it knocks anew."""
    for row in connection.execute(select(aliases).where(*_whose(space, person))).all():
        left = [each for each in row.knocked.split(",") if each not in {"", name}]
        fewer = update(aliases).where(aliases.c.id == row.id)
        connection.execute(fewer.values(knocked="".join(f"{each}," for each in left)))


def is_knocked(connection: Connection, space: int, addresses: Sequence[str]) -> bool:
    """Whether a template was sent there that nobody has answered."""
    query = select(aliases.c.id).where(
        aliases.c.space_id == space, aliases.c.address.in_(addresses), aliases.c.knocked != ""
    )
    return connection.execute(query).first() is not None


def close(connection: Connection, space: int, person: str) -> None:
    """The platform says that the window is closed: it knows better."""
    connection.execute(update(aliases).where(*_whose(space, person)).values(heard_at=None))


def was_erased(
    connection: Connection, space: int, addresses: Sequence[str], seal: Seal, at: datetime
) -> bool:
    """Whether what was written at that time belongs to somebody who was erased afterwards."""
    known = [*addresses, *map(seal, addresses)]
    query = select(aliases.c.id).where(
        aliases.c.space_id == space, aliases.c.address.in_(known), aliases.c.erased,
        aliases.c.heard_at >= at,
    )  # fmt: skip
    return connection.execute(query).first() is not None


def forget(connection: Connection, seal: Seal, now: datetime) -> None:
    """Take away the addresses of those who were erased and have been told so.

    Twilio's list still has what they wrote: for a while a seal tells it from something new.
    """
    waiting = (
        select(outboxes.c.id)
        .where(
            outboxes.c.space_id == aliases.c.space_id,
            outboxes.c.place == "dm:" + aliases.c.person,
            outboxes.c.state == "queued",
        )
        .exists()
    )
    for row in connection.execute(select(aliases).where(aliases.c.erased, ~waiting)).all():
        if not row.address.startswith("erased:"):
            sealed = update(aliases).where(aliases.c.id == row.id)
            connection.execute(sealed.values(address=seal(row.address)))
    old = aliases.c.erased & (aliases.c.heard_at < now - SEALED)
    connection.execute(delete(aliases).where(old))


def _let_go(connection: Connection, space: int, addresses: Sequence[str]) -> None:
    """Somebody who was erased and writes again is a new person."""
    gone = aliases.c.erased & aliases.c.address.in_(addresses)
    connection.execute(delete(aliases).where(aliases.c.space_id == space, gone))


def _whose(space: int, person: str) -> tuple[Any, Any]:
    return aliases.c.space_id == space, aliases.c.person == person


def _person(connection: Connection, space: int, address: str) -> str | None:
    whose = select(aliases.c.person).where(
        aliases.c.space_id == space, aliases.c.address == address, ~aliases.c.erased
    )
    found: str | None = connection.execute(whose).scalar()
    return found


def _freshness(row: Row[Any]) -> tuple[float, bool]:
    return row.heard_at.timestamp() if row.heard_at else 0.0, is_number(row.address)


def _one_person(
    connection: Connection, space: int, known: Sequence[Row[Any]], now: datetime
) -> str:
    people = list(dict.fromkeys(row.person for row in known))
    if not people:
        return secrets.token_hex(8)
    kept: str = people[0]
    for other in people[1:]:
        kept = merge(connection, space, kept, other, now)
    return kept
