"""The monthly mention (P36): those who were thanked and would like to be named, without any rank.

It takes both: the community chose it (`monthly_mention` in its file, or an organiser in chat), and
so did each who is named.
What is kept of it are ids; names are looked up when it is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection
from sqlmodel import col, select

from community import charter, groups, members, places
from community.digests import since
from community.rituals import Figures, Nothing, RunRow, Settings, WrongRitual, broadcast, kind
from community.scope import Scope
from community.words import fold
from storage.tables import Community, Member, Thanks


@kind("mentions", Settings, in_place=True)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Name them in the ritual's place, or to each one; raises Nothing where there is nobody."""
    scope = Scope(connection, now, run.community_id)
    people = thanked(scope, since(scope, run, now), run.audience)
    if not people:
        raise Nothing
    if run.place_id is not None:
        places.post(scope, run.place_id, run.made_by, "mentions-in-channel", people=people)
    else:
        broadcast(scope, "mentions", run.audience, run_id=run.id, people=people)
    scope.close(keep=True)
    return {"named": len(people)}


def thanked(scope: Scope, begin_at: datetime, audience: Sequence[int]) -> list[int]:
    """Who of these groups was thanked since then and may be named; nobody unless it is chosen."""
    if not is_chosen(scope):
        return []
    here = groups.members_of(scope.connection, scope.community_id, audience)
    received = select(Thanks.receiver_id).where(col(Thanks.given_at) > begin_at)
    willing = select(Member.id).where(col(Member.mention).is_(True), col(Member.id).in_(received))
    found = set(scope.db.exec(willing))
    return [each for each in here if each in found]


def names(scope: Scope, people: Sequence[int]) -> list[str]:
    """Their names in the order of the alphabet, of those who are still here and still willing."""
    query = select(Member.name).where(
        col(Member.id).in_(people), col(Member.mention).is_(True), col(Member.left_at).is_(None),
        col(Member.name) != "",
    )  # fmt: skip
    return sorted(scope.db.exec(query), key=fold)


def is_chosen(scope: Scope) -> bool:
    """Whether the community mentions anybody."""
    return scope.db.get_one(Community, scope.community_id).monthly_mention


def choose(scope: Scope) -> None:
    """The community mentions people from now on, those who like; organisers only."""
    members.require_organiser(scope)
    charter.write(scope, replace(charter.read(scope), monthly_mention=True))


def require_chosen(scope: Scope) -> None:
    """Raise WrongRitual unless the community mentions people."""
    if not is_chosen(scope):
        raise WrongRitual("no-mentions")
