"""The sender: drains the outbox, each place in order, all places side by side."""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection

from community import places
from connectors.base import AtHome, Connector, Held, Letter, TryLater, Undeliverable
from connectors.replacing import deliver, is_idle
from connectors.returned import SeenTo, nobody_waits, words_wait
from connectors.rooms import Rooms, never_opened
from conversations.language import MissingText
from conversations.outgoing import Outgoing
from storage import held, outbox, replaced
from storage.errand import Errand
from storage.outbox import Destination, Parcel
from storage.together import Together
from storage.writer import Writer

log = structlog.get_logger()

T = TypeVar("T")

HOPELESS = (Undeliverable, MissingText, KeyError)
"""Reasons that no second try mends."""
MOST = 256
"""Messages that are looked for at once."""
MOST_ATTEMPTS = 12
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(hours=1)


Entered = tuple[Letter, dict[str, Any]]
"""A message and its row in the history of a platform at home."""

Delivered = tuple[Parcel, Outgoing, str]
"""An outbox row, the message that it holds, and the platform's id of what it became."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What was due: by connector what has arrived, by place what is still to be sent."""

    arrived: dict[str, list[Letter]]
    away: dict[Destination, list[Parcel]]

    def __bool__(self) -> bool:
        return bool(self.arrived or self.away)


