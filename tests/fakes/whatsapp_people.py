"""WhatsApp in the contract: people with a phone each, and Twilio between them and the bot."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from sqlalchemy import select

from bot.app import App, build
from bot.settings import Settings
from bot.time import Clock
from connectors.base import Connector, Surroundings
from connectors.whatsapp.connector import WhatsAppConnector
from storage.database import reading
from storage.tables import Alias, table
from tests.connectors.contract import Fault, Platform, Seen
from tests.fakes import whatsapp as fake
from tests.fakes.homes import founded
from tests.fakes.whatsapp import FakeTwilio, Sent

aliases = table(Alias)

FAULTS: dict[Fault, tuple[int, int]] = {
    "later": (429, 20429), "lost-answer": (0, 1), "never": (400, 63024),
}  # fmt: skip
_NUMBERED = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
_FILE = re.compile(rf"{re.escape(fake.PUBLIC)}/hooks/whatsapp/file/\S+")
_LIVE = re.compile(r"[*_~`]|://|\w\.[^\W\d]")
"""What WhatsApp would make bold, struck, typed, or a link to tap."""


@asynccontextmanager
async def platform(folder: Path) -> AsyncIterator[Platform]:
    """A number that nobody has written to yet."""
    settings = founded(folder / "bot.db")
    made = Phones(settings)
    await made.twilio.start()
    await made.start()
    try:
        yield made
    finally:
        await made.stop()
        await made.twilio.stop()
    assert made.twilio.wrong == []


class Phones:
    """The bot on this number, and the people who write to it."""

    app: App
    faults = frozenset(FAULTS)
    stale_buttons = True
    has_rooms = False
    edits = WhatsAppConnector.abilities.edits

    def __init__(
        self,
        settings: Settings,
        others: Callable[[Surroundings], Sequence[Connector]] = lambda _around: (),
    ) -> None:
        self._settings = settings
        self._others = others
        self._clock = Clock()
        self.twilio = FakeTwilio(self._clock.now, self._post, self._fetch)
        self._numbers: dict[str, str] = {}
        self._last: tuple[str, bytes, dict[str, str]] = ("", b"", {})

    async def start(self) -> None:
        """A new bot on the database."""
        self.app = build(
            self._settings, clock=self._clock,
            connect=lambda around: [
                *self._others(around),
                WhatsAppConnector(
                    fake.settings(), around, self.twilio.line, self.twilio.watch
                ),
            ],
        )  # fmt: skip
        await self.app.start()
        web = httpx.ASGITransport(self.app.web())
        self._web = httpx.AsyncClient(transport=web, base_url="http://127.0.0.1")

    async def stop(self) -> None:
        """The bot stops."""
        await self._web.aclose()
        await self.app.stop()

    async def restart(self) -> None:
        """Another bot on the same database."""
        await self.stop()
        await self.start()

    def id_of(self, person: str) -> str:
        """What the bot calls them: never their number."""
        whose = select(aliases.c.person).where(aliases.c.address == self._number(person))
        with reading(self.app.database) as connection:
            return str(connection.execute(whose).scalar_one())

    async def joins(self, person: str) -> None:
        """Here people just write."""
        await self.says(person, "hello")

    async def says(self, person: str, text: str) -> None:
        """Somebody writes."""
        await self._taken(await self.twilio.say(self._number(person), text))

    async def sends(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody sends a picture, with words below it."""
        await self._taken(await self.twilio.send(self._number(person), text, content, kind))

    async def sends_unheard(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody sends a picture of which no webhook tells; later the bot looks at the list."""
        self.twilio.with_media(self._number(person), text, content, kind)
        (connector,) = (e for e in self.app.platforms if isinstance(e, WhatsAppConnector))
        await connector.compare(self._clock.now() - timedelta(hours=1))
        await self.app.settle()

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody taps, or writes the number where there is nothing to tap."""
        shown = [of] if of else [each for each in await self.hears(person) if label in each.labels]
        asked = shown[-1].wire
        if label in asked.titles():
            return await self._taken(await self.twilio.tap(self._number(person), label, on=asked))
        number = next(n for n, each in _NUMBERED.findall(asked.body) if each == label)
        return await self.says(person, number)

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody answers one question after the other."""
        for value in values.values():
            await self.says(person, value)

    async def repeats(self) -> None:
        """Twilio brings its last webhook again."""
        await self._taken(await self._post(*self._last))

    async def hears(self, person: str) -> Sequence[Seen]:
        """What arrived on somebody's phone."""
        return [_seen(each) for each in self.twilio.to(self._number(person))]

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """What came as a file, and what stands as an address in the words."""
        heard = self.twilio.to(self._number(person))
        linked = [url for each in heard for url in _FILE.findall(each.body)]
        opened = [await self.twilio.download(url) for url in linked]
        handed_over = [each.media for each in heard if each.media]
        return [*handed_over, *((name, content) for name, _, content in opened)]

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """WhatsApp has none for bots."""
        return []

    def is_live(self, seen: Seen, words: str) -> bool:
        """Whether WhatsApp would make anything of them."""
        return bool(_LIVE.search(seen.text))

    def copied(self, seen: Seen) -> Sequence[str]:
        """What is code: nothing else in there is read as a format."""
        return re.findall(r"```(.+?)```", seen.text)

    def fail_next(self, fault: Fault) -> None:
        """The next message meets with this."""
        self.twilio.faults.append(FAULTS[fault])

    async def loses(self, person: str) -> None:
        """What is in a phone stays there."""
        raise AssertionError(person)

    def _number(self, person: str) -> str:
        return self._numbers.setdefault(person, f"whatsapp:+3360000{len(self._numbers):04}")

    async def _post(self, path: str, body: bytes, headers: dict[str, str]) -> int:
        self._last = path, body, headers
        return (await self._web.post(path, content=body, headers=headers)).status_code

    async def _fetch(self, method: str, path: str) -> httpx.Response:
        return await self._web.request(method, path)

    async def _taken(self, status: int) -> None:
        assert status == 200
        await self.app.settle()


def _seen(sent: Sent) -> Seen:
    return Seen(sent.body, sent, tuple(_labels(sent)))


def _labels(sent: Sent) -> Iterator[str]:
    yield from sent.titles()
    yield from (label for _, label in _NUMBERED.findall(sent.body))
