"""The index of each community, kept in step with the database.

A profile has a stamp that grows with each change. Before every search, whatever was stamped since
the last look is read again, as it was committed: so an index is as true as the rows, on any number
of machines, and a restart builds it anew. What the transaction that searches has changed itself is
laid over it for that search, and read again before the next: if it is undone, nothing of it stays.
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

from sqlalchemy import Connection, Engine, or_
from sqlmodel import col, func, select

from community.scope import Scope
from community.search.index import Index, Phrase
from community.search.meaning import meaning
from storage.database import reading
from storage.tables import Member, ProfileEntry

OVERLAP = 60 * 10**9
"""Nanoseconds for which a transaction may have been open when its stamp was passed by another.
SQLite lets one write at a time, so there stamps are committed in their order."""
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
    """`seen` is the highest stamp read, `looked` when; `unsure` is who has to be read again."""

    community_id: int
    index: Index = field(default_factory=lambda: Index(meaning()))
    stamps: dict[int, int] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)
    seen: int = 0
    looked: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def forget(self) -> None:
        """Begin anew."""
        self.index, self.stamps, self.seen = Index(meaning()), {}, 0

    def passed(self, dialect: str) -> int:
        """The stamp up to which nothing unseen can come any more."""
        return self.seen if dialect == "sqlite" else min(self.seen, self.looked - OVERLAP)


def stamp(scope: Scope) -> int:
    """A number higher than any that a profile of this community has: nanoseconds, usually."""
    highest = select(func.max(col(Member.profile_stamp))).where(
        col(Member.community_id) == scope.community_id
    )
    return max(time.time_ns(), (scope.db.exec(highest).one() or 0) + 1)


@contextmanager
def fresh(scope: Scope) -> Iterator[Index]:
    """The index as the database is for this scope now, for one thread at a time."""
    engine, community = scope.connection.engine, scope.community_id
    with _keeping:
        kept = _kept.setdefault(engine, {}).setdefault(community, _Kept(community))
    with kept.lock:
        if kept.index.is_wasteful:
            kept.forget()
        with reading(engine) as committed:
            _catch_up(committed, kept)
        _lay_over(scope, kept)
        yield kept.index


def phrases(headline: str, entries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a profile is found by, each with its kind, in order. What one wants, one can't give."""
    return [("headline", headline), *(each for each in entries if each[0] in WORTH)]


def entries_of(connection: Connection, members: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """By member, the kind and the words of each entry of their profile, in order."""
    query = (
        select(ProfileEntry.member_id, ProfileEntry.kind, ProfileEntry.words)
        .where(col(ProfileEntry.member_id).in_(members))
        .order_by(col(ProfileEntry.member_id), col(ProfileEntry.id))
    )
    rows = groupby(connection.execute(query), lambda row: row[0])
    return {member: [(kind, words) for _, kind, words in found] for member, found in rows}


def _catch_up(committed: Connection, kept: _Kept) -> None:
    """Read what was committed since the last look, and what was only laid over it."""
    looked = time.time_ns()
    since = col(Member.profile_stamp) > kept.passed(committed.dialect.name)
    unsure = [col(Member.id).in_(kept.unsure)] if kept.unsure else []
    rows = _stamped(committed, kept, or_(since, *unsure))
    _take(committed, kept, [row for row in rows if kept.stamps.get(row.id) != row.stamp])
    for member in kept.unsure - {row.id for row in rows}:
        kept.index.drop(member)
    kept.stamps.update((row.id, row.stamp) for row in rows)
    kept.seen = max(kept.seen, *(row.stamp for row in rows), 0)
    kept.unsure, kept.looked = set(), looked


def _lay_over(scope: Scope, kept: _Kept) -> None:
    """What this scope has changed, which may yet be undone."""
    if scope.touched:
        scope.db.flush()
        rows = _stamped(scope.db.connection(), kept, col(Member.id).in_(scope.touched))
        _take(scope.db.connection(), kept, rows)
        kept.unsure |= scope.touched
        for member in scope.touched:
            kept.stamps.pop(member, None)


def _stamped(connection: Connection, kept: _Kept, which: object) -> list[_Stamped]:
    query = select(Member.id, Member.profile_stamp, Member.locale, Member.headline).where(
        col(Member.community_id) == kept.community_id, which
    )
    return [_Stamped(*row) for row in connection.execute(query)]


def _take(connection: Connection, kept: _Kept, rows: Sequence[_Stamped]) -> None:
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        entries = entries_of(connection, [row.id for row in some])
        for row in some:
            said = phrases(row.headline, entries.get(row.id, ()))
            kept.index.put(row.id, row.locale, [Phrase(words, WORTH[kind]) for kind, words in said])
