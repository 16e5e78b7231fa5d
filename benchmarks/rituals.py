"""A year of rituals in minutes: two schedulers on one database, both killed at random.

Each scheduler is a process with a clock of its own that goes from one simulated day to the next;
what is due is swept as the running bot does. Some lives of it end (SIGKILL) in the middle of a
statement, one that was drawn beforehand, and another life begins. In the end each run that the
calendar has must be there exactly once. When the minutes are over, the year ends early, and what
lies before is judged.
The reference, in the same run: dateutil walking through the same rules, with no database.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, Engine, event, func, select

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
A_DAY, A_MONTH = timedelta(days=1), 30


@kind("beat", Settings)
def beat(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """The least that a ritual can do."""
    return {"told": 0}


class Outcome(NamedTuple):
    """What the year came to."""

    days: int
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
        return work(sys.argv[2], *map(int, sys.argv[3:]))
    given = report.options(__doc__ or "", rituals=10_000, days=365, kills=20, minutes=60)
    with report.scratch() as folder:
        outcome = _measure(folder, given.rituals, given.days, given.kills, given.minutes)
    _show(given.rituals, outcome)
    report.finish({"rituals": given.rituals, **outcome._asdict()}, as_json=given.json)
    return None


def work(url: str, days: int, until: int, last: int) -> None:
    """One life of a scheduler, from the first day that has something due.

    It ends with the year, at `until` (seconds of the machine's clock), or is killed in its `last`
    statement (never, for 0).
    """
    engine = open_database(url)
    if last:
        _mortal(engine, last)
    writer, now = Writer(engine), max(_earliest(engine) or BEGIN, BEGIN)
    while now < BEGIN + timedelta(days=days) and time.time() < until:
        now += A_DAY / 2
        while sweep(writer, now):
            pass
    writer.stop()
    engine.dispose()


def _mortal(engine: Engine, last: int) -> None:
    """Have this process killed in that statement: within a transaction, as likely as not."""
    left = count(last, -1)

    def die(*_: object) -> None:
        if next(left) <= 1:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine, "after_cursor_execute", die)


def _measure(folder: Path, many: int, days: int, kills: int, minutes: int) -> Outcome:
    file = folder / "rituals.db"
    community.make(file, 5)
    url = f"sqlite:///{file}"
    engine = open_database(url)
    before = time.perf_counter()
    with engine.begin() as connection:
        _plan(connection, many)
    loading = time.perf_counter() - before
    before = time.perf_counter()
    done_kills = _run(url, days, minutes, _deaths(many * days // A_MONTH, kills))
    seconds = time.perf_counter() - before
    end = min(BEGIN + timedelta(days=days), _earliest(engine) or BEGIN)
    wanted, reference = _expected(engine, end)
    found = _found(engine, end)
    engine.dispose()
    return Outcome(
        days=(end - BEGIN).days,
        expected=len(wanted), once=sum(found[each] == 1 for each in wanted),
        twice=sum(times > 1 for times in found.values()) + len(set(found) - wanted),
        missing=len(wanted - set(found)), kills=done_kills, loading=loading, seconds=seconds,
        reference=reference,
    )  # fmt: skip


def _plan(connection: Connection, many: int) -> None:
    home = connection.execute(select(communities.c.id)).scalars().first()
    scope = Scope(connection, BEGIN, home or 0)
    for n in range(many):
        begins = BEGIN + timedelta(hours=n % 24, minutes=n % 60)
        rhythm = Rhythm(RULES[n % len(RULES)], begins, ZONES[n % len(ZONES)])
        plan(scope, Plan(kind="beat", name=f"Ritual {n}", rhythm=rhythm, grace_minutes=1440))
    scope.close(keep=True)


def _deaths(runs_: int, kills: int) -> list[int]:
    """In which of its statements each life ends, so that all fit into the year."""
    chance, longest = random.Random(7), max(runs_ // (kills + 1), 20)
    return [chance.randint(5, longest) for _ in range(kills)]


def _run(url: str, days: int, minutes: int, deaths: list[int]) -> int:
    """Two schedulers to the end of the year; how many were killed on the way."""
    command = [sys.executable, "-m", "benchmarks.rituals", "worker", url, str(days),
               str(int(time.time()) + 60 * minutes)]  # fmt: skip

    def live(lasts: Sequence[int]) -> int:
        for n, last in enumerate((*lasts, 0)):
            ended = subprocess.run([*command, str(last)], check=False).returncode
            if ended == 0:
                return n
            assert ended == -signal.SIGKILL, ended
        raise AssertionError("the last life ends by itself")

    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(live, (deaths[::2], deaths[1::2])))


def _earliest(engine: Engine) -> datetime | None:
    with reading(engine) as connection:
        first: datetime | None = connection.execute(
            select(func.min(rituals.c.next_due_at))
        ).scalar_one()
    return first


def _expected(engine: Engine, end: datetime) -> tuple[set[tuple[int, datetime]], float]:
    """Every run that the calendar has before `end`, and how long the rules alone take."""
    with reading(engine) as connection:
        rows = connection.execute(select(rituals)).all()
    before, wanted = time.perf_counter(), set()
    for row in rows:
        for at in recurrence.moments(Rhythm(row.rule, row.starts_at, row.time_zone), BEGIN):
            if at >= end:
                break
            wanted.add((row.id, at))
    return wanted, time.perf_counter() - before


def _found(engine: Engine, end: datetime) -> Counter[tuple[int, datetime]]:
    query = select(runs.c.ritual_id, runs.c.due_at).where(
        runs.c.state == "done", runs.c.due_at < end
    )
    with reading(engine) as connection:
        return Counter((row.ritual_id, row.due_at) for row in connection.execute(query))


def _show(many: int, outcome: Outcome) -> None:
    each = outcome.seconds / max(outcome.once, 1) * 1000
    rows: Sequence[Sequence[str]] = [
        ["runs that the calendar has", f"{outcome.expected:,}"],
        ["happened exactly once", f"{outcome.once:,}"],
        ["happened twice, or at another time", f"{outcome.twice:,}"],
        ["never happened", f"{outcome.missing:,}"],
        ["schedulers killed", f"{outcome.kills:,}"],
        ["planning them all, s", f"{outcome.loading:.1f}"],
        ["a run, ms", f"{each:.2f}"],
        [
            "its rule alone (dateutil), ms",
            f"{outcome.reference / max(outcome.expected, 1) * 1000:.3f}",
        ],
    ]
    report.show(f"{many:,} rituals over {outcome.days} days, two schedulers", ("", ""), rows)
    met = outcome.once == outcome.expected and not outcome.twice
    print(f"exactly once: {report.verdict(met=met)}")


if __name__ == "__main__":
    main()
