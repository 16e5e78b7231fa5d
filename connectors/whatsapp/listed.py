"""What Twilio's list has of people: messages whose webhooks may never have come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC
from typing import Any

import structlog

from connectors.whatsapp.changes import SYSTEM, looks_like_one
from connectors.whatsapp.incoming import Heard, count, readable

log = structlog.get_logger()


def heard(rows: Sequence[Any]) -> Iterator[Heard]:
    """Each of a list that is newest first, oldest first; what can't be read is logged and left.

    Times are whole seconds: of those within one, the list's own order tells.
    """
    oldest_first = [row for row in rows[::-1] if _is_whole(row)]
    oldest_first.sort(key=lambda row: row.date_sent)
    for row in oldest_first:
        said = readable(row.body or "")
        yield Heard(
            sid=row.sid, addresses=(row.from_,), at=row.date_sent.astimezone(UTC), words=said,
            media=count(row.num_media), unsaid=SYSTEM if looks_like_one(said, row.from_) else "",
        )  # fmt: skip


def _is_whole(row: Any) -> bool:
    """Whether it says who wrote it and when; one that is just coming in does not yet."""
    whole = bool(row.sid and row.from_ and row.date_sent)
    if not whole:
        log.warning("message-unread", message=row.sid, status=row.status)
    return whole
