"""The skills map: what is sought against what is offered, gaps first (P38).

Sought is what members want and ask for, by what it means: "compta" and "bookkeeping" are one
subject. Nothing is told of fewer than five people, and what nobody has a common word for is told in
the words that five of them share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlmodel import col, select

from community import members
from community.scope import Scope
from community.search import freshness
from community.search.index import Index
from community.search.meaning import Meaning, Span, meaning
from community.search.prepared import NARROWER
from community.search.tokens import stem, subject
from community.search.vocabulary import Term
from storage.tables import Ask, Member, ProfileEntry

FEWEST = 5
"""People of whom a figure may be told."""
RECENT = timedelta(days=365)
"""An older ask says nothing of today."""
MOST_TOLD = 12

Subject = int | tuple[str, ...]
"""A concept's number, or the stems of what the thesaurus has no name for."""


@dataclass(frozen=True, slots=True)
class Skill:
    """A subject, how many seek it, and how many offer it: 0 for fewer than five."""

    name: str
    sought: int
    offered: int


def skills_map(scope: Scope, locale: str) -> list[Skill]:
    """The subjects that at least five members seek, what is most lacking first.

    Raises NotAllowed without the role of an organiser.
    """
    members.require_organiser(scope)
    here, known = _here(scope), meaning(scope.community_id)
    seekers, words = _sought(scope, known)
    wanted = {each: who & here for each, who in seekers.items()}
    with freshness.fresh(scope) as kept:
        found = [
            Skill(_name(known, each, words, locale), len(who), len(here & speakers))
            for each, who in wanted.items()
            if len(who) >= FEWEST
            for speakers in [_offering(kept.index, known, each)]
        ]
    found.sort(key=lambda each: (each.offered - each.sought, each.name))
    return [replace(each, offered=each.offered if each.offered >= FEWEST else 0)
            for each in found[:MOST_TOLD]]  # fmt: skip


def subjects(known: Meaning, text: str) -> Iterator[Subject]:
    """What a text is about: the longest expressions in it that mean something, else its stems."""
    found = [stem(word) for word in subject(text)]
    taken: set[int] = set()
    for span in sorted(known.spans(found), key=_longest_first):
        if taken.isdisjoint(range(span.start, span.end)):
            taken |= {*range(span.start, span.end)}
            yield span.concept
    if found and not taken:
        yield tuple(found)


def _longest_first(span: Span) -> tuple[int, int, int]:
    return span.start - span.end, span.start, span.concept


def _here(scope: Scope) -> set[int]:
    """Who is part of the community now."""
    query = select(Member.id).where(
        col(Member.community_id) == scope.community_id, col(Member.welcomed_at).is_not(None),
        col(Member.left_at).is_(None),
    )  # fmt: skip
    return {each for each in scope.db.exec(query) if each is not None}


def _sought(
    scope: Scope, known: Meaning
) -> tuple[Mapping[Subject, set[int]], Mapping[Subject, str]]:
    """By subject, who seeks it, and how it was first said."""
    seekers: dict[Subject, set[int]] = defaultdict(set)
    words: dict[Subject, str] = {}
    for member, text in _said(scope):
        for each in subjects(known, text):
            seekers[each].add(member)
            words.setdefault(each, " ".join(subject(text)))
    return seekers, words


def _said(scope: Scope) -> Iterable[tuple[int, str]]:
    """Who wants or asked for what; what a moderator had the idea of was nobody's need."""
    wants = select(ProfileEntry.member_id, ProfileEntry.words).join(
        Member, col(Member.id) == col(ProfileEntry.member_id)
    )
    asked = select(Ask.requester_id, Ask.need).where(
        col(Ask.community_id) == scope.community_id, col(Ask.proposed_by).is_(None),
        col(Ask.opened_at) > scope.now - RECENT,
    )  # fmt: skip
    here = col(Member.community_id) == scope.community_id
    yield from scope.db.exec(wants.where(here, col(ProfileEntry.kind) == "want"))
    yield from scope.db.exec(asked.order_by(col(Ask.id)))


def _offering(index: Index, known: Meaning, about: Subject) -> set[int]:
    """Who says that they can do it, or a kind of it."""
    if isinstance(about, int):
        near: Sequence[Term] = [each for each, share in known.kin(about) if share >= NARROWER]
        return index.speakers(near)
    return set.intersection(*(index.speakers([each]) for each in about))


def _name(known: Meaning, about: Subject, words: Mapping[Subject, str], locale: str) -> str:
    return known.name(about, locale) if isinstance(about, int) else words[about]
