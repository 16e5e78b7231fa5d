"""Words that put another rhythm in a plan's place: "en fait plutôt mardi", "rather at 6 pm"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from community.recurrence import Rhythm, next_after
from conversations.hours import take_hour
from conversations.numbered import number
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.rhythms import lexicon
from conversations.rhythms.reading import read_rhythm

ANY = Rhythm("FREQ=DAILY", datetime(2000, 1, 3, 9, tzinfo=UTC), "UTC")
"""Whether words are a rhythm does not depend on the one that they mend."""
NTH = re.compile(r"(-?\d)[A-Z]{2}")
"""The place of one weekday in its month, as a rule has it: 1MO, -1FR."""


def mended(said: str, rhythm: Rhythm, now: datetime) -> Rhythm:
    """The rhythm that words mean, on the clock of another: its hour stays where they name none, and
    its days where they name an hour alone. Raises NotUnderstood."""
    words = _told(said)
    hour, days = _parted(words)
    if hour is not None and not days:
        return _at(hour, rhythm, now)
    unsaid = "" if hour else f" at {rhythm.begins:%H:%M}"
    read = read_rhythm(f"{words}{unsaid}", now, rhythm.zone)
    return _same_place(read, rhythm, now) if _is_one_day(days) else read


def _is_one_day(words: str) -> bool:
    """Whether they are a weekday's name alone; in the plural it says how often, too."""
    named = re.sub(r"^(?:le|on) ", "", words)
    return lexicon.words().get(named, "").startswith("day:") and not named.endswith("s")


def _same_place(read: Rhythm, rhythm: Rhythm, now: datetime) -> Rhythm:
    """Of "plutôt mardi" below a rhythm of each month's first Monday: the first Tuesday."""
    before, after = rhythm.parts, read.parts
    place = NTH.fullmatch(before.get("BYDAY", ""))
    if before["FREQ"] != "MONTHLY" or after["FREQ"] != "WEEKLY" or place is None:
        return read
    month = rhythm.begins.date().replace(day=1)
    start = datetime.combine(month, read.begins.time(), ZoneInfo(rhythm.zone))
    rule = rhythm.rule.replace(place[0], f"{place[1]}{after['BYDAY']}")
    moved = Rhythm(rule, start.astimezone(UTC), rhythm.zone)
    return replace(moved, starts_at=next_after(moved, now) or moved.starts_at)


def says_rhythm(words: str) -> bool:
    """Whether words name days or an hour at which something comes; a bare number is neither."""
    if number(words, in_words=True) is not None:
        return False
    try:
        return mended(words, ANY, ANY.starts_at) != ANY
    except NotUnderstood:
        return False


def _told(said: str) -> str:
    """The words without what only says that they replace others."""
    aside = "|".join(map(pattern, ("after_all", "rather", "polite", "no")))
    return " ".join(re.sub(aside, " ", plain(said)).replace(",", " ").split())


def _parted(words: str) -> tuple[time | None, str]:
    try:
        hour, days = take_hour(words) or (None, words)
    except ValueError:  # which the rhythm's own reader tells
        return None, words
    return hour, days.strip()


def _at(hour: time, rhythm: Rhythm, now: datetime) -> Rhythm:
    """The same days at another hour, from the first of them to come."""
    zone = ZoneInfo(rhythm.zone)
    start = datetime.combine(rhythm.begins.date(), hour, zone).astimezone(UTC)
    moved = replace(rhythm, starts_at=start)
    return replace(moved, starts_at=next_after(moved, now) or start)
