"""The sweeps: at any moment, do what has fallen due. They are correct however late they come."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from community import linking, own_data, privacy, retention
from conversations import timers
from conversations.timers import Deadline
from storage import downloads, inbox, outbox
from storage.writer import Writer, WriterStopped

log = structlog.get_logger()


def sweep(writer: Writer, now: datetime) -> int:
    """Wake what is due; how many things moved. Each deadline has a savepoint of its own.

    What takes long comes last, so that it holds up nothing else.
    """
    moved = writer.submit(partial(timers.wake_due, now=now)).result()
    due = writer.submit(partial(timers.deadlines, now=now)).result()
    begun = [(each, _meet(writer, now, each)) for each in sorted(due, key=timers.is_long)]
    for deadline, met in begun:
        while _has_more(writer, now, deadline, met):
            moved += 1
            met = _meet(writer, now, deadline)
        moved += 1
    return moved


def _meet(writer: Writer, now: datetime, deadline: Deadline) -> Future[bool]:
    """What it takes long to work out is worked out here, beside the writer."""
    if not timers.is_long(deadline):
        return writer.submit(partial(timers.meet, now=now, deadline=deadline))
    known = writer.read(partial(timers.beforehand, now=now, deadline=deadline))
    return writer.submit(lambda connection: timers.meet(connection, now, deadline, known.result()))


def _has_more(writer: Writer, now: datetime, deadline: Deadline, met: Future[bool]) -> bool:
    """Whether there is more of it to do at once; one that fails holds up no other, and is told.

    What only the database or the writer's end had to do with it is no news for organisers.
    """
    fault = met.exception()
    if fault is None:
        return met.result()
    kind = type(fault).__name__
    log.error("sweep-broke", deadline=deadline, fault=kind)
    if not isinstance(fault, WriterStopped | OperationalError):
        writer.submit(partial(timers.broke, now=now, deadline=deadline, fault=kind)).result()
    return False


def tidy(writer: Writer, now: datetime) -> None:
    """Drop what is over: ids of what was handled, codes, addresses, and who is gone for long."""
    for forget in (
        inbox.forget_old,
        outbox.forget_old,
        linking.forget_old,
        own_data.forget_old,
        downloads.forget_old,
        retention.sweep,
        privacy.forget_farewells,
    ):
        writer.submit(partial(_forget, forget=forget, now=now)).result()


def _forget(
    connection: Connection, forget: Callable[[Connection, datetime], int], now: datetime
) -> int:
    return forget(connection, now)
