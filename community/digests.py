"""The digest (P22): what happened lately, for each group; it skips itself when that is nothing.

One for some groups tells what is of these groups: their newcomers, their needs, their help.
What is kept of an issue are ids; names are looked up when it is read, so that whoever has left
since is not in it. Other rooms add a section with `section`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sql
from sqlalchemy import Connection
from sqlmodel import col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from community import groups
from community.lives import ROUND, WITH_TEAM
from community.rituals import Figures, Nothing, RunRow, Settings, broadcast, kind
from community.scope import Scope
from storage.tables import Ask, Introduction, Member, Run, table

people = table(Member)
A_MONTH = timedelta(days=31)
MOST_NAMES = 10
FEWEST = 5
"""Figures about fewer people are never shown (promise 11)."""

Find = Callable[[Scope, datetime, Sequence[int]], list[int]]
"""What a section is about: ids (or one figure), since that time, for these groups."""
Read = Callable[[Scope, list[int]], list[str]]
"""The section's lines, of what was found."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the digest; its words are the message `digest-<name>`, which takes `items`."""

    find: Find
    read: Read
    apart: bool = False
    """Whether each thing in it has a line of its own."""


SECTIONS: dict[str, Section] = {}


def section(name: str, find: Find, read: Read, *, apart: bool = False) -> None:
    """Add a part to every digest."""
    SECTIONS[name] = Section(find, read, apart)


@kind("digest", Settings)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Tell every member of the audience; raises Nothing when there is nothing to tell."""
    scope = Scope(connection, now, run.community_id)
    found = contents(scope, since(scope, run, now), run.audience)
    if not found:
        raise Nothing
    told = broadcast(scope, "digest", run.audience, run_id=run.id, run=run.id, found=found)
    scope.close(keep=True)
    return {"told": told, "sections": len(found)}


def contents(scope: Scope, since: datetime, audience: Sequence[int]) -> dict[str, list[int]]:
    """What there is to tell, by section."""
    found = {name: each.find(scope, since, audience) for name, each in SECTIONS.items()}
    return {name: ids for name, ids in found.items() if ids}


def read(scope: Scope, found: dict[str, list[int]]) -> dict[str, list[str]]:
    """The lines of each section; one that has nothing to say any more is left out."""
    lines = {name: SECTIONS[name].read(scope, ids) for name, ids in found.items()
             if name in SECTIONS}  # fmt: skip
    return {name: each for name, each in lines.items() if each}


def since(scope: Scope, run: RunRow, now: datetime) -> datetime:
    """When this ritual last ran to its end (UTC), a month ago if it never did."""
    query = select(func.max(col(Run.begun_at))).where(
        col(Run.ritual_id) == run.ritual_id, col(Run.state) == "done"
    )
    return scope.db.exec(query).one() or now - A_MONTH


def hides(scope: Scope, audience: Sequence[int]) -> bool:
    """Whether what is told there without a name stays so: in a small group its readers guess."""
    return not audience or (
        groups.count(scope.connection, scope.community_id, audience, scope.now) >= FEWEST
    )


def _newcomers(scope: Scope, since: datetime, audience: Sequence[int]) -> list[int]:
    query = (
        sql.select(people.c.id)
        .where(
            people.c.community_id == scope.community_id, people.c.welcomed_at > since,
            people.c.left_at.is_(None), groups.holds(people.c.id, audience),
        )
        .order_by(people.c.welcomed_at.desc())
        .limit(MOST_NAMES)
    )  # fmt: skip
    return list(scope.connection.execute(query).scalars())


_present = (
    sql.select(people.c.name)
    .where(
        people.c.id.in_(sql.bindparam("ids", expanding=True)), people.c.left_at.is_(None),
        people.c.name != "",
    )
    .order_by(people.c.id)
)  # fmt: skip
"""Made once: every reader of a digest asks it."""


def _names(scope: Scope, ids: list[int]) -> list[str]:
    """The names of those who are still here."""
    return list(scope.connection.execute(_present, {"ids": ids}).scalars())


def _open_asks(scope: Scope, since: datetime, audience: Sequence[int]) -> list[int]:
    return _counted(scope, select(func.count(func.distinct(col(Ask.requester_id)))).where(
        col(Ask.community_id) == scope.community_id, col(Ask.state).in_(("open", *WITH_TEAM)),
        groups.holds(col(Ask.requester_id), audience),
    ))  # fmt: skip


def _help_given(scope: Scope, since: datetime, audience: Sequence[int]) -> list[int]:
    return _counted(
        scope,
        select(func.count(func.distinct(col(Introduction.helper_id))))
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            col(Ask.community_id) == scope.community_id, col(Introduction.decided_at) > since,
            col(Introduction.state).in_(("accepted", "followed", "unmet", "ended")),
            col(Ask.kind) != ROUND,
            groups.holds(col(Introduction.helper_id), audience),
        ),
    )  # fmt: skip


def _counted(scope: Scope, query: SelectOfScalar[int]) -> list[int]:
    """A figure about people, if they are enough."""
    count = scope.db.exec(query).one()
    return [count] if count >= FEWEST else []


def _figure(scope: Scope, ids: list[int]) -> list[str]:
    return [str(ids[0])]


section("newcomers", _newcomers, _names)
section("asks", _open_asks, _figure)
section("helpers", _help_given, _figure)
