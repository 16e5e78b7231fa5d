"""The composition root: `build()` puts the rooms together, and nothing else does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.routing import Mount

import conversations.dialogues as _dialogues
from bot.mydata import OwnData
from bot.platforms import connected
from bot.settings import Settings
from bot.time import Clock
from bot.worker import Worker
from community import own_data
from community.search import freshness
from connectors.base import AtHome, Connector, Surroundings
from connectors.ingress import Ingress
from connectors.local.connector import LocalConnector
from connectors.local.pace import Pace
from connectors.local.web import Web
from connectors.sender import Sender
from conversations import dialogue, ready, timers
from conversations.engine import Engine as Talk
from conversations.outgoing import Outgoing
from conversations.standing import standing
from scheduler.clock import SweepClock
from scheduler.sweeps import sweep, tidy
from storage import inbox, outbox, versions
from storage.database import forget_log, open_database, reading
from storage.tables import Community, Fact, table
from storage.writer import Writer, WriterStopped

log = structlog.get_logger()
T = TypeVar("T")

assert _dialogues.__all__, "importing the dialogues registers them"

MOST_STEPS = 2000
"""Stops that a demonstration's clock makes on the way, at most."""
STEP = timedelta(seconds=1)
GOODBYE_SECONDS = 2


@dataclass(slots=True)
class App:
    """The running bot. `start` it inside an event loop, `stop` it before the loop ends."""

    settings: Settings
    clock: Clock
    database: Engine
    writer: Writer
    worker: Worker
    sender: Sender
    local: LocalConnector
    platforms: Sequence[Connector]
    demo: bool
    _sweeps: SweepClock | None = None
    _warming: asyncio.Task[None] | None = None
    _stopping: bool = False

    async def start(self, *, sweeping: bool = True) -> None:
        """Begin to work: first on what an earlier run left.

        Without `sweeping`, whoever holds the clock says when to look at what is due.
        """
        self.sender.start()
        await asyncio.wrap_future(
            self.writer.submit(lambda connection: timers.mend(connection, self.clock.now()))
        )
        await asyncio.wrap_future(self.writer.submit(self._tell_address))
        self._sweeps = SweepClock(self.sweep, self.tidy)
        self._sweeps.start()
        if not sweeping:
            self._sweeps.pause()
        for connector in self.platforms:
            received = self.worker.wake
            await connector.start(Ingress(connector.name, self.writer, self.clock.now, received))
        self.worker.wake()
        self.sender.wake()
        self._warming = asyncio.create_task(asyncio.to_thread(self._warm))
        log.info("started", database=self.database.url.get_backend_name(), demo=self.demo)

    def _warm(self) -> None:
        """Build what a first message would otherwise wait for."""
        freshness.warm(self.database, self.clock.now())
        for build in ready.steps():
            if self._stopping:
                break
            build()

    async def stop(self) -> None:
        """Finish what is in hand if that is soon done; the rest goes on at the next start.

        The writer stops first: whoever waits for it then has an answer, and is cancelled in peace.
        """
        self._stopping = True
        if self._sweeps:
            self._sweeps.pause()
        for connector in self.platforms:
            await connector.stop()
        finishing = asyncio.create_task(self.settle())
        await asyncio.wait([finishing], timeout=GOODBYE_SECONDS)
        await asyncio.to_thread(self.writer.stop)
        finishing.cancel()
        if self._sweeps:
            await self._sweeps.stop()
        last = [finishing, self.sender.stop(), *filter(None, [self._warming])]
        await asyncio.gather(*last, return_exceptions=True)
        self.database.dispose()

    async def sweep(self) -> None:
        """Do what has fallen due, and send again what was put off."""
        with suppress(WriterStopped):
            await asyncio.to_thread(sweep, self.writer, self.clock.now())
        await asyncio.to_thread(forget_log, self.database)
        self.worker.wake()
        self.sender.wake()

    async def tidy(self) -> None:
        """Drop what need not be kept any longer."""
        with suppress(WriterStopped):
            await asyncio.to_thread(tidy, self.writer, self.clock.now())

    async def settle(self) -> None:
        """Work until nothing is left to do at this moment."""
        while await self._read(lambda connection: _busy(connection, self.clock.now())):
            await self.worker.work()
            await self.sender.flush()

    async def advance(self, seconds: float) -> None:
        """Move a demonstration's time on, stopping wherever something falls due."""
        goal = self.clock.now() + timedelta(seconds=seconds)
        await self.settle()
        for _ in range(MOST_STEPS):
            due = await self._read(timers.next_due)
            if due is None or due >= goal:
                break
            self.clock.move_to(due + STEP)
            await self._live_on()
        self.clock.move_to(goal)
        await self._live_on()
        await self.tidy()
        await asyncio.wrap_future(self.writer.submit(self.clock.keep))

    async def _live_on(self) -> None:
        await self.sweep()
        await self.settle()

    async def _read(self, query: Callable[..., T], *args: object) -> T:
        return await asyncio.wrap_future(self.writer.submit(lambda c: query(c, *args)))

    def _tell_address(self, connection: Connection) -> None:
        """Keep where this is found from outside, for those who write of it."""
        facts = table(Fact)
        connection.execute(delete(facts).where(facts.c.name == own_data.ADDRESS))
        if self.settings.public_url:
            fact = {"name": own_data.ADDRESS, "value": self.settings.public_url}
            connection.execute(insert(facts), fact)

    def web(self) -> Starlette:
        """The page, its API and the health checks."""
        token = self.settings.access_token
        pace = Pace(self.settings.events_per_minute, time.monotonic)
        web = Web(self.local, self._community, self.fault, pace, self if self.demo else None)
        local = web.application(token.get_secret_value() if token else None)
        hooks = [route for connector in self.platforms for route in connector.routes]
        own = OwnData(self.writer, self.clock.now).routes()
        return Starlette(routes=[*hooks, *own, Mount("/", local)])

    def fault(self) -> str | None:
        """Why the bot can't work, or None when it can."""
        try:
            with reading(self.database) as connection:
                current = versions.of(connection)
        except SQLAlchemyError as wrong:
            return f"database: {type(wrong).__name__}"
        if current != versions.newest():
            return f"database: {current}, needs {versions.newest()}: passerelle db upgrade"
        if not self.writer.alive or self._sweeps is None:
            return "engine: stopped"
        return None

    def _community(self) -> str:
        communities = table(Community)
        with reading(self.database) as connection:
            name = select(communities.c.name).order_by(communities.c.id)
            return str(connection.execute(name).scalars().first() or "")


