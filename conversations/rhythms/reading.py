"""A rhythm as people write it: "first Monday at 9", "un jeudi sur deux à 12h30, pas en août".

Clauses are taken out first (not in, from, until, at); what is left has to be understood to the last
word, since a rhythm that was half understood is kept for years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import NoReturn
from zoneinfo import ZoneInfo

from community.recurrence import Rhythm, WrongRhythm, check, moments, next_after
from conversations.dates import read_day
from conversations.questions import NotUnderstood, plain
from conversations.readers import NINE
from conversations.rhythms.lexicon import DAYS, any_of, clauses, hours, months, words
from conversations.texts import Text

LAST_MINUTE = time(23, 59, 59)
_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th|er|e|eme)")


def read_rhythm(said: str, now: datetime, zone: str) -> Rhythm:
    """The rhythm that words mean, seen from now, by the clock of a time zone.

    It begins with its first occurrence. Raises NotUnderstood, whose text says what to change.
    """
    rest = _Rest(re.sub(r"\b([dl])'", r"\1e ", plain(said).replace("’", "'")))
    without = rest.months("without")
    until, times = rest.day("until", now, zone), rest.times()
    begin, hour = rest.day("from", now, zone), rest.hour()
    core = _Core.of(rest.words)
    rule = core.rule(begin or now.astimezone(ZoneInfo(zone)).date(), without)
    since = _wall(begin, time(0), zone) - timedelta(seconds=1) if begin else now
    first = _first(Rhythm(rule, _wall(begin or since.date(), hour, zone), zone), since)
    if core.interval > 1:
        rule = f"{rule};INTERVAL={core.interval}"
    return _ended(Rhythm(rule, first, zone), until, times)


def _wall(day: date | None, hour: time, zone: str) -> datetime:
    assert day is not None
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def _first(rhythm: Rhythm, since: datetime) -> datetime:
    try:
        check(rhythm)
    except WrongRhythm as wrong:
        raise NotUnderstood(Text(f"rhythm-{wrong.why}", zone=rhythm.zone)) from None
    first = next_after(rhythm, since)
    if first is None:
        raise NotUnderstood(Text("rhythm-never", zone=rhythm.zone))
    return first


def _ended(rhythm: Rhythm, until: date | None, times: int | None) -> Rhythm:
    """The rhythm with its end, by a day or by how many times."""
    if times is not None:
        found = list(islice(moments(rhythm, rhythm.starts_at - timedelta(seconds=1)), times))
        end = found[-1]
    elif until is not None:
        end = _wall(until, LAST_MINUTE, rhythm.zone)
    else:
        return rhythm
    if end < rhythm.starts_at:
        raise NotUnderstood(Text("rhythm-ends-early"))
    return Rhythm(f"{rhythm.rule};UNTIL={end:%Y%m%dT%H%M%SZ}", rhythm.starts_at, rhythm.zone)


@dataclass(slots=True)
class _Rest:
    """What has not been understood yet."""

    words: str

    def take(self, pattern: str) -> re.Match[str] | None:
        """Take out what fits; a comma is left in its place."""
        found = re.search(pattern, self.words)
        if found is not None:
            self.words = f"{self.words[: found.start()]} , {self.words[found.end() :]}"
        return found

    def months(self, clause: str) -> frozenset[int]:
        """The months of a clause: "not in July and August"."""
        name = any_of(months())
        between = r"(?:\s*,\s*|\s+(?:and|or|et|ou|in|en|ni)\b)+"
        shape = (
            rf"\b(?:{any_of(clauses()[clause])}) (?:en )?((?:{name})(?:{between}\s*(?:{name}))*)\b"
        )
        found = self.take(shape)
        named = re.findall(rf"\b(?:{name})\b", found[1]) if found else []
        return frozenset(months()[each] for each in named)

    def day(self, clause: str, now: datetime, zone: str) -> date | None:
        """The day of a clause: "from 7 January"; the end of a month that is named alone."""
        found = self.take(rf"\b(?:{any_of(clauses()[clause])}) (?:le |the )?({_day()})")
        if found is None:
            return None
        try:
            read = read_day(found[1], now.astimezone(ZoneInfo(zone)).date())
        except (ValueError, OverflowError):
            raise NotUnderstood(Text("read-day-none")) from None
        if read is None:
            raise NotUnderstood(Text("read-day"))
        return _month_end(read) if clause == "until" and found[1] in months() else read

    def times(self) -> int | None:
        """How many times in all: "10 times"."""
        found = self.take(rf"\b(\d{{1,3}}) (?:{any_of(clauses()['times'])})\b")
        if found is None:
            return None
        if not int(found[1]):
            raise NotUnderstood(Text("rhythm-interval"))
        return int(found[1])

    def hour(self) -> time:
        """The hour, nine o'clock if none is named."""
        at = rf"(?:\b(?:{any_of(clauses()['at'])}) )?"
        if named := self.take(rf"{at}\b({any_of(hours())})\b"):
            return time(hours()[named[1]])
        shapes = (
            rf"{at}\b(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d{{2}}))? ?(?P<half>am|pm)\b",
            rf"{at}\b(?P<hour>\d{{1,2}}) ?(?:heures?|h|:) ?(?P<minute>\d{{2}})?(?!\d)",
            rf"\b(?:{any_of(clauses()['at'])}) (?P<hour>\d{{1,2}})(?P<minute>)(?:\s|,|$)",
        )
        found = next(filter(None, map(self.take, shapes)), None)
        return NINE if found is None else _hour(**found.groupdict())


