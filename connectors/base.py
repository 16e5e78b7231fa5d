"""What a connector is, what it hands in, and how it says that a message could not be delivered."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol, runtime_checkable

from sqlalchemy import Connection, Engine
from starlette.routing import BaseRoute

from community.files import File
from connectors.secrets import Safe
from conversations.incoming import Kind, Lost, PlaceKind, Spot
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage.outbox import Parcel
from storage.writer import Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities:
    """What a platform can show; what it can't is degraded by the connector's renderer.

    `text` is the longest message in characters, `options` the most choices shown as buttons or in a
    menu (more become numbered text), `fields` the most fields of one form (0: asked one by one).
    Where it `edits`, the connector is one of `Edits`.
    """

    text: int
    options: int
    fields: int
    rooms: bool
    private_replies: bool
    edits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """One thing that happened, in the platform's own ids; the ingress makes it an `Incoming`.

    `space` is the workspace, server or number; `event` the platform's id, the same in every
    repetition; `place` the platform's id of a channel or room, None in the direct line with the
    bot. `known` is what the platform tells of the sender (name, locale, time_zone) and, of who
    joins by writing, their words (`first`), `role` what they may do there by the platform's own
    word, checked as close to the event as possible. `replied_to`, `picture`, `lost`,
    `one_way` and `spot` are those of `Incoming`. `seal` is what `event` is known by for good, where
    a signature carries no time.
    """

    space: str
    event: str
    sender: str
    kind: Kind
    place: str | None = None
    place_kind: PlaceKind = "direct"
    text: str = ""
    command: str = ""
    actions: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    replied_to: str = ""
    picture: File | None = None
    lost: Lost = ""
    known: Mapping[str, str] = field(default_factory=dict)
    role: str | None = None
    seal: str = ""
    one_way: bool = False
    spot: Spot | None = None


Receipt = Literal["accepted", "seen", "unknown-space"]

Receive = Callable[[Arrival], Awaitable[Receipt]]
"""Awaited before the platform is acknowledged: "accepted" means that the event is safe."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message goes: a person's direct line, or a channel or room, by the platform's ids."""

    space: str
    id: str
    direct: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a connector may use of the bot around it.

    `standing` gives the question behind a token as it was asked (None once it is closed), `wake`
    has the inbox and the outbox looked at again. `safe` seals tokens for the database; None
    without a key.
    """

    writer: Writer
    reader: Engine
    now: Callable[[], datetime]
    standing: Callable[[str], Awaitable[Outgoing | None]]
    wake: Callable[[], None]
    safe: Safe | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the doctor looked at; `text` says what to do when it is not well.

    A hint is no fault, and worth reading.
    """

    well: bool
    text: Text
    hint: bool = False

    @property
    def weight(self) -> Literal["well", "hint", "fault"]:
        """How it weighs."""
        if not self.well:
            return "fault"
        return "hint" if self.hint else "well"


@runtime_checkable
class Connector(Protocol):
    """One platform. `name` is that of the spaces it serves."""

    name: str
    abilities: Abilities
    routes: Sequence[BaseRoute]
    """What of the web server is its own: webhooks, under `/hooks/<name>/`."""

    async def start(self, receive: Receive) -> None:
        """Connect, and hand in what happens until stopped."""

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """Deliver one message; the platform's id of it. Raises what is below.

        `key` is the same whenever the same message is tried again: where the platform knows such
        keys, or can be asked what it has, a repetition delivers nothing.
        """

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A room for these people of that space (and the bot); the platform's id of it."""

    async def stop(self) -> None:
        """Disconnect."""


class Edits(Connector, Protocol):
    """A connector whose platform lets us change what we have sent."""

    async def edit(self, to: Address, outgoing: Outgoing, former: str) -> str:
        """Have this stand where the message with the platform's id `former` does; its id.

        Raises Undeliverable when that one is gone or can't be changed, else what `send` does. The
        same change made twice is made once.
        """


Letter = tuple[Parcel, Outgoing]
"""An outbox row and the message that it holds."""


@runtime_checkable
class AtHome(Protocol):
    """A connector whose platform is our own database: nothing stands between it and the outbox.

    What it keeps is committed together with the mark that it was sent: it arrives exactly once.
    """

    name: str

    def entry(self, parcel: Parcel, outgoing: Outgoing) -> dict[str, Any]:
        """The message as a row of the platform's own history. Raises what `send` would."""

    def keep(self, connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
        """Write the rows, in the transaction given; what replaces a message changes its row."""

    def kept(self, letters: Sequence[Letter]) -> None:
        """They are there for good: tell whoever listens, in the event loop."""


class NotDelivered(Exception):
    """A message did not reach its place."""


class TryLater(NotDelivered):
    """The platform can't take it now. `after` is how long it wants to be left alone, if it said."""

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        super().__init__(why)
        self.after = after


class Undeliverable(NotDelivered):
    """It will never arrive: no such place, not allowed, or not understood."""


class OptedOut(Undeliverable):
    """The person wants nothing from us on this platform: nothing arrives until they come back."""


class Held(NotDelivered):
    """The platform takes nothing for this place until the person there has written again.

    `after` is when it is tried all the same, None for never.
    """

    def __init__(self, why: str, after: timedelta | None = None) -> None:
        super().__init__(why)
        self.after = after
