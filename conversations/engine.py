"""The engine: takes what waits in the inbox, gives each event its turn, writes what came of it.

Everything happens in the transaction it is given. Events of many places are taken together, so that
reading and writing cost a few statements for all of them; each place gets one event at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog
from sqlalchemy import (
    Connection,
    Row,
    bindparam,
    delete,
    insert,
    literal_column,
    select,
    update,
)  # fmt: skip

from community.members import ROLES, Person
from community.scope import Scope
from conversations import waiting
from conversations.dialogue import REGISTRY, Definition
from conversations.floor import OpenDialogue
from conversations.incoming import OURS, Incoming
from conversations.replay import Journal
from conversations.routing import route
from conversations.turn import Turn
from storage import held, inbox, outbox
from storage.held import Waiting
from storage.inbox import inbox as inboxes
from storage.prepared import Prepared
from storage.tables import Conversation, Dialogue, Identity, Member, Space, table

log = structlog.get_logger()

conversations, dialogues = table(Conversation), table(Dialogue)
identities, people, spaces = table(Identity), table(Member), table(Space)

TOGETHER = 64
"""Events that share a transaction."""

_pending = (
    select(
        inboxes.c.id, inboxes.c.space_id, inboxes.c.event_id, inboxes.c.place, inboxes.c.sender,
        inboxes.c.payload, spaces.c.community_id, spaces.c.connector,
        people.c.id.label("member_id"), people.c.left_at,
        people.c.name, people.c.locale, people.c.time_zone, people.c.role, people.c.welcomed_at,
        people.c.removed_at,
        identities.c.id.label("identity_id"), identities.c.vouched, identities.c.claim,
    )
    .join(spaces, spaces.c.id == inboxes.c.space_id)
    .outerjoin(
        identities,
        (identities.c.space_id == inboxes.c.space_id)
        & (identities.c.external_id == inboxes.c.sender),
    )
    .outerjoin(
        people,
        (people.c.id == identities.c.member_id)
        & (people.c.left_at.is_(None) | people.c.removed_at.is_not(None)),
    )
    .where(inbox.PENDING)
    .order_by(inboxes.c.id)
    .limit(bindparam("limit"))
)  # fmt: skip

_here = (
    select(conversations)
    .where(
        conversations.c.space_id.in_(bindparam("spaces", expanding=True)),
        conversations.c.place.in_(bindparam("places", expanding=True)),
    )
    .with_for_update()
)
_open = (
    select(dialogues)
    .where(dialogues.c.conversation_id.in_(bindparam("conversations", expanding=True)))
    .order_by(dialogues.c.id)
)
_revise = Prepared(
    update(conversations)
    .where(conversations.c.id == bindparam("row"))
    .values(
        revision=literal_column("revision + 1"),
        heard_at=bindparam("heard"),
        pressed=bindparam("buttons"),
    )
)
_claim = Prepared(
    update(identities).where(identities.c.id == bindparam("row")).values(claim=bindparam("said"))
)
_KEPT = ("args", "answers", "given", "pending", "token", "said", "status", "floor", "asked_at",
         "due_at", "held")  # fmt: skip
_begin = Prepared(insert(dialogues).inline(), ("conversation_id", "member_id", "name", *_KEPT))
_save = Prepared(
    update(dialogues)
    .where(dialogues.c.id == bindparam("row"))
    .values({name: bindparam(f"new_{name}") for name in _KEPT})
)
_end = Prepared(delete(dialogues).where(dialogues.c.id == bindparam("row")))


@dataclass(frozen=True, slots=True)
class Drained:
    """How many events had their turn, and whether more are waiting."""

    turns: int
    more: bool


@dataclass(slots=True)
class Writes:
    """What many turns want written, gathered to be written together."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    ended: list[dict[str, Any]] = field(default_factory=list)
    heard: list[dict[str, Any]] = field(default_factory=list)
    leaving: list[dict[str, Any]] = field(default_factory=list)
    taken: list[tuple[int, dict[str, Any], datetime]] = field(default_factory=list)
    dropped: list[int] = field(default_factory=list)
    finished: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    claims: list[dict[str, Any]] = field(default_factory=list)
    released: list[int] = field(default_factory=list)
    overtaken: list[int] = field(default_factory=list)

    def flush(self, connection: Connection, now: datetime) -> None:
        """Write it all."""
        _begin.run(connection, self.new)
        _save.run(connection, self.changed)
        _end.run(connection, self.ended)
        _revise.run(connection, self.heard)
        _claim.run(connection, self.claims)
        held.release(connection, self.released, now)
        held.drop(connection, self.overtaken)
        outbox.add(connection, self.leaving)
        for row, payload, now in self.taken:
            outbox.take(connection, row, payload, now)
        for row in self.dropped:
            outbox.decide(connection, row, "dropped", None)
        inbox.finish(connection, self.finished)
        inbox.put_aside(connection, self.failed)


