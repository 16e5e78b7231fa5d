"""The sweeps: at any moment, do what has fallen due. They are correct however late they come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import structlog
from sqlalchemy import Connection

from community import linking, own_data, privacy, retention
from conversations import timers
from storage import downloads, inbox, outbox
from storage.writer import Writer

log = structlog.get_logger()


def sweep(writer: Writer, now: datetime) -> int:
    """Wake what is due; how many things moved. Each deadline has a savepoint of its own."""
    moved = writer.submit(partial(timers.wake_due, now=now)).result()
    for deadline in writer.submit(partial(timers.deadlines, now=now)).result():
        fault = writer.submit(partial(timers.meet, now=now, deadline=deadline)).exception()
        if fault is not None:
            log.error("sweep-broke", deadline=deadline, fault=type(fault).__name__)
        moved += 1
    return moved


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
