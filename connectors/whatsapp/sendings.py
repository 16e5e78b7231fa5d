"""Messages on their way: what was begun, what was accepted, and what became of it afterwards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy import Connection, Row, delete, insert, select, update

from connectors.returned import nobody_waits
from connectors.rooms import DIRECT
from connectors.whatsapp import knocks, people, silence
from connectors.whatsapp.outcomes import Outcome, of_code
from storage import downloads
from storage.tables import Outbox, Sending, table

log = structlog.get_logger()
sendings, outboxes = table(Sending), table(Outbox)

KEPT = timedelta(days=2)
"""A status that has not come by then never will."""
MOST_ATTEMPTS = 12
NAME = re.compile(r"((?:knock:)?[0-9]{1,18})\.([0-9]{1,4})")
"""How a status callback names a piece: the outbox row, or the knock for it, and which piece."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a message: `body` is what the platform's list will say of it."""

    key: str
    part: int
    space: int
    place: str
    body: str
    payload: dict[str, Any]

    @property
    def name(self) -> str:
        """How a status callback names it."""
        return f"{self.key}.{self.part}"


def begin(connection: Connection, piece: Piece, now: datetime) -> Row[Any] | None:
    """Note that it is about to be sent; the earlier note, if there was an earlier try."""
    earlier = connection.execute(select(sendings).where(*_this(piece.key, piece.part))).first()
    if earlier is None:
        connection.execute(
            insert(sendings).values(
                key=piece.key, part=piece.part, space_id=piece.space, place=piece.place,
                body=piece.body, payload=piece.payload, begun_at=now,
            )
        )  # fmt: skip
    return earlier


def accepted(connection: Connection, piece: Piece, sid: str) -> None:
    """The platform has it, under this id."""
    noted = update(sendings).where(*_this(piece.key, piece.part))
    connection.execute(noted.values(sid=sid))


def taken(connection: Connection, sids: list[str]) -> set[str]:
    """Those of the platform's ids that belong to a message of ours already."""
    here = select(sendings.c.sid).where(sendings.c.sid.in_(sids))
    there = select(outboxes.c.platform_id).where(outboxes.c.platform_id.in_(sids))
    return {str(sid) for query in (here, there) for sid in connection.execute(query).scalars()}


def named(connection: Connection, sid: str) -> tuple[str, int] | None:
    """Which piece the platform knows by this id."""
    row = connection.execute(
        select(sendings.c.key, sendings.c.part).where(sendings.c.sid == sid)
    ).first()
    return (row.key, row.part) if row else None


def delivered(connection: Connection, key: str, part: int, sid: str) -> None:
    """It has arrived: what it said goes. Its id stays where the answer to sending it was lost.

    So does the file that it handed over, as a piece without words: nobody fetches it again.
    """
    row = connection.execute(select(sendings).where(*_this(key, part))).first()
    if row is not None and not row.body:
        downloads.forget(connection, row.space_id, key)
    noted = sendings.c.sid.is_not(None)
    connection.execute(delete(sendings).where(*_this(key, part), noted))
    unnoted = update(sendings).where(*_this(key, part))
    connection.execute(unnoted.values(sid=sid, body="", payload=None))


def failed(
    connection: Connection, key: str, part: int, code: int | None, now: datetime
) -> str | None:
    """It was accepted, and was not delivered after all; gives a template that is to blame."""
    row = connection.execute(select(sendings).where(*_this(key, part))).first()
    if row is None:
        return None
    connection.execute(delete(sendings).where(sendings.c.key == key))
    outcome, person = of_code(code), row.place.removeprefix(DIRECT)
    log.info("not-delivered", message=key, code=code, outcome=outcome.kind)
    if outcome.kind == "closed":
        people.close(connection, row.space_id, person)
    if outcome.kind == "opted-out":
        silence.met(connection, row.space_id, person, now)
    if key.startswith(knocks.PREFIX):
        return knocks.failed(connection, row, code, now)
    _write_anew(connection, row, outcome, f"twilio {code}", now)
    return None


def forget_old(connection: Connection, now: datetime) -> None:
    """Drop what nobody reports on any more."""
    connection.execute(delete(sendings).where(sendings.c.begun_at < now - KEPT))


def _write_anew(
    connection: Connection, row: Row[Any], outcome: Outcome, why: str, now: datetime
) -> None:
    """A new row of the outbox: the old one is about to be marked as sent, or was already."""
    before = message(connection, row.key)
    if before is None:
        return
    again = outcome.kind in {"retry", "closed", "content"} and before.attempts < MOST_ATTEMPTS
    connection.execute(
        insert(outboxes).values(
            space_id=row.space_id, place=row.place, member_id=before.member_id,
            purpose=before.purpose, payload=row.payload if again else None,
            state="queued" if again else "failed", attempts=before.attempts + 1, reason=why,
            created_at=now, next_at=now + (outcome.after or timedelta()),
        )
    )  # fmt: skip
    if not again:
        nobody_waits(connection, before.member_id, row.payload, now)


def message(connection: Connection, key: str) -> Row[Any] | None:
    """The row of the outbox with this key; None for what is not from there."""
    if not key.isdecimal():
        return None
    return connection.execute(select(outboxes).where(outboxes.c.id == int(key))).first()


def _this(key: str, part: int) -> tuple[Any, Any]:
    return sendings.c.key == key, sendings.c.part == part
