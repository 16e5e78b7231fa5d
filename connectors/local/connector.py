"""The local connector: takes events in, keeps its own history, and tells who listens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Engine, insert

from connectors.base import Letter
from connectors.local import files, history, lines
from connectors.local.history import CONNECTOR, Speaker
from connectors.local.hub import Hub
from connectors.local.render import about
from conversations.incoming import Incoming, PlaceKind
from conversations.outgoing import Outgoing
from storage import inbox
from storage.outbox import Parcel
from storage.prepared import Prepared
from storage.together import Together
from storage.writer import Writer

Receipt = Literal[
    "accepted", "seen", "unknown-sender", "unknown-place", "not-there", "welcome-first"
]

_add = Prepared(
    insert(history.messages).inline(),
    ("space_id", "place", "author", "author_name", "at", "token", "payload"),
)


@dataclass(frozen=True, slots=True)
class Event:
    """What somebody did on the page: the event, but for what only the database knows."""

    id: str
    place: str
    sender: str
    fields: dict[str, Any]


class LocalConnector:
    """`receive` writes an event down; a message is delivered once it is in the page's history."""

    name = CONNECTOR

    def __init__(
        self,
        writer: Writer,
        reader: Engine,
        now: Callable[[], datetime],
        received: Callable[[], None],
    ) -> None:
        self.hub = Hub()
        self.reader = reader
        self.now = now
        self._received = received
        self._receive: Together[Event, Receipt] = Together(writer, self._write_down)

    async def receive(self, event: Event) -> Receipt:
        """Write the event down, or say why not. "accepted" means that it is safe."""
        receipt = await self._receive(event)
        if receipt == "accepted":
            self.hub.publish([event.place])
        return receipt

    def entry(self, parcel: Parcel, outgoing: Outgoing) -> dict[str, Any]:
        """The message as a line of the page's history, in its reader's words."""
        line = lines.entry(parcel, outgoing, self.now())
        return line if outgoing.file is None else files.beside(line, str(parcel.id), outgoing.file)

    def keep(self, connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
        """Add the lines, and the files that came with them; a line that was there is changed."""
        _add.run(connection, lines.new(connection, entries))
        files.keep(connection, entries)

    def kept(self, letters: Sequence[Letter]) -> None:
        """Let the open pages read what is new."""
        self.hub.publish({parcel.place for parcel, _ in letters})
        self.hub.publish({parcel.place for parcel, each in letters if each.replaces}, "changed")

    def _write_down(self, connection: Connection, events: list[Event]) -> Sequence[Receipt]:
        space = history.space_id(connection)
        known = history.speakers(connection, space, {event.sender for event in events})
        kinds = history.place_kinds(connection, space, _shared(events))
        judged = [_judged(connection, space, event, known, kinds) for event in events]
        taken = [each for each in judged if isinstance(each, Incoming)]
        now = self.now()
        new = inbox.put_all(connection, [_inbox_row(incoming, now) for incoming in taken])
        first = {incoming.event: incoming for incoming in reversed(taken) if incoming.event in new}
        history.write(connection, _own_words(first.values(), known, now))
        if new:
            self._received()
        return [_receipt(each, first) for each in judged]


def _shared(events: Iterable[Event]) -> set[str]:
    """The places that are nobody's own line."""
    return {event.place for event in events if event.place != f"dm:{event.sender}"}


def _judged(
    connection: Connection,
    space: int,
    event: Event,
    known: Mapping[str, Speaker],
    kinds: Mapping[str, str],
) -> Incoming | Receipt:
    """The event, or why it can't be taken."""
    speaker = known.get(event.sender)
    if speaker is None and event.fields["kind"] != "join":
        return "unknown-sender"
    kind = _place_kind(event, kinds)
    if kind is None:
        return "not-there" if event.place.startswith("dm:") else "unknown-place"
    if kind != "direct" and event.fields["kind"] in {"join", "leave"}:
        return "not-there"
    if kind == "room" and not _is_in(connection, space, event.place, speaker):
        return "not-there"
    if kind != "direct" and speaker is not None and speaker.removed:
        return "not-there"
    if kind != "direct" and not (speaker and speaker.welcomed):
        return "welcome-first"
    return Incoming(
        space_id=space, event=event.id, place=event.place, place_kind=kind, sender=event.sender,
        **event.fields,
    )  # fmt: skip


def _receipt(judged: Incoming | Receipt, first: Mapping[str, Incoming]) -> Receipt:
    """Of an id that came twice in one batch, the first is accepted and the second was seen."""
    if not isinstance(judged, Incoming):
        return judged
    return "accepted" if first.get(judged.event) is judged else "seen"


def _inbox_row(incoming: Incoming, now: datetime) -> dict[str, Any]:
    return {
        "space_id": incoming.space_id, "event_id": incoming.event, "place": incoming.place,
        "sender": incoming.sender, "payload": incoming.payload(), "received_at": now,
    }  # fmt: skip


def _place_kind(event: Event, kinds: Mapping[str, str]) -> PlaceKind | None:
    if event.place == f"dm:{event.sender}":
        return "direct"
    match kinds.get(event.place):
        case "channel":
            return "channel"
        case "room":
            return "room"
    return None


def _is_in(connection: Connection, space: int, room: str, speaker: Speaker | None) -> bool:
    return speaker is not None and history.is_in_room(connection, space, room, speaker.member_id)


def _said(incoming: Incoming) -> str:
    if incoming.kind == "command":
        return f"/{incoming.command.removeprefix('/')} {incoming.text}".strip()
    return incoming.text


def _shown(incoming: Incoming) -> dict[str, Any]:
    """A picture is named, and kept nowhere: whoever sent it has it."""
    shown: dict[str, Any] = {"text": _said(incoming)}
    return shown | {"file": about(incoming.picture)} if incoming.picture else shown


def _own_words(
    events: Iterable[Incoming], known: Mapping[str, Speaker], now: datetime
) -> list[dict[str, Any]]:
    """What people wrote, for the page's history, in the order in which it came."""
    return [
        {
            "space_id": each.space_id, "place": each.place, "author": each.sender,
            "author_name": known[each.sender].name, "at": now, "payload": _shown(each),
        }
        for each in reversed(list(events))
        if each.sender is not None and each.sender in known and (_said(each) or each.picture)
    ]  # fmt: skip
