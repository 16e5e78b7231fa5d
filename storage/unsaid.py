"""Taking back what somebody has just written on the local page, which keeps its own history."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from storage.tables import LocalMessage, table

SIGN = "•••"
"""What stands in its place."""
LATEST = 20
"""Messages that somebody may have written by the time that one of them has its turn."""

messages = table(LocalMessage)


def unsay(connection: Connection, space_id: int, place: str, author: str, words: str) -> None:
    """Blot out these words, if they are among the author's latest there."""
    latest = (
        select(messages.c.n, messages.c.payload)
        .where(
            messages.c.space_id == space_id, messages.c.place == place,
            messages.c.author == author,
        )
        .order_by(messages.c.n.desc())
        .limit(LATEST)
    )  # fmt: skip
    said = [row.n for row in connection.execute(latest) if row.payload.get("text") == words]
    if said:
        blotted = update(messages).where(messages.c.n.in_(said)).values(payload={"text": SIGN})
        connection.execute(blotted)
