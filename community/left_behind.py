"""What others were told of somebody who is erased, wherever a message to them still stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update

from community import members, own_data
from community.scope import Scope
from storage import downloads
from storage.tables import LocalMessage, Member, Outbox, Sending, Space, table

GONE = "…"
"""What stands where words of theirs stood."""
BOT = "bot"
"""The author of what the bot says on the local page."""
WRITTEN = {
    "profile": ("words",), "asks": ("need", "context"), "answers": ("words",),
    "introductions": ("question", "details"), "reports": ("words",), "stories": ("words",),
}  # fmt: skip
"""Where a member's own words stand in what is kept of them."""
SHORTEST = 12
"""Characters: shorter words are anybody's."""

Subjects = Mapping[str, Collection[int | None]]
"""The ids of what is about somebody, by its kind."""


@dataclass(frozen=True, slots=True)
class Trace:
    """By what a message is known to hold something of theirs: what it is about, name, words."""

    subjects: Subjects
    name: re.Pattern[str] | None
    words: re.Pattern[str] | None

    def is_about(self, payload: Mapping[str, Any]) -> bool:
        """Whether they are one of those of whom it tells."""
        about = payload.get("about", {})
        return any(about.get(kind) in ids for kind, ids in self.subjects.items())

    def without(self, payload: Any, *, words: bool = True) -> Any:
        """The same without their name, and their words unless somebody else wrote it."""
        patterns = [each for each in (self.words if words else None, self.name) if each]
        return _changed(payload, lambda text: _blanked(text, patterns))


def trace(scope: Scope, member_id: int, subjects: Subjects) -> Trace:
    """What of a member may stand with others; to be taken before their rows are emptied."""
    name = members.get(scope, member_id).name
    rows = table(Member)
    shared = select(rows.c.id).where(
        rows.c.community_id == scope.community_id, rows.c.name == name, rows.c.id != member_id
    )
    alone = name and scope.connection.execute(shared).first() is None
    return Trace(subjects, _whole([name] if alone else []), _whole(set(_own_words(scope))))


def forget(scope: Scope, traced: Trace) -> None:
    """Take it out of what is on its way to others, and of what the local page has shown them."""
    spaces = table(Space)
    query = select(spaces.c.id).where(spaces.c.community_id == scope.community_id)
    here = scope.connection.execute(query).scalars().all()
    _from_the_outbox(scope, traced, here)
    _from_what_is_sent(scope, traced, here)
    _from_the_page(scope, traced, here)


def _own_words(scope: Scope) -> Iterator[str]:
    kept = own_data.collect(scope)
    rows = [(row, fields) for kind, fields in WRITTEN.items() for row in kept[kind]]
    rows += [(row, ("words",)) for row in kept["thanks"] if row.get("giver_id") == scope.actor_id]
    rows += [(row, ("headline",)) for row in kept["member"]]
    for row, fields in rows:
        for each in fields:
            if len(row.get(each, "")) >= SHORTEST:
                yield row[each]


def _whole(several: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of them as whole words, the longest first."""
    if not several:
        return None
    either = "|".join(map(re.escape, sorted(several, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def _blanked(text: str, patterns: Collection[re.Pattern[str]]) -> str:
    for pattern in patterns:
        text = pattern.sub(GONE, text)
    return text


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """JSON with every string changed, but for its keys."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _changed(each, change) for key, each in value.items()}
    return value


def _from_the_outbox(scope: Scope, traced: Trace, spaces: Collection[int]) -> None:
    """What has not left yet leaves without them, or not at all."""
    rows = table(Outbox)
    waiting = rows.c.state.in_(("queued", "held")) & rows.c.space_id.in_(spaces)
    for row in scope.connection.execute(select(rows.c.id, rows.c.payload).where(waiting)).all():
        if traced.is_about(row.payload):
            values = {"state": "dropped", "payload": None}
        elif (changed := traced.without(row.payload)) != row.payload:
            values = {"payload": changed}
        else:
            continue
        scope.connection.execute(update(rows).where(rows.c.id == row.id).values(values))


def _from_what_is_sent(scope: Scope, traced: Trace, spaces: Collection[int]) -> None:
    """Whether it ever arrives, nothing of it is sent a second time."""
    rows = table(Sending)
    for row in scope.connection.execute(select(rows).where(rows.c.space_id.in_(spaces))).all():
        held = {"body": row.body, "payload": row.payload}
        if traced.is_about(row.payload or {}) or traced.without(held) != held:
            downloads.forget(scope.connection, row.space_id, row.key)
            here = (rows.c.key == row.key) & (rows.c.part == row.part)
            scope.connection.execute(delete(rows).where(here))


def _from_the_page(scope: Scope, traced: Trace, spaces: Collection[int]) -> None:
    rows = table(LocalMessage)
    query = select(rows.c.n, rows.c.space_id, rows.c.author, rows.c.payload)
    for row in scope.connection.execute(query.where(rows.c.space_id.in_(spaces))).all():
        changed = traced.without(row.payload, words=row.author == BOT)
        if traced.is_about(row.payload):
            _forget_file(scope, row.space_id, row.payload)
            changed = {"text": GONE}
        if changed != row.payload:
            emptied = update(rows).where(rows.c.n == row.n).values(payload=changed)
            scope.connection.execute(emptied)


def _forget_file(scope: Scope, space_id: int, payload: Mapping[str, Any]) -> None:
    """The file of a message is known by the last piece of its address."""
    address = (payload.get("file") or {}).get("url", "")
    if address:
        downloads.forget(scope.connection, space_id, address.rpartition("/")[2])
