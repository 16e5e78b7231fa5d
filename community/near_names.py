"""Whom words mean that are nobody's name: one mistyped by a letter, or what somebody does."""

from __future__ import annotations

from sqlmodel import col, select

from community import directory
from community.lookup import LAST, Found, can_be_meant
from community.names import folded
from community.scope import Scope
from storage.tables import Member, NameStart

SHORTEST = 4
"""Letters of a name in which one may be wrong."""
MOST = 3


def near(scope: Scope, words: str) -> list[Found]:
    """Up to three members: those whose name is one letter off, else those who know the subject."""
    wanted = folded(words.strip().lstrip("@"))
    return _one_off(scope, wanted) or [
        Found(each.member_id, each.name, each.headline or ", ".join(each.phrases))
        for each in directory.find_helpers(scope, words, MOST) if not each.external
    ]  # fmt: skip


def _one_off(scope: Scope, wanted: str) -> list[Found]:
    """Whoever is called nearly so; the first letter is seldom wrong."""
    if len(wanted) < SHORTEST:
        return []
    query = (
        select(Member, NameStart.words)
        .join(NameStart, col(NameStart.member_id) == col(Member.id))
        .where(
            col(NameStart.words) >= wanted[0], col(NameStart.words) < wanted[0] + LAST,
            col(Member.community_id) == scope.community_id, can_be_meant(),
        )
        .order_by(col(Member.name), col(Member.id))
    )  # fmt: skip
    size = len(wanted.split())
    meant = {
        each.id: Found(each.id or 0, each.name, each.headline)
        for each, name in scope.db.exec(query)
        if is_one_off(wanted, " ".join(name.split()[:size]))
    }
    return list(meant.values())[:MOST]


def is_one_off(word: str, other: str) -> bool:
    """Whether one letter more, less, or other, or two that changed places, make it the other."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    pairs = enumerate(zip(word, other, strict=False))
    at = next((n for n, (one, two) in pairs if one != two), min(len(word), len(other)))
    one, two = word[at:], other[at:]
    return one[1:] == two or one == two[1:] or one[1:] == two[1:] or _swapped(one, two)


def _swapped(one: str, two: str) -> bool:
    return one[:2] == two[1::-1] and one[2:] == two[2:]
