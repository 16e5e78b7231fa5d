"""Who can help with X: members whose profile speaks of it, each with what matched.

A first search: word stems kept in a table beside the profiles, so that it is as true as the
transaction it runs in. Relevance first; among equals, whoever was asked least.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col, select

from community.scope import Scope
from community.stems import stems
from storage.tables import Introduction, Member, ProfileEntry, ProfileTerm

WEEKLY_CAP = 3
"""Requests that one helper gets in seven days (P4)."""
WORTH = {"offer": 1.0, "experience": 0.8, "headline": 0.6}
HEADLINE = 0
"""The entry id under which a headline's stems are kept."""
ENOUGH = 0.34
"""Share of the need's weight that an entry has to cover."""


SHOWN = 3
"""Phrases of a profile that say why."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """One entry that speaks of the need."""

    score: float
    kind: str
    entry_id: int


@dataclass(frozen=True, slots=True)
class Match:
    """A member who may help. `kind` is where it was found: offer, experience or headline."""

    member_id: int
    name: str
    headline: str
    external: bool
    kind: str
    phrases: list[str]
    score: float


def index(scope: Scope, member_id: int, headline: str, entries: Sequence[ProfileEntry]) -> None:
    """Make a profile findable. What somebody wants is not what they offer, so wants stay out."""
    texts = [(HEADLINE, headline)]
    texts += [(entry.id or 0, entry.words) for entry in entries if entry.kind != "want"]
    scope.db.add_all(
        ProfileTerm(
            community_id=scope.community_id, member_id=member_id, entry_id=entry_id, stem=stem
        )
        for entry_id, words in texts
        for stem in dict.fromkeys(stems(words))
    )


def find_helpers(
    scope: Scope, need: str, limit: int = 3, without: Sequence[int] = ()
) -> list[Match]:
    """Up to `limit` members for a need, best first.

    Never the asker, nobody paused, departed or not yet welcomed, nobody over the weekly cap.
    """
    weights = _weights(scope, list(dict.fromkeys(stems(need))))
    if not weights:
        return []
    found = _entries_with(scope, list(weights), [*without, scope.actor_id or 0])
    kinds = _kinds(scope, [entry for entries in found.values() for entry in entries])
    load = _load(scope, list(found))
    scores = {member: _scored(entries, kinds, weights) for member, entries in found.items()}
    able = [member for member in found if scores[member] and load[member] < WEEKLY_CAP]
    able.sort(key=lambda each: (-scores[each][0].score, load[each], _shuffled(need, each)))
    return [_match(scope, member, scores[member]) for member in able[:limit]]


def _weights(scope: Scope, words: Sequence[str]) -> dict[str, float]:
    """How telling each stem is: rare ones more. A stem that nobody has still counts."""
    counted = scope.db.exec(
        select(ProfileTerm.stem, func.count(func.distinct(ProfileTerm.member_id)))
        .where(
            col(ProfileTerm.community_id) == scope.community_id, col(ProfileTerm.stem).in_(words)
        )
        .group_by(col(ProfileTerm.stem))
    ).all()
    members = dict(counted)
    return {word: 1 / math.log(2.5 + members.get(word, 0)) for word in words}


def _entries_with(
    scope: Scope, words: Sequence[str], without: Sequence[int]
) -> dict[int, dict[int, set[str]]]:
    """The stems found, by member and entry, of those who can be asked."""
    rows = scope.db.exec(
        select(ProfileTerm.member_id, ProfileTerm.entry_id, ProfileTerm.stem)
        .join(Member, col(Member.id) == col(ProfileTerm.member_id))
        .where(
            col(ProfileTerm.community_id) == scope.community_id,
            col(ProfileTerm.stem).in_(words),
            col(Member.id).not_in(without),
            *askable(scope),
        )
    )
    found: dict[int, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for member_id, entry_id, stem in rows:
        found[member_id][entry_id].add(stem)
    return found


def askable(scope: Scope) -> list[ColumnElement[bool]]:
    """What makes a member somebody who can be asked now."""
    return [
        col(Member.welcomed_at).is_not(None),
        col(Member.left_at).is_(None),
        or_(col(Member.paused_until).is_(None), col(Member.paused_until) <= scope.now),
    ]


def _scored(
    entries: dict[int, set[str]], kinds: dict[int, str], weights: dict[str, float]
) -> list[_Hit]:
    """The entries that say enough of the need, best first."""
    whole = sum(weights.values())
    hits = []
    for entry_id, words in entries.items():
        covered = sum(weights[word] for word in words) / whole
        if covered >= ENOUGH:
            kind = kinds[entry_id]
            hits.append(_Hit(round(covered * WORTH[kind], 6), kind, entry_id))
    return sorted(hits, key=lambda hit: (-hit.score, hit.entry_id))


def _match(scope: Scope, member_id: int, hits: Sequence[_Hit]) -> Match:
    member = scope.db.get_one(Member, member_id)
    kind = hits[0].kind
    said = [
        scope.db.get_one(ProfileEntry, hit.entry_id).words if hit.entry_id else member.headline
        for hit in hits[:SHOWN] if hit.kind == kind
    ]  # fmt: skip
    return Match(
        member_id=member_id, name=member.name, headline=member.headline, external=member.external,
        kind=kind, phrases=said, score=hits[0].score,
    )  # fmt: skip


def _kinds(scope: Scope, entry_ids: Sequence[int]) -> dict[int, str]:
    query = select(ProfileEntry.id, ProfileEntry.kind).where(col(ProfileEntry.id).in_(entry_ids))
    return {HEADLINE: "headline"} | {id_ or 0: kind for id_, kind in scope.db.exec(query)}


def _load(scope: Scope, member_ids: Sequence[int]) -> dict[int, int]:
    """How many requests each got in the last seven days."""
    counted = scope.db.exec(
        select(Introduction.helper_id, func.count())
        .where(
            col(Introduction.helper_id).in_(member_ids),
            col(Introduction.requested_at) > scope.now - timedelta(days=7),
        )
        .group_by(col(Introduction.helper_id))
    ).all()
    return dict.fromkeys(member_ids, 0) | dict(counted)


def _shuffled(need: str, member_id: int) -> bytes:
    """An order among equals that is fixed for a need and differs between needs."""
    return hashlib.sha256(f"{need}:{member_id}".encode()).digest()
