"""Words about a talk between two who were introduced: another time for it, or that one can't be
there after all.

Nothing but that may be in them: "déplacer un piano jeudi" is a need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

from community import appointments, sensitive
from community.appointments import Met, Talk
from community.scope import Scope
from conversations.dates import named_days
from conversations.day_words import only_days
from conversations.hours import take_hour
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.sayings import MOST_SHORT

AROUND = (
    "moves_talk", "misses_talk", "a_talk", "comes_to_talk", "would_rather", "around_a_talk",
)  # fmt: skip
_MINUTES = re.compile(r"\b(\d{1,2}) ?(?:min\w*|mn|')")
AMet = TypeVar("AMet", bound=Met)


def rescheduled(scope: Scope, zone: str, words: str) -> Step | None:
    """The dialogue about the talks that words would move or miss, if any is to come."""
    said = plain(words)
    moves, misses = _has(said, "moves_talk"), _has(said, "misses_talk")
    if len(words) > MOST_SHORT or not (moves or misses):
        return None
    talks = _meant(appointments.coming(scope), said)
    left = _left(said, talks)
    if not talks or not is_when(left):
        return None
    if not (moves or points_at_one(words)):
        talks = _on_days(talks, said, scope.now.astimezone(ZoneInfo(zone)).date(), zone)
    return _step(said, talks, left) if talks else None


def met(scope: Scope, words: str) -> Step | None:
    """The same of two who have no time yet, or a time that somebody would rather have."""
    said = plain(words)
    moves, misses = _has(said, "moves_talk"), _has(said, "misses_talk")
    found = _meant([*appointments.coming(scope), *appointments.without_time(scope)], said)
    left = _left(said, found)
    rather = bool(left) and _has(said, "would_rather")
    speaks = moves or rather or (misses and points_at_one(words))
    if len(words) > MOST_SHORT or not (speaks and found and is_when(left)):
        return None
    return _step(said, found, left)


def late(scope: Scope, words: str) -> Step | None:
    """The dialogue about a talk for which words say that one will be late, and nothing else."""
    said = plain(words)
    if len(words) > MOST_SHORT or not _has(said, "runs_late"):
        return None
    found = _meant([*appointments.at_hand(scope), *appointments.without_time(scope)], said)
    minutes = _MINUTES.search(said)
    for each in (_MINUTES.pattern, pattern("runs_late"), pattern("beside_late")):
        said = re.sub(each, " ", said)
    if not found or _left(said, found):
        return None
    ids = [each.introduction for each in found]
    return "talk-late", {"talks": ids, "minutes": int(minutes[1]) if minutes else 0}


def points_at_one(words: str) -> bool:
    """Whether words speak of a talk, its hour or being there, without saying which."""
    return any(_has(plain(words), each) for each in ("a_talk", "comes_to_talk"))


def moved_to(words: str) -> str:
    """When words would have a talk that move it, and say nothing else; "" for no time."""
    said = plain(words)
    left = _left(said, []) if _has(said, "moves_talk") else ""
    return left if is_when(left) else ""


def puts_off(words: str) -> bool:
    """Whether words say that a time does not suit, or ask for another, and name none."""
    said = plain(words)
    speaks = _has(said, "moves_talk") or _has(said, "misses_talk")
    return speaks and not _left(said, [])


def gives_out(words: str) -> bool:
    """Whether words say no more than "je peux plus": of a talk, of a promise, or of everything."""
    said = plain(words)
    bare = _has(said, "misses_talk") and not _left(said, []) and not points_at_one(words)
    return bare and sensitive.cry(words) is not None


def _step(said: str, found: Sequence[Met], left: str) -> Step:
    """What can be done about these talks: at once, where words only move one.

    Where they say as well what can't be, the new time is what follows "move it".
    """
    moves, misses = _has(said, "moves_talk"), _has(said, "misses_talk")
    to = _left(_after(said, "moves_talk"), found) if misses else left
    return "talk-change", {
        "talks": [each.introduction for each in found], "moves": moves and not misses,
        "to": to, "whole": _has(said, "comes_to_talk"),
    }  # fmt: skip


def _has(said: str, kind: str) -> bool:
    return re.search(pattern(kind), said) is not None


def _after(said: str, kind: str) -> str:
    found = re.search(pattern(kind), said)
    return said[found.end() :] if found else ""


def _meant(talks: Sequence[AMet], said: str) -> list[AMet]:
    """Those with whom the words name, else all of them."""
    named = [each for each in talks if re.search(_name(each), said)]
    return named or list(talks)


def _name(talk: Met) -> str:
    called = plain(talk.other).split()
    return rf"\b{re.escape(called[0])}\b" if called else r"(?!)"


def _left(said: str, talks: Sequence[Met]) -> str:
    """What they say beside that: when, if it is nothing else."""
    for each in (*map(pattern, AROUND), *map(_name, talks)):
        said = re.sub(each, " ", said)
    return plain(said)


def is_when(left: str) -> bool:
    """Whether words are a day, an hour, both or none at all."""
    try:
        _, day = take_hour(left) or (None, left)
    except ValueError:
        return False
    return only_days(day)


def _on_days(talks: Sequence[Talk], said: str, today: date, zone: str) -> list[Talk]:
    """Those on a day that the words name; whoever can't on another day speaks of something else."""
    days = named_days(said, today)
    return [each for each in talks if each.at.astimezone(ZoneInfo(zone)).date() in days]
