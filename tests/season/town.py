"""The bot of the season on its local page, a clock in hand, and all that is said in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from pydantic import SecretStr
from sqlalchemy import Connection, select

from bot import files, seed
from bot.app import App, build
from bot.time import Clock
from connectors.local.events import read_event
from connectors.local.history import BOT
from storage.tables import LocalMessage, table
from tests.fakes.homes import settings_for

T = TypeVar("T")
KEY = SecretStr("c29tZSB0aGlydHktdHdvIGJ5dGVzIGZvciB0ZXN0cyE=")
"""What seals the answers to surveys."""
START = datetime(2026, 9, 7, 7, 0, tzinfo=UTC)
"""A Monday, nine o'clock in Paris; ten weeks on, summer time is over there and in Montreal."""

messages = table(LocalMessage)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was said. `asked` is whether the bot answers: the reader has just acted."""

    at: datetime
    place: str
    author: str
    text: str
    labels: tuple[str, ...] = ()
    card: tuple[str, ...] = ()
    file: str = ""
    actions: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    token: str = ""
    asked: bool = False

    @property
    def whole(self) -> str:
        """Its words, those of its card included."""
        return "\n".join([self.text, *self.card])


@dataclass(slots=True)
class Town:
    """The running bot, and the log of everything that its page has shown."""

    app: App
    clock: Clock
    log: list[Line] = field(default_factory=list)
    _ids: count[int] = field(default_factory=count)
    _acted: set[tuple[str, datetime]] = field(default_factory=set)
    _read: int = 0

    @property
    def now(self) -> datetime:
        """What time it is in the season."""
        return self.clock.now()

    async def until(self, moment: datetime) -> list[Line]:
        """Let time go by until then, through whatever falls due; what was said meanwhile."""
        await self.app.advance((moment - self.now).total_seconds())
        return await self._new()

    async def act(self, deeds: Sequence[dict[str, Any]]) -> list[Line]:
        """Several people do something at the same moment; what is said upon it."""
        for deed in deeds:
            self._note(deed)
        events = [_event(deed, next(self._ids)) for deed in deeds]
        receipts = await asyncio.gather(*(self.app.local.receive(each) for each in events))
        assert set(receipts) == {"accepted"}, receipts
        await self.app.settle()
        return await self._new()

    async def rest(self) -> list[Line]:
        """Whatever has fallen due by what was done; what is said upon it."""
        await self.app.sweep()
        await self.app.settle()
        return await self._new()

    async def read(self, query: Callable[[Connection], T]) -> T:
        """What the database says."""
        return await asyncio.wrap_future(self.app.writer.submit(query))

    def _note(self, deed: dict[str, Any]) -> None:
        """Write down what the page's history does not hold: a button, a form."""
        self._acted.add((deed["place"], self.now))
        if shown := deed.pop("shown", ""):
            self.log.append(Line(self.now, deed["place"], deed["sender"], shown))

    async def _new(self) -> list[Line]:
        query = select(messages).where(messages.c.n > self._read).order_by(messages.c.n)
        rows = await self.read(lambda connection: connection.execute(query).all())
        self._read = max([self._read, *(row.n for row in rows)])
        new = [self._line(row) for row in rows]
        self.log += new
        return new

    def _line(self, row: Any) -> Line:
        """A row of the page's history, as its reader has it before them."""
        shown = row.payload
        choices, card = shown.get("choices") or (), shown.get("card") or {"title": "", "lines": ()}
        return Line(
            row.at, row.place, row.author, shown["text"],
            labels=tuple(each["label"] for each in choices),
            actions=tuple(each["action"] for each in choices),
            card=tuple(each for each in (card["title"], *card["lines"]) if each),
            file=(shown.get("file") or {"name": ""})["name"],
            fields=tuple(each["name"] for each in (shown.get("form") or {"fields": ()})["fields"]),
            token=row.token or "", asked=(row.place, row.at) in self._acted,
        )  # fmt: skip


def _event(deed: dict[str, Any], n: int) -> Any:
    """What the page posts, read as the page's API reads it."""
    return read_event(json.dumps({"id": f"season-{n}"} | deed).encode())


def spoke(line: Line) -> bool:
    """Whether the bot said it."""
    return line.author == BOT


@asynccontextmanager
async def living(folder: Path, settle: Callable[[Connection], None]) -> AsyncIterator[Town]:
    """A bot in whose community `settle` has let people in."""
    settings = settings_for(folder / "season.db", community="Les Passeurs", encryption_key=KEY)

    def found(connection: Connection) -> None:
        seed.community(connection, settings)
        settle(connection)

    files.prepare(settings, found)
    clock = Clock(lambda: START)
    app = build(settings, clock=clock, connect=lambda _around: ())
    await app.start(sweeping=False)
    try:
        yield Town(app, clock)
    finally:
        await app.stop()
