"""A running bot whose members are on WhatsApp, with a strict Twilio on the other side."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import Connection, insert

from bot.app import App, build
from bot.settings import Settings
from bot.time import Clock
from community import roster, spaces
from community.scope import Scope
from connectors.base import Connector, Surroundings
from connectors.whatsapp import templates
from connectors.whatsapp.connector import WhatsAppConnector
from storage.tables import Alias, table
from tests.fakes import whatsapp as fake
from tests.fakes.homes import founded, settings_for
from tests.fakes.whatsapp import FakeTwilio, Sent

NOON = datetime(2027, 1, 15, 12, tzinfo=UTC)
ZOE, AWA, BEN = (f"whatsapp:+3360000000{n}" for n in (1, 2, 3))

NOTHING = "Il n’y a rien à annuler. Pour ne plus rien recevoir de moi\N{NO-BREAK SPACE}: /stop"
"""What a member reads whose /cancel finds nothing: the shortest answer that there is."""

MEMBERS = {
    AWA: {"id": "awa", "name": "Awa Diop", "locale": "fr", "offers": "la comptabilité"},
    BEN: {"id": "ben", "name": "Ben Roy", "locale": "en", "offers": "le jardinage",
          "role": "organiser"},
}  # fmt: skip
"""They are here, and wrote at noon."""


@dataclass
class Here:
    """The bot, its Twilio, and its clock; `restart` kills the one and keeps the others."""

    settings: Settings
    clock: Clock
    twilio: FakeTwilio
    app: App
    web: httpx.AsyncClient
    twice: bool = False

    @property
    def connector(self) -> WhatsAppConnector:
        found = self.app.platforms[0]
        assert isinstance(found, WhatsAppConnector)
        return found

    async def post(self, path: str, body: bytes, headers: dict[str, str]) -> int:
        """A webhook, once or twice."""
        answer = await self.web.post(path, content=body, headers=headers)
        if self.twice:
            answer = await self.web.post(path, content=body, headers=headers)
        return answer.status_code

    async def says(self, who: str, words: str, **fields: str) -> None:
        """Somebody writes, and all that follows from it happens."""
        assert await self.twilio.say(who, words, **fields) == 200
        await self.settle()

    async def taps(self, who: str, title: str | int) -> None:
        """Somebody taps what is called that, or the n-th, and all that follows from it happens."""
        title = self.last(who).titles()[title] if isinstance(title, int) else title
        assert await self.twilio.tap(who, title) == 200
        await self.settle()

    async def settle(self) -> None:
        """Until nothing is left to do, status callbacks included."""
        await self.app.settle()
        while any(each.callback and not each.reported for each in self.twilio.messages):
            await self.twilio.report()
            await self.app.settle()

    async def later(self, **time: float) -> None:
        """Time goes by."""
        self.clock.move_to(self.clock.now() + timedelta(**time))
        await self.app.sweep()
        await self.settle()

    def last(self, who: str) -> Sent:
        """What somebody was sent last."""
        return self.twilio.to(who)[-1]

    def heard(self, who: str) -> list[str]:
        """Everything that somebody was sent."""
        return [each.body for each in self.twilio.to(who)]

    def read(self, who: str) -> list[tuple[str, list[str]]]:
        """What somebody was sent, with what could be tapped: one line may stand under two texts."""
        return [(each.body, each.titles()) for each in self.twilio.to(who)]

    async def kill(self) -> None:
        """End the bot with no time for a goodbye, and start another on the same database.

        What it was sending is put off until the new one is connected.
        """
        await asyncio.to_thread(self.app.writer.stop)
        await self.restart()
        await self.later(minutes=1)

    async def restart(self) -> None:
        """Stop the bot and start another on the same database."""
        await self.web.aclose()
        await self.app.stop()
        self.app, self.web = await _running(self.settings, self.clock, self.twilio)

    async def approved(self) -> None:
        """Everything that needs it was submitted and approved."""
        here = self.connector._at_work()
        await templates.submit(here.client)
        self.twilio.approve()
        await self.connector.compare(NOON)

    async def welcome(self, who: str, name: str, offers: str = "") -> None:
        """Somebody goes through the whole onboarding, in French."""
        await self.says(who, "bonjour")
        await self.taps(who, "Français")
        await self.taps(who, 0)
        await self.taps(who, 0)
        await self.says(who, name)
        await self.says(who, "passer")
        await self.says(who, offers or "passer")
        for _ in range(2):
            await self.says(who, "passer")
        await self.taps(who, 0)
        await self.taps(who, 2)


async def _running(
    settings: Settings, clock: Clock, twilio: FakeTwilio
) -> tuple[App, httpx.AsyncClient]:
    def connect(around: Surroundings) -> Sequence[Connector]:
        return (WhatsAppConnector(fake.settings(), around, twilio.line, twilio.watch),)

    app = build(settings, clock=clock, connect=connect)
    await app.start()
    transport = httpx.ASGITransport(app.web(), raise_app_exceptions=False)
    return app, httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def whatsapp_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with an empty community."""
    file = tmp_path_factory.mktemp("template") / "bot.db"
    founded(file, _settle_in)
    return file


def _settle_in(connection: Connection) -> None:
    space = spaces.settle(connection, "whatsapp", fake.NUMBER)
    scope = Scope(connection, NOON, 1)
    for address, row in MEMBERS.items():
        roster.take(scope, space, roster.read_row(row))
        alias = {"space_id": space, "address": address, "person": row["id"], "heard_at": NOON}
        connection.execute(insert(table(Alias)).values(**alias, knocked="", erased=False))
    scope.close(keep=True)


@pytest.fixture
async def twilio(clock: Clock) -> AsyncIterator[FakeTwilio]:
    """A Twilio that has found nothing wrong by the end of the test."""
    made = FakeTwilio(clock.now)
    await made.start()
    yield made
    await made.stop()
    assert made.wrong == []


@pytest.fixture
def clock() -> Clock:
    """One that stands still unless it is moved."""
    return Clock(lambda: NOON)


@pytest.fixture
async def here(
    whatsapp_template: Path, tmp_path: Path, clock: Clock, twilio: FakeTwilio
) -> AsyncIterator[Here]:
    """The bot, running."""
    file = tmp_path / "bot.db"
    shutil.copy(whatsapp_template, file)
    settings = settings_for(file)
    app, web = await _running(settings, clock, twilio)
    made = Here(settings, clock, twilio, app, web)
    twilio.post = made.post
    twilio.wrote_before(*MEMBERS)
    yield made
    await made.web.aclose()
    await made.app.stop()
