"""Who can help with X: members whose profile speaks of it, each with what matched (P1, P4).

Relevance first, as `community/search` finds it; then small advantages, each of which `explain`
names: whoever was asked less lately, speaks the asker's language, was thanked for the same, or
keeps the profile up to date. None of them brings somebody before a much better match.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy
from sqlalchemy import BindParameter, ColumnElement, bindparam, case, func, or_
from sqlmodel import col, select

from community import blocks, budget
from community.scope import Scope
from community.search import freshness
from community.search.index import Hit, Index
from community.search.meaning import meaning
from community.search.tokens import stems
from community.thesaurus import LOCALES
from storage.among import among
from storage.tables import Ask, Introduction, Member, Thanks, table
from storage.tables.columns import Moment

ENOUGH = 0.35
"""How well a phrase has to say the need, from 0 to 1."""
CONSIDERED = 60
"""People looked at first; more, when many of them can't be asked.

Of more equals than that, each day others."""
SHOWN = 3
"""Phrases of a profile that say why."""
OLD = timedelta(days=365)
SEASON = timedelta(days=90)

BUSY, TIRED, FOREIGN, THANKED, STALE = 0.96, 0.97, 0.98, 1.03, 0.98
"""What each request of the week, each of the last three months, another language, thanks for the
same, and a profile untouched for a year are worth.

The week alone is too short a memory: of equals it would bring the same few up every Monday.
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A member who may help. `kind` is where it was found: offer, experience or headline.

    `meant` are the phrases as the asker's language calls them, "" where it needs no telling.
    """

    member_id: int
    name: str
    headline: str
    external: bool
    kind: str
    phrases: list[str]
    score: float
    meant: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explained:
    """Why somebody stands where they stand: the match, and each advantage by its name."""

    match: Match
    relevance: float
    advantages: dict[str, float]


class _Able(NamedTuple):
    """What is read of a member who can be asked."""

    id: int
    name: str
    headline: str
    external: bool
    locale: str
    stamp: int


def changed(scope: Scope, member: Member) -> None:
    """The member's profile is not what it was: it is read again before the next search."""
    member.profile_stamp = freshness.stamp(scope)
    scope.touched.add(member.id or 0)


def find_helpers(
    scope: Scope, need: str, limit: int = 3, without: Sequence[int] = ()
) -> list[Match]:
    """Up to `limit` members for a need, best first.

    Never the asker, nobody paused, departed or not yet welcomed, nobody over their budget, and
    nobody whom the asker has blocked, or who has blocked the asker.
    """
    return [each.match for each in explain(scope, need, limit, without)]


def explain(
    scope: Scope, need: str, limit: int = 3, without: Sequence[int] = ()
) -> list[Explained]:
    """The same, with what each one's place is made of."""
    asker = scope.actor_id or 0
    spoken = reads(scope)
    apart = {*without, asker, *blocks.not_to_be_asked(scope, asker)}
    able, hits = _considered(scope, need, limit, apart, spoken)
    asked, thanked = requested(scope, able), _thanked(scope, able, need)
    weighed = {
        id_: _advantages(scope, each, asked[id_], spoken, thanked=id_ in thanked)
        for id_, each in able.items()
    }
    scores = {id_: _weighed(hits[id_].score, each) for id_, each in weighed.items()}
    ranked = sorted(scores, key=lambda id_: (-scores[id_], _shuffled(need, id_)))[:limit]
    entries = freshness.entries_of(scope.db.connection(), ranked)
    matches = (_match(able[id_], entries.get(id_, ()), hits[id_], scores[id_]) for id_ in ranked)
    return [
        Explained(
            replace(each, meant=meant(scope, each.phrases, need, able[id_].locale, spoken)),
            hits[id_].score, weighed[id_],
        )
        for id_, each in zip(ranked, matches, strict=True)
    ]  # fmt: skip


def meant(
    scope: Scope, phrases: Sequence[str], need: str, spoken: str, reads: str | None
) -> list[str]:
    """What phrases say of a need, as the language that somebody reads calls it, one for each.

    Empty where they are in that language anyway; "" for what needs no telling or is not known.
    """
    if reads not in LOCALES or reads == spoken:
        return []
    known = meaning(scope.community_id)
    return [known.gloss(each, need, reads) for each in phrases]


def askable(scope: Scope) -> list[ColumnElement[bool]]:
    """What makes a member somebody who can be asked for something new now."""
    return [*present(scope.now), budget.within(scope.now - budget.WEEK)]


def present(now: datetime | BindParameter[datetime]) -> list[ColumnElement[bool]]:
    """What makes a member somebody who is here: welcomed, and not paused."""
    return [
        col(Member.consented_at).is_not(None),
        col(Member.welcomed_at).is_not(None),
        col(Member.left_at).is_(None),
        or_(col(Member.paused_until).is_(None), col(Member.paused_until) <= now),
        or_(col(Member.held_until).is_(None), col(Member.held_until) <= now),
    ]


