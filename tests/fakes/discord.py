"""Discord in the contract: people act through the gateway, as the real client library hears it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route
from pydantic import SecretStr
from sqlalchemy import func, select

from bot.app import App, build
from bot.settings import Settings
from connectors.discord.connector import DiscordConnector
from connectors.discord.marks import read
from connectors.discord.settings import DiscordSettings
from storage.inbox import inbox
from storage.tables import Fact, table
from tests.connectors.contract import Fault, Platform, Seen
from tests.fakes import discord_wire
from tests.fakes.discord_people import Person
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import TOKEN, Asked, Json
from tests.fakes.homes import founded

_seen = select(func.count()).where(table(Fact).c.name.like("discord:joined:%"))
_DISARMED = re.compile(r"\\(?=[^\w\s])|\N{ZERO WIDTH SPACE}")
_LIVE = re.compile(r"[*_~`|<>\[\]]|@(?=everyone|here|[!&\d])|:(?=//)")
"""What Discord would make something of, where no backslash stands before it."""


@contextmanager
def taken_for_real(server: FakeDiscord) -> Iterator[None]:
    """The library takes it for Discord."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", server.base)
        patch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway.url))
        yield


@asynccontextmanager
async def running() -> AsyncIterator[FakeDiscord]:
    """A fake Discord that the library takes for the real one; it must have disliked nothing."""
    server = FakeDiscord()
    await server.start()
    with taken_for_real(server):
        yield server
    await server.stop()
    assert server.violations == []


@asynccontextmanager
async def platform(folder: Path) -> AsyncIterator[Platform]:
    """A server with nobody in it but the bot."""
    settings = founded(folder / "bot.db")
    async with running() as fake:
        made = Server(settings, fake)
        await made.start()
        try:
            yield made
        finally:
            await made.app.stop()


