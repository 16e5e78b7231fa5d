"""A stage to try dialogues on: the whole engine on a real database, no platform, a clock in hand.

`Stage` lets invented people speak and hear; `play` runs a transcript (who says what, what comes
back). The stage can restart the bot between any two steps and deliver every event twice, and
nothing may change by that.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine

import conversations.dialogues
from community import places, roster, spaces
from community.profiles import Profile
from community.roster import Entry
from community.scope import Scope
from conversations import timers
from conversations.dialogue import REGISTRY, Definition
from conversations.engine import Engine as Talk
from conversations.incoming import Incoming, Kind, PlaceKind
from conversations.language import render
from conversations.outgoing import Outgoing
from storage import inbox, outbox
from storage.database import open_database
from storage.outbox import Parcel
from storage.tables import Community, CommunityText, Space

__all__ = ["Heard", "Stage", "conversations"]

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STEPS = 100
"""Rounds of work after one event; more means that the bot talks to itself."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One message as a person sees it."""

    text: str
    labels: tuple[str, ...]
    card: tuple[str, ...]
    outgoing: Outgoing


@dataclass(slots=True, kw_only=True)
class Stage:
    """A community on a database that is migrated and empty.

    `restarts` builds the bot anew before every event and between its receipt and its turn; `twice`
    delivers every event again, at once and after its turn.
    """

    url: str
    restarts: bool = False
    twice: bool = False
    forms: bool = True
    registry: Mapping[str, Definition] = field(default_factory=lambda: REGISTRY)
    now: datetime = MONDAY
    heard: dict[str, deque[Heard]] = field(default_factory=lambda: defaultdict(deque))
    spoken: dict[str, list[Heard]] = field(default_factory=lambda: defaultdict(list))
    space_id: int = 0
    community_id: int = 0
    elsewhere: dict[str, int] = field(default_factory=dict)
    """The spaces of those who are not on the stage's own platform."""
    keys: Sequence[str] = ("c29tZSB0aGlydHktdHdvIGJ5dGVzIGZvciB0ZXN0cyE=",)
    """What seals the answers to surveys."""
    _events: int = 0
    _database: Engine | None = None

    def __post_init__(self) -> None:
        if not self.community_id:
            self.write(self._found)

    @property
    def database(self) -> Engine:
        """The database, opened when first needed."""
        if self._database is None:
            self._database = open_database(self.url, self.keys)
        return self._database

    def restart(self) -> None:
        """Stop the bot, as a new process finds it: nothing but the database is left."""
        if self._database is not None:
            self._database.dispose()
        self._database = None

    def write(self, job: Callable[[Connection], Any]) -> Any:
        """Do something in a transaction of its own."""
        with self.database.begin() as connection:
            return job(connection)

    def work(self, job: Callable[[Scope], Any], actor: str | None = None) -> Any:
        """Do something of the community's, as somebody or as the bot."""

        def within(connection: Connection) -> Any:
            scope = Scope(connection, self.now, self.community_id)
            scope.actor_id = self.id_of(actor, scope) if actor else None
            done = job(scope)
            scope.close(keep=True)
            return done

        return self.write(within)

    def member(
        self, name: str, *, role: str = "member", at: str | None = None, **profile: Any
    ) -> None:
        """Let somebody live here already, with this profile (offers=[…], locale="en" …).

        `at` names another platform, which has rooms unless it is called "phone".
        """
        if at is not None:
            rooms = at != "phone"
            self.elsewhere[name] = self.write(
                lambda connection: spaces.settle(connection, "stage", at, rooms=rooms)
            )
        given = {"locale": "fr", "time_zone": "Europe/Paris"} | profile
        entry = Entry(
            name, role, None, False, Profile(name=name, **given), joined_at=self.now
        )  # fmt: skip
        self.work(lambda scope: roster.take(scope, self.space_of(name), entry))

    def space_of(self, name: str) -> int:
        """The space in which somebody is met."""
        return self.elsewhere.get(name, self.space_id)

    def id_of(self, name: str, scope: Scope) -> int:
        """A member's id."""
        found = roster._known(scope, self.space_of(name), name)
        assert found is not None, name
        assert found.id is not None
        return found.id

    def joins(self, who: str, **known: str) -> None:
        """A newcomer arrives; `known` is what the platform tells of them."""
        self.does(who, "join", values=known)

    def says(self, who: str, text: str, *, place: str | None = None, **fields: Any) -> None:
        """Somebody writes, in the direct line or in a place such as "general"."""
        kind: PlaceKind = "direct" if place is None else "channel"
        self.does(who, "message", text=text, place=place or f"dm:{who}", place_kind=kind, **fields)

    def taps(self, who: str, *labels: str) -> None:
        """Somebody presses the buttons that begin with these labels, of the last that have them."""
        self.presses(who, *self.tokens(who, *labels))

    def presses(self, who: str, *tokens: str) -> None:
        """Somebody presses buttons by their tokens, whatever these are."""
        self.does(who, "action", actions=tokens)

    def fills(self, who: str, **values: str) -> None:
        """Somebody sends the last form they got."""
        form = next(each for each in reversed(self.spoken[f"dm:{who}"]) if each.outgoing.fields)
        self.does(who, "form", actions=(form.outgoing.token or "",), values=values)

    def tokens(self, who: str, *labels: str) -> tuple[str, ...]:
        """The tokens behind these labels, in the last message that has them all."""
        for each in reversed(self.spoken[f"dm:{who}"]):
            found = [
                n for want in labels for n, has in enumerate(each.labels) if has.startswith(want)
            ]
            if found and len(found) >= len(labels):
                return tuple(each.outgoing.action(n) for n in found[: len(labels)])
        raise AssertionError(f"{who} was never offered {labels}")

    def does(
        self,
        who: str,
        kind: Kind,
        *,
        place: str | None = None,
        place_kind: PlaceKind = "direct",
        event: str | None = None,
        **fields: Any,
    ) -> None:
        """Anything that can happen, delivered as this stage delivers."""
        self._events += 1
        incoming = Incoming(
            space_id=self.space_of(who), event=event or f"e{self._events}", kind=kind, sender=who,
            place=place or f"dm:{who}", place_kind=place_kind, **fields,
        )  # fmt: skip
        for _ in range(2 if self.twice else 1):
            self._maybe_restart()
            self.write(lambda connection: _receive(connection, incoming, self.now))
        self.settle()
        if self.twice:
            self.write(lambda connection: _receive(connection, incoming, self.now))
            self.settle()

    def passes(self, time: timedelta) -> None:
        """Time goes by, through everything that falls due on the way."""
        goal = self.now + time
        while (due := self.write(timers.next_due)) is not None and due < goal:
            self.now = max(self.now, due) + timedelta(seconds=1)
            self._sweep()
        self.now = goal
        self._sweep()

    def settle(self) -> None:
        """Let the bot work until it has nothing left to do, and people hear it."""
        talk = Talk(registry=self.registry, formless=frozenset(() if self.forms else ("stage",)))
        self._maybe_restart()
        for _ in range(STEPS):
            turns = self.write(lambda connection: talk.drain(connection, self.now).turns)
            delivered = self.write(self._deliver)
            if not turns and not delivered:
                return
        raise AssertionError("the bot does not come to rest")

    def reaches(self, connection: Connection, parcel: Parcel, heard: Heard) -> None:
        """Somebody gets a message; who watches what leaves when looks on here."""
        self.heard[parcel.place].append(heard)
        self.spoken[parcel.place].append(heard)

    def _sweep(self) -> None:
        self.write(lambda connection: timers.wake_due(connection, self.now))
        for deadline in self.write(lambda connection: timers.deadlines(connection, self.now)):
            while self.write(partial(timers.meet, now=self.now, deadline=deadline)):
                self._maybe_restart()
        self.settle()

    def _deliver(self, connection: Connection) -> int:
        parcels = outbox.due(connection, self.now)
        for parcel in parcels:
            outgoing = Outgoing.of(parcel.payload)
            self.reaches(connection, parcel, _seen(outgoing))
            if outgoing.thread:
                sent = f"stage:{parcel.id}"
                places.open_thread(connection, parcel.space_id, outgoing.thread, sent)
        if parcels:
            outbox.sent(connection, [(parcel.id, f"stage:{parcel.id}") for parcel in parcels])
        return len(parcels)

    def _maybe_restart(self) -> None:
        if self.restarts:
            self.restart()

    def _found(self, connection: Connection) -> None:
        scope = Scope(connection, self.now, 0)
        community = Community(name="Les Passeurs")
        scope.db.add(community)
        scope.db.flush()
        assert community.id is not None
        space = Space(community_id=community.id, connector="stage", external_id="stage")
        scope.db.add(space)
        scope.db.add_all(_texts(community.id))
        scope.db.flush()
        assert space.id is not None
        self.community_id, self.space_id = community.id, space.id
        scope.close(keep=True)


def _texts(community_id: int) -> Iterable[CommunityText]:
    told = {
        ("mission", "fr"): "S’entraider.", ("mission", "en"): "Helping each other.",
        ("rules", "fr"): "• Bienveillance.", ("rules", "en"): "• Kindness.",
    }  # fmt: skip
    for (kind, locale), words in told.items():
        yield CommunityText(community_id=community_id, kind=kind, locale=locale, words=words)


def _receive(connection: Connection, incoming: Incoming, now: datetime) -> bool:
    return inbox.put(
        connection, space_id=incoming.space_id, event_id=incoming.event, place=incoming.place,
        sender=incoming.sender, payload=incoming.payload(), now=now,
    )  # fmt: skip


def _seen(outgoing: Outgoing) -> Heard:
    def words(text: Any) -> str:
        return render(text, outgoing.locale, outgoing.zone)

    card = (outgoing.card.title, *outgoing.card.lines) if outgoing.card else ()
    return Heard(
        text=words(outgoing.text), card=tuple(map(words, card)), outgoing=outgoing,
        labels=tuple(words(option.label) for option in outgoing.options),
    )  # fmt: skip
