"""Whom words mean: an id of the platform's, a name, or how a part of one begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlmodel import col, select

from community.scope import Scope
from community.words import fold
from storage.tables import Identity, Member, Space

MOST_FOUND = 10
"""More people of a name are not a choice but a list to read."""
MOST_REMEMBERED = 32_768
"""Names without case and accents: making them takes longer than reading the members."""


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
    named = words.strip().lstrip("@")
    wanted = _folded(named)
    if not wanted:
        return []
    ids = _named_by_platform(scope, named)
    known = [(id_, _folded(name)) for id_, name in _names(scope)]
    exact = [id_ for id_, name in known if id_ in ids or name == wanted]
    like = [id_ for id_, name in known if wanted in name and _begins(name, wanted)]
    return _found(scope, exact or like)


def _names(scope: Scope) -> Sequence[tuple[int | None, str]]:
    """Everybody's id and name, and no more: of thousands, all but a few are not meant."""
    query = select(Member.id, Member.name).where(
        col(Member.community_id) == scope.community_id, col(Member.left_at).is_(None),
        col(Member.welcomed_at).is_not(None),
    )  # fmt: skip
    return scope.db.exec(query).all()


def _found(scope: Scope, ids: Sequence[int | None]) -> list[Found]:
    query = select(Member).where(col(Member.id).in_(ids))
    found = scope.db.exec(query.order_by(col(Member.name), col(Member.id)))
    return [Found(each.id or 0, each.name, each.headline) for each in found]


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


@lru_cache(maxsize=MOST_REMEMBERED)
def _folded(words: str) -> str:
    return fold(" ".join(words.split()))