def _hour(hour: str, minute: str | None, half: str | None = None) -> time:
    read = int(hour) % 12 + 12 * (half == "pm") if half else int(hour)
    try:
        return time(read, int(minute or 0))
    except ValueError:
        raise NotUnderstood(Text("rhythm-hour", hour=hour)) from None


@lru_cache
def _day() -> str:
    """A pattern for a day: "2027-01-07", "7/1", "Thursday 7 January 2027", "January 7", "lundi"."""
    month, day = any_of(months()), r"\d{1,2}(?:er|st|nd|rd|th)?"
    weekday = any_of(word for word, meant in words().items() if meant.startswith("day:"))
    year = r"(?:,? \d{4}\b)?"
    return (
        rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?"
        rf"|(?:(?:{weekday}),? )?(?:{day} (?:of |de )?(?:{month})|(?:{month}) {day}\b){year}"
        rf"|(?:{month})\b|(?:{weekday})\b|tomorrow|demain|next \w+|\w+ prochaine?"
    )


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _tokens(said: str) -> Iterator[str]:
    """What each word means, in order; "number:15", "place:1" for "1st". Raises NotUnderstood."""
    shape = rf"(?P<known>(?:{any_of(words())})(?!\w))|(?P<word>[^\s,]+)|(?P<comma>,)"
    for found in re.finditer(shape, said):
        if found["comma"]:
            yield ""
        elif found["known"]:
            yield from words()[found["known"]].split(" ")
        elif numbered := _NUMBERED.fullmatch(found["word"]):
            yield f"place:{numbered[1]}"
        elif found["word"].isdecimal():
            yield f"number:{found['word']}"
        else:
            raise NotUnderstood(Text("rhythm-unknown-word", word=found["word"]))


