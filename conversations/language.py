"""From a text to words: Fluent's messages, Babel's dates and lists, one reader at a time."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TypeGuard
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.lists import format_list
from fluent.runtime.types import FluentType

from conversations.sentences import Sentences
from conversations.texts import Argument, At, Dated, Exact, Lines, Text, Until

FALLBACK = "en"
LONGEST = 2500
"""Characters that Fluent takes as one argument (fluent.runtime, `resolver.MAX_PART_LENGTH`)."""
LAST_MINUTE = (23, 59)
"""Hour and minute at which a day is over that counts as a whole."""
Escape = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Writing:
    """How a platform writes what people wrote: as mere words, and for copying (`Exact`)."""

    words: Escape = str
    exact: Escape = str


AS_IT_IS = Writing()


class MissingText(LookupError):
    """A message is missing from locales/: add it to every language."""


@lru_cache
def locales() -> tuple[str, ...]:
    """The languages there are: one folder of locales/ each."""
    return tuple(sorted(folder.name for folder in files("locales").iterdir() if _resources(folder)))


def best(wanted: str | None, otherwise: str = FALLBACK) -> str:
    """The language we have for a tag such as `fr-CA` or `en_GB`, else the other one."""
    known = (wanted or "").replace("_", "-").split("-")[0].lower()
    return known if known in locales() else otherwise


def render(text: Text, locale: str, zone: str = "UTC", writing: Writing = AS_IT_IS) -> str:
    """The words of a text for a reader: language, time zone, and the platform's way to write."""
    return _unchanging(text.key, locale) if not text.args else _format(text, locale, zone, writing)


@lru_cache(maxsize=4096)
def _unchanging(key: str, locale: str) -> str:
    return _format(Text(key), locale, "UTC", AS_IT_IS)


def _format(text: Text, locale: str, zone: str, writing: Writing) -> str:
    sentences = _sentences(locale)
    if text.key not in sentences:
        raise MissingText(f"{MissingText.__doc__} ({locale}: {text.key})")
    args = {name: _argument(value, locale, zone, writing) for name, value in text.args.items()}
    long = {name: words for name, words in args.items() if _is_long(words)}
    words, errors = sentences.say(text.key, args | {name: _gap(name) for name in long})
    if errors:
        raise MissingText(f"{text.key} ({locale}): {errors[0]}")
    return _filled(words, long)


def _is_long(words: FluentType | str | int) -> TypeGuard[str]:
    return isinstance(words, str) and len(words) > LONGEST


def _gap(name: str) -> str:
    """Where long words go afterwards: nobody can write this, as `clean` takes NUL out."""
    return f"\0{name}\0"


def _filled(words: str, long: Mapping[str, str]) -> str:
    for name, value in long.items():
        words = words.replace(_gap(name), value)
    return words


def names(locale: str) -> frozenset[str]:
    """Every message of a language, by its name alone."""
    return _sentences(locale).names


def keys(locale: str) -> frozenset[str]:
    """Every message of a language that can be read: all of them are."""
    sentences = _sentences(locale)
    return frozenset(name for name in sentences.names if name in sentences)


def list_of(parts: Sequence[str], locale: str) -> str:
    """ "a, b and c", as the language writes it."""
    return format_list(list(parts), style="standard", locale=locale)


def _argument(value: Argument, locale: str, zone: str, writing: Writing) -> FluentType | str | int:
    match value:
        case int():
            return value
        case str():
            return _isolated(writing.words(value))
        case Exact(words):
            return _isolated(writing.exact(words))
        case Text():
            return render(value, locale, zone, writing)
        case datetime():
            return _day(value.astimezone(ZoneInfo(zone)), locale)
        case At() | Until() | Dated():
            return _SAID[type(value)](value.moment.astimezone(ZoneInfo(zone)), locale)
        case date():
            return _day(value, locale)
        case Lines():
            return "\n".join(render(each, locale, zone, writing) for each in value.texts)
    return list_of([str(_argument(each, locale, zone, writing)) for each in value], locale)


def _at(there: datetime, locale: str) -> str:
    hour = format_time(there, "short", locale=locale)
    return render(Text("day-and-hour", day=_day(there, locale), hour=hour), locale)


def _until(there: datetime, locale: str) -> str:
    """The day alone, if it counts to its last minute."""
    whole = (there.hour, there.minute) == LAST_MINUTE
    return _day(there, locale) if whole else _at(there, locale)


def _dated(there: datetime, locale: str) -> str:
    return render(Text("day-and-year", day=_day(there, locale), year=str(there.year)), locale)


_SAID: Mapping[type, Callable[[datetime, str], str]] = {At: _at, Until: _until, Dated: _dated}


def _day(day: date, locale: str) -> str:
    """A day without its year."""
    weekday, month = (format_date(day, field, locale=locale) for field in ("EEEE", "MMMM"))
    return render(Text("day-in-words", weekday=weekday, day=day.day, month=month), locale)


def _isolated(words: str) -> str:
    """Right-to-left words keep to themselves, so that they don't turn the sentence around."""
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in words):
        return f"\N{FIRST STRONG ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"
    return words


@lru_cache
def _sentences(locale: str) -> Sentences:
    resources = _resources(files("locales") / locale)
    return Sentences(locale, (each.read_text(encoding="utf-8") for each in resources))


def _resources(folder: Traversable) -> list[Traversable]:
    return list(_fluent(folder)) if folder.is_dir() else []


def _fluent(folder: Traversable) -> Iterator[Traversable]:
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".ftl"):
            yield file
