"""Until when the team holds a member back, and why, by the words in which it is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from community.scope import Scope
from conversations import readers
from conversations.day_words import told_including
from conversations.dialogues.in_own_words import said_day
from conversations.labels import bare
from conversations.lasting import counting
from conversations.phrases import after

LEADS_UP = 3
"""Words at most before a day that is told first ("for the next …"), and is no part of why."""


def end_of_hold(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for the day on which it ends, as ISO: the one after a last day that counts."""
    day, today = readers.day(now, zone), now.astimezone(ZoneInfo(zone)).date()

    def read(words: str) -> str:
        over = counting(words, today)
        return day(over.isoformat() if over else words)

    return read


def day_and_reason(scope: Scope, said: str, zone: str) -> tuple[str, str]:
    """The day that stands first behind the name, as ISO, and the reason behind that, if any.

    The day is the shortest beginning that says the same as all of it, with what tells more of it.
    """
    read, words = readers.day(scope.now, zone), said.split()
    day = said_day(said, read)
    if not day:
        return "", reason_in(said)
    end = next(n for n in range(len(words) + 1) if said_day(" ".join(words[:n]), read) == day)
    if said_day(" ".join(words[LEADS_UP:end]), read) == day:
        return "", reason_in(said)
    while end < len(words) and said_day(words[end], read):
        end += 1
    if counts := _counted(words[end:]):
        end += counts
        day = end_of_hold(scope.now, zone)(" ".join(words[:end]))
    return day, reason_in(" ".join(words[end:]))


def _counted(words: Sequence[str]) -> int:
    """How many words at the beginning say that the day before them counts: "inclus"."""
    behind = told_including("behind")
    ends = range(len(words), 0, -1)
    return next((n for n in ends if re.fullmatch(behind, bare(" ".join(words[:n])))), 0)


def reason_in(words: str) -> str:
    """Why something is done, without what leads up to it: "because spam", ": spam"."""
    words = words.strip(" ,;:.-–—")
    return after(words, "because") or words
