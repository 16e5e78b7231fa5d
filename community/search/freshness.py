"""The index of each community, kept in step with the database.

A profile has a stamp that grows with each change. Before every search, whatever was stamped since
the last look is read again, as it was committed: so an index is as true as the rows, on any number
of machines, and a restart builds it anew. What the transaction that searches has changed itself is
laid over it for that search, and read again before the next: if it is undone, nothing of it stays.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

import sqlalchemy
from sqlalchemy import Connection, Engine, bindparam
from sqlmodel import col, func, select

from community.scope import Scope
from community.search.index import Index, Phrase
from community.search.meaning import meaning
from community.search.tokens import stems
from community.search.vectors import vectors
from storage.among import among
from storage.database import reading
from storage.tables import Community, Member, ProfileEntry, table

OVERLAP = 60 * 10**9
"""Nanoseconds for which a transaction may have been open when its stamp was passed by another.
SQLite lets one write at a time, so there stamps are committed in their order."""
A_FEW = 16
"""Phrases whose vectors are reckoned on the way, where there is a model: more would be felt."""
AT_ONCE = 500
"""Members whose entries are read by one query."""
NEVER = "never"
"""The kind of a profile's entry that names a need for which somebody is not to be found."""
WORTH = {"offer": 1.0, "experience": 0.9, "headline": 0.9}

_member = table(Member).c
_STAMPED = sqlalchemy.select(
    _member.id, _member.profile_stamp, _member.locale, _member.headline
).where(_member.community_id == bindparam("community"))
_SINCE = _STAMPED.where(_member.profile_stamp > bindparam("since"))
_AMONG = _STAMPED.where(among(_member.id, "members"))
_ENTRIES = (
    select(col(ProfileEntry.member_id), col(ProfileEntry.kind), col(ProfileEntry.words))
    .where(among(col(ProfileEntry.member_id), "members"))
    .order_by(col(ProfileEntry.member_id), col(ProfileEntry.id))
)

_kept: WeakKeyDictionary[Engine, dict[int, Kept]] = WeakKeyDictionary()
_keeping = threading.Lock()


class _Stamped(NamedTuple):
    """What is read of a member to see whether the index is of today."""

    id: int
    stamp: int
    locale: str
    headline: str


