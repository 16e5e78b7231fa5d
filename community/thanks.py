"""Thanks (P36): a word for somebody, tied to the help it is for; badges by distinct givers.

Nobody is ranked. Who wants to be mentioned says so, and only where the community does that.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, func, select

from community import introductions, members
from community.lives import AGREED
from community.scope import Scope
from storage.tables import Ask, Community, Introduction, Member, Thanks

BADGES = (3, 10, 25)
"""How many different people have to have said thanks."""


@dataclass(frozen=True, slots=True)
class Word:
    """Thanks as the receiver reads them; `badge` is the one they earn, 0 for none."""

    giver: str
    need: str
    words: str
    badge: int = 0
    may_ask: bool = False
    """Whether to ask if they would like to be mentioned: once, where the community does that."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helped whoever acts, and for what."""

    introduction_id: int
    name: str
    need: str


def for_help(scope: Scope, introduction_id: int, words: str) -> None:
    """A word of thanks from the requester to the helper; without words, a plain thank you."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    _give(scope, Thanks(
        introduction_id=introduction_id, giver_id=ask.requester_id, receiver_id=row.helper_id,
        words=words, given_at=scope.now,
    ))  # fmt: skip


def to_member(scope: Scope, member_id: int, words: str) -> None:
    """A word of thanks from whoever acts, for something that was never asked here."""
    assert scope.actor_id is not None
    _give(scope, Thanks(
        giver_id=scope.actor_id, receiver_id=member_id, words=words, given_at=scope.now,
    ))  # fmt: skip


def word(scope: Scope, thanks_id: int) -> Word:
    """One word of thanks."""
    row = scope.db.get_one(Thanks, thanks_id)
    giver, receiver = (members.get(scope, each) for each in (row.giver_id, row.receiver_id))
    community = scope.db.get_one(Community, scope.community_id)
    badge = _earned(scope, row)
    return Word(
        giver.name, _need(scope, row), row.words, badge,
        may_ask=bool(badge) and community.monthly_mention and receiver.mention is None,
    )  # fmt: skip


def givers(scope: Scope, member_id: int, until: int | None = None) -> int:
    """How many different people have thanked a member, before that row if one is given."""
    query = select(func.count(func.distinct(Thanks.giver_id))).where(
        col(Thanks.receiver_id) == member_id
    )
    return scope.db.exec(query.where(col(Thanks.id) < until) if until else query).one()


def badge(scope: Scope, member_id: int) -> int:
    """The highest of BADGES that a member has; 0 for none."""
    count = givers(scope, member_id)
    return max((each for each in BADGES if each <= count), default=0)


def mention(scope: Scope, *, willing: bool) -> None:
    """Whether whoever acts would like to be mentioned."""
    members.me(scope).mention = willing


def helpers(scope: Scope) -> list[Helper]:
    """Who was introduced to whoever acts and is still here, latest first."""
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .join(Member, col(Member.id) == col(Introduction.helper_id))
        .where(
            col(Ask.requester_id) == scope.actor_id,
            col(Introduction.state).in_(AGREED),
            col(Member.left_at).is_(None),
        )
        .order_by(col(Introduction.id).desc())
        .limit(10)
    )
    return [
        Helper(row.id or 0, members.get(scope, row.helper_id).name, ask.need)
        for row, ask in scope.db.exec(query)
    ]


def _give(scope: Scope, row: Thanks) -> None:
    scope.db.add(row)
    scope.db.flush()
    scope.notify(row.receiver_id, "thanked", thanks=row.id)


def _need(scope: Scope, row: Thanks) -> str:
    """What it is for; "" when nothing was asked, or the words are gone."""
    if row.introduction_id is None:
        return ""
    return scope.db.get_one(Ask, introductions.get(scope, row.introduction_id).ask_id).need


def _earned(scope: Scope, row: Thanks) -> int:
    """The badge that comes with this one: its giver is new, and makes the number full."""
    assert row.id is not None
    before = givers(scope, row.receiver_id, until=row.id)
    after = givers(scope, row.receiver_id, until=row.id + 1)
    return after if after > before and after in BADGES else 0
