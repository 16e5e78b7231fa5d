"""A coming day as people write it: "lundi", "January 15", "dans deux semaines", "15/01".

Every language is read, whoever writes; the words are those of `day_words`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import easter

from conversations.day_words import (
    any_of,
    month_called,
    months,
    told_including,
    weekdays,
    weekdays_in,
    words_for,
)
from conversations.halves import halved
from conversations.questions import plain

_YEAR_FIRST = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})\b")
_NUMBERS = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}))?\b")
_DAY_FIRST = re.compile(r"\b(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})\b")
_DAY = r"\b(?P<day>\d{1,2})(?:er|e|st|nd|rd|th)?"
_NAME = r"\b(?P<name>[^\W\d]+)\b\.?"
ALONE = r"(?P<day>\d{1,2})(?:er|e|st|nd|rd|th)?\b(?! ?(?:[:/.]\d|h\b|heures?\b|am\b|pm\b))"
"""A number that is no hour."""
_YEAR = r"(?:,? (?P<year>\d{4}))?\b"
_SHAPES = (
    _YEAR_FIRST, _DAY_FIRST, _NUMBERS, re.compile(f"{_DAY} (?:of )?{_NAME}{_YEAR}"),
    re.compile(f"{_NAME} (?:the )?{_DAY}{_YEAR}"),
)  # fmt: skip

LONGEST = 31
"""Days of a month."""
DECEMBER = 12
NEAR = {"past", "today", "tomorrow", "after-tomorrow"}
"""What is called by a name of its own and is a single day."""


def read_day(words: str, today: date) -> date | None:
    """The day that words mean, seen from today; None when they name none.

    A day without a year is the next one of that name; a day that is past is given as it is.
    Raises ValueError (OverflowError beyond all years) for a day that no calendar has.
    """
    said = halved(plain(words))
    for read in READERS:
        found = read(said, today)
        if found is not None:
            return found
    return None


def read_date(said: str, today: date) -> date | None:
    """The day that plain words call by its date or by "tomorrow" and its like, and by no other."""
    return _written(said, today) or _in_words(said, today) or _near(said, today)


def read_single(said: str, today: date) -> bool:
    """Whether plain words name a day by itself: no time that is counted, no period or its end."""
    return any(read(halved(said), today) is not None for read in _SINGLE)


def named_days(said: str, today: date) -> set[date]:
    """The days that plain words name: that of each day of the week, and the one of its own."""
    days = {coming_weekday(each, today) for each in weekdays_in(said)}
    try:
        found = read_day(said, today)
    except (ValueError, OverflowError):
        found = None
    return days | ({found} if found else set())


def just_past(words: str, today: date) -> date | None:
    """The day of today or of the last weeks that words without a year name, if they name one.

    Whoever writes "until November 20" on the 23rd hardly means the one of next year.
    """
    try:
        found, before = read_day(words, today), read_day(words, today - timedelta(days=LONGEST))
    except (ValueError, OverflowError):
        return None
    if found is None or before is None or not before <= today < found:
        return None
    return before if before == _a_year_before(found) else None


def _a_year_before(day: date) -> date | None:
    leap_day = (day.month, day.day) == (2, 29)
    return None if leap_day else day.replace(year=day.year - 1)


def _written(said: str, today: date) -> date | None:
    """By its number: "2027-01-15", "15/01", "15 janvier 2027", "January 15th".

    "8/15" is the fifteenth of August: no other day can be meant.
    """
    for shape in _SHAPES:
        for found in shape.finditer(said):
            parts = found.groupdict()
            day, month = int(parts["day"]), _month_of(parts)
            if shape is _NUMBERS and day <= DECEMBER < (month or 0):
                day, month = month or 0, day
            if month is not None:
                return _next(today, day, month, parts["year"])
    return None


def _month_of(parts: Mapping[str, str]) -> int | None:
    return month_called(parts["name"]) if "name" in parts else int(parts["month"])


def _in_words(said: str, today: date) -> date | None:
    """By its number, written out: "le quinze décembre", "the first of March"."""
    found = re.search(rf"\b(?P<day>{any_of(words_for('written'))}) (?:of )?{_NAME}{_YEAR}", said)
    month = month_called(found["name"]) if found else None
    if found is None or month is None:
        return None
    return _next(today, words_for("written")[found["day"]], month, found["year"])


def _next(today: date, day: int, month: int, year: str | None) -> date:
    if year:
        return date(int(year), month, day)
    found = date(today.year, month, day)
    return found if found > today else found.replace(year=today.year + 1)


def _of_a_week(said: str, today: date) -> date | None:
    """By its day and its week: "jeudi dans deux semaines", "Thursday of next week"."""
    named, weeks = weekdays_in(said), _weeks_on(said)
    if len(named) != 1 or weeks is None:
        return None
    return today + timedelta(days=named.pop() - today.weekday(), weeks=weeks)


def _weeks_on(said: str) -> int | None:
    """How many weeks from this one the week is that the words name."""
    weeks, numbers, units = words_for("weeks"), words_for("numbers"), words_for("units")
    if found := re.search(rf"\b(?:{any_of(weeks)})\b", said):
        return int(weeks[found[0]])
    several = {unit: _WEEKS[meant] for unit, meant in units.items() if meant in _WEEKS}
    found = re.search(
        rf"\b(?:{any_of(words_for('within'))}) (?P<count>\d{{1,3}}|{any_of(numbers)}) "
        rf"(?P<unit>{any_of(several)})\b", said
    )  # fmt: skip
    if found is None:
        return None
    count = str(found["count"])
    return int(numbers.get(count, count)) * several[found["unit"]]


_WEEKS = {"week": 1, "fortnight": 2}


def _counted_from(said: str, today: date) -> date | None:
    """By the time from another day on: "a week on Wednesday", "deux semaines après Noël"."""
    numbers, units = any_of(words_for("numbers")), words_for("units")
    weeks = any_of(unit for unit, meant in units.items() if meant in _WEEKS)
    behind = any_of(words_for("counted_from"))
    found = re.search(
        rf"\b(?P<time>(?:\d{{1,3}}|{numbers}) (?:(?:{weeks}) on(?= (?:{any_of(weekdays())})\b)"
        rf"|(?:{any_of(units)}) (?:{behind}))) (?P<day>.+)", said
    )  # fmt: skip
    first = read_day(found["day"], today) if found else None
    return _counted(found["time"], first) if found and first else None


def _counted(said: str, today: date) -> date | None:
    """By the time until then: "in 3 days", "deux semaines"."""
    numbers, units = words_for("numbers"), words_for("units")
    found = re.search(
        rf"\b(?P<count>\d{{1,3}}|{any_of(numbers)}) (?P<unit>{any_of(units)})\b"
        rf"(?P<half> (?:{any_of(words_for('halves'))})\b)?", said
    )  # fmt: skip
    if found is None:
        return None
    count, unit = str(found["count"]), units[found["unit"]]
    day = _ON[unit](today, int(numbers.get(count, count)))
    return _HALF[unit](day) if found["half"] else day


def _called(said: str, today: date) -> date | None:
    """By its name: "tomorrow", "la semaine prochaine", "fin janvier"."""
    bare, names = said.replace("-", " "), words_for("called")
    feast = _feast(bare, today)
    if feast is not None:
        return feast
    if found := re.search(rf"\b(?:{any_of(names)})\b", bare):
        return _CALLED[names[found[0]]](today)
    if found := re.search(rf"\b(?:{any_of(words_for('ends'))}) {_NAME}", bare):
        return _end_of_next(today, month_called(found["name"]))
    if found := re.search(rf"\b(?:{any_of(words_for('middles'))}) {_NAME}", bare):
        month = month_called(found["name"])
        return _next(today, 15, month, None) if month else None
    return None


def _near(said: str, today: date) -> date | None:
    near = {name: meant for name, meant in words_for("called").items() if meant in NEAR}
    found = re.search(rf"\b(?:{any_of(near)})\b", said.replace("-", " "))
    return _CALLED[near[found[0]]](today) if found else None


def _feast(bare: str, today: date) -> date | None:
    """By what is kept on it: "Noël", "Easter Monday"; holidays that are called so are no day."""
    fixed, moving = words_for("fixed"), words_for("from_easter")
    names = any_of(fixed | moving)
    found = re.search(rf"(?<!vacances de )\b(?:{names})\b(?! holidays| break)", bare)
    if found is None:
        return None
    if found[0] in fixed:
        month, day = map(int, str(fixed[found[0]]).split("-"))
        return _next(today, day, month, None)
    days = timedelta(days=moving[found[0]])
    coming = (easter(today.year + later) + days for later in (0, 1))
    return next(day for day in coming if day > today)


def _weekday(said: str, today: date) -> date | None:
    """By its day: "lundi", "next Monday": the coming one, never today.

    What follows counts: "lundi 30" is no other Monday, "lundi en huit" is the one after, and "lundi
    de l'Aïd" is one that nothing here tells.
    """
    days, later = weekdays(), words_for("later")
    found = re.search(
        rf"\b(?P<name>{any_of(days)})\b(?! (?:de |du |d'|of )[^\W\d])"
        rf"(?: (?P<later>{any_of(later)})\b| (?:the |le )?{ALONE})?",
        said,
    )
    if found is None:
        return None
    coming = coming_weekday(days[found["name"]], today)
    if found["day"]:
        numbered = next_numbered(today, int(found["day"]))
        return numbered if numbered.weekday() == coming.weekday() else None
    return coming + timedelta(weeks=later.get(found["later"], 0))


def coming_weekday(weekday: int, today: date) -> date:
    """The next day of that name, never today; Monday is 0."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _number_alone(said: str, today: date) -> date | None:
    """By its number, and nothing after it: "jusqu'au 30", "the 3rd", "le 9 inclus"."""
    behind = rf"(?:\W+{told_including('behind')}\W*)?"
    found = re.search(rf"\b(?:{any_of(words_for('articles'))}) {ALONE}{behind}$", said)
    return next_numbered(today, int(found["day"])) if found else None


