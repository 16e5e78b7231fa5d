"""The sweeps: at any moment, do what has fallen due. They are correct however late they come."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection

from community import linking
from conversations import timers
from conversations.timers import Deadline
from storage import downloads, inbox, outbox
from storage.writer import Writer

log = structlog.get_logger()


def sweep(writer: Writer, now: datetime) -> int:
    """Wake what is due; how many things moved. Each deadline has a savepoint of its own."""
    moved = writer.submit(partial(timers.wake_due, now=now)).result()
    due = writer.submit(partial(timers.deadlines, now=now)).result()
    begun = [(each, writer.submit(partial(timers.meet, now=now, deadline=each))) for each in due]
    for deadline, met in begun:
        while _has_more(deadline, met):
            moved += 1
            met = writer.submit(partial(timers.meet, now=now, deadline=deadline))
        moved += 1
    return moved


def _has_more(deadline: Deadline, met: Future[bool]) -> bool:
    """Whether there is more of it to do at once; one that fails holds up no other."""
    fault = met.exception()
    if fault is not None:
        log.error("sweep-broke", deadline=deadline, fault=type(fault).__name__)
        return False
    return met.result()


def tidy(writer: Writer, now: datetime) -> None:
    """Drop the ids of what was handled more than a week ago, and codes and files that are over."""
    for forget in (inbox.forget_old, outbox.forget_old, linking.forget_old, downloads.forget_old):
        writer.submit(partial(_forget, forget=forget, now=now)).result()


def _forget(
    connection: Connection, forget: Callable[[Connection, datetime], int], now: datetime
) -> int:
    return forget(connection, now)