@dataclass(frozen=True, slots=True)
class Engine:
    """Gives events their turn. `formless` names the connectors that can't show a form."""

    registry: Mapping[str, Definition] = field(default_factory=lambda: REGISTRY)
    formless: frozenset[str] = frozenset()

    def drain(self, connection: Connection, now: datetime, limit: int = TOGETHER) -> Drained:
        """One event for each of the places that have one waiting."""
        waiting = connection.execute(_pending, {"limit": limit}).all()
        first = _first_of_each(waiting)
        if not first:
            return Drained(0, more=False)
        here = _conversations(connection, list(first))
        opened = _dialogues(connection, [row.id for row in here.values()])
        silent = held.held(connection, list(first), now)
        writes = Writes()
        for place, row in first.items():
            conversation = here[place]
            talk = opened[conversation.id]
            self._turn(connection, now, row, conversation, talk, silent[place], writes)
        writes.flush(connection, now)
        return Drained(len(first), more=inbox.is_waiting(connection))

    def _turn(
        self,
        connection: Connection,
        now: datetime,
        row: Row[Any],
        conversation: Row[Any],
        opened: list[OpenDialogue],
        silent: Sequence[Waiting],
        writes: Writes,
    ) -> None:
        incoming = Incoming.of(row.space_id, row.event_id, row.place, row.sender, row.payload)
        ours = incoming.kind in {"start", "due"}
        role = row.claim if ours else incoming.role
        person = _person(row, role)
        turn = Turn(
            registry=self.registry,
            scope=Scope(
                connection,
                now,
                row.community_id,
                actor_id=person.id if person else None,
                role=role,
                identity_id=row.identity_id,
            ),
            incoming=incoming,
            person=person,
            dialogues=opened,
            heard_at=conversation.heard_at,
            pressed=conversation.pressed,
            forms=row.connector not in self.formless,
            held=() if incoming.kind in OURS else silent,
        )
        try:
            route(turn)
            shown, overtaken = waiting.sort_out(turn)
            turn.scope.close(keep=True)
        except Exception as fault:  # noqa: BLE001 - one event's fault must not hold up the others
            turn.scope.close(keep=False)
            log.error("event-failed", row=row.id, fault=type(fault).__name__)
            return writes.failed.append(row.id)
        heard = conversation.heard_at if ours else now
        if row.identity_id and role != row.claim:
            writes.claims.append({"row": row.identity_id, "said": role})
        writes.heard.append({"row": conversation.id, "heard": heard, "buttons": turn.pressed})
        writes.finished.append(row.id)
        writes.released += shown
        writes.overtaken += overtaken
        return _gather(turn, conversation.id, writes)


