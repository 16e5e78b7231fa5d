"""Words about a talk that was agreed on: another time for it, or that one can't be there after all.

Nothing but that may be in them: "déplacer un piano jeudi" is a need.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from community import appointments, sensitive
from community.appointments import Talk
from community.scope import Scope
from conversations.dates import named_days
from conversations.day_words import only_days
from conversations.hours import take_hour
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.sayings import MOST_SHORT

AROUND = ("moves_talk", "misses_talk", "a_talk", "around_a_talk")


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
    if not moves and not _has(said, "a_talk"):
        talks = _on_days(talks, said, scope.now.astimezone(ZoneInfo(zone)).date(), zone)
    if not talks:
        return None
    ids = [each.introduction for each in talks]
    return "talk-change", {"talks": ids, "moves": not misses, "to": "" if misses else left}


def gives_out(words: str) -> bool:
    """Whether words say no more than "je peux plus": of a talk, of a promise, or of everything."""
    said = plain(words)
    bare = _has(said, "misses_talk") and not _left(said, []) and not _has(said, "a_talk")
    return bare and sensitive.cry(words) is not None


def _has(said: str, kind: str) -> bool:
    return re.search(pattern(kind), said) is not None


def _meant(talks: Sequence[Talk], said: str) -> list[Talk]:
    """Those with whom the words name, else all of them."""
    named = [each for each in talks if re.search(_name(each), said)]
    return named or list(talks)


def _name(talk: Talk) -> str:
    called = plain(talk.other).split()
    return rf"\b{re.escape(called[0])}\b" if called else r"(?!)"


def _left(said: str, talks: Sequence[Talk]) -> str:
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
