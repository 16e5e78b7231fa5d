"""Turns a second of a five-question dialogue, people interleaved, on the bot's real parts.

Measured from the event that comes in to its reply in the history of the local page; every answer
waits for its question. References in the same run: the plain `sqlite3` driver writing the same rows
with the same pragmas, (a) a transaction a step and (b) fifty steps a transaction; and
python-telegram-bot's ConversationHandler with its persistence flushed after every step.

Other programs on the machine only ever make a round slower, so the ratios compare the best round of
each with the best of the others.
"""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import statistics
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from benchmarks import community, layers, people, recorded, report, telegram_bot
from benchmarks.floors import Floor
from benchmarks.layers import Layers
from benchmarks.people import Bot, Talked
from bot import log
from bot.server import spare_the_collector
from bot.settings import Settings

AT_ONCE = 50
"""Conversations at once, and steps in a transaction of floor (b)."""
ENOUGH_A, ENOUGH_B, AIM_B, ENOUGH_RIVAL = 1.0, 0.15, 0.3, 3.0


@dataclass(slots=True)
class Rounds:
    """What each round gave: our talks, and the references' turns a second."""

    ours: list[Talked] = field(default_factory=list)
    single: list[float] = field(default_factory=list)
    fifty: list[float] = field(default_factory=list)
    rival: list[float] = field(default_factory=list)

    @property
    def best(self) -> Talked:
        """Our best round."""
        return max(self.ours, key=lambda each: each.rate)

    def ratio(self, reference: list[float]) -> float:
        """Our best rate, as a multiple of a reference's best."""
        return self.best.rate / max(reference)


def main() -> None:
    """Measure, print, and say what was missed."""
    given = report.options(__doc__ or "", people=200, rounds=5)
    log.set_up("warning")
    with report.scratch() as folder:
        rounds, where = asyncio.run(measure(folder, range(given.people), given.rounds))
    _show_rates(rounds, given.people)
    _show_layers(where)
    report.finish(_figures(rounds, where), as_json=given.json)


async def measure(folder: Path, crowd: range, rounds: int) -> tuple[Rounds, Layers]:
    """All four side by side, each with a database of its own; then where the time goes."""
    settings = community.make(folder / "ours.db", len(crowd) + AT_ONCE)
    single, fifty, timed = (_copy(folder, name) for name in ("single", "fifty", "timed"))
    bot = people.put_together(settings)
    await bot.app.start()
    steps = await recorded.record(bot, len(crowd))
    floors = Floor(single, steps, 1), Floor(fifty, steps, AT_ONCE)
    results = await _rounds(bot, floors, folder / "rival.pickle", crowd, rounds)
    await bot.app.stop()
    assert len({_rows(each, len(crowd)) for each in (folder / "ours.db", single, fifty)}) == 1
    return results, await _layers(community.settings_for(timed), crowd)


async def _rounds(
    bot: Bot, floors: tuple[Floor, Floor], pickle: Path, crowd: range, rounds: int
) -> Rounds:
    strangers = range(len(crowd), len(crowd) + AT_ONCE)
    rival = await telegram_bot.start(pickle)
    await people.talk(bot, strangers, AT_ONCE)
    await telegram_bot.run(rival, strangers, AT_ONCE)
    spare_the_collector()
    results = Rounds()
    for _ in range(rounds):
        results.ours.append(await people.talk(bot, crowd, AT_ONCE))
        seconds = results.ours[-1].seconds
        results.single.append(floors[0].run(crowd, AT_ONCE, seconds))
        results.fifty.append(floors[1].run(crowd, AT_ONCE, seconds))
        results.rival.append(await telegram_bot.run(rival, crowd, AT_ONCE))
    return results


async def _layers(settings: Settings, crowd: range) -> Layers:
    return await layers.measure(settings, crowd, AT_ONCE)


def _copy(folder: Path, name: str) -> Path:
    return Path(shutil.copy(folder / "ours.db", folder / f"{name}.db"))


LEFT = (
    "count(payload) FROM inbox",
    "count(*), sum(length(author_name)), sum(length(payload)) FROM local_message",
    "count(*), count(platform_id), count(payload) FROM outbox",
    "sum(revision) FROM conversation",
)


def _rows(file: Path, crowd: int) -> tuple[Fraction, ...]:
    """What a turn of the crowd has left on average, in rows and characters: the same everywhere."""
    where = "WHERE CAST(substr(place, length('dm:person-') + 1) AS INTEGER) < ?"
    with closing(sqlite3.connect(file)) as database:
        turns = database.execute(f"SELECT count(*) FROM inbox {where}", (crowd,)).fetchone()[0]
        left = [database.execute(f"SELECT {what} {where}", (crowd,)).fetchone() for what in LEFT]
    return tuple(Fraction(number, turns) for numbers in left for number in numbers)


def _show_rates(rounds: Rounds, crowd: int) -> None:
    rows = [
        _row("Passerelle", [each.rate for each in rounds.ours], "", ""),
        _against(rounds, "(a) plain sqlite3, one transaction a step", rounds.single, ENOUGH_A),
        _against(rounds, "(b) plain sqlite3, fifty steps a transaction", rounds.fifty, ENOUGH_B),
        _against(rounds, "python-telegram-bot, flushed every step", rounds.rival, ENOUGH_RIVAL),
    ]
    title = f"Five questions, {crowd} people, {AT_ONCE} at once, {len(rounds.ours)} rounds"
    report.show(title, ("turns a second", "best", "median", "ours to it", "target"), rows)
    p50, p99 = rounds.best.quantile(0.5), rounds.best.quantile(0.99)
    print(f"From an event to its reply delivered: p50 {p50:.1f} ms, p99 {p99:.1f} ms")


def _against(rounds: Rounds, name: str, reference: list[float], enough: float) -> list[str]:
    ratio = rounds.ratio(reference)
    target = f"≥ {enough}: {report.verdict(met=ratio >= enough)}"
    return _row(name, reference, f"{ratio:.2f}", target)


def _row(name: str, rates: Sequence[float], ratio: str, target: str) -> list[str]:
    return [name, f"{max(rates):,.0f}", f"{statistics.median(rates):,.0f}", ratio, target]


def _show_layers(where: Layers) -> None:
    rows = [
        [name, f"{micros:,.0f}", f"{micros / where.total:.0%}"]
        for name, micros in sorted(where.parts.items(), key=lambda part: -part[1])
    ]
    rows.append(["all", f"{where.total:,.0f}", f"{1 / where.batches:.0f} turns a commit"])
    report.show("Where a turn's time goes", ("", "µs a turn", "share"), rows)


def _figures(rounds: Rounds, where: Layers) -> report.Figures:
    figures = {
        "turns_per_second": rounds.best.rate, "p50_ms": rounds.best.quantile(0.5),
        "p99_ms": rounds.best.quantile(0.99),
        "turns_per_second_median": statistics.median(each.rate for each in rounds.ours),
        "floor_single_per_second": max(rounds.single),
        "floor_fifty_per_second": max(rounds.fifty), "rival_per_second": max(rounds.rival),
        "to_floor_single": rounds.ratio(rounds.single), "target_single": ENOUGH_A,
        "to_floor_fifty": rounds.ratio(rounds.fifty), "target_fifty": ENOUGH_B,
        "aim_fifty": AIM_B, "to_rival": rounds.ratio(rounds.rival), "target_rival": ENOUGH_RIVAL,
    }  # fmt: skip
    figures |= {f"µs {name}": micros for name, micros in where.parts.items()}
    return {name: round(value, 3) for name, value in figures.items()}


if __name__ == "__main__":
    main()
