"""What can't go to a place until somebody there has written again, or it is tried once more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, literal_column, null, select, union_all, update

from storage.outbox import QUEUED, Destination, outbox
from storage.prepared import Prepared

HELD = outbox.c.state == literal_column("'held'")
"""Written out, since a partial index is used only where the condition itself can be read."""
UNTIL_THEY_WRITE = datetime(9999, 1, 1, tzinfo=UTC)
CAME_FOR = "released"
"""The reason of what was held until its reader wrote, as they did now."""
MOST_TRIES = 6
"""How often one message is tried again that is refused each time."""


class Waiting(NamedTuple):
    """A message that is held for a place, or put off there after a try that failed."""

    id: int
    payload: dict[str, Any]
    put_off: bool = False
    """Whether it goes by itself at its time: nobody has seen it, and it is not to be let go."""


_kept = (
    update(outbox)
    .where(outbox.c.id == bindparam("row"), outbox.c.state.in_(("queued", "held")))
    .values(
        state=literal_column("'held'"), reason=bindparam("why"), next_at=bindparam("at"),
        attempts=bindparam("tries"),
    )
)  # fmt: skip


def hold(
    connection: Connection, row: int, why: str, now: datetime, after: timedelta | None = None
) -> None:
    """Keep one message until `release`: nothing can go there for the time being.

    With `after` it is tried once more by then, and each further time after twice as long; a few
    times. What has left meanwhile, or is not there any more, stays as it is.
    """
    tries = connection.execute(select(outbox.c.attempts).where(outbox.c.id == row)).scalar() or 0
    at = UNTIL_THEY_WRITE
    if after is not None and tries < MOST_TRIES:
        tries, at = tries + 1, now + after * 2**tries
    connection.execute(_kept, {"row": row, "why": why, "at": at, "tries": tries})


_anew = update(outbox).values(state="queued", next_at=bindparam("now"))


def try_again(connection: Connection, space: int, now: datetime) -> int:
    """Queue what was to be tried again in a space by now; how many.

    For a platform that is connected: nobody would take it otherwise, and it would be given up.
    """
    due = _anew.where(HELD, outbox.c.space_id == space, outbox.c.next_at <= bindparam("now"))
    return connection.execute(due, {"now": now}).rowcount


def try_those(connection: Connection, space: int, why: str, now: datetime) -> int:
    """Queue what is held in a space for a reason that is gone; how many."""
    those = _anew.where(HELD, outbox.c.space_id == space, outbox.c.reason == why)
    return connection.execute(those, {"now": now}).rowcount


_row = select(outbox.c.space_id, outbox.c.place, outbox.c.id, outbox.c.payload).where(
    outbox.c.space_id.in_(bindparam("spaces", expanding=True)),
    outbox.c.place.in_(bindparam("places", expanding=True)),
)
_PUT_OFF = (QUEUED, outbox.c.attempts > 0, outbox.c.next_at > bindparam("now"))
_waiting = union_all(
    _row.add_columns(literal_column("0").label("put_off")).where(HELD),
    _row.add_columns(literal_column("1")).where(*_PUT_OFF),
)


def held(
    connection: Connection, destinations: Collection[Destination], now: datetime
) -> dict[Destination, list[Waiting]]:
    """What these places have not been shown, oldest first."""
    spaces_, places_ = {each[0] for each in destinations}, {each[1] for each in destinations}
    found: dict[Destination, list[Waiting]] = {each: [] for each in destinations}
    asked = {"spaces": list(spaces_), "places": list(places_), "now": now}
    for row in sorted(connection.execute(_waiting, asked).all(), key=lambda row: row.id):
        if (row.space_id, row.place) in found:
            each = Waiting(row.id, row.payload, bool(row.put_off))
            found[row.space_id, row.place].append(each)
    return found


_release = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(
        state=literal_column("'queued'"), next_at=bindparam("at"),
        reason=literal_column(f"'{CAME_FOR}'"), attempts=literal_column("0"),
    )
)  # fmt: skip
_drop = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("row"))
    .values(state=literal_column("'dropped'"), payload=null())
)


def release(connection: Connection, rows: Sequence[int], now: datetime) -> None:
    """Let go what was held; each place keeps its order."""
    _release.run(connection, [{"row": row, "at": now} for row in rows])


def drop(connection: Connection, rows: Sequence[int]) -> None:
    """What was held was overtaken, and is never said."""
    _drop.run(connection, [{"row": row} for row in rows])


def asks(connection: Connection, place: Destination, token: str) -> bool:
    """Whether what asks a question has not left for that place yet, by the question's token."""
    query = select(outbox.c.payload).where(
        outbox.c.state.in_(("queued", "held")),
        outbox.c.space_id == place[0], outbox.c.place == place[1],
    )  # fmt: skip
    waiting = connection.execute(query).scalars()
    return any(payload and payload.get("token") == token for payload in waiting)
