"""Reading what people type: each reader takes words and gives a value, or says what to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from community import screening
from community.words import MOST_ENTRIES, MOST_NAME, MOST_WORDS, split_items, time_zones
from conversations.cities import zone_of
from conversations.dates import just_past, read_day
from conversations.day_words import stray_words
from conversations.hours import read_hours
from conversations.language import locales
from conversations.one_day import either_week, leaves_open, other_weekday
from conversations.phrases import after, ours, pattern
from conversations.questions import NotUnderstood, plain
from conversations.sayings import is_short_answer, is_skipping, place, says
from conversations.spans import read_end, read_span
from conversations.texts import Text

FURTHEST = timedelta(days=366)
_WORD = re.compile(r"\w+")
_AROUND = " .,;:!…\u00a0\u202f"
"""What stands around a name that a sentence ends with."""
NINE, MIDNIGHT = time(9), time(23, 59)
"""A day without an hour means nine in the morning."""


def words(given: str) -> str:
    """What was said, if anything was: a sticker or a bare mention has no words."""
    if not given.strip():
        raise NotUnderstood(Text("read-nothing"))
    return given


def line(words: str) -> str:
    """Words as they are, on one line: nobody's are cut without a word."""
    read = " ".join(words.split())
    if len(read) > MOST_WORDS:
        raise NotUnderstood(Text("read-line-long", most=MOST_WORDS))
    return read


def story(words: str) -> str:
    """Words as they are, with their line breaks."""
    return words.strip()


def reason(words: str) -> str:
    """Why something is done, which its subject will read: words, and not the number of a choice."""
    if not any(each.isalpha() for each in words):
        raise NotUnderstood(Text("read-reason"))
    return story(words)


def name(words: str) -> str:
    """What somebody wants to be called, without what leads up to it: "my name is", "I'm"."""
    read = " ".join(words.split())
    if says(read, "skip", "no_idea"):
        raise NotUnderstood(Text("read-name-skip"))
    read = _called(read) or read
    if not any(letter.isalnum() for letter in read):
        raise NotUnderstood(Text("read-name-empty"))
    if len(read) > MOST_NAME:
        raise NotUnderstood(Text("read-name-long", most=MOST_NAME))
    return read


def _called(words: str) -> str:
    """What follows "my name is", perhaps after a greeting; "" where nobody begins so."""
    greeted = after(words, "hello")
    return (after(words, "called") or after(greeted, "called")).strip(_AROUND)


def alias(words: str) -> str:
    """A name to be read under by one other person: nobody's but one's own, and no answer.

    No way to be reached either, which both agree on first.
    """
    read = name(words)
    if ours() & set(_WORD.findall(plain(read))):
        raise NotUnderstood(Text("read-name-ours"))
    if read.endswith("?") or is_short_answer(read):
        raise NotUnderstood(Text("read-name-answer"))
    if screening.found(read):
        raise NotUnderstood(Text("read-name-contact"))
    return read


def contact(words: str) -> str:
    """A way to be reached; a mere yes says that there is one to come."""
    if is_short_answer(words):
        raise NotUnderstood(Text("read-contact"))
    return line(words)


def items(words: str) -> list[str]:
    """A list written with commas, semicolons or line breaks."""
    read = split_items(words)
    if len(read) > MOST_ENTRIES:
        raise NotUnderstood(Text("read-items-many", most=MOST_ENTRIES))
    for each in read:
        line(each)
    return read


def zone(words: str) -> str:
    """A time zone by its name or by a city: "Europe/Paris", "Lyon", "I live in New York"."""
    wanted = place(plain(words).replace("_", " "))
    found = _zones().get(wanted) or _cities().get(wanted) or zone_of(wanted)
    if found is None:
        raise NotUnderstood(Text("read-zone"))
    return found


def is_place(words: str) -> bool:
    """Whether words are a place and nothing else."""
    try:
        return bool(zone(words))
    except NotUnderstood:
        return False


@lru_cache
def _zones() -> dict[str, str]:
    """Time zones by their names, and by the cities in these."""
    names = {name: plain(name.replace("_", " ")) for name in sorted(time_zones(), reverse=True)}
    cities = {words.rsplit("/", 1)[-1]: name for name, words in names.items()}
    return cities | {words: name for name, words in names.items()}