class Sender:
    """Sends what is due. `random_` spreads retries, so that they don't come back all at once."""

    def __init__(
        self,
        writer: Writer,
        connectors: Mapping[str, Connector | AtHome],
        now: Callable[[], datetime],
        random_: Callable[[], float] = random.random,
    ) -> None:
        parts = connectors.items()
        self._connectors = {name: each for name, each in parts if isinstance(each, Connector)}
        self._at_home = {name: each for name, each in parts if isinstance(each, AtHome)}
        self._writer = writer
        self._now = now
        self._random = random_
        self._busy: dict[Destination, asyncio.Task[None]] = {}
        self._rooms = Rooms(writer)
        self._mark: Together[Delivered, None] = Together(writer, _mark_sent)
        self._collecting = Errand(writer, self._collect, self._arrived)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.after: Callable[[], None] = lambda: None
        """Called when there is something new in the inbox."""

    def start(self) -> None:
        """Serve from this event loop."""
        self._loop = asyncio.get_running_loop()

    async def stop(self) -> None:
        """Let go of what is on its way: without its mark, it will be sent again."""
        for task in self._busy.values():
            task.cancel()
        await asyncio.gather(*self._busy.values(), return_exceptions=True)

    def wake(self) -> None:
        """There may be something to send; from any thread."""
        self._collecting.wake()

    async def flush(self) -> None:
        """Send everything that is due now, and wait until it is gone."""
        while await self._collected() or self._busy:
            if self._busy:
                await asyncio.wait(self._busy.values(), return_when=asyncio.FIRST_COMPLETED)

    async def _collected(self) -> Collected:
        """What is due now, once we have set out with it."""
        return await asyncio.shield(asyncio.wrap_future(self._collecting.run()))

    def _arrived(self, collected: Collected) -> None:
        if collected and self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set_out, collected)

    def _set_out(self, collected: Collected) -> None:
        """Tell of what has arrived, and serve the places that are not being served already."""
        for name, letters in collected.arrived.items():
            self._at_home[name].kept(letters)
        for destination, queue in collected.away.items():
            if destination not in self._busy:
                task = asyncio.create_task(self._serve(queue))
                self._busy[destination] = task
                task.add_done_callback(partial(self._served, destination))

    def _served(self, destination: Destination, task: asyncio.Task[None]) -> None:
        del self._busy[destination]
        if not task.cancelled() and (fault := task.exception()):
            log.error("sender-broke", place=destination[1], fault=type(fault).__name__)
        self.wake()

    def _collect(self, connection: Connection) -> Collected:
        """What is due; what stays at home is there by the end of this transaction."""
        busy = list(self._busy)  # in one step, as the event loop may change it at any moment
        parcels = outbox.due(connection, self._now(), busy=busy, limit=MOST)
        if len(parcels) == MOST:
            self.wake()
        home: dict[str, list[Entered]] = defaultdict(list)
        away = {}
        for destination, queue in _by_destination(parcels).items():
            connector = queue[0].connector
            if connector in self._at_home:
                home[connector] += self._entered(connection, self._at_home[connector], queue)
            else:
                away[destination] = queue
        arrived = {name: self._keep(connection, name, entered) for name, entered in home.items()}
        return Collected(arrived, away)

    def _entered(
        self, connection: Connection, home: AtHome, queue: Sequence[Parcel]
    ) -> Iterator[Entered]:
        """The messages of one place, one after the other, until one has to wait."""
        for parcel in queue:
            try:
                outgoing = Outgoing.of(parcel.payload)
                entry = home.entry(parcel, outgoing)
            except Exception as reason:  # noqa: BLE001 - a fault in one message must not stop others
                if not self._refused(connection, parcel, reason):
                    return
            else:
                yield (parcel, outgoing), entry

    def _keep(self, connection: Connection, name: str, entered: Sequence[Entered]) -> list[Letter]:
        self._at_home[name].keep(connection, [entry for _, entry in entered])
        letters = [letter for letter, _ in entered]
        outbox.sent(connection, [(parcel.id, f"{name}:{parcel.id}") for parcel, _ in letters])
        return letters

    async def _serve(self, queue: Sequence[Parcel]) -> None:
        """The messages of one place, one after the other, until one has to wait."""
        for parcel in queue:
            try:
                connector = self._connectors[parcel.connector]
                outgoing = Outgoing.of(parcel.payload)
                if is_idle(connector, outgoing):
                    await self._write(partial(held.drop, rows=[parcel.id]))
                    continue
                platform_id = await self._sent(connector, parcel, outgoing)
            except Exception as reason:  # noqa: BLE001 - a fault in one message must not stop others
                if not await self._write(partial(self._refused, parcel=parcel, reason=reason)):
                    return
            else:
                await self._mark((parcel, outgoing, platform_id))

    async def _sent(self, connector: Connector, parcel: Parcel, outgoing: Outgoing) -> str:
        """The platform's id of it, once the platform has taken it."""
        to, former = await self._rooms.address(connector, parcel), None
        if outgoing.replaces:
            key = outgoing.replaces
            former = await self._write(partial(replaced.former, parcel=parcel, key=key))
        return await deliver(connector, to, outgoing, str(parcel.id), former)

    def _refused(self, connection: Connection, parcel: Parcel, reason: Exception) -> bool:
        """Put a message off, or give it up; True when it is out of the way of those behind it."""
        why = f"{type(reason).__name__}: {reason}"
        if isinstance(reason, Held):
            held.hold(connection, parcel.id, why, self._now(), reason.after)
            self._see_to_others(connection, parcel, words_wait)
            return True
        if isinstance(reason, HOPELESS) or parcel.attempts + 1 >= MOST_ATTEMPTS:
            log.warning("not-delivered", message=parcel.id, why=type(reason).__name__)
            outbox.failed(connection, parcel.id, why)
            self._see_to_others(connection, parcel, nobody_waits)
            return not self._without_room(connection, parcel, why)
        after = reason.after if isinstance(reason, TryLater) else None
        at = self._now() + (after or self._pause(parcel.attempts))
        log.info("put-off", message=parcel.id, until=at.isoformat(), why=type(reason).__name__)
        outbox.later(connection, parcel.id, at, why)
        return False

    def _see_to_others(self, connection: Connection, parcel: Parcel, seen_to: SeenTo) -> None:
        if seen_to(connection, parcel.member_id, parcel.payload, self._now()):
            self.after()

    def _without_room(self, connection: Connection, parcel: Parcel, why: str) -> bool:
        """Whether its room can't be opened: nothing is sent there, and its people are told."""
        never = never_opened(connection, parcel, self._now(), why)
        if never:
            self.after()
        return never

    def _pause(self, attempts: int) -> timedelta:
        """Twice as long each time, at most an hour, with up to half of it taken off at random."""
        full: timedelta = min(FIRST_PAUSE * 2**attempts, LONGEST_PAUSE)
        return full * (1 - self._random() / 2)

    async def _write(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._writer.submit(job))


def _by_destination(parcels: Sequence[Parcel]) -> dict[Destination, list[Parcel]]:
    queues: dict[Destination, list[Parcel]] = defaultdict(list)
    for parcel in parcels:
        queues[parcel.space_id, parcel.place].append(parcel)
    return queues


def _mark_sent(connection: Connection, delivered: list[Delivered]) -> list[None]:
    outbox.sent(connection, [(parcel.id, platform_id) for parcel, _, platform_id in delivered])
    keys = [(parcel.id, said.replaces) for parcel, said, _ in delivered if said.replaces]
    replaced.remember(connection, keys)
    for parcel, outgoing, platform_id in delivered:
        if outgoing.thread:
            places.open_thread(connection, parcel.space_id, outgoing.thread, platform_id)
    return [None] * len(delivered)
