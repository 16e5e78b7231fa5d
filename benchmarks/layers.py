"""Where a turn's time goes: timers at the writer's jobs, at the driver and at the commit.

Reading a clock costs about a tenth of a microsecond, so the shares are those of an ordinary run; a
profiler's would not be.
"""

from __future__ import annotations

import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy import Connection, Engine, event

from benchmarks import dialogue, people
from bot.settings import Settings
from community.members import Person
from community.scope import Scope
from connectors.local.render import neutral
from conversations.floor import OpenDialogue
from conversations.incoming import Incoming
from conversations.outgoing import Outgoing
from conversations.routing import route
from conversations.turn import Turn
from storage.writer import Job, Writer

JOBS = {
    "_write_down": "receive", "_some": "turn", "_collect": "deliver",
}  # fmt: skip
ALONE = 200
"""How often a part is repeated when it is measured by itself."""

Share = tuple[str, str]
"""A job of the writer and a part of it."""


class TimedWriter(Writer):
    """A writer that knows what its jobs took: seconds by job, and by part of it."""

    spent: defaultdict[Share, float]
    batches: int

    def __init__(self, engine: Engine) -> None:
        self.spent, self.batches, self._now = defaultdict(float), 0, "-"
        event.listen(engine, "before_cursor_execute", self._before)
        event.listen(engine, "after_cursor_execute", self._after)
        event.listen(engine, "do_connect", self._connect)
        super().__init__(engine)

    def submit(self, job: Job[Any]) -> Any:
        """The job, timed."""
        return super().submit(partial(self._timed, job=job))

    def _timed(self, connection: Connection, job: Job[Any]) -> Any:
        self._now = JOBS.get(_name(job), "other")
        with timed(self.spent, (self._now, "all")):
            return job(connection)

    def _before(self, *_given: object) -> None:
        self._began = time.perf_counter()

    def _after(self, _c: object, _u: object, sql: str, *_rest: object) -> None:
        part = "reading" if sql.startswith("SELECT") else "writing"
        if not sql.startswith("BEGIN"):
            self.spent[self._now, part] += time.perf_counter() - self._began

    def _connect(self, _d: object, _r: object, _a: object, given: dict[str, Any]) -> None:
        given["factory"] = partial(_TimedConnection, self)

    def committed(self, seconds: float) -> None:
        """A transaction has been written to the disk."""
        self.spent["commit", "all"] += seconds
        self.batches += 1


class _TimedConnection(sqlite3.Connection):
    def __init__(self, writer: TimedWriter, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._writer = writer

    def commit(self) -> None:
        before = time.perf_counter()
        super().commit()
        self._writer.committed(time.perf_counter() - before)


@contextmanager
def timed(spent: dict[Share, float], share: Share) -> Iterator[None]:
    """Add the seconds inside to a share."""
    before = time.perf_counter()
    yield
    spent[share] += time.perf_counter() - before


def _name(job: Any) -> str:
    """The function behind partials, and behind `Together` and `Errand`."""
    while isinstance(job, partial):
        job = job.func
    return getattr(getattr(getattr(job, "__self__", None), "_job", job), "__name__", "")


@dataclass(frozen=True, slots=True)
class Layers:
    """Microseconds a turn by layer, in the order of the way; `total` is the wall clock's."""

    total: float
    parts: dict[str, float] = field(default_factory=dict)
    batches: float = 0


async def measure(settings: Settings, crowd: Sequence[int], at_once: int) -> Layers:
    """One run with timers, after one to warm up, and the two parts measured alone."""
    bot = people.put_together(settings, TimedWriter)
    writer = bot.app.writer
    assert isinstance(writer, TimedWriter)
    await bot.app.start()
    await people.talk(bot, crowd[:at_once], at_once)
    writer.spent.clear()
    writer.batches, before = 0, time.thread_time()
    talked = await people.talk(bot, crowd, at_once)
    loop, turns = time.thread_time() - before, len(talked.turns)
    spent, batches = dict(writer.spent), writer.batches / turns
    alone = _alone(bot, await _questions(bot, crowd[0]))
    await bot.app.stop()
    each = {share: 1e6 * seconds / turns for share, seconds in spent.items()}
    parts = _parts(each, 1e6 * loop / turns, *alone)
    total = 1e6 * talked.seconds / turns
    parts["waiting for each other, savepoints, hand-over"] = total - sum(parts.values())
    return Layers(total, parts, batches)


def _parts(
    each: dict[Share, float], loop: float, replay: float, rendering: float
) -> dict[str, float]:
    parts = {"event loop: asyncio, connector, sender, the people": loop}
    for job in (*JOBS.values(), "other"):
        reading, writing = each.get((job, "reading"), 0), each.get((job, "writing"), 0)
        known = {"turn": replay, "deliver": rendering}.get(job, 0)
        parts[f"{job}: SELECT in the driver"] = reading
        parts[f"{job}: writing in the driver"] = writing
        parts[f"{job}: Python and SQLAlchemy"] = each.get((job, "all"), 0) - reading - writing
        parts[f"{job}: Python and SQLAlchemy"] -= known
    parts["turn: routing and replay (measured alone)"] = replay
    parts["deliver: rendering (measured alone)"] = rendering
    parts["commit"] = each.get(("commit", "all"), 0)
    return {name: micros for name, micros in parts.items() if micros >= 1}


async def _questions(bot: people.Bot, n: int) -> list[Outgoing]:
    """What one person is sent in the course of the dialogue."""
    sent: list[Outgoing] = []
    send = bot.delivered.heard
    bot.delivered.heard = sent.append
    await people.talk(bot, [n], 1)
    bot.delivered.heard = send
    return sent


def _alone(bot: people.Bot, sent: Sequence[Outgoing]) -> tuple[float, float]:
    """Microseconds a turn of routing with replay, and of rendering, with nothing around them."""
    with bot.app.database.connect() as connection:
        scope = Scope(connection, bot.app.clock.now(), 1, actor_id=1)
        replay = _mean(lambda: _talk(scope))
    return replay, _mean(lambda: [neutral(each) for each in sent])


def _talk(scope: Scope) -> None:
    """A whole dialogue in memory."""
    dialogues: list[OpenDialogue] = []
    fields = dialogue.opening()
    for step in range(dialogue.STEPS):
        turn = _turn(scope, fields, dialogues)
        route(turn)
        for number, each in enumerate(dialogues):
            each.id = number
        if step < len(dialogue.ANSWERS):
            fields = dialogue.answer(step, turn.leaving[-1].outgoing)


def _turn(scope: Scope, fields: dict[str, Any], dialogues: list[OpenDialogue]) -> Turn:
    who = Person(1, "Amina", "en", "Europe/Paris", "member", welcomed=True)
    event_ = Incoming(
        space_id=1, event="event", place="dm:a", place_kind="direct", sender="a", **fields
    )  # fmt: skip
    return Turn(
        registry=dialogue.REGISTRY, scope=scope, incoming=event_, person=who, dialogues=dialogues,
        heard_at=scope.now,
    )  # fmt: skip


def _mean(work: Callable[[], object]) -> float:
    work()
    before = time.perf_counter()
    for _ in range(ALONE):
        work()
    return 1e6 * (time.perf_counter() - before) / ALONE / dialogue.STEPS
