"""What a gathering is made of, as an organiser writes it: the fields, and how each is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from community.gatherings import is_address
from community.hosting import MOST_MINUTES, MOST_TITLE, Plan
from community.replays import MOST_LINKS, MOST_POINTS
from community.words import MOST_WORDS
from conversations import readers
from conversations.hours import EitherHour, read_hour, read_length
from conversations.numbered import number
from conversations.phrases import pattern
from conversations.questions import Field, NotUnderstood, plain
from conversations.texts import Text

AN_HOUR = 60
LAST_ZONE = timezone(timedelta(hours=-12))
"""In which a day ends last."""
MOST_PLACES = 100_000
PARTS = ("title", "when", "venue", "minutes", "places")
"""What can be changed of one, one by one."""
_BARE = re.compile(r"(?<![\w.@/-])(?:[\w-]+\.)+(?:[a-z]{2,24}|[A-Z]{2,24})(?::\d+)?[/?#]\S+")
"""The address of a room, pasted without its https://; none of a house, which has no path."""


def fields(zone: str, given: Mapping[str, Any]) -> list[Field]:
    """A whole gathering as a form, filled in with what was given."""
    shown = {"zone": zone, "minutes": AN_HOUR} | {
        name: each for name, each in given.items() if each
    }
    return [field(name, str(shown.get(name, ""))) for name in ("title", "when", "zone", *PARTS[2:])]


def field(name: str, value: str = "") -> Field:
    """One of its fields."""
    return Field(
        name=name, label=Text(f"gathering-field-{name}"), hint=Text(f"gathering-hint-{name}"),
        value=value, required=name in {"title", "when", "venue"},
        counts=name in {"minutes", "places"},
        most={"title": MOST_TITLE, "venue": MOST_WORDS}.get(name),
    )  # fmt: skip


def reading(now: datetime, zone: str) -> dict[str, Callable[[str], Any]]:
    """How each field is read, seen from this moment in this time zone."""
    return {
        "title": title, "when": when(now, zone), "zone": lambda words: readers.zone(words or zone),
        "venue": venue, "minutes": minutes, "places": places,
    }  # fmt: skip


def wished(filled: Mapping[str, Any], audience: list[int]) -> Plan:
    """The plan that the fields make."""
    return Plan(
        title=filled["title"], venue=filled["venue"], minutes=filled["minutes"],
        places=filled["places"], starts_at=moment(filled["when"], filled["zone"]),
        audience=audience,
    )  # fmt: skip


def moment(written: str, zone: str) -> datetime:
    """The moment in UTC of what `when` read, in a time zone."""
    return datetime.fromisoformat(written).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def written(at: datetime, zone: str) -> str:
    """A moment so that `when` reads it again."""
    return at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def title(words: str) -> str:
    """What it is called."""
    read = readers.line(words)
    if not any(letter.isalnum() for letter in read) or len(read) > MOST_TITLE:
        raise NotUnderstood(Text("gathering-read-title", most=MOST_TITLE))
    return read


def venue(words: str) -> str:
    """Where it is: words, or the whole address of an online room, which only those who come get."""
    read = " ".join(words.split())
    if _BARE.fullmatch(read):
        read = f"https://{read}"
    if len(read) > MOST_WORDS:
        raise NotUnderstood(Text("gathering-read-venue", most=MOST_WORDS))
    if ("://" in read or _BARE.search(read)) and not _is_whole_address(read):
        raise NotUnderstood(Text("gathering-read-address"))
    return read


def when(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for a day and an hour; what it gives is a time on the clock, in no zone yet."""
    today = now.astimezone(ZoneInfo(zone)).date()

    def read(words: str) -> str:
        try:
            found = read_hour(words)
        except EitherHour:
            raise NotUnderstood(Text("gathering-read-one-hour")) from None
        except ValueError:
            raise NotUnderstood(Text("gathering-read-hour")) from None
        if found is None:
            raise NotUnderstood(Text("gathering-read-hour"))
        hour, rest = found
        day = readers.only_day(rest, today)
        if str(day.year) not in rest:
            day = _or_today(day, today)
        if _has_passed(datetime.combine(day, hour), now) or _is_behind(day, today, rest):
            raise NotUnderstood(Text("gathering-read-past"))
        return datetime.combine(day, hour).isoformat(timespec="minutes")

    return read


def minutes(words: str) -> int:
    """How long it is; an hour, if nothing is said."""
    read = read_length(words) if words.strip() else AN_HOUR
    if read is None or not 1 <= read <= MOST_MINUTES:
        raise NotUnderstood(Text("gathering-read-minutes"))
    return read


def places(words: str) -> int | None:
    """How many can come; None for as many as like."""
    said = words.strip()
    if not said:
        return None
    if any(each.isdigit() and not each.isdecimal() for each in said):  # "²" is no two
        raise NotUnderstood(Text("gathering-read-places"))
    counted = re.sub(rf"\s+{pattern('of_places')}$", "", plain(said))
    figures = counted.isascii() and counted.isdecimal()
    read = int(counted[:9]) if figures else number(counted, in_words=True)
    if read is None or not 1 <= read <= MOST_PLACES:
        raise NotUnderstood(Text("gathering-read-places"))
    return read


def points(words: str) -> list[str]:
    """Up to five things to remember, one a line."""
    read = [" ".join(line.strip(" •-–*").split()) for line in words.splitlines()]
    kept = [each for each in read if each]
    if not 1 <= len(kept) <= MOST_POINTS or any(len(each) > MOST_WORDS for each in kept):
        raise NotUnderstood(Text("replay-read-points", most=MOST_POINTS))
    return kept


def links(words: str) -> list[str]:
    """Up to three addresses, each whole."""
    read = words.split()
    if len(read) > MOST_LINKS or not all(map(_is_whole_address, read)):
        raise NotUnderstood(Text("replay-read-links", most=MOST_LINKS))
    return read


def _is_whole_address(words: str) -> bool:
    """Whether they are an address of the web and nothing else."""
    try:
        host = urlsplit(words).hostname
    except ValueError:
        return False
    return is_address(words) and " " not in words and bool(host) and len(words) <= MOST_WORDS


def _has_passed(at: datetime, now: datetime) -> bool:
    """Whether a clock has shown it in every zone: which one is meant may be said only later."""
    return at <= now.astimezone(LAST_ZONE).replace(tzinfo=None)


def _is_behind(day: date, today: date, words: str) -> bool:
    """Whether a word as "yesterday" names a day that is over where it is written."""
    return day < today and not any(each.isdigit() for each in words)


def _or_today(found: date, today: date) -> date:
    """A day without a year is the next of its name, and today's own name may mean today."""
    a_year_on = (found.year, found.month, found.day) == (today.year + 1, today.month, today.day)
    return today if a_year_on else found
