"""Exchanges: the relays that are open, through which two write to each other under chosen names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import aliased
from sqlmodel import and_, col, or_, select

from community import members
from community.lives import AGREED, RELAY
from community.scope import Scope
from storage.tables import Ask, Audit, Introduction, Relay, RelaySide

LIVELY = timedelta(days=1)
"""For so long words may be meant for the other one by mistake."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two of a relay, as the other one meets them: under the name that they chose."""

    introduction: int
    member_id: int
    called: str


def others(scope: Scope, member_id: int | None = None, state: str = "open") -> list[Side]:
    """Whom a member (whoever acts, by default) writes to through a relay, the newest first.

    With the state "closed", whom they once wrote to.
    """
    me = member_id or scope.actor_id
    mine = col(RelaySide.member_id) == me, col(RelaySide.called) != ""
    query = (
        select(RelaySide)
        .join(Relay, col(Relay.id) == col(RelaySide.relay_id))
        .where(
            col(Relay.state) == state, col(RelaySide.called) != "",
            col(RelaySide.relay_id).in_(select(RelaySide.relay_id).where(*mine)),
            col(RelaySide.member_id) != me,
        )
        .order_by(col(RelaySide.relay_id).desc())
    )  # fmt: skip
    return [Side(each.relay_id, each.member_id, each.called) for each in scope.db.exec(query)]


def met_last(scope: Scope, introduction_id: int | None = None) -> Side | None:
    """With whom whoever acts agreed to meet last, under the name by which they know them.

    Of a certain introduction, the other one, also before they agree: but then only to whoever asks
    for help, as they know whom.
    """
    me = scope.actor_id
    agreed = col(Introduction.state).in_(AGREED)
    there = and_(
        col(Introduction.id) == introduction_id, or_(agreed, col(Ask.requester_id) == me)
    )  # fmt: skip
    query = (
        select(Introduction, Ask.requester_id)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            or_(col(Introduction.helper_id) == me, col(Ask.requester_id) == me),
            agreed if introduction_id is None else there,
        )
        .order_by(col(Introduction.decided_at).desc(), col(Introduction.id).desc())
    )
    found = scope.db.exec(query).first()
    if found is None:
        return None
    row, requester = found
    known = {each.introduction: each for each in others(scope)}
    other = requester if row.helper_id == me else row.helper_id
    side = Side(row.id or 0, other, members.get(scope, other).name)
    return known.get(side.introduction, side)


def was_with_nobody(scope: Scope) -> bool:
    """Whether whoever acts once had a relay with somebody of whom no name is left in it."""
    mine, theirs = aliased(RelaySide), aliased(RelaySide)
    query = (
        select(theirs.relay_id)
        .join(mine, col(mine.relay_id) == col(theirs.relay_id))
        .join(Relay, col(Relay.id) == col(mine.relay_id))
        .where(
            col(mine.member_id) == scope.actor_id, col(mine.called) != "",
            col(theirs.member_id) != scope.actor_id, col(theirs.called) == "",
            col(Relay.state) == "closed",
        )
    )  # fmt: skip
    return scope.db.exec(query).first() is not None


def ended_since(scope: Scope, at: datetime) -> bool:
    """Whether words that came to whoever acts then may be of somebody they write to no more."""
    over = [each.introduction for each in others(scope, state="closed")]
    query = select(Audit.id).where(
        col(Audit.subject) == "relay", col(Audit.subject_id).in_(over),
        col(Audit.after) == "closed", col(Audit.at) >= at,
    )  # fmt: skip
    return scope.db.exec(query).first() is not None


def is_lively(scope: Scope, introduction_id: int) -> bool:
    """Whether the two agreed to write, or something passed, within LIVELY."""
    quiet_from = scope.db.get_one(Relay, introduction_id).due_at
    return quiet_from is not None and quiet_from > scope.now + RELAY.waits["open"] - LIVELY


def undelivered(scope: Scope, introduction_id: int, reader: int, event: str) -> None:
    """What was written to one of the two in that event will not arrive: its writer is told once."""
    _tell_writer(scope, introduction_id, reader, "relay-undelivered", once_for=event)


def held(scope: Scope, introduction_id: int, reader: int, event: str) -> None:
    """It arrives when the reader writes next: its writer is told once a day, whatever follows."""
    _tell_writer(scope, introduction_id, reader, "relay-held", once_for=f"{scope.now.date()}")


def _tell_writer(
    scope: Scope, introduction_id: int, reader: int, dialogue: str, *, once_for: str
) -> None:
    query = select(RelaySide.member_id).where(
        col(RelaySide.relay_id) == introduction_id, col(RelaySide.member_id) != reader
    )
    for writer in scope.db.exec(query):
        scope.notify(
            writer, dialogue, once_for=f"{introduction_id}:{once_for}",
            introduction=introduction_id,
        )  # fmt: skip


def passing(scope: Scope, introduction_id: int) -> None:
    """Something passes: the relay lives on."""
    scope.db.get_one(Relay, introduction_id).due_at = scope.now + RELAY.waits["open"]
