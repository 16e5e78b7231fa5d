"""Thanks (P36): a word for somebody, tied to the help it is for; badges by distinct givers.

Nobody is ranked. Who wants to be mentioned says so, and only where the community does that.
Thanks are no way to write to somebody: never past a block or a pause, and not again and again.
Those to somebody who has blocked their giver look brought: a "no" would tell of the block.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, func, select

from community import blocks, introductions, limits, members, peace
from community.lives import AGREED
from community.scope import Scope
from storage.tables import Ask, Community, Introduction, Member, Thanks

BADGES = (3, 10, 25)
"""How many different people have to have said thanks."""
WEEK = timedelta(days=7)
OFTEN, MET_OFTEN = 1, 3
"""Words of thanks to one person in a week: from anybody, and from somebody they have helped."""


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


def for_help(scope: Scope, introduction_id: int, words: str) -> bool:
    """A word of thanks from the requester to the helper; without words, a plain thank you.

    False when it can't be brought to them now.
    """
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    return _give(scope, MET_OFTEN, Thanks(
        introduction_id=introduction_id, giver_id=ask.requester_id, receiver_id=row.helper_id,
        words=words, given_at=scope.now,
    ))  # fmt: skip


def to_member(scope: Scope, member_id: int, words: str) -> bool:
    """The same from whoever acts, for something that was never asked here."""
    assert scope.actor_id is not None
    return _give(scope, OFTEN, Thanks(
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


def received(scope: Scope) -> list[Thanks]:
    """What whoever acts was thanked with, but for what a block has kept from them."""
    rows = scope.db.exec(select(Thanks).where(col(Thanks.receiver_id) == scope.actor_id)).all()
    return [row for row in rows if not _kept_back(scope, row)]


def _kept_back(scope: Scope, row: Thanks) -> bool:
    since = blocks.since(scope, row.receiver_id, row.giver_id)
    return since is not None and since <= row.given_at


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
    kept_off = blocks.blocked_by(scope, scope.actor_id or 0)
    return [
        Helper(row.id or 0, members.get(scope, row.helper_id).name, ask.need)
        for row, ask in scope.db.exec(query) if row.helper_id not in kept_off
    ]  # fmt: skip


def _give(scope: Scope, most: int, row: Thanks) -> bool:
    if not _may(scope, row.giver_id, row.receiver_id, most):
        return False
    scope.db.add(row)
    scope.db.flush()
    if not blocks.keeps_away(scope, row.receiver_id, row.giver_id):
        scope.notify(row.receiver_id, "thanked", thanks=row.id)
    return True


def _may(scope: Scope, giver: int, receiver: int, most: int) -> bool:
    """Whether a word is taken: also for whoever has blocked its giver, and is never brought it."""
    kept_off = blocks.keeps_away(scope, giver, receiver) or limits.held(scope, giver)
    if kept_off or peace.standing(scope, receiver).barred:
        return False
    lately = select(func.count()).select_from(Thanks).where(
        col(Thanks.giver_id) == giver, col(Thanks.receiver_id) == receiver,
        col(Thanks.given_at) > scope.now - WEEK,
    )  # fmt: skip
    return scope.db.exec(lately).one() < most


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
