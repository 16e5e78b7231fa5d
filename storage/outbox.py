"""The outbox: what is to be said, kept until a platform has taken it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    null,
    select,
    true,
    tuple_,
    update,
)

from storage.prepared import Prepared
from storage.tables import Outbox, Place, Space, table

outbox = table(Outbox)
spaces, places = table(Space), table(Place)

IDS_KEPT = timedelta(days=7)

Destination = tuple[int, str]
"""A space's id and a place in it: the unit within which order is kept."""


class Parcel(NamedTuple):
    """A row ready to be sent.

    `space` and, of a channel or an opened room, `address` are the platform's ids.
    """

    id: int
    space_id: int
    connector: str
    space: str
    place: str
    address: str | None
    member_id: int | None
    purpose: str
    payload: dict[str, Any]
    attempts: int


_NEW = {"state": "queued", "attempts": 0}
_add = Prepared(
    insert(outbox).inline(),
    (
        "space_id",
        "place",
        "member_id",
        "purpose",
        "payload",
        "decision",
        "broadcast_id",
        "created_at",
        "next_at",
        *_NEW,
    ),
)


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """Queue messages; each row has space_id, place, member_id, purpose, payload and created_at.

    With broadcast_id it is told to many; `community.rituals.progress` counts these.
    """
    new = {"decision": None, "broadcast_id": None, **_NEW}
    _add.run(connection, [{**new, **row, "next_at": row["created_at"]} for row in rows])


def note(connection: Connection, state: str, row: dict[str, Any]) -> int:
    """A row for what may not be said yet (`waiting`), or not at all (`refused`); its id."""
    new = {**row, "payload": None, "next_at": row["created_at"], **_NEW, "state": state}
    return int(connection.execute(insert(outbox).values(new).returning(outbox.c.id)).scalar_one())


def decide(connection: Connection, row: int, state: str, decision: dict[str, Any] | None) -> None:
    """What became of a row that was noted."""
    values: dict[str, Any] = {"state": state}
    if decision is not None:
        values["decision"] = decision
    connection.execute(update(outbox).where(outbox.c.id == row).values(values))


_take = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state="queued", payload=bindparam("what"), next_at=bindparam("at"))
)


def take(connection: Connection, row: int, payload: dict[str, Any], now: datetime) -> None:
    """What waited may be said now: its row becomes the message."""
    connection.execute(_take, {"row": row, "what": payload, "at": now})


QUEUED = outbox.c.state == literal_column("'queued'")
"""Written out, since a partial index is used only where the condition itself can be read."""

_earlier = outbox.alias("earlier")
_blocked = (
    select(_earlier.c.id)
    .where(
        _earlier.c.space_id == outbox.c.space_id,
        _earlier.c.place == outbox.c.place,
        _earlier.c.id < outbox.c.id,
        _earlier.c.state == literal_column("'queued'"),
        _earlier.c.next_at > bindparam("now"),
    )
    .exists()
)
_due: Select[Any] = (
    select(
        outbox.c.id, outbox.c.space_id, spaces.c.connector, spaces.c.external_id, outbox.c.place,
        places.c.platform_id, outbox.c.member_id, outbox.c.purpose, outbox.c.payload,
        outbox.c.attempts,
    )
    .join(spaces, spaces.c.id == outbox.c.space_id)
    .outerjoin(
        places, (places.c.space_id == outbox.c.space_id) & (places.c.key == outbox.c.place)
    )
    .where(QUEUED, outbox.c.next_at <= bindparam("now"), ~_blocked)
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)  # fmt: skip


def due(
    connection: Connection, now: datetime, *, busy: Collection[Destination] = (), limit: int = 256
) -> list[Parcel]:
    """What can go now, oldest first; a place whose earlier message backs off waits with it."""
    query = _due
    if busy:
        query = query.where(tuple_(outbox.c.space_id, outbox.c.place).not_in(list(busy)))
    return [Parcel(*row) for row in connection.execute(query, {"now": now, "limit": limit}).all()]


_sent = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=literal_column("'sent'"), platform_id=bindparam("as"), payload=null())
)
_later = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(attempts=outbox.c.attempts + 1, next_at=bindparam("at"), reason=bindparam("why"))
)
_failed = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state="failed", reason=bindparam("why"), payload=None, attempts=outbox.c.attempts + 1)
)


def sent(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Mark messages as taken: (outbox id, the platform's id of the message)."""
    _sent.run(connection, [{"row": row, "as": platform_id} for row, platform_id in rows])


def later(connection: Connection, row: int, at: datetime, why: str) -> None:
    """Try one message again at that time."""
    connection.execute(_later, {"row": row, "at": at, "why": why})


def failed(connection: Connection, row: int, why: str) -> None:
    """Give one message up, for this reason; the ones behind it go on."""
    connection.execute(_failed, {"row": row, "why": why})


def give_up(connection: Connection, destination: Destination, why: str) -> None:
    """Give up all that waits for a place: nothing will ever go there."""
    over = {"state": "failed", "reason": why, "payload": None}
    connection.execute(update(outbox).where(QUEUED, *_to(destination)).values(over))


def _to(destination: Destination) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return outbox.c.space_id == destination[0], outbox.c.place == destination[1]


def waiting(connection: Connection) -> int:
    """How many messages are still to be sent."""
    queued = select(func.count()).select_from(outbox).where(QUEUED)
    return connection.execute(queued).scalar_one()


def next_at(connection: Connection) -> datetime | None:
    """When the next message may go; None when nothing is queued."""
    earliest = select(func.min(outbox.c.next_at)).where(QUEUED)
    found: datetime | None = connection.execute(earliest).scalar_one()
    return found


def is_answer(connection: Connection, key: str) -> bool:
    """Whether the message with this number answers what its reader did, or is none from here."""
    purpose = select(outbox.c.purpose).where(outbox.c.id == int(key)) if key.isdecimal() else None
    return purpose is None or connection.execute(purpose).scalar() in {None, "reply"}


def failures(
    connection: Connection, since: datetime | None = None, limit: int = 50
) -> list[tuple[int, str, str]]:
    """The messages that were given up, since then if it is said, newest first: (id, place, reason).

    What somebody does not want to get is no failure.
    """
    query = (
        select(outbox.c.id, outbox.c.place, outbox.c.reason)
        .where(outbox.c.state == "failed", outbox.c.reason.not_like("OptedOut%"))
        .where(outbox.c.created_at >= since if since else true())
        .order_by(outbox.c.id.desc())
        .limit(limit)
    )
    return [(row.id, row.place, row.reason) for row in connection.execute(query)]


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop the rows of messages sent long ago; failures stay for the organisers."""
    over = outbox.c.state.in_(("sent", "refused", "dropped"))
    old = over & (outbox.c.created_at < now - IDS_KEPT)
    return connection.execute(delete(outbox).where(old)).rowcount
