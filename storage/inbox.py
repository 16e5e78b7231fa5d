"""The inbox: every event is written down once before anyone is told that it arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    bindparam,
    delete,
    func,
    literal_column,
    null,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from storage.prepared import Prepared
from storage.tables import Inbox, table

inbox = table(Inbox)

IDS_KEPT = timedelta(days=7)
"""How long an event's id stays for de-duplication; its words go as soon as it is handled."""

OURS = "our:"
"""How the ids of our own events begin; connectors refuse or rename a platform's that does too."""

FOR_GOOD = "known:"
"""How the rows begin by which an event is known when its id has gone; whose it was they don't say.
"""


def _written(state: str) -> dict[str, Prepared]:
    """Events that begin in that state; whichever is there already stays as it is."""
    return {
        dialect: Prepared(
            insert(inbox)
            .values(state=literal_column(f"'{state}'"))
            .on_conflict_do_nothing()
            .returning(inbox.c.event_id),
            ("space_id", "event_id", "place", "sender", "payload", "received_at"),
        )
        for dialect, insert in (("sqlite", sqlite_insert), ("postgresql", postgresql_insert))
    }


_put, _remember = _written("pending"), _written("known")
_there = select(inbox.c.event_id).where(
    inbox.c.space_id == bindparam("space"),
    inbox.c.event_id.in_(bindparam("ids", expanding=True)),
)
PENDING = inbox.c.state == literal_column("'pending'")
"""Written out, since a partial index is used only where the condition itself can be read."""

_finish = Prepared(
    update(inbox)
    .where(inbox.c.id == bindparam("row"))
    .values(state=literal_column("'done'"), payload=null())
)
_put_aside = update(inbox).where(inbox.c.id == bindparam("row")).values(state="failed")


def put(
    connection: Connection,
    *,
    space_id: int,
    event_id: str,
    place: str,
    sender: str | None,
    payload: dict[str, Any],
    now: datetime,
) -> bool:
    """Write one event down; False when this id was already there, and then nothing changes."""
    row = {
        "space_id": space_id, "event_id": event_id, "place": place, "sender": sender,
        "payload": payload, "received_at": now,
    }  # fmt: skip
    return bool(put_all(connection, [row]))


def put_all(connection: Connection, rows: Sequence[dict[str, Any]]) -> set[str]:
    """Write events of one space down, each with the columns that `put` names; the ids of the new.

    An id that stands twice among the rows is written once.
    """
    return set(_put[connection.dialect.name].returned(connection, rows))


def remember(connection: Connection, space_id: int, seals: Sequence[str], now: datetime) -> None:
    """Have events known for good, by what only their ids can be made into.

    For platforms whose signatures carry no time: what they signed once they have signed for ever.
    """
    rows = [
        {"space_id": space_id, "event_id": f"{FOR_GOOD}{seal}", "place": "", "sender": None,
         "payload": None, "received_at": now}
        for seal in seals
    ]  # fmt: skip
    _remember[connection.dialect.name].returned(connection, rows)


def known(connection: Connection, space: int, seals: Mapping[str, str]) -> set[str]:
    """Which of these ids were seen before: each with its seal."""
    named = {f"{FOR_GOOD}{seal}": id_ for id_, seal in seals.items()}
    there = {"space": space, "ids": [*seals, *named]}
    found = connection.execute(_there, there).scalars()
    return {named.get(each, each) for each in found}


def finish(connection: Connection, ids: Sequence[int]) -> None:
    """Mark events as handled and wipe their words."""
    _finish.run(connection, [{"row": id_} for id_ in ids])


def put_aside(connection: Connection, ids: Sequence[int]) -> None:
    """Take events that can't be handled out of the way, words and all: a new release may."""
    if ids:
        connection.execute(_put_aside, [{"row": id_} for id_ in ids])


def take_up_again(connection: Connection) -> int:
    """Try the events that were put aside once more; how many."""
    again = update(inbox).where(inbox.c.state == "failed").values(state="pending")
    return connection.execute(again).rowcount


_one_pending = select(literal_column("1", Integer)).where(PENDING).select_from(inbox).limit(1)


def is_waiting(connection: Connection) -> bool:
    """Whether an event is not handled yet."""
    return connection.execute(_one_pending).first() is not None


def waiting(connection: Connection, before: datetime | None = None) -> int:
    """How many events are not handled yet, of those that came before that time."""
    pending = select(func.count()).select_from(inbox).where(PENDING)
    if before is not None:
        pending = pending.where(inbox.c.received_at < before)
    return connection.execute(pending).scalar_one()


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop the ids of events handled long ago; how many went."""
    old = (inbox.c.state == "done") & (inbox.c.received_at < now - IDS_KEPT)
    return connection.execute(delete(inbox).where(old)).rowcount
