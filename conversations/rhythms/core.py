"""The rhythm itself, without its clauses: which days, how often."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, pairwise
from typing import NoReturn

from community.near_names import is_one_off
from conversations.questions import NotUnderstood
from conversations.rhythms.lexicon import DAYS, any_of, words
from conversations.texts import Text

_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th|ers?|e|eme)")


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
        elif meant := _misspelt(found["word"]):
            yield from meant.split(" ")
        else:
            raise NotUnderstood(Text("rhythm-unknown-word", word=found["word"]))


def _misspelt(word: str) -> str | None:
    """What a word means of which one letter is wrong, missing, too many or has changed places with
    the next: "firts". None if it may mean several things, or is too short to tell."""
    near = {
        meant for known, meant in words().items()
        if len(known) >= LONG and known[0] == word[0] and is_one_off(word, known)
    }  # fmt: skip
    return near.pop() if len(near) == 1 else None


LONG = 5
"""Letters of a word that is known although one is wrong."""


@dataclass(slots=True)
class Core:
    """What was read so far, and the rule that it makes."""

    interval: int = 1
    units: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    days: list[str] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    months: set[int] = field(default_factory=set)
    working: bool = False
    weekend: bool = False
    quarters: bool = False
    number: int | None = None
    """A number that was just read: what it counts comes next, else it is a date."""
    last: str = ""
    """The word before this one, by its kind."""
    second: bool = False
    """Whether "every second" was said of a weekday."""
    order: list[tuple[str, object]] = field(default_factory=list)
    """Which days, weekdays and months were named, in the order of the words."""

    @classmethod
    def of(cls, said: str) -> Core:
        core = cls()
        for token in _tokens(said):
            core.take(*token.partition(":")[::2])
        core.flush()
        return core

    def take(self, kind: str, value: str) -> None:
        """One more word."""
        before, self.last = self.last, kind or self.last
        match kind:
            case "number":
                self.flush()
                self.number = int(value)
            case "place" | "nth":
                self.flush()
                self.places.append(int(value))
                self.order.append(("which", int(value)))
            case "unit":
                self._unit(value)
            case "day":
                self.number = None if self.number == 1 else self.number  # "un jeudi sur deux"
                self.flush()
                self.days.append(value)
                self.order.append(("day", value))
                self.second |= before == "second"
            case "working":
                self.working = True
                self.days += DAYS[:5]
                self.order.append(("day", "working"))
            case "weekend":
                self.weekend = True
                self.days += DAYS[5:]
                self.order.append(("day", "weekend"))
            case "month":
                self.flush()
                self.months.add(int(value))
                self.order.append(("month", int(value)))
            case "other" | "half" | "second":
                self.interval, self.number = 2, None
            case "last-day":
                self._dated(-1)
            case _:
                self.flush()

    def _unit(self, value: str) -> None:
        if self.number is not None:
            self.interval, self.number = self.number, None
            if not self.interval:
                raise NotUnderstood(Text("rhythm-interval"))
        self.quarters |= value == "quarter"
        many = {"fortnight": ("week", 2), "quarter": ("month", 3)}
        unit, times = many.get(value, (value, 1))
        self.interval *= times
        self.units.append(unit)

    def flush(self) -> None:
        """A number that counted nothing was the day of a month."""
        if self.number is not None:
            self._dated(self.number)
        self.number = None

    def _dated(self, date: int) -> None:
        self.dates.append(date)
        self.order.append(("which", date))

    def rule(self, begin: date, without: frozenset[int]) -> str:
        """The rule, but for its interval. Raises NotUnderstood if it says two things, or none."""
        if _is_crossed(self.order):
            _refuse("rhythm-two-things")
        if self.places and not self.days:
            self.dates, self.places = [*self.dates, *self.places], []
        if self.second and "month" in self.units and not self.places:
            self.places, self.interval = [2], 1
        parts = [*self._parts(begin)]
        if self.quarters and (self.dates or self.places):
            self._of_quarters()
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

    def _of_quarters(self) -> None:
        """In the first month of each; what is counted from the end, in the last one."""
        ends = {each < 0 for each in (*self.dates, *self.places)}
        if len(ends) > 1 or 12 % self.interval:
            _refuse("rhythm-two-things")
        first = self.interval if ends == {True} else 1
        self.months |= set(range(first, 13, self.interval))
        self.interval = 1

    def _monthly(self, units: set[str]) -> Iterator[str]:
        if self.days and 0 in self.dates:
            _refuse("rhythm-interval")
        if self.days and (self.dates or self._is_dated()):
            _refuse("rhythm-day-and-date")
        if units & {"day", "week"}:
            _refuse("rhythm-two-things")
        if self.weekend:  # the first Saturday and the first Sunday may be a week apart
            _refuse("rhythm-which-day")
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

    def _is_dated(self) -> bool:
        """Whether a place is the day of a month beside a weekday: "Friday the 13th"."""
        kinds = [kind for kind, _ in self.order if kind != "month"]
        bare = kinds[:1] == ["day"] and "which" in kinds
        return bare or any(each > 5 for each in self.places)

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


def _is_crossed(order: list[tuple[str, object]]) -> bool:
    """Whether two rhythms were named in turn: of "8 March and 14 July", one rule would make four
    days. "1 and 15 of January and July" is one rhythm.
    """
    for two in combinations(("which", "day", "month"), 2):
        named = [each for each in order if each[0] in two]
        turns = sum(before[0] != after[0] for before, after in pairwise(named))
        if turns > 1 and all(len({v for k, v in named if k == kind}) > 1 for kind in two):
            return True
    return False


def _week(days: list[str]) -> list[str]:
    return sorted(set(days), key=DAYS.index)


def _joined(numbers: list[int]) -> str:
    """In the order of the month, with what is counted from its end last."""
    return ",".join(map(str, sorted(set(numbers), key=lambda each: each % 100)))


def _refuse(key: str) -> NoReturn:
    raise NotUnderstood(Text(key))
