"""What every platform has to show, whatever its library and its wire: see test_contract.py.

A platform takes part by a `Platform`: its fake server with the bot in front of it, seen with a
person's eyes. Add it to PLATFORMS in test_contract.py.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, Protocol, TypeVar

import sqlmodel
from sqlalchemy import Connection, delete, update
from sqlmodel import col

from bot.app import App
from community import rooms
from community.files import File
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import Definition
from conversations.questions import Field, Option
from conversations.texts import Exact, Text
from storage import inbox
from storage.tables import Dialogue, Identity, Member, table

T = TypeVar("T")
FILES = {
    "image/png": File("graphique.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
    "text/calendar": File("rencontre.ics", "text/calendar", "BEGIN:VCALENDAR\r\né".encode()),
    "application/json": File("mes-donnees.json", "application/json", b'{"nom": "Zo\xc3\xa9"}'),
}
"""A picture, a date, somebody's own data."""
Fault = Literal["later", "lost-answer", "never"]
"""Left alone for a while; taken, but the connection broke before it said so; refused for good."""
MANY = 12
NASTY = (
    "<b>@everyone</b> <!channel> <@U1> *gras* _it_ ~x~ [ici](https://e.example) `c` "
    "https://e.example"
)
"""Words in which every platform finds something of its own."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One message as a person has it before them. `wire` is what the platform was given."""

    text: str
    wire: Any
    labels: tuple[str, ...] = ()


class Platform(Protocol):
    """One platform with the bot connected. What a person does is over when the bot is at rest."""

    app: App
    faults: frozenset[Fault]
    """What this one can be told to do wrong."""
    stale_buttons: bool
    """Whether a button of an old message can still be pressed here."""
    has_rooms: bool
    """Whether a bot can open a room here."""

    edits: bool
    """Whether a bot can change here what it has said."""

    def id_of(self, person: str) -> str:
        """The platform's id of a person of the test."""

    async def joins(self, person: str) -> None:
        """Somebody arrives, or writes for the first time."""

    async def says(self, person: str, text: str) -> None:
        """Somebody writes to the bot."""

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody chooses: by a button, a menu or a number, as it is offered; in their last
        question, or in that one."""

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody fills in the form that stands, or answers its questions one by one."""

    async def repeats(self) -> None:
        """The platform delivers the last event once more."""

    async def hears(self, person: str) -> Sequence[Seen]:
        """All that the bot has said in somebody's direct line."""

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """Every file that the bot has given somebody: its name and its bytes."""

    async def loses(self, person: str) -> None:
        """The bot's last message in somebody's direct line is deleted; where it edits."""

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """Every shared room: who is in it, and what the bot has said there."""

    def is_live(self, seen: Seen, words: str) -> bool:
        """Whether anything of these words of a person's mentions, links or formats."""

    def copied(self, seen: Seen) -> Sequence[str]:
        """What stands in it to be copied, character by character as this platform shows it."""

    def fail_next(self, fault: Fault) -> None:
        """The next message meets with this."""

    async def restart(self) -> None:
        """The bot stops, and a new one starts on the same database."""


# What the tests talk about


def _definition(name: str, script: Callable[[Chat], Any]) -> Definition:
    return Definition(
        name=name, script=script, purpose="notice", cancellable=True, alone=False, closes=()
    )


async def _many(chat: Chat) -> None:
    for n in range(chat.args.get("count", MANY)):
        await chat.say(words(f"{n}"))


async def _line(chat: Chat) -> None:
    interim = chat.args.get("interim", False)
    await chat.say(words(chat.args["words"]), replaces="contract", interim=interim)


async def _quote(chat: Chat) -> None:
    await chat.say(words(chat.args["words"]))


async def _hand_over(chat: Chat) -> None:
    await chat.say(Text("card-title", name=Exact(chat.args["words"])))


async def _give(chat: Chat) -> None:
    file = FILES[chat.args["kind"]]
    await chat.say(words("before"))
    await chat.say(words("here it is"), file=file)
    await chat.say(words("after"))


async def _choose(chat: Chat) -> None:
    options = [Option(value=str(n), label=words(label(n))) for n in range(chat.args["count"])]
    chosen = await chat.choose("which", words("?"), options)
    await chat.say(words(f"chosen {chosen}"))


async def _fill(chat: Chat) -> None:
    fields = [Field(name=each, label=words(each), required=True) for each in chat.args["fields"]]
    filled = await chat.form("form", words("form"), fields)
    await chat.say(words(" / ".join(filled.values())))


def words(said: str) -> Text:
    """A person's words, as they are."""
    return Text("card-title", name=said)


def label(n: int) -> str:
    """The n-th choice; none is the beginning of another."""
    return f"choix {n:03}"


DIALOGUES = {
    name: _definition(name, script)
    for name, script in {
        "contract-many": _many, "contract-quote": _quote, "contract-choose": _choose,
        "contract-fill": _fill, "contract-give": _give,
        "contract-line": _line,
        "contract-hand-over": _hand_over,
    }.items()
}  # fmt: skip


# What the tests do behind the platform's back


async def write(platform: Platform, job: Callable[[Connection], T]) -> T:
    """Do something in the bot's database."""
    return await asyncio.wrap_future(platform.app.writer.submit(job))


async def settles_in(platform: Platform, *people: str) -> None:
    """They join, and their welcome is over."""
    for person in people:
        await platform.joins(person)

    def finish(connection: Connection) -> None:
        now = platform.app.clock.now()
        connection.execute(delete(table(Dialogue)))
        connection.execute(update(table(Member)).values(welcomed_at=now, locale="en"))

    await write(platform, finish)


async def begin(platform: Platform, person: str, dialogue: str, **args: Any) -> list[Seen]:
    """The bot begins a dialogue with somebody; what they hear of it."""
    before = len(await platform.hears(person))

    def tell(connection: Connection) -> None:
        scope = Scope(connection, platform.app.clock.now(), 1)
        scope.tell(_identity(scope, platform.id_of(person)), dialogue, **args)
        scope.close(keep=True)

    await write(platform, tell)
    await platform.app.settle()
    return list(await platform.hears(person))[before:]


async def meet(platform: Platform, host: str, guest: str) -> None:
    """The bot opens a room for two, and has MANY things to say there."""

    def opened(connection: Connection) -> None:
        scope = Scope(connection, platform.app.clock.now(), 1)
        both = [_identity(scope, platform.id_of(each)) for each in (host, guest)]
        key = rooms.open_for(scope, "room:contract", [each.member_id for each in both])
        assert key is not None
        inbox.put(
            scope.db.connection(), space_id=both[0].space_id, event_id=f"{inbox.OURS}contract",
            place=key, sender=both[0].external_id, now=scope.now,
            payload={"kind": "start", "in": "room",
                     "data": {"dialogue": "contract-many", "args": {}}},
        )  # fmt: skip
        scope.close(keep=True)

    await write(platform, opened)
    await platform.app.settle()


async def later(platform: Platform, time: timedelta) -> None:
    """Time goes by."""
    await platform.app.advance(time.total_seconds())


def _identity(scope: Scope, external_id: str) -> Identity:
    query = sqlmodel.select(Identity).where(col(Identity.external_id) == external_id)
    return scope.db.exec(query).one()
