"""Discord's gateway events a second, from the socket into the inbox.

A fake gateway in a process of its own sends direct messages as fast as they are read. The
reference, in the same run: discord.py with an empty handler, on the same events.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr

from benchmarks import community, report
from bot import log
from bot.time import machine_time
from connectors.base import Arrival, Receipt, Surroundings
from connectors.discord.client import intents
from connectors.discord.connector import DiscordConnector
from connectors.discord.settings import DiscordSettings
from connectors.ingress import Ingress
from conversations.outgoing import Outgoing
from storage.database import open_database
from storage.writer import Writer
from tests.fakes.discord_people import Person, message
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import TOKEN

ENOUGH = 0.5
PEOPLE = 200
"""Who write, one after the other."""


@dataclass(slots=True)
class Counter:
    """Says when as many events were taken as were sent."""

    wanted: int
    taken: int = 0
    waits: list[float] = field(default_factory=list)
    full: asyncio.Event = field(default_factory=asyncio.Event)

    def count(self, waited: float = 0.0) -> None:
        """One more."""
        self.taken += 1
        self.waits.append(waited)
        if self.taken == self.wanted:
            self.full.set()


def main() -> None:
    """Measure, print, and say what was missed."""
    given = report.options(__doc__ or "", events=5000, rounds=3)
    log.set_up("error")
    with report.scratch() as folder:
        pairs = [_pair(folder, n, given.events) for n in range(given.rounds)]
    ours, bare = max(pair[0] for pair in pairs), max(pair[1] for pair in pairs)
    p99 = min(pair[2] for pair in pairs)
    _show(given.events, ours, bare, p99)
    figures = {"events": given.events, "per_s": round(ours), "bare_per_s": round(bare),
               "ratio": round(ours / bare, 2), "p99_ms": round(p99 * 1000, 1)}  # fmt: skip
    report.finish(figures, as_json=given.json)


def _pair(folder: Path, n: int, events: int) -> tuple[float, float, float]:
    """Ours, the reference, and how long one of our events takes to be safe (99 of 100)."""
    file = folder / f"{n}.db"
    community.make(file, 1)
    counter = Counter(events)
    ours = asyncio.run(_measured(counter, lambda: _ours(file, counter)))
    bare = Counter(events)
    return ours, asyncio.run(_measured(bare, lambda: _bare(bare))), _p99(counter.waits)


def _p99(waits: list[float]) -> float:
    return statistics.quantiles(waits, n=100)[-1]


async def _measured(counter: Counter, client: Callable[[], Any]) -> float:
    here, there = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=_serve, args=(there, counter.wanted), daemon=True
    )
    server.start()
    try:
        base, gateway = await asyncio.to_thread(here.recv)
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = base, yarl.URL(gateway)
        async with client():
            await asyncio.to_thread(here.recv)
            return await _rate(here, counter)
    finally:
        server.terminate()
        server.join()


async def _rate(here: Connection, counter: Counter) -> float:
    before = time.perf_counter()
    here.send("go")
    await counter.full.wait()
    return counter.wanted / (time.perf_counter() - before)


@asynccontextmanager
async def _ours(file: Path, counter: Counter) -> AsyncIterator[None]:
    """The connector and the inbox, without the turns that come after."""
    engine = open_database(f"sqlite:///{file}")
    writer = Writer(engine)
    ingress = Ingress("discord", writer, machine_time, lambda: None)
    around = Surroundings(
        writer=writer, reader=engine, now=machine_time, standing=_nothing, wake=lambda: None
    )
    connector = DiscordConnector(DiscordSettings(), SecretStr(TOKEN), around)
    await connector.start(_counted(ingress, counter))
    yield
    await connector.stop()
    writer.stop()
    engine.dispose()


def _counted(ingress: Ingress, counter: Counter) -> Callable[[Arrival], Awaitable[Receipt]]:
    async def receive(arrival: Arrival) -> Receipt:
        before = time.perf_counter()
        receipt = await ingress(arrival)
        if receipt != "unknown-space":
            counter.count(time.perf_counter() - before)
        return receipt

    return receive


async def _nothing(_token: str) -> Outgoing | None:
    return None


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
    pipe.send("connected")
    await asyncio.to_thread(pipe.recv)
    for n in range(events):
        who = people[n % PEOPLE]
        said = message(who, who.line, f"message {n}", fake.id())
        await fake.gateway.dispatch("MESSAGE_CREATE", said)
    await asyncio.to_thread(pipe.recv)


def _show(events: int, ours: float, bare: float, p99: float) -> None:
    rows = [["Passerelle, into the inbox", f"{ours:,.0f}", f"{p99 * 1000:.1f}"],
            ["discord.py, an empty handler", f"{bare:,.0f}", ""]]  # fmt: skip
    report.show(f"{events:,} direct messages over the gateway", ("", "a second", "p99, ms"), rows)
    met = report.verdict(met=ours / bare >= ENOUGH)
    print(f"{ours / bare:.2f} times discord.py alone (at least {ENOUGH}: {met})")


if __name__ == "__main__":
    main()
