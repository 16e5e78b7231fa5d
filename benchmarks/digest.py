"""A digest to many members, from its run to the outbox, and how much memory that takes.

The reference, in the same run: putting as many bare rows into the outbox with nothing around them.
"""

from __future__ import annotations

import resource
import time
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, delete, func, select

import conversations.dialogues as _dialogues
from benchmarks import community, report
from bot.time import machine_time
from community.recurrence import Rhythm
from community.rituals import Plan, plan, run_now
from community.scope import Scope
from conversations.engine import Engine as Talk
from scheduler.sweeps import sweep
from storage import outbox
from storage.database import open_database, reading
from storage.tables import Community, Outbox, table
from storage.writer import Writer

assert _dialogues.__all__, "importing the dialogues registers them"

TARGET, GROWTH = 10.0, 1.5
"""Seconds, and how many times the memory of a tenth of the members the whole may take."""
sent, communities = table(Outbox), table(Community)
NOW = machine_time() + timedelta(days=1)


class Outcome(NamedTuple):
    """Seconds to the outbox, rows in it, and the process's largest size so far in MB."""

    seconds: float
    rows: int
    memory: float


def main() -> None:
    """Measure, print, and say what was missed."""
    given = report.options(__doc__ or "", members=10_000)
    with report.scratch() as folder:
        few = _measure(folder / "few.db", given.members // 10)
        many = _measure(folder / "many.db", given.members)
        bare = _bare(folder / "bare.db", given.members)
    rows = [
        [f"{each.rows:,} members", f"{each.seconds:.2f}", f"{each.memory:.0f}"]
        for each in (few, many)
    ]
    report.show("A digest, from its run to the outbox", ("", "s", "MB"), [
        *rows, [f"{given.members:,} bare rows", f"{bare:.2f}", ""],
    ])  # fmt: skip
    met = report.verdict(met=many.seconds < TARGET and many.rows == given.members)
    flat = report.verdict(met=many.memory < GROWTH * few.memory)
    print(f"under {TARGET} s, everybody once: {met}; memory flat: {flat}")
    report.finish(
        {
            "members": given.members, "rows": many.rows, "seconds": round(many.seconds, 2),
            "few_mb": round(few.memory), "many_mb": round(many.memory), "bare_s": round(bare, 2),
        },
        as_json=given.json,
    )  # fmt: skip


def _measure(file: Path, members: int) -> Outcome:
    community.make(file, members)
    engine = open_database(f"sqlite:///{file}")
    writer = Writer(engine)
    before = time.perf_counter()
    writer.submit(lambda connection: _begin(Scope(connection, NOW, _home(engine)))).result()
    while sweep(writer, NOW + timedelta(seconds=1)):
        pass
    talk = Talk()
    while writer.submit(lambda connection: talk.drain(connection, NOW).turns).result():
        pass
    seconds = time.perf_counter() - before
    writer.stop()
    with reading(engine) as connection:
        rows = connection.execute(select(func.count()).select_from(sent)).scalar_one()
    engine.dispose()
    return Outcome(seconds, rows, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _begin(scope: Scope) -> None:
    rhythm = Rhythm("FREQ=MONTHLY;BYMONTHDAY=20", NOW, "Europe/Paris")
    run_now(scope, plan(scope, Plan(kind="digest", name="Digest", rhythm=rhythm)))
    scope.close(keep=True)


def _home(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(communities.c.id)).scalars().first() or 0


def _bare(file: Path, count: int) -> float:
    community.make(file, 10)
    engine = open_database(f"sqlite:///{file}")
    row = {
        "space_id": 1, "member_id": 1, "purpose": "broadcast", "created_at": NOW,
        "payload": {"text": ["digest", {}]},
    }  # fmt: skip
    with engine.begin() as connection:
        connection.execute(delete(sent))
        before = time.perf_counter()
        outbox.add(connection, [row | {"place": f"dm:{n}"} for n in range(count)])
    seconds = time.perf_counter() - before
    engine.dispose()
    return seconds


if __name__ == "__main__":
    main()
