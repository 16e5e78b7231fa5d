"""How invented people ask, answer, forget, block and come back, by the clock of the real code."""

from __future__ import annotations

import heapq
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from rich.progress import Progress

from benchmarks.season.breaches import Watched
from community.scope import Scope
from conversations.testing import MONDAY, Heard
from storage.tables import Community

TOPICS = (
    "comptabilité", "jardinage", "photographie", "droit du travail", "couture", "menuiserie",
    "prise de parole en public", "traduction", "cuisine", "recrutement", "plomberie", "marketing",
    "sécurité informatique", "crèche", "guitare", "natation", "élevage", "permis de construire",
    "diabète", "architecture", "astronomie", "impôts", "espagnol", "vélo",
)  # fmt: skip
ZONES = ("Europe/Paris", "America/Montreal", "Africa/Dakar", "Indian/Reunion", "Europe/Brussels")
YES, NEVER = 0.4, 0.3
"""How often a helper says yes to a request, and how often never a word; else no, or later."""
ASKS_A_DAY = 0.015
WARY, BLOCKED = 0.1, 10
"""How many keep away from others, and from how many each."""
WEEKLY = 3
"""How often a week somebody is asked for something, at most."""
LAST_WEEKS = timedelta(days=25)
"""Nobody asks in them, so that every request can run its course."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, and their habits. `line` is what a closed direct line adds to every delay."""

    name: str
    zone: str
    offers: Sequence[str]
    delay: timedelta
    line: timedelta


