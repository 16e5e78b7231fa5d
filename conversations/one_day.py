"""Whether words that name a day name that one alone: a day that is not sure is none.

"demain ou jeudi" leaves it open, and no calendar has a "vendredi 8 décembre" that is a Tuesday.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from conversations.dates import ALONE, coming_weekday, read_date, read_day
from conversations.day_words import any_of, weekdays, weekdays_in, words_for
from conversations.questions import plain

_NUMBER = re.compile(r"\b\d{1,2}$")
"""A day whose month comes after the other one: "le 3 ou 4 décembre"."""


def leaves_open(words: str, today: date) -> bool:
    """Whether another day is named beside an "or", or something else is asked beside the day."""
    said = plain(words)
    parts = re.split(rf"\s*\b(?:{any_of(words_for('either'))})\b\s*", said)
    named = {day for part in parts if (day := read_day(part, today)) is not None}
    numbered = any(_NUMBER.search(one) and read_date(two, today) for one, two in pairwise(parts))
    return "?" in said or (len(parts) > 1 and (len(named) > 1 or numbered))


def other_weekday(words: str, today: date) -> date | None:
    """The coming date in these words, where the day of the week beside it is not its own."""
    said = plain(words)
    named, found = weekdays_in(said), read_date(said, today)
    if found is None or found < today or not named or found.weekday() in named:
        return None
    is_today = (found.month, found.day) == (today.month, today.day)
    return None if is_today and today.weekday() in named else found


def either_week(words: str, today: date) -> tuple[date, date] | None:
    """The two days that "next Tuesday" may be on a Monday: tomorrow, or the one of next week."""
    days, said = any_of(weekdays()), plain(words)
    found = re.search(
        rf"\b(?:(?:{any_of(words_for('next_before'))}) (?P<before>{days})"
        rf"|(?P<after>{days}) (?:{any_of(words_for('next_after'))}))\b(?! (?:the |le )?{ALONE})",
        said,
    )
    if found is None or read_date(said, today) is not None:
        return None
    coming = coming_weekday(weekdays()[found["before"] or found["after"]], today)
    later = coming + timedelta(weeks=1)
    return (coming, later) if coming.weekday() > today.weekday() else None