@dataclass(slots=True)
class _Core:
    """What the rhythm itself says, without its clauses."""

    interval: int = 1
    units: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    months: set[int] = field(default_factory=set)
    working: bool = False
    number: int | None = None
    """A number that was just read: what it counts comes next, else it is a date."""

    @classmethod
    def of(cls, said: str) -> _Core:
        core = cls()
        for token in _tokens(said):
            core.take(*token.partition(":")[::2])
        core.flush()
        return core

    def take(self, kind: str, value: str) -> None:
        """One more word."""
        match kind:
            case "number":
                self.flush()
                self.number = int(value)
            case "place" | "nth":
                self.flush()
                self.places.append(int(value))
            case "unit":
                self._unit(value)
            case "day":
                self.number = None if self.number == 1 else self.number  # "un jeudi sur deux"
                self.flush()
                self.days.append(value)
            case "working":
                self.working = True
                self.days += DAYS[:5]
            case "month":
                self.flush()
                self.months.add(int(value))
            case "other" | "half":
                self.interval, self.number = 2, None
            case "last-day":
                self.dates.append(-1)
            case _:
                self.flush()

    def _unit(self, value: str) -> None:
        if self.number is not None:
            self.interval, self.number = self.number, None
            if not self.interval:
                raise NotUnderstood(Text("rhythm-interval"))
        many = {"fortnight": ("week", 2), "quarter": ("month", 3)}
        unit, times = many.get(value, (value, 1))
        self.interval *= times
        self.units.append(unit)

    def flush(self) -> None:
        """A number that counted nothing was the day of a month."""
        if self.number is not None:
            self.dates.append(self.number)
        self.number = None

    def rule(self, begin: date, without: frozenset[int]) -> str:
        """The rule, but for its interval. Raises NotUnderstood if it says two things, or none."""
        if self.places and not self.days:
            self.dates, self.places = [*self.dates, *self.places], []
        parts = [*self._parts(begin)]
        kept = (self.months or set(range(1, 13))) - without
        if len(kept) < 12:
            parts.append("BYMONTH=" + ",".join(map(str, sorted(kept))))
        if not kept:
            _refuse("rhythm-never")
        return ";".join(parts)

    def _parts(self, begin: date) -> Iterator[str]:
        units = set(self.units)
        if "year" in units and (not self.months or self.interval > 1):
            _refuse("rhythm-year")
        if self.dates or self.places:
            return self._monthly(units)
        if self.days:
            return self._weekly(units)
        return self._by_unit(units, begin)

    def _monthly(self, units: set[str]) -> Iterator[str]:
        if units & {"day", "week"} or (self.dates and self.days):
            _refuse("rhythm-two-things")
        if not all(1 <= each <= 31 or each == -1 for each in self.dates):
            _refuse("rhythm-date-wrong")
        if not all(1 <= each <= 5 or each == -1 for each in self.places):
            _refuse("rhythm-never")
        yield "FREQ=MONTHLY"
        if self.dates:
            yield "BYMONTHDAY=" + _joined(self.dates)
        elif self.working:
            yield "BYDAY=" + ",".join(DAYS[:5])
            yield "BYSETPOS=" + _joined(self.places)
        else:
            days = [f"{n}{day}" for n in sorted(set(self.places)) for day in _week(self.days)]
            yield "BYDAY=" + ",".join(days)

    def _weekly(self, units: set[str]) -> Iterator[str]:
        if units & {"month"}:
            _refuse("rhythm-which-day")
        if units & {"day"}:
            _refuse("rhythm-two-things")
        yield "FREQ=WEEKLY"
        yield "BYDAY=" + ",".join(_week(self.days))

    def _by_unit(self, units: set[str], begin: date) -> Iterator[str]:
        match sorted(units):
            case ["day"]:
                yield "FREQ=DAILY"
            case ["week"]:
                yield "FREQ=WEEKLY"
                yield f"BYDAY={DAYS[begin.weekday()]}"
            case ["month"]:
                yield "FREQ=MONTHLY"
                yield f"BYMONTHDAY={begin.day}"
            case _:
                _refuse("rhythm-how-often")


def _week(days: list[str]) -> list[str]:
    return sorted(set(days), key=DAYS.index)


def _joined(numbers: list[int]) -> str:
    """In the order of the month, with what is counted from its end last."""
    return ",".join(map(str, sorted(set(numbers), key=lambda each: each % 100)))


def _refuse(key: str) -> NoReturn:
    raise NotUnderstood(Text(key))
