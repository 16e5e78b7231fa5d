"""Two members who are the same person become one; and an identity goes its own way again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Table, update
from sqlmodel import SQLModel, col, delete, select

from community import (
    asks,
    choices,
    groups,
    guests,
    introductions,
    linking,
    matchmaking,
    members,
    profiles,
    relays,
    safety,
    surveys,
)
from community.lives import ASKED, MET, OFFERED
from community.members import Person
from community.rounds import leaving
from community.scope import Scope
from community.transitions import WrongState
from storage import inbox
from storage.tables import (
    Ask,
    Conversation,
    Dialogue,
    Identity,
    Introduction,
    Member,
    PlaceMember,
    Space,
)

ONE_SIDED = ("onboarding", "link", "linked")
"""Dialogues that have no point any more once two are one, or one is two again."""


@dataclass(frozen=True, slots=True)
class Account:
    """One of the identities of whoever acts; `here` is the one through which they act.

    Of several on one platform `n` counts them from 1, in the order in which they came to be; 0 of
    the only one. `heard_at` is when they last wrote from it.
    """

    id: int
    connector: str
    here: bool
    n: int = 0
    heard_at: datetime | None = None


def accounts(scope: Scope) -> list[Account]:
    """Where whoever acts can be met."""
    at = (col(Conversation.space_id) == col(Identity.space_id)) & (
        col(Conversation.place) == col(Identity.direct_place)
    )
    query = (
        select(Identity.id, Space.connector, Conversation.heard_at)
        .join(Space, col(Space.id) == col(Identity.space_id))
        .outerjoin(Conversation, at)
        .where(col(Identity.member_id) == scope.actor_id)
        .order_by(col(Identity.id))
    )
    found = scope.db.exec(query).all()
    platforms = [name for _, name, _ in found]
    return [
        Account(id_ or 0, name, id_ == scope.identity_id, _place(platforms, at), heard)
        for at, (id_, name, heard) in enumerate(found)
    ]


def _place(platforms: Sequence[str], at: int) -> int:
    """The how manieth it is of those on its platform; 0 where it is the only one."""
    name = platforms[at]
    return platforms[: at + 1].count(name) if platforms.count(name) > 1 else 0


def merge(scope: Scope, link_id: int, keep: str) -> bool:
    """Whoever acts becomes one with the member whose code they typed; False if it is too late.

    `keep` says whose profile stays: "theirs" or "mine". A role stays where it was granted.
    """
    stays_id = linking.redeem(scope, link_id)
    if stays_id is None:
        return False
    if keep == "mine":
        profiles.write(scope, profiles.mine(scope), stays_id)
    moved = _become_one(scope, stays_id, "linked")
    _tell(scope, stays_id, [line.id or 0 for line in moved])
    return True


def turn_out_to_be(scope: Scope, stays_id: int) -> None:
    """Whoever acts is that member, by their platform's word: everything goes on under one.

    The identity through which they act goes, as the other's is the same; where they would not
    know it by now, they are told.
    """
    line, welcomed = _here(scope), members.me(scope).welcomed_at is not None
    if welcomed:
        profiles.add_all(scope, profiles.mine(scope), stays_id)
    _become_one(scope, stays_id, "same")
    scope.db.delete(line)
    scope.db.flush()
    if welcomed:
        scope.notify(stays_id, "same-person")


def _become_one(scope: Scope, stays_id: int, how: str) -> list[Identity]:
    """Everything of whoever acts is that member's; their identities, which bring no role along."""
    stays, goes = members.get(scope, stays_id), members.me(scope)
    if goes.paused_until and (not stays.paused_until or goes.paused_until > stays.paused_until):
        stays.paused_until = goes.paused_until
    safety.inherit(goes, stays)
    assert goes.id is not None
    _end_between(scope, stays_id, goes.id)
    moved = members.lines(scope, goes.id)
    _clear(scope, goes.id, stays_id)
    _hand_over(scope, goes.id, stays_id)
    scope.audit("member", goes.id, "", how)
    scope.db.delete(members.get(scope, goes.id))
    for line in moved:
        line.vouched = False
    return moved


def ask_to_part(scope: Scope, identities: Sequence[int]) -> None:
    """Have identities of whoever acts go their own way, each as a turn of its own."""
    for identity_id in identities:
        line = scope.db.get(Identity, identity_id)
        if line is None or line.member_id != scope.actor_id:
            raise WrongState(f"identity {identity_id} is somebody else's")
        inbox.put(
            scope.db.connection(), space_id=line.space_id, place=line.direct_place, now=scope.now,
            event_id=f"{inbox.OURS}part:{line.id}:{line.member_id}:{scope.now.isoformat()}",
            sender=line.external_id, payload={"kind": "part", "in": "direct"},
        )  # fmt: skip


