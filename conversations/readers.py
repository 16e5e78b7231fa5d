"""Reading what people type: each reader takes words and gives a value, or says what to write."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from community.words import MOST_ENTRIES, MOST_NAME, MOST_WORDS, split_items, time_zones
from conversations.answers import is_skipping
from conversations.questions import NotUnderstood, plain
from conversations.texts import Text

_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})(?:[/.](?P<year>\d{4}))?")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")

FURTHEST = timedelta(days=365)
NINE = 9
"""A day without an hour means nine in the morning."""


def line(words: str) -> str:
    """Words as they are, on one line, shortened to what a profile shows."""
    return " ".join(words.split())[:MOST_WORDS]


def story(words: str) -> str:
    """Words as they are, with their line breaks."""
    return words.strip()


def name(words: str) -> str:
    """What somebody wants to be called."""
    read = line(words)
    if is_skipping(read):
        raise NotUnderstood(Text("read-name-skip"))
    if not any(letter.isalnum() for letter in read):
        raise NotUnderstood(Text("read-name-empty"))
    if len(read) > MOST_NAME:
        raise NotUnderstood(Text("read-name-long", most=MOST_NAME))
    return read


def items(words: str) -> list[str]:
    """A list written with commas, semicolons or line breaks."""
    read = split_items(words)
    if len(read) > MOST_ENTRIES:
        raise NotUnderstood(Text("read-items-many", most=MOST_ENTRIES))
    return read


def zone(words: str) -> str:
    """A time zone by its name or by its city: "Europe/Paris", "Dakar", "New York"."""
    wanted = plain(words).replace(" ", "_")
    for known in sorted(time_zones()):
        if wanted in {known.casefold(), known.casefold().rsplit("/", 1)[-1]}:
            return known
    raise NotUnderstood(Text("read-zone"))


def day(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for a coming day ("15/01", "2027-01-15"): nine in the morning there, ISO in UTC."""

    def read(words: str) -> str:
        found = _YEAR_FIRST.search(words) or _DAY_MONTH.search(words)
        if not found:
            raise NotUnderstood(Text("read-day"))
        return _coming(found.groupdict(), now, ZoneInfo(zone)).isoformat()

    return read


def _coming(parts: dict[str, str | None], now: datetime, zone: ZoneInfo) -> datetime:
    year = int(parts["year"] or now.astimezone(zone).year)
    try:
        moment = datetime(year, int(parts["month"] or 0), int(parts["day"] or 0), NINE, tzinfo=zone)
        if not parts["year"] and moment <= now:
            moment = moment.replace(year=year + 1)
    except ValueError:
        raise NotUnderstood(Text("read-day")) from None
    if not now < moment <= now + FURTHEST:
        raise NotUnderstood(Text("read-day-range"))
    return moment.astimezone(UTC)