@dataclass
class Kept:
    """An index, and the stamp of each profile in it.

    `seen` is the highest stamp read, `looked` when; `unsure` is who has to be read again.
    """

    community_id: int
    index: Index = field(init=False)
    stamps: dict[int, int] = field(default_factory=dict)
    never: dict[int, list[frozenset[str]]] = field(default_factory=dict)
    """By member, the stems of each need for which they are not to be found.

    What has no word in it, as "???", names no need: it would stand in the way of every one.
    """
    unsure: set[int] = field(default_factory=set)
    seen: int = 0
    looked: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Begin anew."""
        self.index = Index(meaning(self.community_id), vectors())
        self.stamps, self.never, self.seen = {}, {}, 0

    def take(self, row: _Stamped, entries: Sequence[tuple[str, str]]) -> None:
        """A profile as it is now."""
        self.stamps[row.id] = row.stamp
        said = phrases(row.headline, entries)
        lines = [Phrase(words, WORTH[kind], kind == "headline") for kind, words in said]
        self.index.put(row.id, row.locale, lines)
        self.never.pop(row.id, None)
        named = [frozenset(stems(words)) for kind, words in entries if kind == NEVER]
        if never := [each for each in named if each]:
            self.never[row.id] = never

    def drop(self, member: int) -> None:
        """Somebody who is not in this community any more."""
        self.index.drop(member)
        self.stamps.pop(member, None)
        self.never.pop(member, None)

    def unwilling(self, need: str) -> set[int]:
        """Who asked not to be found for such a need: one with every word of what they named."""
        wanted = set(stems(need))
        return {who for who, named in self.never.items() if any(each <= wanted for each in named)}

    def reckon(self) -> int:
        """Reckon a few vectors more; searches go in between. How many are still to do."""
        with self.lock:
            return self.index.reckon(A_FEW)

    def passed(self, dialect: str) -> int:
        """The stamp up to which nothing unseen can come any more."""
        return self.seen if dialect == "sqlite" else min(self.seen, self.looked - OVERLAP)


def stamp(scope: Scope) -> int:
    """A number higher than any that a profile of this community has: nanoseconds, usually."""
    highest = select(func.max(col(Member.profile_stamp))).where(
        col(Member.community_id) == scope.community_id
    )
    return max(nanoseconds(scope.now), (scope.db.exec(highest).one() or 0) + 1)


def nanoseconds(moment: datetime) -> int:
    """A time as stamps tell it, since 1970."""
    return int(moment.timestamp() * 10**6) * 10**3


@contextmanager
def fresh(scope: Scope) -> Iterator[Kept]:
    """The index as the database is for this scope now, for one thread at a time."""
    engine, community = scope.connection.engine, scope.community_id
    with _keeping:
        kept = _kept.setdefault(engine, {}).setdefault(community, Kept(community))
    with kept.lock:
        if kept.index.is_wasteful:
            kept.forget()
        with reading(engine) as committed:
            _catch_up(committed, kept, nanoseconds(scope.now))
        _lay_over(scope, kept)
        kept.index.reckon(A_FEW)
        yield kept


def warm(engine: Engine, now: datetime) -> None:
    """Build the index of every community, and what a word that nobody knows is compared with, so
    that nobody's first search waits for it."""
    with reading(engine) as connection:
        for community in (
            connection.execute(sqlalchemy.select(table(Community).c.id)).scalars().all()
        ):
            with fresh(Scope(connection, now, community)) as kept:
                pass
            while kept.reckon():
                pass
            _ = meaning(community).spelling, meaning(community).commonness


def phrases(headline: str, entries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """What a profile is found by, each with its kind, in order. What one wants, one can't give."""
    return [("headline", headline), *(each for each in entries if each[0] in WORTH)]


def entries_of(connection: Connection, members: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """By member, the kind and the words of each entry of their profile, in order."""
    rows = groupby(connection.execute(_ENTRIES, {"members": members}), lambda row: row[0])
    return {member: [(kind, words) for _, kind, words in found] for member, found in rows}


def _catch_up(committed: Connection, kept: Kept, looked: int) -> None:
    """Read what was committed since the last look, and what was only laid over it."""
    rows = _since(committed, kept) + _among(committed, kept, kept.unsure)
    new = [row for row in rows if row.id in kept.unsure or kept.stamps.get(row.id) != row.stamp]
    _take(committed, kept, new)
    for member in kept.unsure - {row.id for row in rows}:
        kept.drop(member)
    kept.seen = max(kept.seen, *(row.stamp for row in rows), 0)
    kept.unsure, kept.looked = set(), looked


def _lay_over(scope: Scope, kept: Kept) -> None:
    """What this scope has changed, which may yet be undone."""
    if scope.touched:
        scope.db.flush()
        rows = _among(scope.db.connection(), kept, scope.touched)
        _take(scope.db.connection(), kept, rows)
        kept.unsure |= scope.touched


def _since(connection: Connection, kept: Kept) -> list[_Stamped]:
    given = {"community": kept.community_id, "since": kept.passed(connection.dialect.name)}
    return [_Stamped(*row) for row in connection.execute(_SINCE, given)]


def _among(connection: Connection, kept: Kept, members: Collection[int]) -> list[_Stamped]:
    given = {"community": kept.community_id, "members": members}
    return [_Stamped(*row) for row in connection.execute(_AMONG, given)] if members else []


def _take(connection: Connection, kept: Kept, rows: Sequence[_Stamped]) -> None:
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        entries = entries_of(connection, [row.id for row in some])
        for row in some:
            kept.take(row, entries.get(row.id, ()))
