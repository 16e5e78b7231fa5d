"""A period by its name: "la semaine prochaine", "in August", "over Christmas".

It is read from its first day to the one on which it is over. Whoever says of a period that they are
away hardly means "until it begins". The words are data, one file a language in `days/`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import easter

from conversations.dates import read_day
from conversations.day_words import any_of, months, told_including, words_for
from conversations.phrases import pattern
from conversations.questions import plain

Period = tuple[date, date]
"""Its first day, and the day after its last."""
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(weeks=1)
_SATURDAY = 5
_NO_MORE = r"\b(?! \d)"
_ARTICLES = r"(?:(?:the|le|la|les|au|aux|a|du|de) |[ld]')*"


def read_period(words: str, today: date) -> Period | None:
    """The period that words name as a whole; None where they name an end of one: "until August".

    The first day may be over. A period that is over is the next of its name.
    """
    said = plain(words).replace("-", " ")
    for read in _READERS:
        if found := read(said, today):
            at, period = found
            return None if _bounded(said[:at]) else period
    return None


def read_after(words: str, today: date) -> date | None:
    """The first day after what words begin by waiting for: "after Easter", "le lendemain de Noël",
    "the end of next week"; None where they wait for nothing."""
    said, after = plain(words).replace("-", " "), words_for("after")
    told = any_of(after | words_for("ends"))
    found = re.match(rf"{_ARTICLES}(?P<told>{told}) ?(?P<rest>[^,;.!]+)", said)
    if found is None:
        return None
    whole = read_period(found["rest"], today)
    if after.get(found["told"]) != "a day" and whole:
        return whole[1]
    if found["told"] not in after:
        return _end_of_the(found["rest"], today)
    day = _day_alone(found["rest"], today)
    return day + _A_DAY if day else _end_of_the(found["rest"], today)


def read_over(words: str, today: date) -> date | None:
    """The first day after all of a period that words name, also of one that is called so only
    where its end is told: "the weekend"; None where they name a day."""
    whole = read_period(words, today)
    return whole[1] if whole else _end_of_the(plain(words).replace("-", " "), today)


def _end_of_the(rest: str, today: date) -> date | None:
    """When what is called so only there is over: "after the weekend", "the end of the week"."""
    spans = words_for("spans")
    found = re.match(rf"{_ARTICLES}(?P<name>{any_of(spans)})\b", rest)
    return _CALLED[spans[found["name"]]](today)[1] if found else None


def _day_alone(said: str, today: date) -> date | None:
    """A day that isn't counted from now: of "after two weeks" it is not the next one."""
    counted = rf"(?:{any_of(words_for('numbers'))}|\d+) (?:{any_of(words_for('units'))})\b"
    near = any_of(name for name, meant in words_for("called").items() if meant == "tomorrow")
    return None if re.match(rf"{counted}|(?:{near})\b", said) else read_day(said, today)


def without_holidays(words: str) -> str:
    """Plain words without the school holidays that they name: their days differ by place and
    year, and nothing here knows them."""
    return re.sub(rf"{_ARTICLES}{pattern('school_holidays')}", " ", plain(words))


def _bounded(before: str) -> bool:
    """Whether what stands before a period makes it one of its ends."""
    edges = any_of(words_for("bounding") | words_for("ends") | words_for("after"))
    known = rf"(?:{edges}|{told_including('before')})"
    return re.search(rf"\b{known} ?{_ARTICLES}$", before) is not None


def _week_of(said: str, today: date) -> tuple[int, Period] | None:
    """By a day of it: "la semaine du 14", "the week of December 14"."""
    found = re.search(rf"\b(?:{any_of(words_for('week_of'))}) (?P<day>.+)", said)
    day = read_day(f"le {found['day']}", today) if found else None
    return (found.start(), _week(day)) if found and day else None


def _named(said: str, today: date) -> tuple[int, Period] | None:
    """By its name, where that is not the beginning or the end of a day's: "Easter Monday"."""
    periods = words_for("periods")
    names = any_of(periods | words_for("fixed") | words_for("from_easter"))
    found = re.search(rf"\b(?:{names}){_NO_MORE}", said)
    if found is None or found[0] not in periods:
        return None
    meant = periods[found[0]]
    return found.start(), _CALLED[meant](today) if meant in _CALLED else _of_the_year(meant, today)


def _month(said: str, today: date) -> tuple[int, Period] | None:
    """By its name, with a word that means all of it, or at the end: "en août", "off in March"."""
    names, known = any_of(dict(months())), any_of(words_for("throughout"))
    found = re.search(
        rf"\b(?:(?:{known}) ?(?P<within>{names})(?: (?P<year>\d{{4}}))?{_NO_MORE}"
        rf"|(?<!\d )(?<!\der )(?<!\dth )(?<!de |of )(?<!d')(?P<bare>{names})$)", said
    )  # fmt: skip
    if found is None:
        return None
    number = dict(months())[found["within"] or found["bare"]]
    year = int(found["year"] or today.year + (number < today.month))
    return found.start(), _all_month(date(year, number, 1))


_READERS = (_week_of, _named, _month)


def _week(day: date) -> Period:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + _A_WEEK


def _all_month(day: date) -> Period:
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1)


def _weekend(today: date) -> Period:
    monday = _week(today)[1]
    return monday - (7 - _SATURDAY) * _A_DAY, monday


def _of_the_year(meant: str, today: date) -> Period:
    """From one month and day to another, which may be in the next year."""
    (month, day), (last_month, last_day) = (map(int, each.split("-")) for each in meant.split("/"))
    for year in range(today.year - 1, today.year + 2):
        first = date(year, month, day)
        over = date(year + (last_month < month), last_month, last_day) + _A_DAY
        if over > today:
            break
    return first, over


def _easter(today: date) -> Period:
    """From Good Friday to Easter Monday."""
    days = (easter(today.year + later) for later in (0, 1))
    sunday = next(day for day in days if day + 2 * _A_DAY > today)
    return sunday - 2 * _A_DAY, sunday + 2 * _A_DAY


_CALLED: Mapping[str, Callable[[date], Period]] = {
    "this-week": _week,
    "next-week": lambda today: _week(today + _A_WEEK),
    "week-after-next": lambda today: _week(today + 2 * _A_WEEK),
    "weekend": _weekend,
    "next-month": lambda today: _all_month(_all_month(today)[1]),
    "next-year": lambda today: (date(today.year + 1, 1, 1), date(today.year + 2, 1, 1)),
    "easter": _easter,
}
