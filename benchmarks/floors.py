"""The floors: the rows of the same dialogues, written with the plain `sqlite3` driver.

No reading, no understanding, no rendering, no waiting for anybody: the same inserts, updates and
deletes, into tables made by the same migrations, with the same pragmas and the same payloads.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

from benchmarks import dialogue
from benchmarks.community import name, person
from benchmarks.recorded import Step
from storage.database import SQLITE_PRAGMAS

Item = TypeVar("Item")

EVENT = """INSERT INTO inbox (space_id, event_id, place, sender, state, payload, received_at)
           VALUES (1, ?, ?, ?, 'pending', ?, ?)"""
OWN = """INSERT INTO local_message (space_id, place, author, author_name, at, payload)
         VALUES (1, ?, ?, ?, ?, ?)"""
MEET = "INSERT INTO conversation (space_id, place, revision) VALUES (1, ?, 0)"
OPEN = """INSERT INTO dialogue (conversation_id, member_id, name, args, answers, given, pending,
          token, said, status, floor, asked_at, due_at)
          VALUES (?, ?, ?, '{}', ?, '{}', ?, ?, 0, 'open', 1, ?, NULL)"""
CHANGE = """UPDATE dialogue SET args = '{}', answers = ?, given = '{}', pending = ?, token = ?,
            said = 0, status = 'open', floor = 1, asked_at = ?, due_at = NULL WHERE id = ?"""
END = "DELETE FROM dialogue WHERE id = ?"
HEARD = """UPDATE conversation SET revision = revision + 1, heard_at = ?, pressed = ?
           WHERE id = ?"""
QUEUE = """INSERT INTO outbox (space_id, place, member_id, purpose, payload, state, attempts,
           created_at, next_at) VALUES (1, ?, ?, 'reply', ?, 'queued', 0, ?, ?)"""
DONE = "UPDATE inbox SET state = 'done', payload = NULL WHERE id = ?"
SHOW = """INSERT INTO local_message (space_id, place, author, author_name, at, token, payload)
          VALUES (1, ?, 'bot', 'Passerelle', ?, ?, ?)"""
SENT = "UPDATE outbox SET payload = NULL, state = 'sent', platform_id = ? WHERE id = ?"


@dataclass(slots=True)
class Floor:
    """Writes dialogues into a database; `together` is how many steps share a transaction."""

    file: Path
    steps: Sequence[Step]
    together: int
    events: count[int] = field(default_factory=count)
    places: dict[int, int] = field(default_factory=dict)
    dialogues: dict[int, int] = field(default_factory=dict)

    def run(self, people: Sequence[int], at_once: int, seconds: float) -> float:
        """Everyone's dialogue, again and again for that long; steps a second.

        As long as the bot's own round: a short one could fall into a quiet moment of the machine.
        """
        with closing(sqlite3.connect(self.file, isolation_level=None)) as database:
            for pragma in SQLITE_PRAGMAS:
                database.execute(pragma)
            before, written = time.perf_counter(), 0
            while (spent := time.perf_counter() - before) < seconds:
                written += self._everyone(database, people, at_once)
        return written / spent

    def _everyone(self, database: sqlite3.Connection, people: Sequence[int], at_once: int) -> int:
        steps = [*_interleaved(people, at_once)]
        for chunk in _chunks(steps, self.together):
            database.execute("BEGIN IMMEDIATE")
            for n, step in chunk:
                self._step(database, n, step)
            database.execute("COMMIT")
        return len(steps)

    def _step(self, database: sqlite3.Connection, n: int, number: int) -> None:
        """All that one turn writes, from the event to the message that is marked as sent."""
        step, who, now = self.steps[number], person(n), f"{datetime.now(UTC):%F %T.%f}"
        place, token = f"dm:{who}", f"v1:{number}-{n:014}" if self.steps[number].pending else None
        row = (f"event-{next(self.events)}", place, who, step.event, now)
        event = database.execute(EVENT, row).lastrowid
        if step.said:
            database.execute(OWN, (place, who, name(n), now, step.said))
        self._talk(database, n, step, token, now)
        queued = (place, n + 1, step.message, now, now)
        message = database.execute(QUEUE, queued).lastrowid
        database.execute(DONE, (event,))
        database.execute(SHOW, (place, now, token, step.shown))
        database.execute(SENT, (f"local:{message}", message))

    def _talk(
        self, database: sqlite3.Connection, n: int, step: Step, token: str | None, now: str
    ) -> None:
        if n not in self.places:
            self.places[n] = database.execute(MEET, (f"dm:{person(n)}",)).lastrowid or 0
        place, state = self.places[n], (step.answers, step.pending, token, now)
        if n not in self.dialogues:
            opened = (place, n + 1, dialogue.NAME, *state)
            self.dialogues[n] = database.execute(OPEN, opened).lastrowid or 0
        elif step.pending:
            database.execute(CHANGE, (*state, self.dialogues[n]))
        else:
            database.execute(END, (self.dialogues.pop(n),))
        database.execute(HEARD, (now, None, place))


def _interleaved(people: Sequence[int], at_once: int) -> Iterator[tuple[int, int]]:
    """(person, step), everybody of a group taking the same step before the next one."""
    for group in _chunks(people, at_once):
        yield from ((n, step) for step in range(dialogue.STEPS) for n in group)


def _chunks(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]
