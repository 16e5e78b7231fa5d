"""A text is a message's key and its arguments; which words that makes depends on who reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeAlias

Argument: TypeAlias = (
    "str | int | datetime | date | At | Until | Dated | Exact | Text | Lines | Sequence[str | Text]"
)


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """`Text("ask-who", need="compta")`: a key of locales/ and what goes into it.

    Strings are what people wrote, so connectors escape them. A time is shown as the day it is in
    the reader's zone and language (with its hour as `At`), a list as "a, b and c", and texts can
    stand inside texts.
    """

    key: str
    args: Mapping[str, Argument]

    def __init__(self, key: str, /, **args: Argument) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "args", args)


@dataclass(frozen=True, slots=True)
class At:
    """A moment, shown with its hour on the reader's clock: "Thursday 14 January at 6:30 PM"."""

    moment: datetime


@dataclass(frozen=True, slots=True)
class Until:
    """A moment until which something is open: a day, if all of it counts on the reader's clock.

    Elsewhere the hour is said with it, so that nobody who answers on the day named is too late.
    """

    moment: datetime


FAR = timedelta(days=120)
"""From here on the year of a day is said: of Monday 23 November one thinks that it is this one."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A time, shown as its day with the year: "Tuesday 23 November 2027"."""

    moment: datetime


def day_from(now: datetime, moment: datetime) -> datetime | Dated:
    """A time as its day is best said now: with the year where it is far."""
    return Dated(moment) if moment - now > FAR else moment


@dataclass(frozen=True, slots=True)
class Exact:
    """Words to be copied: a contact that was given arrives as exactly these characters.

    They are no more live than other words of people.
    """

    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Texts one below the other."""

    texts: Sequence[Text]


def dump(text: Text) -> list[Any]:
    """The text as JSON: ["key", {…}]."""
    return [text.key, {name: _dump(value) for name, value in text.args.items()}]


def load(data: Sequence[Any]) -> Text:
    """The text that `dump` made."""
    key, args = data
    return Text(key, **{name: _load(value) for name, value in args.items()})


def _dump(value: Argument) -> Any:
    match value:
        case str() | int():
            return value
        case Text():
            return {"text": dump(value)}
        case datetime():
            return {"time": value.isoformat()}
        case At():
            return {"at": value.moment.isoformat()}
        case Until():
            return {"until": value.moment.isoformat()}
        case Dated():
            return {"dated": value.moment.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case Exact():
            return {"exact": value.words}
        case Lines():
            return {"lines": [dump(each) for each in value.texts]}
    return {"list": [_dump(each) for each in value]}


def _load(value: Any) -> Any:
    match value:
        case {"text": inner}:
            return load(inner)
        case {"time": inner}:
            return datetime.fromisoformat(inner)
        case {"at": inner}:
            return At(datetime.fromisoformat(inner))
        case {"until": inner}:
            return Until(datetime.fromisoformat(inner))
        case {"dated": inner}:
            return Dated(datetime.fromisoformat(inner))
        case {"date": inner}:
            return date.fromisoformat(inner)
        case {"exact": inner}:
            return Exact(inner)
        case {"lines": inner}:
            return Lines([load(each) for each in inner])
        case {"list": inner}:
            return [_load(each) for each in inner]
    return value
