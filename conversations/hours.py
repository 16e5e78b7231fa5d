"""A time of day, hours of it, and a length of time, as people write them: "18h30", "6:30 pm",
"midi", "22 h à 7 h", "1h30". The one reader of hours: days and rhythms leave theirs to it.

Every language is read, whoever writes. Words such as "noon" are data, one file a language in
`days/`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import lru_cache

from conversations.day_words import any_of, months, words_for
from conversations.questions import plain

_LATER = r"(?P<half>am|pm|a\.m|p\.m)\b\.?"
_END = r"(?=\s*(?:,|$))"
_SHAPES = (
    rf"\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))? ?{_LATER}",
    r"\b(?P<hour>\d{1,2})(?: ?h(?=\d)| h | heures? )(?P<minute>\d{2})\b",
    rf"\b(?P<hour>\d{{1,2}})h (?P<minute>\d{{2}}){_END}",
    r"\b(?<!dans )(?P<hour>\d{1,2}) ?(?:heures?|h)\b",
    r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b",
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})(?: ?(?:heures?|hours?|hrs?|h)))? ?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:minutes?|mins?|mn|m)?)?"
)
_BETWEEN = re.compile(r"\s*(?:-|–|\b(?:a|to)\b(?!\.))\s*")
_HOUR = " • "
"""Stands where an hour was taken out."""
_BARE = re.compile(r"\d{1,2}")
_BARE_BEFORE = re.compile(r"\b\d{1,2}[\s,]*$")


def take_hour(said: str, gap: str = " ") -> tuple[time, str] | None:
    """The first time of day in plain words, and the words with that gap in its place.

    What leads to it goes with it ("at 9"); None when they name none. Raises ValueError for one
    that no clock has.
    """
    for shape in _shapes():
        if found := shape.search(said):
            return _time(found), f"{said[: found.start()]}{gap}{said[found.end() :]}"
    return None


class EitherHour(ValueError):
    """Of two hours that words name, one is still to be chosen: "at 9 or 7 pm"."""


def read_hour(words: str) -> tuple[time, str] | None:
    """The time of day that words name, and the words without any; None when they name none.

    Of two, as in "18h-20h", the first. Raises EitherHour for two with an "or" between, and
    ValueError for one that no clock has.
    """
    taken = take_hour(plain(words), _HOUR)
    if taken is None:
        return None
    first, rest = taken
    while more := take_hour(rest, _HOUR):
        rest = more[1]
    if _leaves_open(rest):
        raise EitherHour(words)
    return first, " ".join(rest.replace(_HOUR, " ").split())


def read_hours(words: str) -> tuple[time, time] | None:
    """From when until when: "21:00-08:00", "22 h à 7 h 30", "9 pm to 7 am"; None for else.

    A bare number is an hour here. Raises ValueError for what no clock has.
    """
    ends = [_alone(each) for each in _BETWEEN.split(plain(words))]
    found = [each for each in ends if each is not None]
    return (found[0], found[1]) if len(found) == len(ends) == 2 else None


def read_length(words: str) -> int | None:
    """The minutes that words such as "1h30", "90" or "45 min" mean; None when they mean none."""
    found = _LENGTH.fullmatch(plain(words))
    if found is None or not any(found.groups()):
        return None
    return 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)


def _leaves_open(said: str) -> bool:
    """Whether hours were taken out on both sides of an "or", of which one may have been a bare
    number: "9h ou 19", "at 9 or 7pm"."""
    hour, either = _HOUR.strip(), any_of(words_for("either"))
    parts = re.split(rf"\b(?:{either})\b", said)
    named = sum(hour in part for part in parts)
    bare = any(_bare_hour().fullmatch(part) for part in parts[1:]) or any(
        _BARE_BEFORE.search(part) for part in parts[:-1]
    )
    return len(parts) > 1 and (named > 1 or (named == 1 and bare))


@lru_cache
def _bare_hour() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{any_of(words_for('at'))}) )?\d{{1,2}}[\s,]*")


def _alone(said: str) -> time | None:
    """The time of day that is all of these words."""
    if _BARE.fullmatch(said):
        return time(int(said))
    taken = take_hour(said, "")
    return taken[0] if taken and not taken[1].strip() else None


def _time(found: re.Match[str]) -> time:
    parts = found.groupdict()
    hour, past = _hour(parts), parts.get("past")
    if past is None:
        return hour
    more = (words_for("past") | words_for("past_before"))[past]
    minutes = 60 * hour.hour + hour.minute + int(more)
    return time(minutes // 60 % 24, minutes % 60)


def _hour(parts: Mapping[str, str | None]) -> time:
    """The hour that is named or written, with its own minutes."""
    if called := parts.get("called"):
        return time.fromisoformat(words_for("hours")[called])
    hour, minute = int(parts["hour"] or 0), int(parts.get("minute") or 0)
    half = (parts.get("half") or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise ValueError(f"{hour} {half}")
    return time(hour % 12 + (12 if half == "pm" else 0) if half else hour, minute)


@lru_cache
def _shapes() -> list[re.Pattern[str]]:
    """How a time of day is written, each with what may lead to it.

    A bare number is an hour only after a word such as "at", unless it counts something or is a day;
    so is one with a point ("at 9.30").
    """
    at, counted = any_of(words_for("at")), any_of(dict(months()) | words_for("units"))
    pointed = rf"\b(?:{at}) (?P<hour>\d{{1,2}})\.(?P<minute>\d{{2}})(?=\s|,|$)"
    alone = rf"\b(?:{at}) (?P<hour>\d{{1,2}})(?=\s|,|$)(?! (?:of |de )?(?:{counted})\b)"
    called = rf"\b(?P<called>{any_of(words_for('hours'))})\b"
    past, before = any_of(words_for("past")), any_of(words_for("past_before"))
    with_past = (
        rf"(?:{called}|\b(?<!dans )(?P<hour>\d{{1,2}}) ?(?:heures?|h)) (?P<past>{past})\b",
        rf"\b(?P<past>{before}) (?:{called}|(?P<hour>\d{{1,2}})\b(?: ?{_LATER})?)",
    )
    leading = [rf"(?:\b(?:{at}) )?{shape}" for shape in (*with_past, *_SHAPES, called)]
    return [re.compile(shape) for shape in (*leading[:-1], pointed, alone, leading[-1])]