class Server:
    """The bot on this platform, and the people there."""

    app: App
    faults: frozenset[Fault] = frozenset({"later", "lost-answer", "never"})
    stale_buttons = True
    has_rooms = True
    edits = DiscordConnector.abilities.edits

    def __init__(self, settings: Settings, fake: FakeDiscord) -> None:
        self._settings = settings
        self._fake = fake
        self._people: dict[str, Person] = {}
        self._numbers = count(3001)
        self._last: tuple[str, Json] = ("", {})

    async def start(self) -> None:
        """A new bot on the database, connected and aware of the server."""
        discord = DiscordSettings.model_construct(token=SecretStr(TOKEN))
        self.app = build(
            self._settings,
            connect=lambda around: [DiscordConnector(discord, SecretStr(TOKEN), around)],
        )
        await self._fake.is_joined_by(self.app.start())
        while not await asyncio.wrap_future(
            self.app.writer.submit(lambda c: c.execute(_seen).scalar_one())
        ):
            await self.app.settle()

    async def restart(self) -> None:
        """Another bot on the same database."""
        await self.app.stop()
        await self.start()

    def id_of(self, person: str) -> str:
        """Their number on Discord."""
        return self._person(person).id

    async def joins(self, person: str) -> None:
        """Somebody comes into the server."""
        await self._person(person).joins()
        await self._is_over()

    async def says(self, person: str, text: str) -> None:
        """Somebody writes a direct message."""
        await self._person(person).writes(text)
        await self._is_over()

    async def sends(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody sends a picture, with words beside it; the bot may fetch it first."""
        before = await self._events()
        await self._person(person).sends(text, content, kind)
        while await self._events() == before:
            await self.app.settle()
        await self._is_over()

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody presses a button, or chooses in a menu."""
        asked = of or [each for each in await self.hears(person) if label in each.labels][-1]
        custom_id, value = _chosen(asked.wire, label)
        values = None if value is None else [value]
        await self._over(await self._person(person).uses(custom_id, asked.wire, values))

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody opens the form's window and sends it."""
        who = self._person(person)
        message, button = next(
            (each.wire, part) for each in reversed(await self.hears(person))
            for part in _parts(each.wire) if _does(part) == "fill"
        )  # fmt: skip
        window = await who.answer_to(await who.uses(button["custom_id"], message), 9)
        await self._over(await who.fills_in(window, message, **values))

    async def repeats(self) -> None:
        """The gateway tells its last event again."""
        await self._fake.gateway.dispatch(*self._last)
        await self._is_over(again=True)

    async def hears(self, person: str) -> Sequence[Seen]:
        """What the bot wrote in somebody's direct line."""
        return _shown(self._person(person).heard)

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """What came with the messages of a direct line."""
        heard = self._person(person).heard
        return [(each["attachments"][0]["filename"], self._fake.files[each["id"]])
                for each in heard if "attachments" in each]  # fmt: skip

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """The private threads."""
        return [
            (set(thread["people"]), _shown(self._fake.places[thread["id"]]))
            for thread in self._fake.threads.values()
        ]

    def is_live(self, seen: Seen, words: str) -> bool:
        """Whether a mention would be heard, or something is left that no backslash disarms."""
        quiet = seen.wire["allowed_mentions"] == {"parse": []}
        return not quiet or bool(_LIVE.search(re.sub(r"\\.", "", seen.wire["content"])))

    def copied(self, seen: Seen) -> Sequence[str]:
        """What is code: no backslash is taken for anything else in there."""
        return re.findall(r"(?<![\\`])`([^`]+)`", seen.wire["content"])

    def fail_next(self, fault: Fault) -> None:
        """The next message meets with this."""
        self._fake.faults.append({
            "later": discord_wire.Fault("/messages", 403, code=40003),
            "lost-answer": discord_wire.Fault("/messages", after_accepting=True),
            "never": discord_wire.Fault("/messages", 400, code=50035),
        }[fault])  # fmt: skip

    async def loses(self, person: str) -> None:
        """It is deleted."""
        self._person(person).heard.pop()

    def _person(self, name: str) -> Person:
        if name not in self._people:
            self._people[name] = Person(self._fake, str(next(self._numbers)), name)
        return self._people[name]

    async def _events(self) -> int:
        count = select(func.count()).select_from(inbox)
        asked = self.app.writer.submit(lambda connection: connection.execute(count).scalar_one())
        found: int = await asyncio.wrap_future(asked)
        return found

    async def _over(self, asked: Asked) -> None:
        await self._fake.until(lambda: asked.answer)
        await self._is_over()

    async def _is_over(self, *, again: bool = False) -> None:
        """Wait until the bot is at rest after what happened last.

        The gateway tells in order: whoever does something afterwards, and has an answer, did it
        when the event before was on its way into the inbox.
        """
        if not again:
            (session,) = (each for each in self._fake.gateway.sessions.values() if each.socket)
            self._last = (session.events[-1]["t"], session.events[-1]["d"])
        stranger = Person(self._fake, "9999", "Mallory")
        after = await stranger.uses("nothing", {"id": "1", "channel_id": "", "content": ""})
        await self._fake.until(lambda: after.answer)
        await self.app.settle()


def _shown(messages: Sequence[Json]) -> list[Seen]:
    return [
        Seen(_DISARMED.sub("", each["content"]), each, tuple(_labels(each))) for each in messages
    ]


def _parts(message: Json) -> Iterator[Json]:
    for row in message.get("components", ()):
        yield from row["components"]


def _labels(message: Json) -> Iterator[str]:
    for part in _parts(message):
        for each in part.get("options", [part]):
            yield each["label"]


def _chosen(message: Json, label: str) -> tuple[str, str | None]:
    """The component to use, and the value to choose if it is a menu."""
    for part in _parts(message):
        for option in part.get("options", [part]):
            if option["label"] == label:
                return part["custom_id"], option.get("value")
    raise AssertionError(f"{label} was never offered")


def _does(part: Any) -> str | None:
    mark = read(part.get("custom_id", ""))
    return mark and mark.does
