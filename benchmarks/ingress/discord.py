"""Discord's gateway events a second, from the socket into the inbox.

A fake gateway in a process of its own sends direct messages as fast as they are read. The
reference, in the same run: discord.py with an empty handler, on the same events.
"""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr
from sqlalchemy import Connection as Database

from benchmarks.ingress.rounds import Pair, Platform, Round, inbox
from bot.server import spare_the_collector
from bot.time import machine_time
from connectors.base import Arrival, Receipt
from connectors.discord.client import intents
from connectors.discord.connector import DiscordConnector
from connectors.discord.settings import DiscordSettings
from connectors.ingress import Ingress
from conversations.dialogues import __all__ as dialogues
from conversations.engine import Engine
from tests.fakes.discord_people import Person, message
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import TOKEN

assert dialogues, "importing the dialogues registers them"

Client = Callable[[], AbstractAsyncContextManager[None]]
PEOPLE = 200
"""Who write, one after the other."""


@dataclass(slots=True)
class Counter:
    """Counts everybody's first event, by which they are met, and then those that are timed."""

    wanted: int
    round: Round = field(default_factory=Round)
    met: asyncio.Event = field(default_factory=asyncio.Event)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    _first: int = 0

    def count(self, waited: float = 0.0) -> None:
        """One more, that was safe after so many seconds."""
        if self._first < PEOPLE:
            self._first += 1
            if self._first == PEOPLE:
                self.met.set()
            return
        self.round.waits.append(waited)
        if len(self.round.waits) == self.wanted:
            self.full.set()


def measure(folder: Path, events: int, rounds: int) -> list[Pair]:
    """Ours and the empty handler, in turn, each on a gateway of its own."""
    return [asyncio.run(_pair(folder / f"discord-{n}.db", events)) for n in range(rounds)]


async def _pair(file: Path, events: int) -> Pair:
    ours, bare = Counter(events), Counter(events)
    await _measured(ours, lambda: _ours(file, ours))
    await _measured(bare, lambda: _bare(bare))
    return Pair(ours.round, bare.round)


async def _measured(counter: Counter, client: Client) -> None:
    here, there = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(there, counter.wanted), daemon=True
    )
    server.start()
    there.close()
    try:
        base, gateway = await asyncio.to_thread(here.recv)
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, yarl.URL(gateway)
        async with client():
            before = time.perf_counter()
            here.send("go")
            await counter.full.wait()
            counter.round.seconds = time.perf_counter() - before
    finally:
        server.terminate()
        server.join()


@asynccontextmanager
async def _ours(file: Path, counter: Counter) -> AsyncIterator[None]:
    """The connector and the inbox."""
    async with inbox(file) as box:
        connector = DiscordConnector(DiscordSettings(), SecretStr(TOKEN), box.around)
        await connector.start(_Counted(box.ingress(connector.name), counter))
        await counter.met.wait()
        await asyncio.wrap_future(box.writer.submit(_meet))
        spare_the_collector()
        yield
        await connector.stop()


def _meet(database: Database) -> None:
    """Everybody has been here before: the engine takes their first words."""
    while Engine().drain(database, machine_time()).more:
        pass


class _Counted:
    """The way in, with a look at the clock when an event comes and when it is safe."""

    def __init__(self, ingress: Ingress, counter: Counter) -> None:
        self._ingress = ingress
        self._counter = counter
        self._on_their_way: deque[tuple[float, asyncio.Future[Receipt]]] = deque()
        self._counting: asyncio.Task[None] | None = None

    def __call__(self, arrival: Arrival) -> asyncio.Future[Receipt]:
        written = self._ingress(arrival)
        self._on_their_way.append((time.perf_counter(), written))
        if self._counting is None or self._counting.done():
            self._counting = asyncio.create_task(self._count())
        return written

    async def _count(self) -> None:
        while self._on_their_way:
            before, written = self._on_their_way.popleft()
            if await written != "unknown-space":
                self._counter.count(time.perf_counter() - before)


class _Bare(discord.AutoShardedClient):
    """What a bot that does nothing costs."""

    counter: Counter

    async def on_message(self, _message: discord.Message) -> None:
        self.counter.count()


@asynccontextmanager
async def _bare(counter: Counter) -> AsyncIterator[None]:
    client = _Bare(intents=intents(), max_messages=None)
    client.counter = counter
    async with client:
        running = asyncio.create_task(client.start(TOKEN))
        await counter.met.wait()
        spare_the_collector()
        yield
        await client.close()
        await asyncio.gather(running, return_exceptions=True)


def _serve(pipe: Connection, events: int) -> None:
    asyncio.run(_flood(pipe, events))


async def _flood(pipe: Connection, events: int) -> None:
    """Be Discord: one server, then direct messages without a pause."""
    fake = FakeDiscord()
    people = [Person(fake, str(3000 + n), f"Member {n}") for n in range(PEOPLE)]
    for person in people:
        fake.members[person.id] = person.member()
    await fake.start()
    pipe.send((fake.base, fake.gateway.url))
    await fake.until(lambda: fake.gateway.chunked)
    await _write(fake, people, PEOPLE)
    await asyncio.to_thread(pipe.recv)
    await _write(fake, people, events)
    await asyncio.to_thread(pipe.recv)


async def _write(fake: FakeDiscord, people: Sequence[Person], count: int) -> None:
    for who in itertools.islice(itertools.cycle(people), count):
        said = message(who, who.line, "qui peut m’aider en comptabilité ?", fake.id())
        await fake.gateway.dispatch("MESSAGE_CREATE", said)


EVENTS = 20_000
"""The library alone is through with a fifth of them in a seventh of a second: that says little."""

PLATFORM = Platform("discord", "discord.py with an empty handler", EVENTS, measure)
