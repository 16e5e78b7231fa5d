"""The way in: what platforms report becomes rows of the inbox, many at a time."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select

from connectors.base import Arrival, Receipt
from conversations import first_words
from conversations.incoming import Incoming
from storage import inbox
from storage.tables import Identity, Member, Place, Space, table
from storage.together import Together
from storage.writer import Writer

spaces, places, identities = table(Space), table(Place), table(Identity)
members = table(Member)

_spaces = select(spaces.c.external_id, spaces.c.id).where(
    spaces.c.connector == bindparam("connector")
)
_places = select(places.c.space_id, places.c.platform_id, places.c.key, places.c.kind).where(
    places.c.platform_id.in_(bindparam("ids", expanding=True))
)
_known = (
    select(
        identities.c.space_id,
        identities.c.external_id,
        members.c.left_at.is_(None).label("here"),
        or_(members.c.welcomed_at.is_not(None), members.c.removed_at.is_not(None)).label("heard"),
    )
    .join(members, members.c.id == identities.c.member_id)
    .where(identities.c.external_id.in_(bindparam("ids", expanding=True)))
)


QUIET = {"join", "leave", "change"}
"""What nobody needs to be met for first."""


def direct(person: str) -> str:
    """Our name of somebody's direct line with the bot, on every platform."""
    return f"dm:{person}"


@dataclass(frozen=True, slots=True)
class _Around:
    """What the database knows of the spaces, places and people of some arrivals."""

    spaces: Mapping[str, int]
    places: Mapping[tuple[int, str], tuple[str, str]]
    known: frozenset[tuple[int, str]]
    """Who is here."""
    heard: frozenset[tuple[int, str]]
    """Whose words are heard at once: who is here, was welcomed before, or was removed."""


class Ingress:
    """Writes arrivals of one platform down; awaiting it gives what became of one.

    Somebody we have not met is joined first: on many platforms people write before they "join".
    So is somebody who had left, and writes again. What a stranger writes is kept for the end of the
    welcome that it begins.
    """

    def __init__(
        self,
        connector: str,
        writer: Writer,
        now: Callable[[], datetime],
        received: Callable[[], None],
    ) -> None:
        self._connector = connector
        self._now = now
        self._received = received
        self._together: Together[Arrival, Receipt] = Together(writer, self._write_down)

    def __call__(self, arrival: Arrival) -> asyncio.Future[Receipt]:
        """Write it down; raises WriterStopped or what the database raised: then it is not safe."""
        return self._together(arrival)

    def _write_down(self, connection: Connection, arrivals: list[Arrival]) -> Sequence[Receipt]:
        around, now = _around(connection, self._connector, arrivals), self._now()
        taken = [_taken(arrival, around) for arrival in arrivals]
        new = _put(connection, list(_met_and_taken(arrivals, taken, around)), now)
        _remember(connection, arrivals, taken, now)
        receipts = [_receipt(each, new) for each in taken]
        if "accepted" in receipts:
            self._received()
        return receipts


def _around(connection: Connection, connector: str, arrivals: Sequence[Arrival]) -> _Around:
    elsewhere = {each.place for each in arrivals if each.place is not None}
    people = {each.sender for each in arrivals}
    known = connection.execute(_known, {"ids": list(people)}).all()
    shared = connection.execute(_places, {"ids": list(elsewhere)}) if elsewhere else ()
    return _Around(
        {row[0]: row[1] for row in connection.execute(_spaces, {"connector": connector})},
        {(row.space_id, row.platform_id): (row.key, row.kind) for row in shared},
        frozenset((row.space_id, row.external_id) for row in known if row.here),
        frozenset((row.space_id, row.external_id) for row in known if row.here or row.heard),
    )


def _taken(arrival: Arrival, around: _Around) -> Incoming | None:
    """The arrival in our own words; None in a space that is not ours.

    What a stranger says is no answer to anything: they have seen no question. It is their joining.
    """
    incoming = _incoming(arrival, around)
    if incoming is None or (incoming.space_id, arrival.sender) in around.heard:
        return incoming
    first = first_words.kept(incoming)
    return incoming if first is None else _join(arrival, incoming.space_id, arrival.event, first)


def _incoming(arrival: Arrival, around: _Around) -> Incoming | None:
    """The arrival in our own words; None in a space that is not ours."""
    space = around.spaces.get(arrival.space)
    if space is None:
        return None
    place, kind = direct(arrival.sender), arrival.place_kind
    if arrival.place is not None:
        place, shared = around.places.get((space, arrival.place), (arrival.place, kind))
        kind = "room" if shared == "room" else "channel"
    values = arrival.known if arrival.kind in {"join", "change"} else arrival.values
    return Incoming(
        space_id=space, event=arrival.event, place=place, place_kind=kind, sender=arrival.sender,
        kind=arrival.kind, text=arrival.text, command=arrival.command, actions=arrival.actions,
        values=values, role=arrival.role, replied_to=arrival.replied_to,
        picture=arrival.picture, lost=arrival.lost, one_way=arrival.one_way, spot=arrival.spot,
    )  # fmt: skip


def _met_and_taken(
    arrivals: Sequence[Arrival], taken: Sequence[Incoming | None], around: _Around
) -> Iterator[Incoming]:
    """What is to be written, in order; somebody new joins before their first event."""
    met = set(around.known)
    for arrival, incoming in zip(arrivals, taken, strict=True):
        if incoming is None:
            continue
        who = incoming.space_id, arrival.sender
        if who not in met and incoming.kind not in QUIET:
            event = f"{inbox.OURS}met:{arrival.sender}:{arrival.event}"
            yield _join(arrival, incoming.space_id, event)
        met.add(who)
        yield incoming


def _join(arrival: Arrival, space: int, event: str, first: str = "") -> Incoming:
    """Somebody's first sign of life is their joining; with these words, if they wrote."""
    words = {"first": first} if first else {}
    return Incoming(
        space_id=space, event=event, sender=arrival.sender, place=direct(arrival.sender),
        place_kind="direct", kind="join", values={**arrival.known, **words}, role=arrival.role,
    )  # fmt: skip


def _put(
    connection: Connection, written: Sequence[Incoming], now: datetime
) -> set[tuple[int, str]]:
    """Write it all down, space by space; of which events for the first time."""
    rows: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for each in written:
        rows[each.space_id].append({
            "space_id": each.space_id, "event_id": each.event, "place": each.place,
            "sender": each.sender, "payload": each.payload(), "received_at": now,
        })  # fmt: skip
    return {(space, id_) for space in rows for id_ in inbox.put_all(connection, rows[space])}


def _remember(
    connection: Connection,
    arrivals: Sequence[Arrival],
    taken: Sequence[Incoming | None],
    now: datetime,
) -> None:
    """Together with the events themselves: none is known that is not there."""
    seals: dict[int, list[str]] = defaultdict(list)
    for arrival, incoming in zip(arrivals, taken, strict=True):
        if arrival.seal and incoming is not None:
            seals[incoming.space_id].append(arrival.seal)
    for space, each in seals.items():
        inbox.remember(connection, space, each, now)


def _receipt(incoming: Incoming | None, new: set[tuple[int, str]]) -> Receipt:
    """Of an id that came twice in one batch, the first is accepted and the second was seen."""
    if incoming is None:
        return "unknown-space"
    key = incoming.space_id, incoming.event
    if key not in new:
        return "seen"
    new.remove(key)
    return "accepted"
