"""Whom words mean: an id of the platform's, a name, or how a part of one begins."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, select

from community.scope import Scope
from community.words import fold
from storage.tables import Identity, Member, Space

MOST_FOUND = 10
"""More people of a name are not a choice but a list to read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A member found by name."""

    id: int
    name: str
    headline: str = ""


def search(scope: Scope, words: str) -> list[Found]:
    """The members whom these words may mean.

    Whoever is called exactly so goes before those who are called something like it.
    """
    wanted = _folded(words.strip().lstrip("@"))
    known = _members(scope) if wanted else []
    ids = _named_by_platform(scope, words.strip().lstrip("@"))
    exact = [each for each in known if each.id in ids or _folded(each.name) == wanted]
    like = [each for each in known if _begins(_folded(each.name), wanted)]
    return [Found(each.id or 0, each.name, each.headline) for each in exact or like]


def _members(scope: Scope) -> list[Member]:
    query = select(Member).where(
        col(Member.community_id) == scope.community_id, col(Member.left_at).is_(None),
        col(Member.welcomed_at).is_not(None),
    )  # fmt: skip
    return list(scope.db.exec(query.order_by(col(Member.name), col(Member.id))))


def _named_by_platform(scope: Scope, external_id: str) -> set[int]:
    query = (
        select(Identity.member_id)
        .join(Space, col(Space.id) == col(Identity.space_id))
        .where(
            col(Identity.external_id) == external_id,
            col(Space.community_id) == scope.community_id,
        )
    )
    return set(scope.db.exec(query))


def _begins(name: str, wanted: str) -> bool:
    starts = [0, *(at + 1 for at, letter in enumerate(name) if letter in " -")]
    return any(name.startswith(wanted, at) for at in starts)


def _folded(words: str) -> str:
    return fold(" ".join(words.split()))