@lru_cache
def _cities() -> dict[str, str]:
    """By the cities' names in every language we speak: it takes a second to put them together.

    An old name of a zone tells the city of the new one, which therefore comes last and stands.
    """
    zones = sorted((each for each in time_zones() if "/" in each), key=_is_called_by_its_city)
    return {plain(_city(each, locale)): each for locale in locales() for each in zones}


def _is_called_by_its_city(zone: str) -> bool:
    return plain(_city(zone, "en")) == plain(zone.rsplit("/", 1)[-1].replace("_", " "))


def _city(zone: str, locale: str) -> str:
    return get_timezone_location(zone, locale=locale, return_city=True)


def day(
    now: datetime,
    zone: str,
    furthest: timedelta = FURTHEST,
    otherwise: Text = Text("read-day-range"),  # noqa: B008 - a frozen value
    at: time = NINE,
    alone: bool = False,
) -> Callable[[str], str]:
    """A reader for a coming day in words ("lundi", "15/01"): `at` o'clock there, as ISO in UTC.

    `otherwise` is said of a day that is over, or further away than `furthest`; `alone` refuses
    other words beside it.
    """
    there = ZoneInfo(zone)
    today = now.astimezone(there).date()

    def read(words: str) -> str:
        found = (only_day if alone else named_day)(words, today)
        refuse_past(words, today)
        if not today < found <= today + furthest:
            raise NotUnderstood(otherwise)
        return datetime.combine(found, at, there).astimezone(UTC).isoformat()

    return read


def refuse_past(words: str, today: date) -> None:
    """Raise NotUnderstood for a day that is just past, which is hardly the one of next year."""
    if past := just_past(words, today):
        raise NotUnderstood(Text("read-day-past", day=past))


def while_(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for how long: its last day, as `day` reads it, or both ("du 10 au 24 décembre").

    Where a first day is named that is still to come, it stands before, in ISO and with a slash. The
    end of a month is over only the day after.
    """
    today, last = now.astimezone(ZoneInfo(zone)).date(), day(now, zone)

    def read(words: str) -> str:
        span = named_span(words, today)
        if span is None and (end := read_end(words, today)):
            return last((end + timedelta(days=1)).isoformat())
        if span is None:
            return last(words)
        return spanned(span, now, zone)

    return read


def spanned(span: tuple[date, date], now: datetime, zone: str) -> str:
    """A first day, and the one on which it is over, as `while_` gives them."""
    first, last = span[0], day(now, zone)(span[1].isoformat())
    coming = first > now.astimezone(ZoneInfo(zone)).date()
    return f"{first.isoformat()}/{last}" if coming else last


def hours(words: str) -> list[int]:
    """Hours such as "21:00-08:00" or "22 h à 7 h 30", in minutes; nothing means none at all."""
    if not words.strip() or is_skipping(words):
        return [0, 0]
    try:
        read = read_hours(words)
    except ValueError:
        read = None
    if read is None:
        raise NotUnderstood(Text("read-hours"))
    return [each.hour * 60 + each.minute for each in read]


def named_span(words: str, today: date) -> tuple[date, date] | None:
    """The first day that words mean, and the one on which it is over.

    Raises NotUnderstood for days that are none.
    """
    try:
        return read_span(words, today)
    except (ValueError, OverflowError):
        raise NotUnderstood(Text("read-day-none")) from None


def only_day(words: str, today: date) -> date:
    """The day that words mean, as `named_day` reads it; words that it leaves over are refused.

    What is planned for many is as it was written, or is written anew.
    """
    found = named_day(words, today)
    around = rf"{pattern('polite')}|{pattern('around')}|{pattern('yes')}"
    if stray := stray_words(re.sub(around, " ", plain(words))):
        raise NotUnderstood(Text("read-day-partly", day=found, words=" ".join(stray)))
    return found


def named_day(words: str, today: date) -> date:
    """The day that words mean, past or coming; raises NotUnderstood unless it is sure."""
    try:
        found, other = read_day(words, today), other_weekday(words, today)
        unsure = leaves_open(words, today)
    except (ValueError, OverflowError):
        raise NotUnderstood(Text("read-day-none")) from None
    if found is None or unsure:
        raise NotUnderstood(Text("read-day"))
    if other is not None:
        raise NotUnderstood(Text("read-day-weekday", day=other))
    if either := either_week(words, today):
        raise NotUnderstood(Text("read-day-which", day=either[0], other=either[1]))
    return found
