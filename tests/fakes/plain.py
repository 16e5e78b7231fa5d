"""A platform that knows nothing but words: all that is mandatory, and every fault at hand.

It shows what the contract asks of the bot itself, apart from any real platform's ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import Connection
from starlette.routing import BaseRoute

from bot.app import App, build
from bot.settings import Settings
from community import spaces
from connectors.base import (
    Abilities,
    Address,
    Arrival,
    Receive,
    TryLater,
    Undeliverable,
)  # fmt: skip
from conversations.language import render
from conversations.outgoing import Outgoing
from tests.connectors.contract import Fault, Platform, Seen
from tests.fakes.homes import founded

SPACE = "words"


class Server:
    """The platform's own side: it outlives the bot."""

    def __init__(self) -> None:
        self.lines: dict[str, dict[str, Seen]] = defaultdict(dict)
        self.files: dict[str, dict[str, tuple[str, bytes]]] = defaultdict(dict)
        self.rooms: dict[str, tuple[str, set[str]]] = {}
        self.faults: list[Fault] = []

    def take(self, place: str, key: str, seen: Seen) -> str:
        """Show a message, once a key."""
        fault = self.faults.pop(0) if self.faults else None
        if fault == "later":
            raise TryLater("slowly", timedelta(seconds=30))
        if fault == "never":
            raise Undeliverable("not here")
        self.lines[place].setdefault(key, seen)
        if fault == "lost-answer":
            raise ConnectionResetError
        return f"m{key}"

    def open(self, people: Sequence[str], key: str) -> str:
        """A room, once a key."""
        return self.rooms.setdefault(key, (f"r{len(self.rooms)}", set(people)))[0]


class Plain:
    """The connector: text, with choices as a numbered list; forms are asked one by one."""

    name = "plain"
    abilities = Abilities(
        text=2000, options=0, fields=0, rooms=True, private_replies=True, edits=False
    )
    routes: Sequence[BaseRoute] = ()

    def __init__(self, server: Server) -> None:
        self._server = server
        self.receive: Receive | None = None

    async def start(self, receive: Receive) -> None:
        """Keep the way in."""
        self.receive = receive

    async def stop(self) -> None:
        """Nothing comes in any more."""
        self.receive = None

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """The words, and a numbered list of the choices."""
        text = render(outgoing.text, outgoing.locale, outgoing.zone)
        labels = [render(each.label, outgoing.locale, outgoing.zone) for each in outgoing.options]
        wire = "\n".join([text, *(f"{n}. {each}" for n, each in enumerate(labels, 1))])
        sent = self._server.take(to.id, key, Seen(text, wire, tuple(labels)))
        if outgoing.file is not None:
            self._server.files[to.id][key] = outgoing.file.name, outgoing.file.content
        return sent

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A room for these."""
        return self._server.open(people, key)


@asynccontextmanager
async def platform(folder: Path) -> AsyncIterator[Platform]:
    """The platform with nobody on it yet."""
    settings = founded(folder / "bot.db", _settle)
    made = Words(settings)
    await made.start()
    try:
        yield made
    finally:
        await made.app.stop()


class Words:
    """The bot on this platform, and the people there."""

    app: App
    faults: frozenset[Fault] = frozenset({"later", "lost-answer", "never"})
    stale_buttons = False
    has_rooms = True
    edits = Plain.abilities.edits

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._server = Server()
        self._ids = count()

    async def start(self) -> None:
        """A new bot on the database."""
        self._connector = Plain(self._server)
        self.app = build(self._settings, connect=lambda _around: [self._connector])
        await self.app.start()

    async def restart(self) -> None:
        """Another bot on the same database."""
        await self.app.stop()
        await self.start()

    def id_of(self, person: str) -> str:
        """An id that is not the name."""
        return f"P-{person}"

    async def joins(self, person: str) -> None:
        """On such platforms people just write."""
        await self.says(person, "hello")

    async def says(self, person: str, text: str) -> None:
        """Somebody writes."""
        self._last = Arrival(
            space=SPACE, event=f"e{next(self._ids)}", sender=self.id_of(person), kind="message",
            text=text, known={"name": person},
        )  # fmt: skip
        await self._hand_in()

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody writes the number of a choice."""
        asked = of or [each for each in await self.hears(person) if each.labels][-1]
        await self.says(person, str(asked.labels.index(label) + 1))

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody answers one question after the other."""
        for value in values.values():
            await self.says(person, value)

    async def repeats(self) -> None:
        """The platform hands its last event in again."""
        await self._hand_in()

    async def hears(self, person: str) -> Sequence[Seen]:
        """What arrived in somebody's line."""
        return list(self._server.lines[self.id_of(person)].values())

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """What came beside the words."""
        return list(self._server.files[self.id_of(person)].values())

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """Every room that was opened."""
        return [
            (people, list(self._server.lines[room].values()))
            for room, people in self._server.rooms.values()
        ]

    def is_live(self, seen: Seen, words: str) -> bool:
        """Nothing is live where everything is words."""
        return bool(seen.text != words)

    def copied(self, seen: Seen) -> Sequence[str]:
        """The lines, as they are."""
        return seen.text.splitlines()

    def fail_next(self, fault: Fault) -> None:
        """The next message meets with this."""
        self._server.faults.append(fault)

    async def loses(self, person: str) -> None:
        """Words that were said stay."""
        raise AssertionError(person)

    async def _hand_in(self) -> None:
        assert self._connector.receive is not None
        assert await self._connector.receive(self._last) in {"accepted", "seen"}
        await self.app.settle()


def _settle(connection: Connection) -> None:
    spaces.settle(connection, Plain.name, SPACE)
