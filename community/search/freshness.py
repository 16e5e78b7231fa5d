"""The index of each community, kept in step with the database.

A profile has a stamp that grows with each change; before every search, whatever was stamped since
the last look is read again, within the transaction that searches. So an index is as true as the
rows, on any number of machines, and a restart builds it anew.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlmodel import col, func, select

from community.scope import Scope
from community.search.index import Index, Phrase
from community.search.meaning import meaning
from storage.tables import Member, ProfileEntry

OVERLAP = 60 * 10**9
"""Nanoseconds for which a transaction may have been open when its stamp was passed by another."""
AT_ONCE = 500
"""Members whose entries are read by one query."""
WORTH = {"offer": 1.0, "experience": 0.9, "headline": 0.9}

_kept: WeakKeyDictionary[Engine, dict[int, _Kept]] = WeakKeyDictionary()
_keeping = threading.Lock()


class _Stamped(NamedTuple):
    """What is read of a member to see whether the index is of today."""

    id: int
    stamp: int
    locale: str
    headline: str


@dataclass
class _Kept:
    index: Index = field(default_factory=lambda: Index(meaning()))
    stamps: dict[int, int] = field(default_factory=dict)
    seen: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


def stamp(scope: Scope) -> int:
    """A number higher than any that a profile of this community has: nanoseconds, usually."""
    highest = select(func.max(col(Member.profile_stamp))).where(
        col(Member.community_id) == scope.community_id
    )
    return max(time.time_ns(), (scope.db.exec(highest).one() or 0) + 1)


@contextmanager
def fresh(scope: Scope) -> Iterator[Index]:
    """The index as the database is now, for one thread at a time."""
    with _keeping:
        kept = _kept.setdefault(scope.connection.engine, {}).setdefault(scope.community_id, _Kept())
    with kept.lock:
        if kept.index.is_wasteful:
            kept.index, kept.stamps, kept.seen = Index(meaning()), {}, 0
        _catch_up(scope, kept)
        yield kept.index


def phrases(headline: str, entries: Iterable[ProfileEntry]) -> list[Phrase]:
    """What a profile is found by, in order. What one wants is not what one offers."""
    said = [Phrase(each.words, WORTH[each.kind]) for each in entries if each.kind in WORTH]
    return [Phrase(headline, WORTH["headline"]), *said]


def _catch_up(scope: Scope, kept: _Kept) -> None:
    query = select(Member.id, Member.profile_stamp, Member.locale, Member.headline).where(
        col(Member.community_id) == scope.community_id,
        col(Member.profile_stamp) > kept.seen - OVERLAP,
    )
    rows = [_Stamped(row[0] or 0, row[1], row[2], row[3]) for row in scope.db.exec(query).all()]
    rows = [row for row in rows if kept.stamps.get(row.id) != row.stamp]
    for begin in range(0, len(rows), AT_ONCE):
        _take(scope, kept, rows[begin : begin + AT_ONCE])


def _take(scope: Scope, kept: _Kept, rows: Sequence[_Stamped]) -> None:
    ids = [row.id for row in rows]
    query = (
        select(ProfileEntry)
        .where(col(ProfileEntry.member_id).in_(ids))
        .order_by(col(ProfileEntry.member_id), col(ProfileEntry.id))
    )
    entries = {
        member: list(found)
        for member, found in groupby(scope.db.exec(query), lambda each: each.member_id)
    }
    for row in rows:
        kept.index.put(row.id, row.locale, phrases(row.headline, entries.get(row.id, [])))
        kept.stamps[row.id], kept.seen = row.stamp, max(kept.seen, row.stamp)
