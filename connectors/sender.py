"""The sender: drains the outbox, each place in order, all places side by side."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from sqlalchemy import Connection

from connectors.base import Connector, TryLater, Undeliverable
from conversations.language import MissingText
from conversations.outgoing import Outgoing
from storage import outbox
from storage.outbox import Destination, Parcel
from storage.together import Together
from storage.wakeful import Wakeful
from storage.writer import Writer

log = structlog.get_logger()

MOST_ATTEMPTS = 12
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(hours=1)


class Sender(Wakeful):
    """Sends what is due. `random_` spreads retries, so that they don't come back all at once."""

    def __init__(
        self,
        writer: Writer,
        connectors: Mapping[str, Connector],
        now: Callable[[], datetime],
        random_: Callable[[], float] = random.random,
    ) -> None:
        super().__init__()
        self._writer = writer
        self._connectors = connectors
        self._now = now
        self._random = random_
        self._busy: dict[Destination, asyncio.Task[None]] = {}
        self._mark: Together[tuple[Parcel, str], None] = Together(writer, _mark_sent)

    async def work(self) -> None:
        """Set out with what is due."""
        await self._begin()

    async def flush(self) -> None:
        """Send everything that is due now, and wait until it is gone."""
        while await self._begin() or self._busy:
            if self._busy:
                await asyncio.wait(self._busy.values(), return_when=asyncio.FIRST_COMPLETED)

    async def _begin(self) -> bool:
        """Set out with what is due, to places that are not being served already."""
        busy = list(self._busy)
        parcels = await self._write(partial(outbox.due, now=self._now(), busy=busy))
        for destination, queue in _by_destination(parcels).items():
            if destination not in self._busy:
                task = asyncio.create_task(self._serve(queue))
                self._busy[destination] = task
                task.add_done_callback(partial(self._served, destination))
        return bool(parcels)

    def _served(self, destination: Destination, task: asyncio.Task[None]) -> None:
        del self._busy[destination]
        if not task.cancelled() and (fault := task.exception()):
            log.error("sender-broke", place=destination[1], fault=type(fault).__name__)
        self.wake()

    async def _serve(self, queue: Sequence[Parcel]) -> None:
        """The messages of one place, one after the other, until one has to wait."""
        for parcel in queue:
            try:
                outgoing = Outgoing.of(parcel.payload)
                platform_id = await self._connectors[parcel.connector].send(parcel, outgoing)
            except (Undeliverable, MissingText, KeyError) as reason:
                await self._give_up(parcel, f"{type(reason).__name__}: {reason}")
            except Exception as reason:  # noqa: BLE001 - a fault in one message must not stop others
                await self._put_off(parcel, reason)
                return
            else:
                await self._mark((parcel, platform_id))

    async def _put_off(self, parcel: Parcel, reason: Exception) -> None:
        why = f"{type(reason).__name__}: {reason}"
        if parcel.attempts + 1 >= MOST_ATTEMPTS:
            return await self._give_up(parcel, why)
        after = reason.after if isinstance(reason, TryLater) else None
        at = self._now() + (after or self._pause(parcel.attempts))
        log.info("put-off", message=parcel.id, until=at.isoformat(), why=type(reason).__name__)
        await self._write(partial(outbox.later, row=parcel.id, at=at, why=why))
        return None

    def _pause(self, attempts: int) -> timedelta:
        """Twice as long each time, at most an hour, with up to half of it taken off at random."""
        full: timedelta = min(FIRST_PAUSE * 2**attempts, LONGEST_PAUSE)
        return full * (1 - self._random() / 2)

    async def _give_up(self, parcel: Parcel, why: str) -> None:
        log.warning("not-delivered", message=parcel.id, why=why.split(":")[0])
        await self._write(partial(outbox.failed, row=parcel.id, why=why))

    async def _write(self, job: Callable[[Connection], Any]) -> Any:
        return await asyncio.wrap_future(self._writer.submit(job))


def _by_destination(parcels: Sequence[Parcel]) -> dict[Destination, list[Parcel]]:
    queues: dict[Destination, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        queues[parcel.space_id, parcel.place].append(parcel)
    return queues


def _mark_sent(connection: Connection, rows: list[tuple[Parcel, str]]) -> list[None]:
    outbox.sent(connection, [(parcel.id, platform_id) for parcel, platform_id in rows])
    return [None] * len(rows)
