"""A while as people write it, from a first day to a last one, and the day of a return.

The words are data, one file a language in `days/`; single days are read by `dates.py`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from conversations.dates import any_of, read_day, words_for
from conversations.questions import plain

_NUMBER = re.compile(r"(?<![\w/.-])(\d{1,2})(?:er|e|st|nd|rd|th)?$")
"""A day whose month is said later: "du 10", "from the 3rd"."""


def read_span(words: str, today: date) -> tuple[date, date] | None:
    """The first and the last day: "du 10 au 24 décembre"; None when words name no two days.

    The first may be over. Raises ValueError (OverflowError) for a day that no calendar has.
    """
    said = plain(words)
    for found in re.finditer(rf" (?:{any_of(words_for('through'))}) (?:le |the )?", said):
        last = read_day(said[found.end() :], today)
        first = _first(said[: found.start()], last, today) if last else None
        if first and last:
            return first, last
    return None


def _first(said: str, last: date, today: date) -> date | None:
    """The day that begins what ends on the last one."""
    if number := _NUMBER.search(said):
        return _before(last, int(number[1]))
    first = read_day(said, today)
    return first if first is None or first <= last else _year_before(first)


def _before(last: date, day: int) -> date:
    """The last day of that number before another."""
    month = last if day <= last.day else last.replace(day=1) - timedelta(days=1)
    return month.replace(day=day)


def _year_before(day: date) -> date:
    return day - timedelta(days=365)


def begins(words: str, named: str, today: date) -> bool:
    """Whether the day that is `named` in these words is a first one: "à partir de lundi"."""
    found = re.search(rf"\b(?:{any_of(words_for('beginning'))})\b(.+)", plain(words))
    return found is not None and read_day(found[1], today) == read_day(named, today)


def read_return(words: str, today: date) -> date | None:
    """The coming day of a return: "back on the 5th", "je reprends lundi", "back in two weeks".

    None when there is none: "back since Monday", "back after two weeks", "I'm back".
    """
    said = plain(words)
    if re.search(rf"\b(?:{any_of(words_for('over'))})\b", said):
        return None
    lasting = (
        rf"(?<!\w)(?:{any_of(words_for('numbers'))}|\d{{1,3}}) (?:{any_of(words_for('units'))})\b"
    )
    if re.search(lasting, said) and not re.search(
        rf"\b(?:{any_of(words_for('within'))}) {lasting}", said
    ):
        return None
    found = read_day(said, today)
    return found if found and found > today else None
