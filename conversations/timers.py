"""Timers: what falls due becomes an event like any other, in the place it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from community import deadlines as waiting
from community.scope import Scope
from storage import inbox
from storage.tables import Community, Conversation, Dialogue, Identity, table

dialogues, conversations = table(Dialogue), table(Conversation)
identities, communities = table(Identity), table(Community)
DUE = (dialogues.c.due_at, *(kind.until for kind in waiting.WAITING.values()))

AT_ONCE = 500


def wake_due(connection: Connection, now: datetime) -> int:
    """Put an event into the inbox for each dialogue whose time has come; how many."""
    due = _dialogues(connection, dialogues.c.due_at <= now)
    return sum(
        _wake(connection, row, f"{inbox.OURS}due:{row.id}:{row.due_at.isoformat()}", now)
        for row in due
    )


def mend(connection: Connection, now: datetime) -> int:
    """Try broken dialogues and events again, once a start: a new release may have mended them."""
    inbox.take_up_again(connection)
    broken = _dialogues(connection, dialogues.c.status == "broken")
    return sum(
        _wake(connection, row, f"{inbox.OURS}mend:{row.id}:{now.isoformat()}", now)
        for row in broken
    )


class Deadline(NamedTuple):
    """Something of a community that waits no longer: its kind, and its number among these."""

    community_id: int
    kind: str
    which: int


def deadlines(connection: Connection, now: datetime) -> list[Deadline]:
    """What has waited long enough, community by community."""
    found = []
    for community_id in connection.execute(select(communities.c.id)).scalars().all():
        scope = Scope(connection, now, community_id)
        found += [Deadline(community_id, *each) for each in waiting.due(scope)]
        scope.close(keep=True)
    return found


def is_long(deadline: Deadline) -> bool:
    """Whether there may be something to work out before it is met."""
    return waiting.WAITING[deadline.kind].beforehand is not None


def beforehand(connection: Connection, now: datetime, deadline: Deadline) -> list[Any]:
    """What takes long of it and writes nothing: the writer does not have to wait for that."""
    scope = Scope(connection, now, deadline.community_id)
    known = waiting.beforehand(scope, deadline.kind, deadline.which)
    scope.close(keep=False)
    return known


def meet(
    connection: Connection, now: datetime, deadline: Deadline, known: Sequence[Any] = ()
) -> bool:
    """Do what it waits for, with what is known beforehand; whether there is more of it to do."""
    scope = Scope(connection, now, deadline.community_id)
    more = waiting.fall_due(scope, deadline.kind, deadline.which, known)
    scope.close(keep=True)
    return more


def broke(connection: Connection, now: datetime, deadline: Deadline, fault: str) -> None:
    """Have organisers told of a deadline that could not be met, and of what kind the fault was."""
    scope = Scope(connection, now, deadline.community_id)
    waiting.broke(scope, deadline.kind, deadline.which, fault)
    scope.close(keep=True)


def next_due(connection: Connection) -> datetime | None:
    """When the next timer or deadline falls due; None when nothing is waiting."""
    earliest = [connection.execute(select(func.min(column))).scalar_one() for column in DUE]
    return min((each for each in earliest if each is not None), default=None)


def _dialogues(connection: Connection, which: ColumnElement[bool]) -> Iterable[Any]:
    query = (
        select(
            dialogues.c.id, dialogues.c.due_at, conversations.c.space_id, conversations.c.place,
            identities.c.external_id,
        )
        .join(conversations, conversations.c.id == dialogues.c.conversation_id)
        .join(
            identities,
            (identities.c.member_id == dialogues.c.member_id)
            & (identities.c.space_id == conversations.c.space_id)
            & (
                (identities.c.direct_place == conversations.c.place)
                | conversations.c.place.not_like("dm:%")
            ),
        )
        .where(which)
        .order_by(dialogues.c.due_at)
        .limit(AT_ONCE)
    )  # fmt: skip
    return connection.execute(query).all()


def _wake(connection: Connection, row: Any, event_id: str, now: datetime) -> bool:
    return inbox.put(
        connection, space_id=row.space_id, event_id=event_id, place=row.place,
        sender=row.external_id, payload={"kind": "due", "data": {"dialogue": row.id}}, now=now,
    )  # fmt: skip
