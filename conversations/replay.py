"""Running a dialogue from its top, by hand, until it needs a person, a time, or ends.

Nothing here knows the database: a pass takes the answers there are and gives back what to say,
what to ask, and the answers it read. That makes it the part that hypothesis can torture.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from community.files import File
from conversations.questions import Card, NotUnderstood, Question
from conversations.texts import Text

MOST_CALLS = 1000
"""Chat calls in one pass; more is a loop that never ends."""

T = TypeVar("T")


class DialogueFault(Exception):
    """A dialogue breaks the engine's rules."""


class NameUsedTwice(DialogueFault):
    """Two questions or effects of one pass have the same name: number the names in a loop."""


class EndlessDialogue(DialogueFault):
    """A dialogue made too many Chat calls in one turn: does a loop wait for nothing?"""


class ForeignAwait(DialogueFault):
    """A dialogue may await nothing but its chat: no sleep, no future, no gather."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing the bot says."""

    text: Text
    card: Card | None = None
    link: Link | None = None
    image: Image | None = None
    file: File | None = None
    locale: str | None = None
    replaces: str = ""
    interim: bool = False
    thread: str = ""
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """An address to open."""

    url: str
    label: Text


@dataclass(frozen=True, slots=True)
class Image:
    """A picture, and in words what is on it."""

    url: str
    alt: Text


@dataclass(slots=True)
class Suspension:
    """Where a pass ends before its dialogue does. Awaiting it hands it to the engine."""

    question: Question | None = None
    complaint: Text | None = None
    """What was wrong with the answer just given, when the question is asked again for that."""
    until: datetime | None = None
    forgotten: tuple[str, ...] = ()

    def __await__(self) -> Generator[Suspension, None, None]:
        yield self


@dataclass(slots=True)
class Journal:
    """What is known of a dialogue between turns. `started` is False until its first pass."""

    answers: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    said: int = 0
    started: bool = False

    def copy(self) -> Journal:
        """As it is now; answers are never changed in place, so their dicts are enough."""
        return Journal(dict(self.answers), dict(self.given), self.said, self.started)


@dataclass(slots=True)
class Replay:
    """The state of one pass; Chat's methods stand on it.

    Texts are silent until an answer that is new has been returned, and live from there.
    `segment` holds what was said since the last answer: when a release removed the question that
    was pending, what was not yet said of it still gets said.
    """

    journal: Journal
    now: datetime
    live: bool = False
    spoken: list[Said] = field(default_factory=list)
    segment: list[Said] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    calls: int = 0
    locale: str | None = None
    """The language chosen within this pass, when it differs from the member's so far."""
    asking: bool = False
    """Whether nothing was answered since the last pass: what stands is put once more."""
    closing: set[str] = field(default_factory=set)
    """Other dialogues that have no point any more."""

    def say(self, said: Said) -> None:
        """Say it, if this part of the dialogue is new."""
        self._count()
        self.segment.append(said)
        if self.live:
            self.spoken.append(said)

    def step(self, name: str) -> None:
        """One more named step: the name must be new in this pass."""
        self._count()
        if name in self.names:
            raise NameUsedTwice(f"{NameUsedTwice.__doc__} ({name})")
        self.names.add(name)

    async def answer(self, question: Question, read: Callable[[Mapping[str, Any]], T]) -> T:
        """The answer to a question: known, just given, or still to be asked."""
        name, journal = question.name, self.journal
        self.step(name)
        for former in (name, *question.was):
            if former in journal.answers:
                self._returned(fresh=False)
                known: T = journal.answers[former]
                return known
            if former in journal.given:
                raw = journal.given.pop(former)
                try:
                    value = read(raw)
                except NotUnderstood as refusal:
                    again = question.refilled(raw.get("values", {}))
                    await Suspension(again, complaint=refusal.text)
                    raise AssertionError("the engine never resumes a coroutine") from None
                journal.answers[name] = value
                self._returned(fresh=True)
                return value
        await Suspension(question)
        raise AssertionError("the engine never resumes a coroutine")

    def effect(self, name: str, make: Callable[[], Any]) -> Any:
        """What the effect gave the first time; it is carried out once."""
        self.step(name)
        if name not in self.journal.answers:
            self.journal.answers[name] = make()
        return self.journal.answers[name]

    def look_again(self, name: str) -> None:
        """What an effect gave is out of date by now, unless an answer was given to it."""
        if self.asking:
            self.journal.answers.pop(name, None)

    async def wait(self, name: str, until: datetime) -> None:
        """Go on when that time has come."""
        self.step(name)
        if name in self.journal.answers:
            self._returned(fresh=False)
        elif until <= self.now:
            self.journal.answers[name] = True
            self._returned(fresh=True)
        else:
            await Suspension(until=until)

    def _returned(self, *, fresh: bool) -> None:
        self.segment.clear()
        self.live = self.live or fresh

    def _count(self) -> None:
        self.calls += 1
        if self.calls > MOST_CALLS:
            raise EndlessDialogue(EndlessDialogue.__doc__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a pass came to: things to say, then a question, a time to wait for, or the end."""

    spoken: list[Said]
    question: Question | None = None
    complaint: Text | None = None
    until: datetime | None = None
    locale: str | None = None
    closing: frozenset[str] = frozenset()

    @property
    def ended(self) -> bool:
        """Whether the dialogue is over."""
        return self.question is None and self.until is None


Body = Callable[[Replay], Coroutine[Any, Any, None]]


def play(body: Body, journal: Journal, now: datetime) -> Outcome:
    """One pass over a dialogue; the journal is brought up to date. Raises what the body raises."""
    first = not journal.started
    spoken, rewound = [], False
    for _ in range(MOST_CALLS):
        replay = Replay(journal, now, live=first and not rewound, asking=not journal.given)
        suspended = _drive(body(replay))
        spoken += _new(replay, rewound=rewound)
        if suspended is None or not suspended.forgotten:
            journal.started, journal.said = True, len(replay.segment)
            return _outcome(spoken, suspended, replay)
        for name in suspended.forgotten:
            journal.answers.pop(name, None)
        rewound = True
    raise EndlessDialogue(EndlessDialogue.__doc__)


def _new(replay: Replay, *, rewound: bool) -> list[Said]:
    if replay.live or rewound:
        return replay.spoken
    return replay.segment[replay.journal.said :]


def _outcome(spoken: list[Said], suspended: Suspension | None, replay: Replay) -> Outcome:
    at, closing = suspended or Suspension(), frozenset(replay.closing)
    return Outcome(spoken, at.question, at.complaint, at.until, replay.locale, closing)


def _drive(coroutine: Coroutine[Any, Any, None]) -> Suspension | None:
    """Run to the first thing that is awaited in earnest; None when the dialogue ended."""
    try:
        awaited = coroutine.send(None)
    except StopIteration:
        return None
    finally:
        coroutine.close()
    if isinstance(awaited, Suspension):
        return awaited
    raise ForeignAwait(ForeignAwait.__doc__)
