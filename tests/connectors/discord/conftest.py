"""A whole bot on its own database, connected to a fake Discord by the real client library."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import discord
import pytest
from sqlalchemy import Connection, func, select

from bot import platforms
from bot.app import App, build
from bot.settings import Settings
from bot.time import Clock
from connectors.base import Connector, Surroundings
from connectors.discord.connector import DiscordConnector
from connectors.discord.settings import PREFIX
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage import outbox
from storage.database import open_database
from storage.tables import Fact, Identity, Member, Place, PlaceMember, Space, table
from tests.fakes.discord import running
from tests.fakes.discord_people import MEMBER, Person
from tests.fakes.discord_process import Process
from tests.fakes.discord_server import PATIENCE, FakeDiscord
from tests.fakes.discord_wire import TOKEN
from tests.fakes.homes import found, settings_for

T = TypeVar("T")
Connect = Callable[[Surroundings], Sequence[Connector]]

_spaces, _identities = table(Space), table(Identity)
_space = select(_spaces.c.id).where(_spaces.c.connector == "discord")
_known = select(func.count()).select_from(
    _identities.join(table(Member), table(Member).c.id == _identities.c.member_id)
).where(_identities.c.space_id.in_(_space), table(Member).c.left_at.is_(None))  # fmt: skip
_seen = select(func.count()).where(table(Fact).c.name.like("discord:joined:%"))
_closed = select(func.count()).select_from(
    table(Place).join(table(PlaceMember), table(Place).c.id == table(PlaceMember).c.place_id)
).where(table(Place).c.kind == "line")  # fmt: skip


@dataclass
class Town:
    """The bot, the server and its people. The bot can be stopped and built anew."""

    fake: FakeDiscord
    settings: Settings
    clock: Clock = field(default_factory=Clock)
    twice: bool = False
    _app: App | None = None
    _process: Process | None = None
    _count: int = 0

    @property
    def app(self) -> App:
        """The bot that is running."""
        assert self._app is not None
        return self._app

    async def start(
        self, connect: Connect = platforms.connected, *, connected: bool = True
    ) -> None:
        """Build the bot, and wait until it listens."""
        self._app = build(self.settings, clock=self.clock, connect=connect)
        if connected:
            await self.fake.is_joined_by(self._app.start())
        else:
            await self._app.start()

    async def start_process(self) -> None:
        """The same, as a process of its own."""
        self._process = Process(self.fake, self.settings)
        await self.fake.is_joined_by(self._process.start())

    async def kill(self) -> None:
        """End that process as a power cut would."""
        if self._process is not None:
            await self._process.kill()

    async def stop(self) -> None:
        """Stop it, if it runs."""
        if self._app is not None:
            await self._app.stop()
        self._app = None

    async def platform_gives_up(self) -> None:
        """Wait until the connector has understood that it is refused."""
        (connector,) = self.app.platforms
        assert isinstance(connector, DiscordConnector)
        await connector.finished()

    async def until(self, true: Callable[[Connection], bool], patience: float = PATIENCE) -> None:
        """Wait until the database says so; it is looked at after each of the writer's commits."""
        async with asyncio.timeout(patience):
            while not await self.read(true):
                await self.app.settle()

    async def read(self, query: Callable[[Connection], T]) -> T:
        """What the database says, in the writer's order."""
        return await asyncio.wrap_future(self.app.writer.submit(query))

    async def until_seen(self) -> None:
        """Wait until the bot has looked at the server's members."""
        await self.until(lambda c: c.execute(_seen).scalar_one() > 0)

    async def identities(self, count: int, patience: float = PATIENCE) -> None:
        """Wait until this many people of the server are members."""
        await self.until(lambda c: c.execute(_known).scalar_one() == count, patience)

    async def closed_lines(self) -> int:
        """How many people are known to take no direct messages."""
        return await self.read(lambda c: int(c.execute(_closed).scalar_one()))

    async def failures(self, reason: str) -> None:
        """Wait until a message was given up for this reason."""
        await self.until(lambda c: any(reason in each[2] for each in outbox.failures(c)))

    async def later_until(self, true: Callable[[], Any]) -> None:
        """Let time go by until it is so."""
        async with asyncio.timeout(PATIENCE):
            while not true():
                await self.app.settle()
                self.clock.move_to(self.clock.now() + timedelta(minutes=2))
                await self.app.sweep()

    async def says_something_to(self, person: Person) -> None:
        """The bot writes to somebody of its own accord."""
        outgoing = Outgoing(text=Text("erased"), locale="fr", zone="UTC")
        now = self.clock.now()

        def write(connection: Connection) -> None:
            space = connection.execute(_space).scalar_one()
            outbox.add(connection, [{
                "space_id": space, "place": f"dm:{person.id}", "member_id": None,
                "purpose": "notice", "payload": outgoing.payload(), "created_at": now,
            }])  # fmt: skip

        await self.read(write)
        self.app.sender.wake()

    def person(self, name: str, permissions: str = MEMBER, **fields: list[str]) -> Person:
        """Somebody new."""
        self._count += 1
        number = str(3000 + self._count)
        return Person(self.fake, number, name, permissions, twice=self.twice, **fields)  # type: ignore[arg-type]  # roles


@pytest.fixture
async def fake() -> AsyncIterator[FakeDiscord]:
    """A fake Discord that the library takes for the real one; whatever it dislikes is a failure."""
    async with running() as server:
        yield server


@pytest.fixture
async def town(
    fake: FakeDiscord, new_database: Callable[[str], str], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> AsyncIterator[Town]:  # fmt: skip
    """A community with its bot; `start` it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(f"{PREFIX}TOKEN", TOKEN)
    url = new_database("sqlite")
    settings = settings_for(Path(url.removeprefix("sqlite:///")))
    engine = open_database(url)
    with engine.begin() as connection:
        found(connection, settings)
    engine.dispose()
    made = Town(fake, settings)
    yield made
    await made.kill()
    await made.stop()


assert discord.version_info >= (2, 7)
