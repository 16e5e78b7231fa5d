"""A rhythm as people write it: "first Monday at 9", "un jeudi sur deux à 12h30, pas en août".

Clauses are taken out first (not in, from, until, at); what is left has to be understood to the last
word, since a rhythm that was half understood is kept for years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

from community.recurrence import Rhythm, WrongRhythm, check, moments
from conversations.dates import read_day
from conversations.day_words import weekdays_in, words_for
from conversations.hours import take_hour
from conversations.questions import NotUnderstood, plain
from conversations.readers import NINE
from conversations.rhythms.core import Core
from conversations.rhythms.lexicon import DAYS, any_of, clauses, months, words
from conversations.texts import Text

HALF_A_DAY = 12
LAST_MINUTE = time(23, 59, 59)
PARTS = {"morning": range(12), "afternoon": range(12, 19), "evening": range(17, 24),
         "night": range(18, 24)}  # fmt: skip
"""The parts of a day, by the names of their clauses, and the hours that each may have."""


def read_rhythm(said: str, now: datetime, zone: str) -> Rhythm:
    """The rhythm that words mean, seen from now, by the clock of a time zone.

    It begins with its first occurrence. Raises NotUnderstood, whose text says what to change.
    """
    rest = _Rest(_numbered(re.sub(r"\b([dl])'", r"\1e ", plain(said).replace("’", "'"))))
    rest.refuse("often", "rhythm-which-times")
    without, season = rest.months("without"), rest.season()
    rest.working_days()
    rest.refuse("without", "rhythm-only-months")
    rest.week()
    until, times = rest.day("until", now, zone), rest.times()
    begin, part = rest.day("from", now, zone), rest.part()
    hour = _of_part(rest.hour(), part)
    core = Core.of(re.sub(r"\b(?<!every )(?:day|jour) (?=\d)", "", rest.words))
    core.months |= season
    rule = core.rule(begin or now.astimezone(ZoneInfo(zone)).date(), without)
    since = _wall(begin, time(0), zone) - timedelta(seconds=1) if begin else now
    start = _on_the_clock(begin or since.date(), hour, zone)
    first = _first(Rhythm(rule, start, zone), since)
    if core.interval > 1:
        rule = f"{rule};INTERVAL={core.interval}"
    return _ended(Rhythm(rule, first, zone), until, times)


def _numbered(said: str) -> str:
    """The words with hours as numbers: "at nine", "neuf heures", "9 o'clock"."""
    numbers = {word: meant[7:] for word, meant in words().items() if meant.startswith("number:")}
    named, at = any_of(numbers), any_of(words_for("at") | words_for("past_before"))
    before = any_of(words_for("past_before"))
    shapes = (rf"\b(?P<at>(?:{at}) )(?P<n>{named})(?=\s*(?:,|$| am\b| pm\b))",
              rf"\b(?P<at>(?:{before}) )(?P<n>{named})\b",
              rf"(?P<at>)\b(?P<n>{named})(?= (?:heures?\b|o'clock))")  # fmt: skip
    for shape in shapes:
        said = re.sub(shape, lambda found: found["at"] + numbers[found["n"]], said)
    return re.sub(r"\b(?:at )?(\d{1,2}) o'clock\b", r"at \1", said)


def _of_part(hour: time | None, part: range | None) -> time:
    """The hour in its part of the day: "9 du soir" is 21; without one nine in the morning.

    Raises NotUnderstood for one that is not in it.
    """
    found = NINE if hour is None else hour
    if part is None or found.hour in part:
        return found
    later = found.hour + HALF_A_DAY
    if hour is None or later not in part:
        raise NotUnderstood(Text("rhythm-part-of-day"))
    return found.replace(hour=later)


def _wall(day: date | None, hour: time, zone: str) -> datetime:
    assert day is not None
    return datetime.combine(day, hour, ZoneInfo(zone)).astimezone(UTC)


def _on_the_clock(day: date, hour: time, zone: str) -> datetime:
    """That hour of the day, or of the day before when the clock jumps over it: a rhythm has the
    hour of its beginning."""
    there = _wall(day, hour, zone)
    jumped = there.astimezone(ZoneInfo(zone)).time() != hour
    return _wall(day - timedelta(days=1), hour, zone) if jumped else there


def _first(rhythm: Rhythm, since: datetime) -> datetime:
    """The first occurrence at the rhythm's own hour: one that the clock jumps over begins none."""
    try:
        check(rhythm)
    except WrongRhythm as wrong:
        raise NotUnderstood(Text(f"rhythm-{wrong.why}", zone=rhythm.zone)) from None
    hour, zone = rhythm.begins.time(), ZoneInfo(rhythm.zone)
    for first in moments(rhythm, since):
        if first.astimezone(zone).time() == hour:
            return first
    raise NotUnderstood(Text("rhythm-never", zone=rhythm.zone))


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
        between = r"(?:[\s,]|\b(?:and|or|et|ou|in|en|ni)\b)+"
        shape = rf"\b(?:{any_of(clauses()[clause])}) (?:en )?((?:{name})(?:{between}(?:{name}))*)\b"
        found = self.take(shape)
        named = re.findall(rf"\b(?:{name})\b", found[1]) if found else []
        return frozenset(months()[each] for each in named)

    def season(self) -> set[int]:
        """The months from one to another, every year: "from September to June"."""
        name = any_of(months())
        found = self.take(rf"\b(?:from|de) ({name}) (?:to|a) ({name})\b(?! \d)")
        if found is None:
            return set()
        first, last = months()[found[1]], months()[found[2]]
        return {(first + n - 1) % 12 + 1 for n in range((last - first) % 12 + 1)}

    def week(self) -> None:
        """The days from one to another are named each: "Monday to Friday", "du lundi au jeudi"."""
        name = any_of(word for word, meant in words().items() if meant.startswith("day:"))
        between = rf" ?[-–] ?| (?:{any_of(clauses()['through'])}) "
        found = self.take(rf"\b(?:(?:from|du|de) )?({name})(?:{between})({name})\b(?! \d)")
        if found is None:
            return
        first, last = (DAYS.index(words()[each][4:]) for each in found.groups())
        named = [DAYS[(first + n) % 7] for n in range((last - first) % 7 + 1)]
        each = any_of(word for word, meant in words().items() if meant == "each")
        rest = re.sub(rf"\b(?:{each}) (?:days?|jours?)\b", " ", self.words)
        self.words = f"{' '.join(_called(day) for day in named)} {rest}"

    def working_days(self) -> None:
        """Every day but those of the weekend are the working days."""
        day, week_end, glue = (
            any_of(word for word, meant in words().items() if meant == each)
            for each in ("unit:day", "weekend", "")
        )
        but = rf"\b(?:{any_of(clauses()['without'])}) (?:(?:{glue}) )*(?:{week_end})\b"
        if re.search(rf"\b(?:{day})\b", self.words) and self.take(but):
            working = next(word for word, meant in words().items() if meant == "working")
            self.words = re.sub(rf"\b(?:{day})\b", working, self.words, count=1)

    def refuse(self, clause: str, key: str) -> None:
        """Raise NotUnderstood with this line if such a clause stands there."""
        if re.search(rf"\b(?:{any_of(clauses()[clause])})\b", self.words):
            raise NotUnderstood(Text(key))

    def day(self, clause: str, now: datetime, zone: str) -> date | None:
        """The day of a clause: "from 7 January"; the end of a month that is named alone."""
        found = self.take(rf"\b(?:{any_of(clauses()[clause])}) (?:le |la |the )?({_day()})")
        if found is None:
            return None
        if found[1] in months() and self._begins_with_a_month(found.start()):
            raise NotUnderstood(Text("read-day"))
        try:
            read = read_day(found[1], now.astimezone(ZoneInfo(zone)).date())
        except (ValueError, OverflowError):
            raise NotUnderstood(Text("read-day-none")) from None
        if read is None:
            raise NotUnderstood(Text("read-day"))
        return _month_end(read) if clause == "until" and found[1] in months() else read

    def _begins_with_a_month(self, at: int) -> bool:
        """Whether what is left from there begins with one: of two in a row, which is the day?"""
        return re.match(rf"[\s,]*(?:{any_of(months())})\b", self.words[at:]) is not None

    def times(self) -> int | None:
        """How many times in all: "10 times"."""
        if re.search(r"\b\d+[.,]\d+ (?!am|pm|h)[a-z]", self.words):
            raise NotUnderstood(Text("rhythm-whole"))
        found = self.take(rf"\b(\d{{1,3}}) (?:{any_of(clauses()['times'])})\b")
        if found is None:
            return None
        if not int(found[1]):
            raise NotUnderstood(Text("rhythm-interval"))
        return int(found[1])

    def hour(self) -> time | None:
        """The hour; None if none is named. Raises NotUnderstood for two."""
        try:
            taken = take_hour(self.words, gap=" , ")
        except ValueError:
            raise NotUnderstood(Text("rhythm-hour")) from None
        if taken is None:
            return None
        found, self.words = taken
        if self._names_another_hour():
            raise NotUnderstood(Text("rhythm-one-hour"))
        return found

    def _names_another_hour(self) -> bool:
        """Whether a second hour is left: beside a weekday it may be a bare number, "9 and 17"."""
        more = rf", +(?:{any_of(clauses()['both'])}) \d{{1,2}}(?=\s*(?:,|$))"
        bare = weekdays_in(self.words) and re.search(more, self.words)
        try:
            return bool(bare or take_hour(self.words))
        except ValueError:
            return True

    def part(self) -> range | None:
        """The hours of the part of the day that is named: "lundis soir", "every morning"."""
        each = any_of(word for word, meant in words().items() if meant == "each")
        for part, hours in PARTS.items():
            named = any_of(clauses()[part])
            daily = re.sub(rf"\b({each}) (?:{named})\b", r"\1 day", self.words)
            if daily != self.words:
                self.words = daily
                return hours
            if self.take(rf"\b(?:{named})\b"):
                return hours
        return None


@lru_cache
def _day() -> str:
    """A pattern for a day: "2027-01-07", "7/1", "Thursday 7 January 2027", "January 7", "lundi"."""
    month, day = any_of(months()), r"\d{1,2}(?:er|st|nd|rd|th)?"
    weekday = any_of(word for word, meant in words().items() if meant.startswith("day:"))
    year = r"(?:,? \d{4}\b)?"
    return (
        rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?"
        rf"|(?:(?:{weekday}),? )?(?:{day} (?:of |de )?(?:{month})|(?:{month}) {day}\b){year}"
        rf"|(?:{any_of(words_for('fixed') | words_for('from_easter'))})\b"
        rf"|(?:{month})\b|(?:{weekday})\b|tomorrow|demain|next \w+|\w+ prochaine?"
    )


def _called(day: str) -> str:
    """A word for a day of the week: "mon" for MO."""
    return next(word for word, meant in words().items() if meant == f"day:{day}")


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
