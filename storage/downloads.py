"""Files that wait to be fetched: kept under their message's key until their time is over."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select

from storage.tables import Download, table

downloads = table(Download)


class Kept(NamedTuple):
    """One file as it is handed out."""

    name: str
    kind: str
    content: bytes


def put(
    connection: Connection, space: int, place: str, key: str, file: Kept, until: datetime
) -> datetime:
    """Keep a file of a message; a second time changes nothing. Until when it can be fetched."""
    here = downloads.c.space_id == space, downloads.c.key == key
    before: datetime | None = connection.execute(select(downloads.c.until).where(*here)).scalar()
    if before is not None:
        return before
    row = {"space_id": space, "place": place, "key": key, "until": until, **file._asdict()}
    connection.execute(insert(downloads), row)
    return until


def find(connection: Connection, space: int, key: str, now: datetime) -> Kept | None:
    """The file, as long as it can be fetched."""
    query = select(downloads.c.name, downloads.c.kind, downloads.c.content).where(
        downloads.c.space_id == space, downloads.c.key == key, downloads.c.until > now
    )
    row = connection.execute(query).first()
    return Kept(*row) if row else None


def forget(connection: Connection, space: int, key: str) -> None:
    """Drop the file of a message: it is where it was to go."""
    here = downloads.c.space_id == space, downloads.c.key == key
    connection.execute(delete(downloads).where(*here))


def forget_old(connection: Connection, now: datetime) -> int:
    """Drop the files whose time is over."""
    return connection.execute(delete(downloads).where(downloads.c.until <= now)).rowcount
