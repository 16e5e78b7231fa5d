"""Memory and speed with 100 and with 100,000 open dialogues in the database.

Each size runs in a process of its own: the bot's real parts give the same people the same turns
while everyone else's dialogue stands open. The reference is the small size, in the same run. Other
programs on the machine only ever make a round slower, so the best rounds are compared.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import community, crowd, people, report
from bot import log

FEW = 100
PEOPLE, AT_ONCE = 100, 50
ENOUGH_MB, ENOUGH_SPEED = 50.0, 0.9
"""Growth in MB that is too much; a turn "as fast": within what a shared machine varies by."""


@dataclass(frozen=True, slots=True)
class Size:
    """One process: open dialogues, MB of memory at its end, turns a second."""

    open: int
    mb: float
    rate: float


def main() -> None:
    """Measure both sizes in turn, print, and say what was missed."""
    given = report.options(__doc__ or "", open=100_000, rounds=3, child=0)
    if given.child:
        return print(json.dumps(asyncio.run(_child(Path.cwd() / f"{given.child}.db"))))
    with report.scratch() as folder:
        few, many = measure(folder, given.open, given.rounds)
    _show(few, many)
    report.finish(_figures(few, many), as_json=given.json)
    return None


def measure(folder: Path, many: int, rounds: int) -> tuple[Size, Size]:
    """The best of each size, taken in turns so that a busy moment meets both."""
    for size in (FEW, many):
        community.make(folder / f"{size}.db", PEOPLE)
        crowd.fill(folder / f"{size}.db", size)
    measured = [(_process(folder, FEW), _process(folder, many)) for _ in range(rounds)]
    few, most = zip(*measured, strict=True)
    return _best(few), _best(most)


def _process(folder: Path, size: int) -> Size:
    """One size in a process of its own, started in the scratch folder."""
    command = [sys.executable, "-m", "benchmarks.open_dialogues", "--child", str(size)]
    path = {"PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run(
        command, cwd=folder, env=path, check=True, stdout=subprocess.PIPE, text=True, timeout=300
    )
    mb, rate = json.loads(done.stdout.splitlines()[-1])
    return Size(size, mb, rate)


async def _child(file: Path) -> tuple[float, float]:
    """MB of memory after the turns, and turns a second."""
    log.set_up("warning")
    bot = people.put_together(community.settings_for(file))
    await bot.app.start()
    await people.talk(bot, range(AT_ONCE), AT_ONCE)
    rates = [(await people.talk(bot, range(PEOPLE), AT_ONCE)).rate for _ in range(5)]
    memory = _memory()
    await bot.app.stop()
    return memory, max(rates)


def _memory() -> float:
    """The MB that this process has in memory now; where /proc is missing, at its most."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines = (line.split() for line in status.read_text().splitlines())
    return next(int(line[1]) / 1024 for line in lines if line[0] == "VmRSS:")


def _best(sizes: tuple[Size, ...]) -> Size:
    """The fastest round, with the most memory of any."""
    return Size(
        sizes[0].open, max(each.mb for each in sizes), max(each.rate for each in sizes)
    )  # fmt: skip


def _show(few: Size, many: Size) -> None:
    rows = [
        [f"{each.open:,} open dialogues", f"{each.mb:.1f}", f"{each.rate:,.0f}"]
        for each in (few, many)
    ]
    report.show("Open dialogues in the database", ("", "MB of memory", "turns/s"), rows)
    growth, speed = many.mb - few.mb, many.rate / few.rate
    print(f"Growth {growth:.1f} MB (< {ENOUGH_MB:.0f}: {report.verdict(met=growth < ENOUGH_MB)})")
    met = report.verdict(met=speed >= ENOUGH_SPEED)
    print(f"Speed with many against few: {speed:.2f} (≥ {ENOUGH_SPEED}: {met})")


def _figures(few: Size, many: Size) -> report.Figures:
    return {
        "few": few.open, "many": many.open, "few_mb": round(few.mb, 1),
        "many_mb": round(many.mb, 1), "growth_mb": round(many.mb - few.mb, 1),
        "target_growth_mb": ENOUGH_MB, "few_turns_per_second": round(few.rate, 1),
        "many_turns_per_second": round(many.rate, 1), "speed": round(many.rate / few.rate, 3),
        "target_speed": ENOUGH_SPEED,
    }  # fmt: skip


if __name__ == "__main__":
    main()
