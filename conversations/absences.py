"""The day of an absence: what is named behind a pause without "until" is that day, all of it.

"Pause tomorrow" would end when the absence begins, were it read as a last day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from conversations.dates import read_single
from conversations.day_words import any_of, words_for
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.readers import named_day
from conversations.sayings import PARTS, impolite
from conversations.spans import counted_within
from conversations.texts import Text

MOST_SAID = 7
"""Words around and in a day; in more of them it may be the day of anything."""
_A_DAY = timedelta(days=1)


def day_off(said: str, today: date) -> tuple[date, date] | None:
    """The day that plain words are about, and the one on which it is over; two days in a row are
    one absence. None where a return, a first or a last day is named, or none at all.

    Raises NotUnderstood for a day that is none or not sure, days that are not in a row, and a time
    from now after which a pause may as well begin as end (`pause-then`, with its `day`).
    """
    if re.search(rf"{pattern('back_from')}|{pattern('come_back')}|{pattern('meets_again')}", said):
        return None
    if then := counted_within(said, today):
        raise NotUnderstood(Text("pause-then", day=then))
    days = sorted({named_day(each, today) for each in _parts(said) if _is_day_off(each, today)})
    if any(later - day != _A_DAY for day, later in pairwise(days)):
        raise NotUnderstood(Text("pause-until-several"))
    return (days[0], days[-1] + _A_DAY) if days else None


def _parts(said: str) -> list[str]:
    """What stands between marks and "and"."""
    short = [each for each in PARTS.split(said) if len(impolite(each).split()) <= MOST_SAID]
    return [part for each in short for part in re.split(rf"\s+{pattern('joins')}\s+", each)]


def _is_day_off(part: str, today: date) -> bool:
    edges = any_of(words_for("bounding") | words_for("beginning") | words_for("after"))
    counted = rf"(?:\d+|{any_of(words_for('numbers'))}) (?:{any_of(words_for('units'))})\b"
    if re.search(rf"\b(?:{edges}|{counted})\b", part):
        return False
    try:
        return read_single(plain(part), today)
    except (ValueError, OverflowError):
        return False
