"""What the bot writes in one dialogue, listened to at the driver: the floors write the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event

from benchmarks import dialogue
from benchmarks.people import Bot, talk

Row = dict[str, Any]

_WRITE = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)")
_INSERTED = re.compile(r"INSERT INTO \w+ \(([^)]*)\) VALUES \(([^)]*)\)")
_SET = re.compile(r"(\w+)=\?")


@dataclass(frozen=True, slots=True)
class Step:
    """The parts of one turn that differ from turn to turn, as JSON texts.

    `said` is what the person wrote (None for a button), `answers` and `pending` the dialogue's
    after the turn (None once it has ended), `message` the outbox row's, `shown` the page's.
    """

    event: str
    said: str | None
    answers: str | None
    pending: str | None
    message: str
    shown: str


async def record(bot: Bot, person: int) -> list[Step]:
    """One dialogue with that person, step by step."""
    with _listening(bot.app.database) as written:
        await talk(bot, [person], at_once=1)
    events, messages = written["inbox"], written["outbox"]
    shown = [row for row in written["local_message"] if "token" in row]
    said = iter([row for row in written["local_message"] if "token" not in row])
    states = [*written["dialogue"], *[Row()]][: dialogue.STEPS]
    return [
        Step(
            events[n]["payload"], _said(events[n], said), states[n].get("answers"),
            states[n].get("pending"), messages[n]["payload"], shown[n]["payload"],
        )
        for n in range(dialogue.STEPS)
    ]  # fmt: skip


def _said(event_: Row, said: Iterator[Row]) -> str | None:
    words: str | None = None if '"action"' in event_["payload"] else next(said)["payload"]
    return words


@contextmanager
def _listening(engine: Engine) -> Iterator[dict[str, list[Row]]]:
    """By table, the rows that are inserted, and of dialogues also what they are changed to."""
    written: dict[str, list[Row]] = defaultdict(list)

    def hear(_c: object, _u: object, sql: str, given: Any, _x: object, many: bool) -> None:
        table = _WRITE.match(sql)
        if table and sql.startswith(("INSERT", "UPDATE dialogue")):
            rows: Sequence[Any] = given if many else [given]
            written[table[1]] += [dict(zip(_columns(sql), row, strict=False)) for row in rows]

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield written
    finally:
        event.remove(engine, "before_cursor_execute", hear)


def _columns(sql: str) -> list[str]:
    """Those that are given with the statement; what stands in its text is the same in each."""
    inserted = _INSERTED.match(sql)
    if not inserted:
        return _SET.findall(sql)
    named = zip(inserted[1].split(", "), inserted[2].split(", "), strict=True)
    return [column for column, value in named if value == "?"]