def part(scope: Scope) -> Person | None:
    """The identity that acts becomes a newcomer's again; None if its member has no other.

    Those that the member keeps are told.
    """
    former, line = members.me(scope), _here(scope)
    if line is None or len(members.lines(scope, line.member_id)) < 2:
        return None
    gone = next(each for each in accounts(scope) if each.here)
    fresh = Member(
        community_id=scope.community_id, locale=former.locale, time_zone=former.time_zone,
        joined_at=scope.now,
    )  # fmt: skip
    scope.db.add(fresh)
    scope.db.flush()
    assert fresh.id is not None
    line.member_id, line.vouched = fresh.id, True
    scope.audit("member", fresh.id, "", "unlinked")
    for kept in members.lines(scope, former.id or 0):
        scope.tell(kept, "unlinked", connector=gone.connector, n=gone.n)
    return Person(fresh.id, "", fresh.locale, fresh.time_zone, welcomed=False)


def leave_space(scope: Scope) -> bool:
    """Whoever acts left one space; False if it was the only one they were in."""
    line = _here(scope)
    if line is None or len(members.lines(scope, line.member_id)) < 2:
        return False
    scope.db.delete(line)
    scope.db.flush()
    return True


def _here(scope: Scope) -> Identity | None:
    return scope.db.get(Identity, scope.identity_id) if scope.identity_id else None


def _end_between(scope: Scope, stays: int, goes: int) -> None:
    """Nobody is introduced to themselves, and nobody stands twice in a line of helpers."""
    both = (stays, goes)
    query = select(Introduction, Ask).join(Ask, col(Ask.id) == col(Introduction.ask_id))
    between = col(Ask.requester_id).in_(both) & col(Introduction.helper_id).in_(both)
    for row, ask in scope.db.exec(query.where(between)).all():
        if row.state in (*ASKED, "postponed"):
            introductions.expire(scope, row)
            asks.go_on(scope, ask, why="left")
        elif row.state in OFFERED:
            matchmaking.expire(scope, row, ask)
        elif row.state in MET and ask.state == "introduced":
            asks.close(scope, ask, "withdrawn")
    mine = col(Introduction.helper_id) == goes
    for row, _ in scope.db.exec(query.where(mine, col(Introduction.state) == "reserved")).all():
        introductions.skip(scope, row)


def _clear(scope: Scope, goes: int, stays: int) -> None:
    """What only one of the two can have."""
    profiles.forget(scope, goes)
    linking.forget(scope, goes)
    relays.forget_between(scope, stays, goes)
    groups.merge(scope, goes, stays)
    surveys.merge(scope, goes, stays)
    choices.merge(scope, goes, stays)
    leaving.merge(scope, goes, stays)
    guests.merge(scope, goes, stays)
    shared = select(PlaceMember.place_id).where(col(PlaceMember.member_id) == stays)
    scope.db.exec(
        delete(PlaceMember).where(
            col(PlaceMember.member_id) == goes, col(PlaceMember.place_id).in_(shared)
        )
    )
    scope.db.exec(
        delete(Dialogue).where(
            col(Dialogue.member_id) == goes, col(Dialogue.name).in_(ONE_SIDED)
        )
    )  # fmt: skip


def _hand_over(scope: Scope, goes: int, stays: int) -> None:
    """Every column that points to the one points to the other: tables yet to come too."""
    scope.db.flush()
    for each in SQLModel.metadata.sorted_tables:
        for column in _pointing_to_members(each):
            scope.db.connection().execute(
                update(each).where(column == goes).values({column.name: stays})
            )
    scope.db.exec(update(Ask).where(col(Ask.proposed_by) == goes).values(proposed_by=stays))
    scope.db.expire_all()


def _pointing_to_members(each: Table) -> list[Column[int]]:
    return [
        column for column in each.columns
        if any(key.target_fullname == "member.id" for key in column.foreign_keys)
    ]  # fmt: skip


def _tell(scope: Scope, member_id: int, moved: Sequence[int]) -> None:
    """Word to every side: whoever did not want this can undo it at once."""
    for line in members.lines(scope, member_id):
        scope.tell(line, "linked", accounts=list(moved))
