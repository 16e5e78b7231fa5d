"""People with a question standing, straight into the tables: what a year of use leaves behind."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import dialogue

FIRST = 1_000_000
"""Ids from here on are theirs."""

MEMBER = """INSERT INTO member (id, community_id, name, locale, time_zone, role, headline, external,
            joined_at, welcomed_at) VALUES (?, 1, ?, 'en', 'Europe/Paris', 'member', '', 0, ?, ?)"""
IDENTITY = """INSERT INTO identity (space_id, member_id, external_id, direct_place)
              VALUES (1, ?, ?, ?)"""
PLACE = "INSERT INTO conversation (id, space_id, place, revision, heard_at) VALUES (?, 1, ?, 3, ?)"
TALK = """INSERT INTO dialogue (conversation_id, member_id, name, args, answers, given, pending,
          token, said, status, floor, asked_at)
          VALUES (?, ?, ?, '{}', ?, '{}', ?, ?, 0, 'open', 1, ?)"""

_ANSWERS = json.dumps({"name": "Amina Diallo", "headline": "Nurse, fond of gardens", "when": "14"})
_PENDING = json.dumps({"name": "offers", "free": True, "many": False, "form": False, "options": []})


def fill(file: Path, many: int) -> None:
    """Add so many members, each in the middle of the five-question dialogue."""
    now = f"{datetime.now(UTC):%F %T.%f}"
    with closing(sqlite3.connect(file)) as database, database:
        for sql, rows in _rows(range(FIRST, FIRST + many), now):
            database.executemany(sql, rows)


def _rows(ids: range, now: str) -> Iterator[tuple[str, Iterator[tuple[Any, ...]]]]:
    yield MEMBER, ((n, f"Member {n}", now, now) for n in ids)
    yield IDENTITY, ((n, f"member-{n}", f"dm:member-{n}") for n in ids)
    yield PLACE, ((n, f"dm:member-{n}", now) for n in ids)
    yield TALK, ((n, n, dialogue.NAME, _ANSWERS, _PENDING, f"v1:{n:016}", now) for n in ids)
