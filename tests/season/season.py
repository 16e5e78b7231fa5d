"""Ten weeks of a community, from one moment at which somebody reads or acts to the next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from community import groups, roster
from community.scope import Scope
from connectors.local import history
from tests.season.crowd import FADED, FADING, NEWCOMERS, ORGANISERS, READING, Person, crowd
from tests.season.habits import Habits, filled, habits, pressed, said
from tests.season.town import START, Line, Town, living, spoke
from tests.season.words import WORDS

HERE = Path(__file__).parent
HOME = ZoneInfo("Europe/Paris")
WEEKS = 10
LONG_AGO = timedelta(days=90)
"""When those came who are no newcomers."""
DEEDS = time(10, 30)
"""When people do what nobody asked them for, on the community's clock."""
GROUPS = {"mentors": "Mentors", "mentees": "Mentorés"}
PEN_QUESTION = "Un mot pour l’équipe ?"

_DEED = re.compile(r"(?P<who>[^>@]+?)(?: @ (?P<place>\S+))? > (?P<what>.+)")
_BUTTON = re.compile(r"\[([^\]]*)\]")


@dataclass(slots=True)
class Season:
    """The people, what they have before them unread, and the bot among them."""

    town: Town
    people: Sequence[Person]
    habits: Habits
    plan: Mapping[date, Sequence[str]]
    _unread: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    _before: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    """What stands in each place, in its order."""
    _answered: set[str] = field(default_factory=set)
    """The questions that were answered: one that is put again is not answered twice."""

    async def live(self) -> None:
        """Everything, from the first Monday to the last Sunday."""
        first = START.astimezone(HOME).date()
        for day in (first + timedelta(days=n) for n in range(7 * WEEKS)):
            await self._reach(day, DEEDS)
            await self._arrive(day)
            for deed in self.plan.get(day, ()):
                await self._do(deed)
            self._bring(await self.town.rest())
            for moment in READING:
                await self._reach(day, moment)
                await self._answer([each for each in self.people if each.reads == moment])

    async def _reach(self, day: date, moment: time) -> None:
        at = datetime.combine(day, moment, HOME)
        if at > self.town.now:
            self._bring(await self.town.until(at))

    async def _arrive(self, day: date) -> None:
        """A newcomer every Tuesday, who is welcomed at once."""
        week, weekday = divmod((day - START.astimezone(HOME).date()).days, 7)
        if weekday != 1 or week >= NEWCOMERS:
            return
        new = self.people[week - NEWCOMERS]
        known = {"name": new.name, "locale": new.locale, "time_zone": new.zone}
        join = {"sender": new.id, "place": f"dm:{new.id}", "type": "join", "values": known}
        self._bring(await self.town.act([join]))
        await self._answer([new])

    async def _answer(self, readers: Iterable[Person]) -> None:
        """They read what is new, the newest first, and act upon it until there is nothing left."""
        readers = [each for each in readers if self._unread[f"dm:{each.id}"]]
        while deeds := [deed for each in readers if (deed := self._next(each))]:
            self._bring(await self.town.act(deeds))
        if readers:
            self._bring(await self.town.rest())

    def _next(self, person: Person) -> dict[str, Any] | None:
        unread = self._unread[f"dm:{person.id}"]
        if person.n in FADING and self.town.now.date() >= FADED:
            unread.clear()
        while unread:
            line = unread.pop()
            if line.token not in self._answered and (deed := self.habits.deed(person, line)):
                self._answered |= {line.token} - {""}
                return deed
        return None

    async def _do(self, written: str) -> None:
        """One line of the plan."""
        told = _DEED.fullmatch(written)
        assert told is not None, written
        who = next(each for each in self.people if each.name == told["who"])
        deed = self._meant(who, told["place"] or f"dm:{who.id}", told["what"])
        self._bring(await self.town.act([deed]))
        self._unread[deed["place"]].clear()

    def _meant(self, who: Person, place: str, what: str) -> dict[str, Any]:
        if what.startswith("{"):
            pairs = (each.partition("=") for each in what[1:-1].split("; "))
            values = {name: value for name, _, value in pairs} | {"zone": ""}
            return filled(who, self._last(place, ""), values)
        if labels := _BUTTON.findall(what):
            line = self._last(place, labels[0])
            chosen = [n for want in labels for n, has in enumerate(line.labels)
                      if has.startswith(want)]  # fmt: skip
            return pressed(who, line, *chosen[: len(labels)])
        return said(who, place, what.replace(" | ", "\n"))

    def _last(self, place: str, label: str) -> Line:
        """The last line in a place that has such a button; without one, the last form."""
        for line in reversed(self._before[place]):
            if any(has.startswith(label) for has in line.labels) if label else line.fields:
                return line
        raise AssertionError(f"{label or 'a form'} was never offered: {self._before[place][-1]}")

    def _bring(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._before[line.place].append(line)
            if spoke(line):
                self._unread[line.place].append(line)


def read_plan() -> dict[date, list[str]]:
    """What is done of people's own accord, by day."""
    found: dict[date, list[str]] = {}
    for line in (HERE / "plan.txt").read_text(encoding="utf-8").splitlines():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", line):
            today = found.setdefault(date.fromisoformat(line), [])
        elif line and not line.startswith("#"):
            today.append(line)
    return found


def settle(people: Sequence[Person], connection: Connection) -> None:
    """Everybody who is there from the first day, and the groups they are in."""
    space = history.space_id(connection)
    scope = Scope(connection, START - LONG_AGO, history.community_id(connection, space))
    for each in people[:-NEWCOMERS]:
        roster.take(scope, space, roster.read_row(_row(each)))
    known = history.residents(connection, space, [each.id for each in people])
    for name, called in GROUPS.items():
        group = groups.make(scope, called)
        ids = [known[each.id].member_id or 0 for each in people
               if each.group == name and each.id in known]  # fmt: skip
        groups.add(scope, group.id or 0, ids)
    scope.close(keep=True)


def _row(person: Person) -> dict[str, str]:
    role = "organiser" if person.n in ORGANISERS else "member"
    return {
        "id": person.id, "name": person.name, "locale": person.locale, "role": role,
        "time_zone": person.zone, "offers": person.offers, "wants": person.wants,
    }  # fmt: skip


@asynccontextmanager
async def lived(folder: Path) -> AsyncIterator[Season]:
    """The whole season; its bot still runs."""
    people = crowd()
    async with living(folder, lambda connection: settle(people, connection)) as town:
        season = Season(town, people, habits(WORDS, PEN_QUESTION), read_plan())
        await season.live()
        yield season
