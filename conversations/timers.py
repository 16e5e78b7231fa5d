"""Timers: what falls due becomes an event like any other, in the place it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, func, select

from community import followups, prompts, welcome_week
from community.rituals import broadcasts, runs
from community.rounds import habits, life
from community.scope import Scope
from storage import inbox
from storage.tables import (
    Broadcast,
    Community,
    Conversation,
    Dialogue,
    Habit,
    Identity,
    Introduction,
    Prompting,
    Ritual,
    Round,
    WelcomeWeek,
    table,
)  # fmt: skip

dialogues, conversations = table(Dialogue), table(Conversation)
identities, communities = table(Identity), table(Community)

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


class Waiting(NamedTuple):
    """A table whose rows wait for a time: which are due in a scope, and what becomes of one.

    `meet` says whether there is more of it to do at once, in a transaction of its own.
    """

    until: Column[Any]
    due: Callable[[Scope], list[int]]
    meet: Callable[[Scope, int], bool | None]


WAITING = {
    "introduction": Waiting(
        table(Introduction).c.due_at, followups.due, followups.fall_due
    ),
    "ritual": Waiting(table(Ritual).c.next_due_at, runs.due, runs.fall_due),
    "prompting": Waiting(table(Prompting).c.due_at, prompts.due, prompts.collect),
    "welcome": Waiting(table(WelcomeWeek).c.due_at, welcome_week.due, welcome_week.step),
    "round": Waiting(table(Round).c.due_at, life.due, life.fall_due),
    "round habit": Waiting(table(Habit).c.due_at, habits.due, habits.fall_due),
    "broadcast": Waiting(table(Broadcast).c.due_at, broadcasts.due, broadcasts.go_on),
}  # fmt: skip
"""Everything of the community's that falls due, by its kind: the one table of deadlines."""


class Deadline(NamedTuple):
    """Something of a community that waits no longer."""

    community_id: int
    kind: str
    id: int


def deadlines(connection: Connection, now: datetime) -> list[Deadline]:
    """What has fallen due, community by community; at most some hundreds of each kind."""
    found = []
    for community_id in connection.execute(select(communities.c.id)).scalars().all():
        scope = Scope(connection, now, community_id)
        for kind, waiting in WAITING.items():
            found += [Deadline(community_id, kind, each) for each in waiting.due(scope)]
        scope.close(keep=True)
    return found


def meet(connection: Connection, now: datetime, deadline: Deadline) -> bool:
    """Do what it waits for; whether there is more of it to do at once."""
    scope = Scope(connection, now, deadline.community_id)
    more = WAITING[deadline.kind].meet(scope, deadline.id)
    scope.close(keep=True)
    return bool(more)


def next_due(connection: Connection) -> datetime | None:
    """When the next timer or deadline falls due; None when nothing is waiting."""
    earliest = [
        connection.execute(select(func.min(column))).scalar_one()
        for column in (dialogues.c.due_at, *(each.until for each in WAITING.values()))
    ]
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
