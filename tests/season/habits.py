"""What people do with what they are asked: stated habits, drawn from one seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from conversations.language import render
from conversations.texts import Text
from tests.season.crowd import Person
from tests.season.town import Line
from tests.season.words import PEN, Bank

SEED = 2026

CHOICES: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("prompt-answer", "prompt-not-now"): {
        "organiser": "1", "host": "1",
        "keen": "0000000001", "steady": "0001......", "busy": "11112.....",
    },
    ("prompt-share-named", "prompt-share-unnamed"): {
        "keen": "0000000012", "steady": "0000011112", "busy": "0112",
    },
    ("round-once", "round-always"): {
        "organiser": "2", "host": "2",
        "keen": "1111110000", "steady": "0001122...", "busy": "02222.....",
    },
    ("round-fine", "round-skip"): {"keen": "0000000001", "steady": "0001......", "busy": "1"},
    ("round-three-yes", "round-three-no"): {"keen": "0", "steady": "0001", "busy": "01"},
    ("language-fr", "language-en"): {"keen": "2", "steady": "~~~2", "busy": "~"},
    ("language-en", "language-fr"): {"keen": "~", "steady": "~", "busy": "~"},
    ("follow-talked-yes", "follow-talked-planned"): {
        "keen": "0000000011", "steady": "0000011222", "busy": "012.......",
    },
    ("round-liked-well", "round-liked-fine"): {
        "keen": "0000000111", "steady": "00001123..", "busy": "013.......",
    },
    ("rsvp-yes", "rsvp-maybe"): {
        "keen": "0000000012", "steady": "0012222...", "busy": "1222......",
    },
    ("option-yes", "option-no-thanks"): {"keen": "0", "steady": "0001", "busy": "01"},
    ("place-keep", "place-leave"): {"keen": "0", "steady": "0", "busy": "01"},
    ("survey-answer", "survey-not-now"): {
        "organiser": "1", "host": "1",
        "keen": "0", "steady": "00001.....", "busy": "01........",
    },
    ("story-tell", "story-not-now"): {
        "organiser": "1", "host": "1",
        "keen": "0111111111", "steady": "11........", "busy": "12........",
    },
    ("story-named", "story-unnamed"): {"keen": "0001", "steady": "01"},
    ("request-accept", "request-more"): {"keen": "0", "steady": "0003", "busy": "2333......"},
    ("follow-helped-yes", "follow-helped-partly"): {"keen": "0", "steady": "0", "busy": "01"},
    ("thanks-not-now", "prompt-leave"): {"keen": "0", "steady": "0", "busy": "0"},
    ("ask-team", "ask-drop"): {"keen": "0", "steady": "0", "busy": "0"},
    ("option-skip", "ask-more"): {"keen": "0", "steady": "0", "busy": "0"},
    ("thanks-tap", "option-skip"): {"keen": "1", "steady": "1", "busy": "1"},
    ("onboarding-rules-yes", "onboarding-rules-no"): {"keen": "0", "steady": "0", "busy": "0"},
    ("onboarding-consent-yes", "onboarding-consent-no"): {"keen": "0", "steady": "0", "busy": "0"},
    ("first-action-profile", "first-action-later"): {"keen": "2", "steady": "2", "busy": "2"},
    ("roundup-post-it", "roundup-edit"): {"organiser": "1"},
    ("roundup-post-it", "roundup-edit-again"): {"organiser": "0"},
    ("welcome-send", "welcome-edit"): {"organiser": "0"},
    ("round-approve", "round-swap"): {"organiser": "0"},
    ("attendance-all", "attendance-some"): {"organiser": "1", "host": "1"},
    ("option-yes", "replay-not-this-time"): {"organiser": "0", "host": "0"},
    ("replay-send", "replay-again"): {"organiser": "0", "host": "0"},
    ("story-publish", "story-keep"): {"host": "0"},
}  # fmt: skip
"""By a question's first two labels or its last two: of ten alike, the button that each presses, by
its number; `~` for their own language, a dot for not answering. Who is silent never answers."""

GAP = "\0"

BALLOT: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("1", "2"): {"keen": "3334444432", "steady": "2233334435", "busy": "123"},
    ("mardi", "jeudi"): {"keen": "0111", "steady": "0011", "busy": "012"},
    ("Tuesday", "Thursday"): {"keen": "0111", "steady": "0011", "busy": "012"},
}
"""The same for what the survey asks."""
FORM = {
    "points": "Demander, c’est faire confiance.\nDire pour quand, et pourquoi.",
    "links": "",
}  # fmt: skip
"""What the organiser tells of a gathering afterwards; two were not there."""
ABSENT = (0, 1)
PENS = frozenset({1, 96, 109, 169, 189, 247})
"""Six: enough to be shown, few enough to be read in one message."""


@dataclass(slots=True)
class Habits:
    """What each person would do; the same question again is another throw of the same dice."""

    labels: Mapping[tuple[str, ...], Mapping[str, str]]
    heads: Mapping[str, Sequence[tuple[str, Sequence[str]]]]
    pens_only: str
    """How the question begins that only a few answer."""
    _times: Counter[tuple[str, str]] = field(default_factory=Counter)

    def deed(self, person: Person, line: Line) -> dict[str, Any] | None:
        """What somebody does upon reading a line; None for nothing."""
        if line.fields:
            return filled(person, line, FORM)
        if line.text == render(Text("attendance-missing"), person.locale):
            return pressed(person, line, *ABSENT)
        if (words := self._words(person, line)) is not None:
            return said(person, line.place, words)
        chosen = self._chosen(person, line)
        return None if chosen is None else pressed(person, line, chosen)

    def _chosen(self, person: Person, line: Line) -> int | None:
        of_ten = self._of_ten(person, line)
        drawn = self.dice(person, " ".join(line.labels[:2])).choice(of_ten or ".")
        if drawn == "~":
            return line.labels.index(render(Text(f"language-{person.locale}"), person.locale))
        return int(drawn) if drawn != "." else None

    def _of_ten(self, person: Person, line: Line) -> str:
        """Whatever can be passed over only is, unless somebody had words for it."""
        if len(line.labels) == 1:
            return "0" if person.temper != "silent" else ""
        pairs = ((person.locale, *line.labels[:2]), (person.locale, *line.labels[-2:]))
        found = (self.labels[each] for each in pairs if each in self.labels)
        return next(found, {}).get(person.temper, "")

    def _words(self, person: Person, line: Line) -> str | None:
        """What they write: a sentence for a question of this kind."""
        if not line.token or len(line.labels) > 1 or person.temper == "silent":
            return None
        for head, bank in self.heads[person.locale]:
            if line.text.startswith(head) and (head != self.pens_only or has_a_pen(person)):
                return self.dice(person, head).choice(bank)
        return None

    def dice(self, person: Person, about: str) -> Random:
        """The same for one person and one question, however the others answered before."""
        self._times[person.id, about] += 1
        return Random(f"{SEED} {person.id} {about} {self._times[person.id, about]}")


def habits(words: Mapping[str, Bank], pen: str) -> Habits:
    """Habits of people who write these sentences, by their language; `pen` is the question of a
    survey to which only a few have something to say."""
    labels: dict[tuple[str, ...], Mapping[str, str]] = {
        (locale, *(render(Text(each), locale) for each in keys)): chances
        for locale in words for keys, chances in CHOICES.items()
    }  # fmt: skip
    labels |= {(locale, *two): chances for locale in words for two, chances in BALLOT.items()}
    heads = {
        locale: [(pen if key == PEN else head(key, locale), bank) for key, bank in each.items()]
        for locale, each in words.items()
    }
    return Habits(labels, heads, pen)


def has_a_pen(person: Person) -> bool:
    """Whether somebody says more to a survey than a tap does."""
    return person.n in PENS


def head(key: str, locale: str) -> str:
    """How a message begins, up to the first thing that differs."""
    whole = render(Text(key, name=GAP, title=GAP, need=GAP, until=GAP, why=GAP, words=GAP), locale)
    return whole.split(GAP)[0]


def said(person: Person, place: str, words: str) -> dict[str, Any]:
    """Somebody writes."""
    return {"sender": person.id, "place": place, "type": "message", "text": words}


def pressed(person: Person, line: Line, *chosen: int) -> dict[str, Any]:
    """Somebody presses buttons, by their numbers."""
    return {
        "sender": person.id, "place": line.place, "type": "action",
        "actions": [line.actions[n] for n in chosen],
        "shown": " ".join(f"[{line.labels[n]}]" for n in chosen),
    }  # fmt: skip


def filled(person: Person, line: Line, values: Mapping[str, str]) -> dict[str, Any]:
    """Somebody sends a form."""
    return {
        "sender": person.id, "place": line.place, "type": "form", "action": line.token,
        "values": {name: values.get(name, "") for name in line.fields},
        "shown": " · ".join(each for each in values.values() if each),
    }  # fmt: skip