@dataclass(slots=True)
class Season:
    """The people, what they are about to do, and the bot among them."""

    stage: Watched
    random: Random
    weekly: int = WEEKLY
    people: dict[str, Person] = field(default_factory=dict)
    moderators: tuple[str, ...] = ("Inès", "Omar")
    stuck: dict[str, str] = field(default_factory=dict)
    """What each moderator is looking for somebody for."""
    _plans: list[tuple[datetime, int, Callable[[], None]]] = field(default_factory=list)
    _order: count[int] = field(default_factory=count)

    def settle_in(self, how_many: int) -> None:
        """Everybody joins; one in twelve is known for much, one in five has a closed line."""
        for n in range(how_many):
            known_for = 6 if n % 12 == 0 else self.random.choice((1, 1, 2, 3))
            person = Person(
                f"P{n}", self.random.choice(ZONES), self.random.sample(TOPICS, known_for),
                timedelta(hours=self.random.uniform(1, 40)),
                timedelta(hours=24 if self.random.random() < 0.2 else 0),
            )  # fmt: skip
            self.people[person.name] = person
            self.stage.member(person.name, time_zone=person.zone, offers=list(person.offers))
        for name in self.moderators:
            self.stage.member(name, role="moderator")
            self.people[name] = Person(name, ZONES[0], (), timedelta(hours=6), timedelta())
        self.stage.work(self._agree)

    def _agree(self, scope: Scope) -> None:
        house = scope.db.get_one(Community, scope.community_id)
        house.weekly = house.weekly_most = self.weekly

    def plan(self, days: int) -> None:
        """Who asks for what when, and who takes a break."""
        asking = days - min(LAST_WEEKS.days, days // 2)
        for person in list(self.people.values())[: -len(self.moderators)]:
            for day in range(asking):
                if self.random.random() < ASKS_A_DAY:
                    self._at(self._morning(person, day), self._says, person, self._wish(person))
            if self.random.random() < 0.1:
                begin = self._morning(person, self.random.randrange(asking))
                self._at(begin, self._says, person, "/stop")
                self._at(begin + timedelta(days=14), self._says, person, "/resume")
            if self.random.random() < WARY:
                for other in self.random.sample(list(self.people), BLOCKED):
                    self._at(self._morning(person, 0), self._says, person, f"/block {other}")

    def live(self, days: int) -> None:
        """Let the time go by, from one deed to the next."""
        end = MONDAY + timedelta(days=days)
        with Progress(disable=not sys.stderr.isatty()) as progress:
            bar = progress.add_task("", total=days)
            while self.stage.now < end:
                until = min(self._plans[0][0], end) if self._plans else end
                self.stage.passes(max(until - self.stage.now, timedelta()))
                self._listen()
                while self._plans and self._plans[0][0] <= self.stage.now:
                    heapq.heappop(self._plans)[2]()
                    self._listen()
                progress.update(bar, completed=(self.stage.now - MONDAY).days)

    def _wish(self, person: Person) -> str:
        return f"/ask {self.random.choice([each for each in TOPICS if each not in person.offers])}"

    def _morning(self, person: Person, day: int) -> datetime:
        date = (MONDAY + timedelta(days=day)).date()
        local = datetime(date.year, date.month, date.day, 9, tzinfo=ZoneInfo(person.zone))
        return max(MONDAY, local + timedelta(hours=self.random.uniform(0, 10)))

    def _at(self, when: datetime, do: Callable[..., None], *args: Any) -> None:
        heapq.heappush(self._plans, (when, next(self._order), lambda: do(*args)))

    def _later(self, person: Person, do: Callable[..., None], *args: Any) -> None:
        """After their usual delay, and not in their night."""
        delay = person.delay * self.random.expovariate(1) + person.line
        when = self.stage.now + delay
        hour = when.astimezone(ZoneInfo(person.zone)).hour
        self._at(when + timedelta(hours=max(0, 8 - hour)), do, person, *args)

    def _says(self, person: Person, words: str) -> None:
        self.stage.says(person.name, words)

    def _presses(self, person: Person, heard: Heard, value: str) -> None:
        values = [each.value for each in heard.outgoing.options]
        self.stage.presses(person.name, heard.outgoing.action(values.index(value)))

    def _listen(self) -> None:
        """Everybody reads what is new."""
        while any(self.stage.heard.values()):
            for place, queue in list(self.stage.heard.items()):
                while queue:
                    person = self.people.get(place.removeprefix("dm:"))
                    heard = queue.popleft()
                    if person is not None:
                        self._react(person, heard)
        self.stage.spoken.clear()

    def _react(self, person: Person, heard: Heard) -> None:
        key, values = heard.outgoing.text.key, [each.value for each in heard.outgoing.options]
        match key:
            case "request-received" | "request-again":
                self._is_asked(person, heard)
            case "request-until":
                self._presses(person, heard, values[0])
            case "follow-talked" | "follow-helped" if self.random.random() < 0.6:
                self._later(person, self._presses, heard, "yes")
            case _ if key.startswith("unanswered"):
                self._looks_after(person, heard)
            case _:
                self._goes_on_asking(person, heard)

    def _goes_on_asking(self, person: Person, heard: Heard) -> None:
        """Questions about one's own request are answered at once, but for the one about waiting."""
        match heard.outgoing.text.key:
            case "ask-who":
                found = [each.value for each in heard.outgoing.options if each.value.isdecimal()]
                self._presses(person, heard, self.random.choice([found[0], found[0], *found]))
            case "ask-nobody-yet" | "block-sure":
                self._presses(person, heard, "yes")
            case "ask-context" | "thanks-word":
                self._presses(person, heard, "")
            case "postponed-choice":
                self._later(person, self._presses, heard, self.random.choice(["wait", "next"]))

    def _looks_after(self, person: Person, heard: Heard) -> None:
        """A moderator hears of a request that nobody could take, or is asked whom to propose."""
        if any(each.value == "propose" for each in heard.outgoing.options):
            if self.random.random() < 0.9:
                self._later(person, self._looks, heard)
        elif heard.outgoing.token:
            self._names(person)

    def _is_asked(self, person: Person, heard: Heard) -> None:
        draw = self.random.random()
        if draw < YES:
            self._later(person, self._presses, heard, "accept")
        elif draw >= YES + NEVER:
            answer = "later" if self.random.random() < 0.3 else "decline"
            self._later(person, self._presses, heard, answer)

    def _looks(self, person: Person, heard: Heard) -> None:
        self.stuck[person.name] = str(heard.outgoing.text.args["need"])
        self._presses(person, heard, "propose")

    def _names(self, person: Person) -> None:
        """A moderator knows who does such things, is wrong about who is free, and may give up."""
        need = self.stuck.get(person.name, "")
        fitting = [each.name for each in self.people.values() if need in each.offers]
        self.stage.says(person.name, self.random.choice([*fitting, "/cancel"]))
