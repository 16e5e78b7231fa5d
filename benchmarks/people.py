"""People who talk to the real bot: each sends the next answer once the question has arrived."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Engine

from benchmarks import dialogue
from benchmarks.community import person
from bot.app import App
from bot.settings import Settings
from bot.time import Clock
from bot.worker import Worker
from connectors.base import Letter
from connectors.local.connector import Event, LocalConnector
from connectors.sender import Sender
from conversations.engine import Engine as Talk
from conversations.outgoing import Outgoing
from storage.database import open_database
from storage.outbox import Parcel
from storage.writer import Writer


@dataclass(slots=True)
class Delivered:
    """The local connector, and a way to learn that something has arrived in a place."""

    local: LocalConnector
    name: str = LocalConnector.name
    expected: dict[str, asyncio.Future[Outgoing]] = field(default_factory=dict)
    heard: Callable[[Outgoing], None] = lambda _outgoing: None

    def entry(self, parcel: Parcel, outgoing: Outgoing) -> dict[str, Any]:
        """As the local connector's."""
        return self.local.entry(parcel, outgoing)

    def keep(self, connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
        """As the local connector's."""
        self.local.keep(connection, entries)

    def kept(self, letters: Sequence[Letter]) -> None:
        """Tell the open pages, then whoever waits for it."""
        self.local.kept(letters)
        for parcel, outgoing in letters:
            self.heard(outgoing)
            self.expected.pop(parcel.place).set_result(outgoing)

    def next_in(self, place: str) -> asyncio.Future[Outgoing]:
        """The next message that arrives there."""
        self.expected[place] = asyncio.get_running_loop().create_future()
        return self.expected[place]


@dataclass(slots=True)
class Bot:
    """The bot as `bot.app.build` wires it, but for the dialogue and the ear at its end."""

    app: App
    delivered: Delivered
    events: itertools.count[int] = field(default_factory=lambda: itertools.count(time.time_ns()))


def put_together(settings: Settings, writer: Callable[[Engine], Writer] = Writer) -> Bot:
    """The parts of `bot.app.build`, with our own dialogue."""
    clock, database = Clock(), open_database(settings.database_url)
    writing = writer(database)
    worker = Worker(writing, Talk(registry=dialogue.REGISTRY), clock.now)
    local = LocalConnector(writing, database, clock.now, worker.wake)
    delivered = Delivered(local)
    sender = Sender(writing, {local.name: delivered}, clock.now)
    worker.after = sender.wake
    app = App(settings, clock, database, writing, worker, sender, local, (), demo=False)
    return Bot(app, delivered)


@dataclass(frozen=True, slots=True)
class Talked:
    """What a crowd's talk took: seconds in all, and seconds of each turn from event to reply."""

    seconds: float
    turns: Sequence[float]

    @property
    def rate(self) -> float:
        """Turns a second."""
        return len(self.turns) / self.seconds

    def quantile(self, share: float) -> float:
        """The milliseconds within which that share of the replies had arrived."""
        ordered = sorted(self.turns)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


async def talk(bot: Bot, people: Sequence[int], at_once: int) -> Talked:
    """Everyone has the whole dialogue, so many at a time, until all is marked as sent."""
    free, turns = asyncio.Semaphore(at_once), list[float]()
    before = time.perf_counter()
    async with asyncio.TaskGroup() as crowd:
        for n in people:
            crowd.create_task(_in_turn(bot, n, free, turns))
    await bot.app.sender.flush()
    return Talked(time.perf_counter() - before, turns)


async def _in_turn(bot: Bot, n: int, free: asyncio.Semaphore, turns: list[float]) -> None:
    async with free:
        asked = await _turn(bot, n, dialogue.opening(), turns)
        for step in range(len(dialogue.ANSWERS)):
            asked = await _turn(bot, n, dialogue.answer(step, asked), turns)


async def _turn(bot: Bot, n: int, fields: dict[str, object], turns: list[float]) -> Outgoing:
    place = f"dm:{person(n)}"
    before, reply = time.perf_counter(), bot.delivered.next_in(place)
    event = Event(f"event-{next(bot.events)}", place, person(n), fields)
    assert await bot.app.local.receive(event) == "accepted"
    arrived = await reply
    turns.append(time.perf_counter() - before)
    return arrived
