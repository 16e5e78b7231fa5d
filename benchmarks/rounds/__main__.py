"""Five rounds of one community with memory: seconds, quality, repeats, and who was dropped.

Quality is what the pairs of the last round are worth in all, as a share of the best: up to some
hundreds of people that is the exact optimum over every two (rustworkx), and for more the bound of
linear programming over every two (benchmarks/rounds/bound.py), which no pairing can exceed, so
that the share of the true optimum is at least as high.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

import numpy as np

from benchmarks import report
from benchmarks.rounds import rivals
from benchmarks.rounds.bound import bound
from benchmarks.rounds.crowd import people
from community.rounds.crowd import Crowd
from community.rounds.fit import Fit
from community.rounds.leftover import Group
from community.rounds.matching import exactly
from community.rounds.pairing import plan
from community.rounds.people import Pair, Participant, Plan, Terms
from community.rounds.worths import Worths
from community.search.meaning import meaning

BEGIN = date(2027, 1, 7)
SECONDS = {200: 0.2, 2_000: 2.0, 10_000: 15.0}
"""The targets, on two cores."""
GOOD = 0.98
EXACT = 400
"""People up to whom the exact optimum is computed, and networkx waited for."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one round of ours took and gave."""

    seconds: float
    work: float
    """Seconds of the processor: the same, on a machine that has nothing else to do."""
    made: Plan
    repeats: int
    worths: Worths

    @property
    def dropped(self) -> int:
        """People who are neither in a group nor told why not."""
        everybody = {each.id for each in self.worths.crowd.people}
        return len(everybody - {one for group in self.made.groups for one in group}
                   - self.made.left.keys())  # fmt: skip


def main() -> None:
    """Measure, and print a table."""
    given = report.options(__doc__ or "", people=2_000, rounds=5, networkx=EXACT)
    meaning()  # the bot has read its thesaurus long before
    crowd = people(given.people, seed=1)
    played = _play(crowd, given.rounds)
    last = played[-1]
    most = _best(last.worths)
    ours = _share(last.worths, _places(last), most)
    rows = [["Passerelle", f"{max(each.seconds for each in played):.2f}",
             f"{max(each.work for each in played):.2f}", f"{ours:.3f}",
             str(sum(each.repeats for each in played)), str(sum(each.dropped for each in played)),
             str(sum(len(each.made.left) for each in played))]]  # fmt: skip
    rows += _rivals(last, most, given.networkx)
    report.show(f"{given.people} people, {given.rounds} rounds",
                ["", "seconds", "CPU", "quality", "repeats", "dropped", "left over"],
                rows)  # fmt: skip
    figures = _figures(played, ours)
    report.console.print(f"targets: {report.verdict(met=bool(figures['met']))}")
    report.finish(figures, as_json=given.json)


def _play(crowd: Sequence[Participant], rounds: int) -> list[Measured]:
    met: dict[Pair, int] = {}
    played = list[Measured]()
    for number in range(rounds):
        terms = Terms(on=BEGIN + timedelta(days=28 * number), met=dict(met), seed=number)
        before, work = time.perf_counter(), time.process_time()
        fit = Fit(crowd, number)
        made = plan(crowd, terms, fit)
        seconds, work = time.perf_counter() - before, time.process_time() - work
        twos = [two for group in made.groups for two in combinations(group, 2)]
        worths = Worths(Crowd(crowd, terms), *fit.directed())
        played.append(Measured(seconds, work, made, sum(two in met for two in twos), worths))
        met = {two: ago + 1 for two, ago in met.items()} | dict.fromkeys(twos, 1)
    return played


def _places(measured: Measured) -> list[Group]:
    place = measured.worths.crowd.place
    return [tuple(place[one] for one in group) for group in measured.made.groups]


def _share(worths: Worths, groups: Sequence[Group], most: float) -> float:
    """The pairs' worth as a share of the bound; of three, the two pairs that are worth least."""
    pairs = [group for group in groups if len(group) == 2]
    ones, others = np.array(pairs, dtype=np.int64).T
    return float(worths.of(ones, others).sum()) / most


def _best(worths: Worths) -> float:
    """What no pairing is worth more than."""
    if len(worths.crowd) > EXACT:
        return bound(worths)
    mates = exactly(worths.everybody, len(worths.crowd))
    ones = np.flatnonzero(mates > np.arange(len(mates)))
    return float(worths.of(ones, mates[ones]).sum())


def _rivals(last: Measured, most: float, slow: int) -> list[list[str]]:
    worths, rows = last.worths, list[list[str]]()
    if len(worths.crowd) <= slow:
        pairs, seconds = rivals.networkx_pairs(worths)
        rows.append(_row("networkx", worths, pairs, seconds, most))
    pairs, seconds = rivals.by_chance(worths, 1)
    return [*rows, _row("by chance", worths, pairs, seconds, most)]


def _row(
    name: str, worths: Worths, pairs: Sequence[Group], seconds: float, most: float
) -> list[str]:
    over = len(worths.crowd) - 2 * len(pairs)
    again = sum(worths.crowd.have_met(*two) for two in pairs)
    return [
        name,
        f"{seconds:.2f}",
        "",
        f"{_share(worths, pairs, most):.3f}",
        str(again),
        "",
        str(over),
    ]


def _figures(played: Sequence[Measured], quality: float) -> report.Figures:
    size = len(played[0].worths.crowd)
    slowest = max(each.seconds for each in played)
    repeats, dropped = (sum(getattr(each, what) for each in played) for what in
                        ("repeats", "dropped"))  # fmt: skip
    fast = slowest <= SECONDS.get(size, slowest)
    return {
        "people": size, "seconds": round(slowest, 3),
        "cpu_seconds": round(max(each.work for each in played), 3), "quality": round(quality, 4),
        "repeats": repeats, "dropped": dropped,
        "met": fast and quality >= GOOD and not repeats and not dropped,
    }  # fmt: skip


if __name__ == "__main__":
    main()
