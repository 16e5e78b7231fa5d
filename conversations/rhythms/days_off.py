"""A day without rituals in words, both ways: "1 May" each year, "6 May 2027" once."""

from __future__ import annotations

import re
from datetime import date

from community.rituals.days_off import is_day
from conversations.questions import NotUnderstood, plain
from conversations.readers import only_day
from conversations.rhythms.lexicon import any_of, words
from conversations.rhythms.saying import MONTHS
from conversations.texts import Text

_BETWEEN = re.compile(r"[,;\n]| (?:et|and) ")
_YEAR = re.compile(r"\d{4}")


def read_days_off(words: str, today: date) -> list[str]:
    """Days as the table keeps them, `2027-05-06` or `05-01`; raises NotUnderstood."""
    found = [_read(each.strip(), today) for each in _BETWEEN.split(words) if each.strip()]
    if not found:
        raise NotUnderstood(Text("ritual-wrong-holiday", day=words.strip()[:MOST]))
    return found


MOST = 40
"""Characters of what was written that are said back."""


def _read(said: str, today: date) -> str:
    if is_day(said):
        return said
    once = re.sub(_every_year(), "", plain(said))
    try:
        day = only_day(once, today) if any(each.isdecimal() for each in said) else None
    except NotUnderstood:
        day = None
    if day is None:
        raise NotUnderstood(Text("ritual-wrong-holiday", day=said[:MOST]))
    return day.isoformat() if _YEAR.search(said) else f"{day:%m-%d}"


def _every_year() -> str:
    """A pattern for "every year", which goes without saying."""
    each, year = (any_of(word for word, meant in words().items() if meant == kind)
                  for kind in ("each", "unit:year"))  # fmt: skip
    return rf"\b(?:{each}) (?:{year})\b"


def day_off_said(day: str) -> Text:
    """One of them in words."""
    if len(day) == len("2027-05-06"):
        once = date.fromisoformat(day)
        return Text("day-off-once", since=once, year=str(once.year))
    month, number = (int(each) for each in day.split("-"))
    return Text("day-off-yearly", date=Text("rhythm-date", date=number),
                month=Text(f"rhythm-month-{MONTHS[month - 1]}"))  # fmt: skip