def build(
    settings: Settings,
    *,
    demo: bool = False,
    clock: Clock | None = None,
    connect: Callable[[Surroundings], Sequence[Connector]] = connected,
) -> App:
    """Put the bot together on a database that is at this release's version."""
    clock = clock or Clock()
    database = open_database(settings.database_url, settings.keys)
    if demo:
        with reading(database) as connection:
            clock.load(connection)
    writer = Writer(database)

    async def asked(token: str) -> Outgoing | None:
        look = partial(standing, registry=dialogue.REGISTRY, token=token, now=clock.now())
        return await asyncio.wrap_future(writer.submit(look))

    def wake() -> None:
        worker.wake()
        sender.wake()

    around = Surroundings(
        writer=writer,
        reader=database,
        now=clock.now,
        standing=asked,
        wake=wake,
        safe=settings.safe,
    )
    platforms = () if demo else connect(around)
    formless = frozenset(each.name for each in platforms if not each.abilities.fields)
    worker = Worker(writer, Talk(registry=dialogue.REGISTRY, formless=formless), clock.now)
    local = LocalConnector(writer, database, clock.now, worker.wake)
    served: dict[str, Connector | AtHome] = {each.name: each for each in platforms}
    served[local.name] = local
    sender = Sender(writer, served, clock.now)
    worker.after, sender.after = sender.wake, worker.wake
    return App(settings, clock, database, writer, worker, sender, local, platforms, demo)


def _busy(connection: Connection, now: datetime) -> bool:
    """Whether an event waits for its turn, or a message that could go now."""
    return bool(inbox.waiting(connection) or outbox.due(connection, now, limit=1))