def next_numbered(today: date, day: int) -> date:
    """The next day of that number; a month too short for it is passed over.

    Raises ValueError for a number that no month has.
    """
    if not 1 <= day <= LONGEST:
        raise ValueError(day)
    month = today.replace(day=1)
    while not (day <= _end(month).day and month.replace(day=day) > today):
        month = _months_on(month, 1)
    return month.replace(day=day)


def _month_alone(said: str, today: date) -> date | None:
    """By its month, in full, alone or after a preposition: "octobre", "until March": its start."""
    found = re.fullmatch(rf"(?:.*\b(?:{any_of(words_for('towards'))}) )?{_NAME}", said)
    named = [number for name, number in months() if found and name == found["name"]]
    return _next(today, 1, named[0], None) if named else None


def _months_on(today: date, count: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + count, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _end_of_next(today: date, month: int | None) -> date | None:
    if month is None:
        return None
    end = _end(date(today.year, month, 1))
    return end if end > today else _end(date(today.year + 1, month, 1))


READERS = (
    _counted_from, _written, _in_words, _of_a_week, _counted, _called, _weekday, _number_alone,
    _month_alone,
)  # fmt: skip
_SINGLE = (_written, _in_words, _of_a_week, _near, _weekday, _number_alone)
_ON: Mapping[str, Callable[[date, int], date]] = {
    "day": lambda today, count: today + timedelta(days=count),
    "week": lambda today, count: today + timedelta(weeks=count),
    "fortnight": lambda today, count: today + timedelta(weeks=2 * count),
    "month": _months_on,
    "year": lambda today, count: _months_on(today, 12 * count),
}
_HALF: Mapping[str, Callable[[date], date]] = {
    "day": lambda day: day + timedelta(days=1),
    "week": lambda day: day + timedelta(days=4),
    "fortnight": lambda day: day + timedelta(weeks=1),
    "month": lambda day: day + timedelta(days=15),
    "year": lambda day: _months_on(day, 6),
}
"""Half a unit more; half a day makes a whole one."""
_CALLED: Mapping[str, Callable[[date], date]] = {
    "past": lambda today: today - timedelta(days=1),
    "today": lambda today: today,
    "tomorrow": lambda today: today + timedelta(days=1),
    "after-tomorrow": lambda today: today + timedelta(days=2),
    "next-week": lambda today: today + timedelta(days=7 - today.weekday()),
    "next-month": lambda today: _months_on(today.replace(day=1), 1),
    "next-year": lambda today: date(today.year + 1, 1, 1),
    "month-end": _end,
    "year-end": lambda today: date(today.year, 12, 31),
}
