"""Which message of the platform's stands for a key of ours, so that it can be changed."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, update

from storage.outbox import Parcel, outbox
from storage.prepared import Prepared

_remember = Prepared(
    update(outbox).where(outbox.c.id == bindparam("row")).values(payload=bindparam("kept"))
)


def remember(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Keep the key of messages that were sent, as long as their rows: (outbox id, key)."""
    _remember.run(connection, [{"row": row, "kept": {"replaces": key}} for row, key in rows])


def former(connection: Connection, parcel: Parcel, key: str) -> str | None:
    """The platform's id of the message last sent there under the key; None when there is none."""
    query = select(outbox.c.platform_id).where(
        outbox.c.member_id == parcel.member_id,
        outbox.c.space_id == parcel.space_id,
        outbox.c.place == parcel.place,
        outbox.c.state == "sent",
        outbox.c.payload["replaces"].as_string() == key,
    )
    found: str | None = connection.execute(query.order_by(outbox.c.id.desc()).limit(1)).scalar()
    return found
