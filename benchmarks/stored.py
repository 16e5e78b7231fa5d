"""The members of an evaluation in a database, imported as from a table, and their index."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlmodel import select

from benchmarks import report
from benchmarks.community import settings_for
from benchmarks.judge import Line
from bot import files, seed
from bot.time import machine_time
from community import roster
from community.profiles import Profile
from community.roster import Entry
from community.scope import Scope
from community.search import freshness
from connectors.local import history
from storage.database import open_database, reading
from storage.tables import Identity, Member, ProfileEntry

STATM, PAGE = Path("/proc/self/statm"), 4096 / 2**20


@dataclass(frozen=True, slots=True)
class Built:
    """What it took to have an index."""

    seconds: float
    megabytes: float


@contextmanager
def stored(
    members: Sequence[Line], *, quickly: bool = False
) -> Iterator[tuple[Scope, Mapping[int, int]]]:
    """The members in a database of their own, and the line that each one's row came from.

    `quickly` writes the rows straight into the tables.
    """
    with report.scratch() as folder:
        settings = settings_for(folder / "directory.db")
        files.prepare(settings, lambda connection: seed.community(connection, settings))
        engine = open_database(settings.database_url)
        with engine.begin() as connection:
            (_insert if quickly else _import)(connection, members)
        with reading(engine) as connection:
            space = history.space_id(connection)
            scope = Scope(connection, machine_time(), history.community_id(connection, space))
            rows = scope.db.exec(select(Identity.member_id, Identity.external_id)).all()
            yield scope, {row: int(id_) for row, id_ in rows}
            scope.close(keep=False)
        engine.dispose()


def _import(connection: Connection, members: Sequence[Line]) -> None:
    space = history.space_id(connection)
    scope = Scope(connection, machine_time(), history.community_id(connection, space))
    for member in members:
        roster.take(scope, space, _entry(member))
    scope.close(keep=True)


def _insert(connection: Connection, members: Sequence[Line]) -> None:
    space, now = history.space_id(connection), machine_time()
    shared = {"community_id": history.community_id(connection, space), "joined_at": now,
              "consented_at": now, "welcomed_at": now, "time_zone": "Europe/Paris",
              "role": "member", "external": False}  # fmt: skip
    people = [
        {"id": n, "name": f"Member {n}", "locale": each["lang"], "headline": each["headline"],
         "profile_stamp": time.time_ns() + n, **shared}
        for n, each in enumerate(members, 1)
    ]  # fmt: skip
    entries = [
        {"member_id": n, "kind": kind, "words": words}
        for n, each in enumerate(members, 1)
        for kind, said in (("offer", each["skills"]), ("experience", each["experiences"]))
        for words in said
    ]
    connection.execute(insert(Member), people)
    connection.execute(insert(ProfileEntry), entries)


def _entry(member: Line) -> Entry:
    profile = Profile(
        name=f"Member {member['id']}", headline=member["headline"], offers=member["skills"],
        experiences=member["experiences"], wants=member["topics"], locale=member["lang"],
    )  # fmt: skip
    return Entry(str(member["id"]), "member", None, False, profile)


def build(scope: Scope) -> Built:
    """Read all profiles, as the first search after a start does."""
    gc.collect()
    before, began = _resident(), time.perf_counter()
    with freshness.fresh(scope):
        seconds = time.perf_counter() - began
    gc.collect()
    return Built(seconds, _resident() - before)


def _resident() -> float:
    """Megabytes of memory that this process has in use, where the system tells."""
    return int(STATM.read_text().split()[1]) * PAGE if STATM.exists() else 0.0