# Said once: to put these statements together takes longer than to run them.
_member = table(Member).c
_ABLE = sqlalchemy.select(
    _member.id, _member.name, _member.headline, _member.external, _member.locale,
    _member.profile_stamp,
).where(
    among(_member.id, "members"), *present(bindparam("now", type_=Moment)),
    budget.within(bindparam("since", type_=Moment)),
)  # fmt: skip
_REQUESTED = (
    select(
        col(Introduction.helper_id),
        func.count(case((col(Introduction.requested_at) > bindparam("week", type_=Moment), 1))),
        func.count(),
    )
    .where(
        among(col(Introduction.helper_id), "members"),
        col(Introduction.requested_at) > bindparam("season", type_=Moment),
    )
    .group_by(col(Introduction.helper_id))
)
_THANKED = (
    select(col(Thanks.receiver_id), col(Ask.need))
    .join(Introduction, col(Introduction.id) == col(Thanks.introduction_id))
    .join(Ask, col(Ask.id) == col(Introduction.ask_id))
    .where(among(col(Thanks.receiver_id), "members"))
)


def _considered(
    scope: Scope, need: str, limit: int, without: Collection[int], spoken: str | None
) -> tuple[dict[int, _Able], dict[int, Hit]]:
    """Those who speak of the need and can be asked, with their best phrase."""
    most = CONSIDERED + len(without)
    parts = meaning(scope.community_id).parts(need)
    while True:
        with freshness.fresh(scope) as kept:
            hits = _found(kept.index, parts, most, scope.now.toordinal(), spoken)
            able = _able(scope, hits.keys() - without - kept.unwilling(need))
            other = {id_ for id_, each in able.items() if each.stamp != kept.stamps.get(id_)}
        if other:
            scope.touched |= other
        elif len(able) >= limit or len(hits) < most:
            return able, hits
        else:
            most *= 8


def _found(
    index: Index, parts: Sequence[str], most: int, turn: int, spoken: str | None
) -> dict[int, Hit]:
    """Whoever says a part of the need, by how much of all its parts they say."""
    if len(parts) == 1:
        return {hit.owner: hit for hit in index.search(parts[0], most, ENOUGH, turn, spoken)}
    found: dict[int, Hit] = {}
    for part in parts:
        for hit in index.search(part, most, ENOUGH, turn, spoken):
            found[hit.owner] = _with(found.get(hit.owner), hit, 1 / len(parts))
    return found


def _with(before: Hit | None, hit: Hit, share: float) -> Hit:
    """A hit that counts for its share, beside what the same person says of another part."""
    if before is None:
        return replace(hit, score=hit.score * share)
    also = dict.fromkeys((*before.also, hit.at, *hit.also))
    also.pop(before.at, None)
    return replace(before, score=before.score + hit.score * share, also=tuple(also))


def _able(scope: Scope, members: Collection[int]) -> dict[int, _Able]:
    given = {"members": members, "now": scope.now, "since": scope.now - budget.WEEK}
    found = scope.db.connection().execute(_ABLE, given)
    return {row[0]: _Able(*row) for row in found}


def reads(scope: Scope) -> str | None:
    """The language of whoever asks."""
    asker = scope.db.get(Member, scope.actor_id) if scope.actor_id else None
    return asker.locale if asker else None


def _advantages(
    scope: Scope, member: _Able, load: tuple[int, int], reads: str | None, *, thanked: bool
) -> dict[str, float]:
    untouched = scope.now.timestamp() - member.stamp / 10**9
    found = {
        "load": BUSY ** load[0] * TIRED ** load[1],
        "language": FOREIGN if reads and reads != member.locale else 1.0,
        "thanks": THANKED if thanked else 1.0,
        "freshness": STALE if untouched > OLD.total_seconds() else 1.0,
    }
    return {name: worth for name, worth in found.items() if worth != 1.0}


def _weighed(relevance: float, advantages: Mapping[str, float]) -> float:
    for worth in advantages.values():
        relevance *= worth
    return round(relevance, 6)


def _match(member: _Able, entries: Sequence[tuple[str, str]], hit: Hit, score: float) -> Match:
    said = freshness.phrases(member.headline, entries)
    kind = said[hit.at][0]
    phrases = [said[at][1] for at in (hit.at, *hit.also) if said[at][0] == kind]
    return Match(
        member_id=member.id, name=member.name, headline=member.headline,
        external=member.external, kind=kind, phrases=phrases[:SHOWN], score=score,
    )  # fmt: skip


def requested(scope: Scope, member_ids: Collection[int]) -> dict[int, tuple[int, int]]:
    """How many requests each has got in the last week, and in the last three months."""
    since = {"week": scope.now - budget.WEEK, "season": scope.now - SEASON}
    rows = scope.db.connection().execute(_REQUESTED, {"members": member_ids, **since})
    return dict.fromkeys(member_ids, (0, 0)) | {id_: (week, season) for id_, week, season in rows}


def _thanked(scope: Scope, member_ids: Collection[int], need: str) -> set[int]:
    """Who was thanked for something that shares a word with the need."""
    rows = scope.db.connection().execute(_THANKED, {"members": member_ids}).all()
    wanted = set(stems(need))
    return {receiver for receiver, earlier in rows if wanted & set(stems(earlier))}


def _shuffled(need: str, member_id: int) -> bytes:
    """An order among equals that is fixed for a need and differs between needs."""
    return hashlib.sha256(f"{need}:{member_id}".encode()).digest()