def _first_of_each(rows: Iterable[Any]) -> dict[tuple[int, str], Row[Any]]:
    """One event a place, and one a person: what a turn changes of them, the next one has to see."""
    first: dict[tuple[int, str], Row[Any]] = {}
    places, busy = set[tuple[int, str]](), set[int]()
    for row in rows:
        place = (row.space_id, row.place)
        if place not in places and row.member_id not in busy:
            first[place] = row
            busy.update(() if row.member_id is None else (row.member_id,))
        places.add(place)
    return first


def _conversations(
    connection: Connection, places: Sequence[tuple[int, str]]
) -> dict[tuple[int, str], Row[Any]]:
    """The locked conversation of each place; a place spoken in for the first time gets one."""
    found = _find(connection, places)
    missing = [place for place in places if place not in found]
    if missing:
        new = [{"space_id": space, "place": place, "revision": 0} for space, place in missing]
        connection.execute(insert(conversations), new)
        found |= _find(connection, missing)
    return found


def _find(
    connection: Connection, places: Sequence[tuple[int, str]]
) -> dict[tuple[int, str], Row[Any]]:
    asked = {"spaces": list({space for space, _ in places}), "places": [key for _, key in places]}
    found = {(row.space_id, row.place): row for row in connection.execute(_here, asked).all()}
    return {place: found[place] for place in places if place in found}


def _dialogues(connection: Connection, ids: Sequence[int]) -> dict[int, list[OpenDialogue]]:
    opened: dict[int, list[OpenDialogue]] = {id_: [] for id_ in ids}
    for row in connection.execute(_open, {"conversations": ids}).all():
        opened[row.conversation_id].append(
            OpenDialogue(
                id=row.id, name=row.name, member_id=row.member_id, args=row.args,
                journal=Journal(row.answers, row.given, row.said, started=True),
                pending=row.pending, token=row.token, status=row.status, floor=row.floor,
                asked_at=row.asked_at, due_at=row.due_at, held=row.held,
            )
        )  # fmt: skip
    return opened


def _person(row: Row[Any], claim: str | None) -> Person | None:
    if row.member_id is None:
        return None
    return Person(
        id=row.member_id, name=row.name, locale=row.locale, zone=row.time_zone,
        role=max(row.role if row.vouched else "member", claim or "member", key=ROLES.index),
        welcomed=row.welcomed_at is not None,
        removed=row.removed_at is not None and row.left_at is not None,
    )  # fmt: skip


def _gather(turn: Turn, conversation_id: int, writes: Writes) -> None:
    for dialogue in turn.dialogues:
        if dialogue.status == "ended":
            if dialogue.held is not None:
                writes.dropped.append(dialogue.held)
            if dialogue.id is not None:
                writes.ended.append({"row": dialogue.id})
        elif dialogue.id is None:
            writes.new.append(_row(dialogue) | {
                "conversation_id": conversation_id, "member_id": dialogue.member_id,
                "name": dialogue.name,
            })  # fmt: skip
        elif dialogue.touched:
            changed = {f"new_{name}": value for name, value in _row(dialogue).items()}
            writes.changed.append(changed | {"row": dialogue.id})
    for n, each in enumerate(turn.leaving):
        payload = each.outgoing.payload()
        if each.row is not None:
            writes.taken.append((each.row, payload, turn.scope.now))
            continue
        writes.leaving.append({
            "space_id": turn.incoming.space_id, "place": turn.incoming.place,
            "member_id": turn.member.id, "purpose": each.purpose, "payload": payload,
            "created_at": turn.scope.now, "broadcast_id": None if n else turn.broadcast,
        })  # fmt: skip


def _row(dialogue: OpenDialogue) -> dict[str, Any]:
    return {
        "args": dialogue.args, "answers": dialogue.journal.answers,
        "given": dialogue.journal.given, "said": dialogue.journal.said,
        "pending": dialogue.pending, "token": dialogue.token, "status": dialogue.status,
        "floor": dialogue.floor, "asked_at": dialogue.asked_at, "due_at": dialogue.due_at,
        "held": dialogue.held,
    }  # fmt: skip
