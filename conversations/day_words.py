"""The words of which the names of days are made, in every language.

Those of months and days of the week are Babel's; the others are data, one file a language in
`days/`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from babel.dates import get_day_names, get_month_names

from conversations.language import locales
from conversations.questions import plain

SHORTEST = 3
"""Letters that tell a month: "jan", "sept"."""


def weekdays_in(said: str) -> set[int]:
    """The days of the week that plain words name; Monday is 0."""
    days = weekdays()
    return {days[each] for each in re.findall(rf"\b(?:{any_of(days)})\b", said)}


def only_days(said: str) -> bool:
    """Whether plain words are such as days are made of, and no others; also no words at all."""
    return all(each.isdecimal() or each in _vocabulary() for each in re.findall(r"\w+", said))


def stray_words(said: str) -> list[str]:
    """The words that are neither of a day nor such as stand beside one: "à la cantine" has one."""
    beside = _beside()
    return [each for each in re.findall(r"[^\W_]+", said)
            if not (_NUMBERED.fullmatch(each) or each in _vocabulary() or each in beside
                    or month_called(each))]  # fmt: skip


@lru_cache
def _beside() -> frozenset[str]:
    """Every word that may stand in what names a day, or around it, and changes nothing."""
    told = (name for table in _AROUND for name in words_for(table))
    return frozenset(word for name in told for word in re.findall(r"\w+", name))


_AROUND = ("beside", "fixed", "from_easter", "halves", "written", "articles", "middles", "ends",
           "towards", "at", "through", "beginning", "either", "hours", "lasting",
           "including")  # fmt: skip

_NUMBERED = re.compile(r"\d+(?:er|e|st|nd|rd|th|h\d*|am|pm)?")


@lru_cache
def _vocabulary() -> frozenset[str]:
    """Every word with which the name of a day is made."""
    months_ = {name for name, _ in months()}
    told = (name for table in _TABLES for name in words_for(table))
    return frozenset(word for name in (*weekdays(), *months_, *told)
                     for word in re.findall(r"\w+", name))  # fmt: skip


_TABLES = ("called", "weeks", "units", "numbers", "within", "later", "next_before", "next_after")
"""Of what only days are made. Whatever else may stand in one is `beside` it."""


def told_including(where: str) -> str:
    """A pattern for what says, there, that a last day still counts: "through", "compris"."""
    told = any_of(each for each, at in words_for("including").items() if at == where)
    return rf"\b(?:{told})\b"


def month_called(word: str) -> int | None:
    """The month that a word begins, if it begins only one."""
    if len(word) < SHORTEST:
        return None
    found = {number for name, number in months() if name.startswith(word)}
    return found.pop() if len(found) == 1 else None


@lru_cache
def months() -> list[tuple[str, int]]:
    """Every month by its name in each language, and its number."""
    return [(plain(name), number) for locale in locales()
            for number, name in get_month_names("wide", locale=locale).items()]  # fmt: skip


@lru_cache
def weekdays() -> dict[str, int]:
    """The days of the week by their names; Monday is 0.

    No short names: "mon" is also French for "my".
    """
    return {plain(name): number for locale in locales()
            for number, name in get_day_names("wide", locale=locale).items()}  # fmt: skip


@lru_cache
def words_for(name: str) -> dict[str, Any]:
    """One table of every language, together."""
    return {word: meant for each in _languages() for word, meant in dict(each[name]).items()}


@lru_cache
def _languages() -> list[dict[str, Any]]:
    folder = sorted((files("conversations") / "days").iterdir(), key=lambda each: each.name)
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in folder]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
