"""What one member would want to see at a glance: what they asked, what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Row
from sqlmodel import col, select

from community import matchmaking, profiles, standings
from community.lives import ASKED
from community.matchmaking import Proposal
from community.profiles import Profile
from community.scope import Scope
from community.standings import Standing
from storage.tables import Ask, Identity, Introduction, Member, Space


@dataclass(frozen=True, slots=True)
class Overview:
    """`mine` are the member's open asks, `asked` the needs that wait for their answer, `proposed`
    the introductions that the team has thought of."""

    mine: list[Standing]
    asked: list[str]
    proposed: list[Proposal]
    profile: Profile


def of(scope: Scope) -> Overview:
    """The overview of whoever acts."""
    waiting = (
        select(Ask.need)
        .join(Introduction, col(Introduction.ask_id) == col(Ask.id))
        .where(col(Introduction.helper_id) == scope.actor_id, col(Introduction.state).in_(ASKED))
        .order_by(col(Introduction.id))
    )
    return Overview(
        standings.mine(scope), list(scope.db.exec(waiting)), matchmaking.waiting(scope),
        profiles.mine(scope),
    )  # fmt: skip


def member_of(
    connection: Connection, connector: str, space: str, person: str
) -> Row[Member] | None:
    """The member behind a platform's own ids."""
    query = (
        select(Member)
        .join(Identity, col(Identity.member_id) == col(Member.id))
        .join(Space, col(Space.id) == col(Identity.space_id))
        .where(
            col(Space.connector) == connector, col(Space.external_id) == space,
            col(Identity.external_id) == person,
        )
    )  # fmt: skip
    return connection.execute(query).first()
