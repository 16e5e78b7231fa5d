"""How soon help is wanted, where somebody says so without being asked: "for tomorrow", "asap"."""

from __future__ import annotations

import re

from conversations.phrases import pattern
from conversations.questions import plain
from conversations.sayings import MOST_SHORT

SOONEST_FIRST = ("today", "tomorrow", "week")
"""As an ask's urgency is called, and the lists of phrases."""
URGENT = "today"
"""What "urgent" means where no day is named beside it."""


def told(words: str) -> str:
    """The urgency that the words tell of; "none" where they tell of none, or say that none is."""
    said = plain(words)
    if re.search(pattern("unhurried"), said):
        return "none"
    if re.search(pattern("during_tomorrow"), said):
        return "tomorrow"
    named = next((soon for soon in SOONEST_FIRST if re.search(pattern(soon), said)), None)
    if named is None and any(map(_is_for_today, words.splitlines())):
        return URGENT
    if named is None and re.search(pattern("urgent"), said):
        return URGENT
    return named or "none"


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
