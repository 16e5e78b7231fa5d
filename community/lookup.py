"""Whom words mean: an id of the platform's, a name, or how a part of one begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, select

from community import profiles, tags
from community.names import folded
from community.scope import Scope
from community.search import tokens
from community.words import shortened
from storage.tables import Identity, Member, NameStart, Space

MOST_FOUND = 10
"""More people of a name are not a choice but a list to read."""
LOOKED_AT = 3 * (MOST_FOUND + 1)
"""Beginnings that are read: some may be of one and the same name, as in “Awa Awa”."""
BEGINS = 3
"""Letters with which a name can begin where more words follow: "ya un mec" is not about Yasmine."""
_CAPITALS = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W_]*(?:[ -][A-ZÀ-ÖØ-Þ][^\W_]*)*")
"""Words in a row that begin with a capital letter."""
LAST = "\U0010ffff"
"""Behind every letter there is."""


@dataclass(frozen=True, slots=True)
class Found:
    """A member found by name; `gone` is whether they have left.

    Who is `guessed` is not called just so, or by an ordinary word: whether it is them is asked.

    Of several, the `headline` of who has none is what they offer.
    """

    id: int
    name: str
    headline: str = ""
    gone: bool = False
    guessed: bool = False


def search(scope: Scope, words: str, *, gone: bool = False) -> list[Found]:
    """The members whom these words may mean; of many, MOST_FOUND and one more.

    Whoever is called exactly so goes before those who are called something like it. With `gone`,
    also those who have left: one may want to tell of them, or never to meet them again. Whoever is
    tagged is nobody else, whatever others are called. An ordinary word ("le", "he") is no beginning
    of a name, but may be a word of one.
    """
    if tag := tags.only(words.strip()):
        return _found(scope, _named_by_platform(scope, tag.id), gone=gone)
    named = words.strip().lstrip("@")
    wanted = folded(named)
    if not wanted:
        return []
    begun = _beginning(scope, wanted, gone=gone)
    exact = {row.member_id for row in begun if row.whole and row.words == wanted}
    meant = _found(scope, exact | _named_by_platform(scope, named), gone=gone)
    ordinary = is_ordinary(wanted)
    if meant and not ordinary:
        return meant
    so_called = {row.member_id for row in begun if _has(row.words, wanted)}
    likely = so_called if ordinary else {row.member_id for row in begun}
    sure = frozenset[int]() if ordinary else so_called
    return [replace(each, guessed=each.id not in sure) for each in _found(scope, likely, gone=gone)]


def called(scope: Scope, words: str) -> list[Found]:
    """The members who are called just so, by the whole of their name or by words of it."""
    wanted = folded(words.strip().lstrip("@"))
    begun = _beginning(scope, wanted, gone=False) if wanted else []
    named = {row.member_id for row in begun if _has(row.words, wanted)}
    return _found(scope, named, gone=False)


def is_anothers(scope: Scope, name: str) -> bool:
    """Whether another member than whoever acts is called just so."""
    return any(each.id != scope.actor_id for each in called(scope, name))


def named_in(scope: Scope, words: str) -> list[str]:
    """The words, as they are written, by which other members than whoever acts are called.

    A name has a capital letter: "rose" is a colour. Of a whole name its parts are not told again.
    """

    def is_name(each: str) -> bool:
        return not is_ordinary(each) and is_anothers(scope, each)

    runs: list[str] = _CAPITALS.findall(words)
    parts = [[run] if is_name(run) else re.split(r"[ -]", run) for run in runs]
    return list(dict.fromkeys(filter(is_name, chain(*parts))))


def search_first(scope: Scope, words: str, *, gone: bool = False) -> tuple[str, str]:
    """Of words that begin with a member's name: the name, and the rest. Without one, all and "".

    A tag is a name, also that of somebody whom we have not met.
    """
    tag, rest = tags.leading(words.strip())
    if tag is not None:
        return str(tag), rest
    parts = words.split()
    for end in range(len(parts), 0, -1):
        name = " ".join(parts[:end]).rstrip(",;:")
        found = search(scope, name, gone=gone)
        if found and (end == len(parts) or _begins(found, name)):
            return name, " ".join(parts[end:])
    return words, ""


def is_ordinary(words: str) -> bool:
    """Whether there are none among the words but articles, pronouns, and others of the kind."""
    return not tokens.words(words)


def can_be_meant(*, gone: bool = False) -> ColumnElement[bool]:
    """Of members: whether they were welcomed, and are still here unless that does not matter."""
    welcomed = col(Member.welcomed_at).is_not(None)
    return welcomed if gone else and_(welcomed, col(Member.left_at).is_(None))


def _beginning(scope: Scope, wanted: str, *, gone: bool) -> list[NameStart]:
    """Names with a word that begins so, those that are just so first."""
    query = (
        select(NameStart)
        .join(Member, col(Member.id) == col(NameStart.member_id))
        .where(
            col(NameStart.words) >= wanted, col(NameStart.words) < wanted + LAST,
            col(Member.community_id) == scope.community_id, can_be_meant(gone=gone),
        )
        .order_by(col(NameStart.words), col(NameStart.whole).desc(), col(NameStart.id))
        .limit(LOOKED_AT)
    )  # fmt: skip
    return list(scope.db.exec(query))


def _begins(found: Sequence[Found], name: str) -> bool:
    """Whether words that others follow are a name, and not what any sentence may begin with."""
    known = any(not each.guessed for each in found)
    return known or (len(folded(name)) >= BEGINS and not is_ordinary(name))


def _has(name: str, wanted: str) -> bool:
    """Whether a name that begins so has a word that ends there."""
    return name[len(wanted) : len(wanted) + 1] in {"", " ", "-"}


def _found(scope: Scope, ids: Collection[int], *, gone: bool) -> list[Found]:
    query = (
        select(Member)
        .where(col(Member.id).in_(ids), can_be_meant(gone=gone))
        .order_by(col(Member.name), col(Member.id))
        .limit(MOST_FOUND + 1)
    )  # fmt: skip
    rows = scope.db.exec(query).all()
    return [
        Found(
            each.id or 0, each.name, each.headline or _offers(scope, each, among=len(rows)),
            gone=each.left_at is not None,
        )
        for each in rows
    ]  # fmt: skip


def _offers(scope: Scope, member: Member, *, among: int) -> str:
    """What somebody who tells nothing else can be told apart by `among` several."""
    offers = profiles.public(scope, member.id or 0).offers if 1 < among <= MOST_FOUND else []
    return shortened(", ".join(offers))


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
