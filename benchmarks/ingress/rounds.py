"""What the three platforms share: ours and the reference take turns, and a table shows both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from benchmarks import community, report
from bot.time import machine_time
from connectors.base import Surroundings
from connectors.ingress import Ingress
from conversations.outgoing import Outgoing
from storage.database import open_database
from storage.writer import Writer

TARGET = 0.5
"""How much of the reference's speed ours has at least."""


@dataclass(slots=True)
class Round:
    """What one crowd of events took; `waits` is how long each of them did, in seconds."""

    seconds: float = 0
    waits: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Events a second."""
        return len(self.waits) / self.seconds

    @property
    def p99(self) -> timedelta:
        """How long 99 of 100 took at most."""
        return timedelta(seconds=statistics.quantiles(self.waits, n=100)[-1])


class Pair(NamedTuple):
    """Ours, and the reference right after it."""

    ours: Round
    reference: Round


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform's events. `reference` says what it is measured against."""

    name: str
    reference: str
    events: int
    measure: Callable[[Path, int, int], Sequence[Pair]]
    """Told the folder, how many events a round, and how many rounds."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """A database with a writer on it, and no turns behind: this is about taking in."""

    database: Engine
    writer: Writer

    @property
    def around(self) -> Surroundings:
        """What a connector stands in."""
        return Surroundings(
            writer=self.writer, reader=self.database, now=machine_time, standing=_nothing,
            wake=lambda: None,
        )  # fmt: skip

    def ingress(self, connector: str) -> Ingress:
        """The way in."""
        return Ingress(connector, self.writer, machine_time, lambda: None)


@asynccontextmanager
async def inbox(file: Path) -> AsyncIterator[Inbox]:
    """An inbox of its own in that file."""
    database = open_database(community.make(file, 1).database_url)
    made = Inbox(database, Writer(database))
    yield made
    made.writer.stop()
    database.dispose()


async def timed(rounds: Round, work: Awaitable[None]) -> None:
    """Note how long one event took."""
    before = time.perf_counter()
    await work
    rounds.waits.append(time.perf_counter() - before)


def run(platform: Platform, events: int | None, rounds: int) -> report.Figures:
    """Measure and print one platform; its figures."""
    events = events or platform.events
    gc.freeze()  # as the server does once it has started
    with report.scratch() as folder:
        pairs = platform.measure(folder, events, rounds)
    figures = _figures(platform.name, pairs)
    rows = [_row("Passerelle, into the inbox", [pair.ours for pair in pairs]),
            _row(platform.reference, [pair.reference for pair in pairs])]  # fmt: skip
    title = f"{platform.name}: {events:,} events, {rounds} rounds in turn"
    report.show(title, ("", "a second", "p99, ms"), rows)
    ratio = figures[f"{platform.name}_ratio"]
    met = report.verdict(met=bool(figures[f"{platform.name}_met"]))
    print(f"{ratio} of it, the median of the rounds (at least {TARGET}: {met})\n")
    return figures


def _figures(name: str, pairs: Sequence[Pair]) -> report.Figures:
    ratio = statistics.median(pair.ours.rate / pair.reference.rate for pair in pairs)
    found = {
        "per_s": round(statistics.median(pair.ours.rate for pair in pairs)),
        "reference_per_s": round(statistics.median(pair.reference.rate for pair in pairs)),
        "p99_ms": _p99([pair.ours for pair in pairs]), "ratio": round(ratio, 2),
        "met": ratio >= TARGET,
    }  # fmt: skip
    return {f"{name}_{key}": value for key, value in found.items()}


def _row(name: str, rounds: Sequence[Round]) -> list[str]:
    return [
        name,
        f"{statistics.median(each.rate for each in rounds):,.0f}",
        f"{_p99(rounds) or '–'}",
    ]


def _p99(rounds: Sequence[Round]) -> float:
    middle = statistics.median(each.p99 / timedelta(milliseconds=1) for each in rounds)
    return round(middle, 1)


async def _nothing(_token: str) -> Outgoing | None:
    return None
