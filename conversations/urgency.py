"""How soon help is wanted, where somebody says so without being asked: "for tomorrow", "asap"."""

from __future__ import annotations

import re
from datetime import date

from community.by_when import SOONEST_FIRST, by_day
from conversations.dates import next_numbered, read_date
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.sayings import MOST_SHORT

URGENT = "today"
"""What "urgent" means where no day is named beside it."""


_DATED = (
    r"\s+(?:(?P<alone>\d{1,2})(?:er|st|nd|rd|th)?(?=\s*(?:$|[,.;:!?)]))|(?P<date>\S+(?: \S+){0,2}))"
)


def told(words: str, today: date | None = None) -> str:
    """The urgency that the words tell of; "none" where they tell of none, or say that none is.

    Dates ("avant le 25") are read as seen from `today`, where it is known.
    """
    said = plain(words)
    if re.search(pattern("unhurried"), said):
        return "none"
    if re.search(pattern("during_tomorrow"), said):
        return "tomorrow"
    named = next((soon for soon in SOONEST_FIRST[:-1] if re.search(pattern(soon), said)), None)
    if named is None and any(map(_is_for_today, words.splitlines())):
        return URGENT
    if named is None and re.search(pattern("urgent"), said):
        return URGENT
    return named or (_dated(said, today) if today else None) or "none"


def soonest(words: str, today: date) -> str:
    """The soonest that a line of the words tells of: what was said first may have changed since."""
    return min((told(each, today) for each in words.splitlines()), key=SOONEST_FIRST.index)


def _dated(said: str, today: date) -> str | None:
    """The urgency of the first date by which something is wanted; None without one."""
    for each in re.finditer(rf"{pattern('by_day')}{_DATED}", said):
        try:
            alone = each["alone"]
            day = next_numbered(today, int(alone)) if alone else read_date(each["date"], today)
        except (ValueError, OverflowError):
            continue
        if day is not None:
            return by_day(day, today)
    return None


def _is_for_today(line: str) -> bool:
    """Whether a short line names today, or ends with "now": in a longer one it may be when
    something happened, and "now" in the middle is how things are ("maintenant que …")."""
    said = plain(line)
    at_last = rf"{pattern('now')}(?:\W+{pattern('polite')})*$"
    now = re.search(rf"{pattern('today_bare')}|{at_last}", said)
    return len(line) <= MOST_SHORT and now is not None


def is_told(words: str) -> bool:
    """Whether they tell of any."""
    return told(words) != "none"
