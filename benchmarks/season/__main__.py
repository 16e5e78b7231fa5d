"""A season: invented people ask, answer, forget and come back, on the real code, by its own clock.

`--fairness 0` takes away what spreads the load: everybody's past requests, and the weekly cap.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks import report
from benchmarks.season.breaches import Watched
from benchmarks.season.figures import measured
from benchmarks.season.life import WEEKLY, Season
from community import directory
from storage import migrate
from storage.database import open_database

TARGET, BUSIEST = 0.88, 0.25


def simulate(
    folder: Path, how_many: int, days: int, seed: int, weekly: int = WEEKLY
) -> dict[str, float]:
    """A whole season on a database of its own, in which nobody is asked more often than that."""
    url = f"sqlite:///{folder}/season-{seed}.db"
    engine = open_database(url)
    migrate.upgrade(engine)
    engine.dispose()
    season = Season(Watched(url), Random(seed), weekly)
    season.settle_in(how_many)
    season.plan(days)
    season.live(days)
    found = measured(season, days)
    season.stage.restart()
    return found


def main() -> None:
    """Print what a season was like."""
    given = report.options(__doc__ or "", members=500, days=120, seed=1, fairness=1)
    if not given.fairness:
        directory.BUSY = directory.TIRED = 1.0
    weekly = WEEKLY if given.fairness else 1_000_000
    with report.scratch() as folder:
        found = simulate(folder, given.members, given.days, given.seed, weekly)
    met = found["with a human answer"] >= TARGET and found["busiest tenth"] < BUSIEST
    report.show(
        f"A season of {given.members} members, {given.days} days", ["what", "measured"],
        [[name, f"{value:.3f}"] for name, value in found.items()],
    )  # fmt: skip
    print(report.verdict(met=met and not found["breaches"]))


if __name__ == "__main__":
    main()
