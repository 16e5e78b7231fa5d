"""A year of rituals in minutes: two schedulers on one database, both killed at random.

Each scheduler is a process with a clock of its own that goes from one simulated day to the next;
what is due is swept as the running bot does. The parent kills one of them (SIGKILL) every now and
then and starts it again. In the end each run that the calendar has must be there exactly once.
The reference, in the same run: dateutil walking through the same rules, with no database.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, func, select

from benchmarks import community, report
from community import recurrence
from community.recurrence import Rhythm
from community.rituals import Figures, Plan, RunRow, Settings, kind, plan
from community.scope import Scope
from scheduler.sweeps import sweep
from storage.database import open_database, reading
from storage.tables import Community, Ritual, Run, table
from storage.writer import Writer

rituals, runs, communities = table(Ritual), table(Run), table(Community)
BEGIN = datetime(2027, 1, 1, tzinfo=UTC)
RULES = (
    "FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,9,10,11,12",
)  # fmt: skip
ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Asia/Kolkata")
A_DAY = timedelta(days=1)


@kind("beat", Settings)
def beat(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """The least that a ritual can do."""
    return {"told": 0}


class Outcome(NamedTuple):
    """What the year came to."""

    expected: int
    once: int
    twice: int
    missing: int
    kills: int
    loading: float
    seconds: float
    reference: float


def main() -> None:
    """Measure, print, and say what was missed."""
    if sys.argv[1:2] == ["worker"]:
        return work(sys.argv[2], int(sys.argv[3]))
    given = report.options(__doc__ or "", rituals=10_000, days=365, kills=20)
    with report.scratch() as folder:
        outcome = _measure(folder, given.rituals, given.days, given.kills)
    _show(given.rituals, given.days, outcome)
    report.finish(
        {"rituals": given.rituals, "days": given.days, **outcome._asdict()}, as_json=given.json
    )
    return None


def work(url: str, days: int) -> None:
    """One scheduler, from the first day that has something due."""
    engine = open_database(url)
    writer, now = Writer(engine), max(_earliest(engine) or BEGIN, BEGIN)
    while now < BEGIN + timedelta(days=days):
        now += A_DAY / 2
        while sweep(writer, now):
            pass
    writer.stop()
    engine.dispose()


def _measure(folder: Path, count: int, days: int, kills: int) -> Outcome:
    file = folder / "rituals.db"
    community.make(file, 5)
    url = f"sqlite:///{file}"
    engine = open_database(url)
    before = time.perf_counter()
    with engine.begin() as connection:
        _plan(connection, count)
    loading = time.perf_counter() - before
    before = time.perf_counter()
    done_kills = _run(url, days, kills)
    seconds = time.perf_counter() - before
    wanted, reference = _expected(engine, days)
    found = _found(engine, days)
    engine.dispose()
    return Outcome(
        expected=len(wanted), once=sum(found[each] == 1 for each in wanted),
        twice=sum(times > 1 for times in found.values()) + len(set(found) - wanted),
        missing=len(wanted - set(found)), kills=done_kills, loading=loading, seconds=seconds,
        reference=reference,
    )  # fmt: skip


def _plan(connection: Connection, count: int) -> None:
    home = connection.execute(select(communities.c.id)).scalars().first()
    scope = Scope(connection, BEGIN, home or 0)
    for n in range(count):
        begins = BEGIN + timedelta(hours=n % 24, minutes=n % 60)
        rhythm = Rhythm(RULES[n % len(RULES)], begins, ZONES[n % len(ZONES)])
        plan(scope, Plan(kind="beat", name=f"Ritual {n}", rhythm=rhythm, grace_minutes=1440))
    scope.close(keep=True)


def _run(url: str, days: int, kills: int) -> int:
    """Two schedulers to the end of the year; how many were killed on the way."""
    command = [sys.executable, "-m", "benchmarks.rituals", "worker", url, str(days)]
    chance, killed = random.Random(7), 0
    working = [subprocess.Popen(command) for _ in range(2)]
    while any(each.poll() is None for each in working):
        time.sleep(chance.uniform(0.5, 1.5))
        n = chance.randrange(2)
        if killed < kills and working[n].poll() is None:
            working[n].kill()
            working[n].wait()
            killed += 1
            working[n] = subprocess.Popen(command)
    return killed


def _earliest(engine: Engine) -> datetime | None:
    with reading(engine) as connection:
        first: datetime | None = connection.execute(
            select(func.min(rituals.c.next_due_at))
        ).scalar_one()
    return first


def _expected(engine: Engine, days: int) -> tuple[set[tuple[int, datetime]], float]:
    """Every run that the calendar has, and how long the rules alone take."""
    end = BEGIN + timedelta(days=days)
    with reading(engine) as connection:
        rows = connection.execute(select(rituals)).all()
    before, wanted = time.perf_counter(), set()
    for row in rows:
        for at in recurrence.moments(Rhythm(row.rule, row.starts_at, row.time_zone), BEGIN):
            if at > end:
                break
            wanted.add((row.id, at))
    return wanted, time.perf_counter() - before


def _found(engine: Engine, days: int) -> Counter[tuple[int, datetime]]:
    end = BEGIN + timedelta(days=days)
    query = select(runs.c.ritual_id, runs.c.due_at).where(
        runs.c.state == "done", runs.c.due_at <= end
    )
    with reading(engine) as connection:
        return Counter((row.ritual_id, row.due_at) for row in connection.execute(query))


def _show(count: int, days: int, outcome: Outcome) -> None:
    each = outcome.seconds / max(outcome.once, 1) * 1000
    rows: Sequence[Sequence[str]] = [
        ["runs that the calendar has", f"{outcome.expected:,}"],
        ["happened exactly once", f"{outcome.once:,}"],
        ["happened twice, or at another time", f"{outcome.twice:,}"],
        ["never happened", f"{outcome.missing:,}"],
        ["schedulers killed", f"{outcome.kills:,}"],
        ["planning them all, s", f"{outcome.loading:.1f}"],
        ["a run, ms", f"{each:.2f}"],
        ["its rule alone (dateutil), ms", f"{outcome.reference / outcome.expected * 1000:.3f}"],
    ]
    report.show(f"{count:,} rituals over {days} days, two schedulers", ("", ""), rows)
    met = outcome.once == outcome.expected and not outcome.twice
    print(f"exactly once: {report.verdict(met=met)}")


if __name__ == "__main__":
    main()
