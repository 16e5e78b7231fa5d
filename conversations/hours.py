"""A time of day, and a length of time, as people write them: "18h30", "6:30 pm", "midi", "1h30".

Every language is read, whoever writes. Words such as "noon" are data, one file a language in
`days/`.
"""

from __future__ import annotations

import re
from datetime import time

from conversations.dates import any_of, words_for
from conversations.questions import plain

_LATER = r"(?P<half>am|pm|a\.m|p\.m)\b\.?"
_SHAPES = (
    re.compile(rf"\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))? ?{_LATER}"),
    re.compile(r"\b(?P<hour>\d{1,2})(?:h(?=\d)| h | heures? )(?P<minute>\d{2})\b"),
    re.compile(r"(?<!dans )\b(?P<hour>\d{1,2}) ?(?:heures?|h)\b"),
    re.compile(r"\b(?P<hour>\d{1,2}):(?P<minute>\d{2})\b"),
)
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})(?: ?(?:heures?|hours?|hrs?|h)))? ?"
    r"(?:(?P<minutes>\d{1,3}) ?(?:minutes?|mins?|mn|m)?)?"
)


def read_hour(words: str) -> tuple[time, str] | None:
    """The time of day that words name, and the words without it; None when they name none.

    Of two, as in "18h-20h", the first. Raises ValueError for one that no clock has.
    """
    said = plain(words)
    for shape in (*_SHAPES, _after_a_word()):
        if found := shape.search(said):
            return _time(found), _without(said)
    if found := _called().search(said):
        return time.fromisoformat(words_for("hours")[found[0]]), _without(said)
    return None


def read_length(words: str) -> int | None:
    """The minutes that words such as "1h30", "90" or "45 min" mean; None when they mean none."""
    found = _LENGTH.fullmatch(plain(words))
    if found is None or not any(found.groups()):
        return None
    return 60 * int(found["hours"] or 0) + int(found["minutes"] or 0)


def _time(found: re.Match[str]) -> time:
    parts = found.groupdict()
    hour, minute = int(parts["hour"]), int(parts.get("minute") or 0)
    half = (parts.get("half") or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise ValueError(f"{hour} {half}")
    return time(hour % 12 + (12 if half == "pm" else 0) if half else hour, minute)


def _without(said: str) -> str:
    """The words without any time of day, and without what leads to one."""
    leading = rf"(?:\b(?:{any_of(words_for('at'))}) )?"
    for shape in (*_SHAPES, _after_a_word(), _called()):
        said = re.sub(f"{leading}{shape.pattern}", " ", said)
    return " ".join(said.split())


def _after_a_word() -> re.Pattern[str]:
    """A bare number, which is an hour only at the end and after a word such as "at"."""
    return re.compile(rf"\b(?:{any_of(words_for('at'))}) (?P<hour>\d{{1,2}})$")


def _called() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(words_for('hours'))})\b")
