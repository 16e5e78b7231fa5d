"""Questions: what is asked, and what the person sees of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from community.words import fold
from conversations import texts
from conversations.texts import Text

SKIP = ""
"""The value of the option that leaves a question unanswered."""
YES, NO = "yes", "no"
"""The values of options that say yes and no: like SKIP, they are understood in many words."""
ACCEPT, DECLINE, MORE, LATER, NOT_MINE = "accept", "decline", "more", "later", "not-mine"
"""What a helper says to a request, likewise; …"""
BETTER = "better"
"""… and that somebody else should be asked, whom they name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice. `value` is ours, the rest is what the person sees."""

    value: str
    label: Text
    description: Text | None = None
    style: str | None = None
    said: Sequence[str] = ()
    """The lists of phrases that say it, beside its label and what its value says anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One line of a form: a line of text, a longer text, or a choice."""

    name: str
    label: Text
    hint: Text | None = None
    kind: str = "text"
    value: str = ""
    required: bool = False
    options: Sequence[Option] = ()
    counts: bool = False
    """Whether a bare number is what is asked for, where the fields are asked one by one."""
    most: int | None = None
    """Characters that are taken; None if it has no limit of its own."""


Place = Literal["floor", "lookup", "yielding", "aside"]
"""Where a question stands: on the floor until it is answered; as what somebody looked up, until it
is answered or anything new is asked; until anything else is asked; or beside whatever stands there.
Of the latter three the buttons go on working, and they are not asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question. `free` says whether typed words are an answer by themselves.

    The answer to a `confidential` one leaves no trace in the talk: not which button it was, nor the
    words in a history of ours.
    """

    name: str
    text: Text
    options: Sequence[Option] = ()
    free: bool = False
    many: bool = False
    fields: Sequence[Field] = ()
    card: Card | None = None
    beside: str = ""
    """The channel in which it came up: shown there to its reader alone, where a platform can."""
    was: Sequence[str] = ()
    """Names that this question had in earlier releases."""
    confidential: bool = False
    place: Place = "floor"
    hears: Sequence[str] = ()
    """What else is an answer, when short words say it: names in `answers.HEARD`."""
    written: Mapping[str, str] = field(default_factory=dict)
    """What a form held that could not be taken as it was, by field: it is there to be mended."""
    counts: bool = False
    """Whether a bare number may be what is asked for: elsewhere it is the option of that number."""
    leaves: str | None = None
    """What its words are about, where they go to somebody else: what is for us is no answer."""

    def refilled(self, values: Mapping[str, str]) -> Question:
        """The same question, its form filled in as it was just sent."""
        filled = [replace(each, value=values.get(each.name, each.value)) for each in self.fields]
        return replace(self, fields=filled, written=values)

    def pending(self) -> dict[str, Any]:
        """What the dialogue's row keeps of the question while it waits for its answer."""
        kept = {
            "name": self.name,
            "free": self.free,
            "many": self.many,
            "form": bool(self.fields),
            "options": [[option.value, texts.dump(option.label)] for option in self.options],
        }
        if self.confidential:
            kept["confidential"] = True
        if self.counts:
            kept["counts"] = True
        if self.leaves is not None:
            kept["leaves"] = self.leaves
        said = {each.value: list(each.said) for each in self.options if each.said}
        if said:
            kept["said"] = said
        if self.hears:
            kept["hears"] = list(self.hears)
        if self.written:
            kept["written"] = dict(self.written)
        return kept if self.place == "floor" else kept | {"place": self.place}


@dataclass(frozen=True, slots=True)
class Card:
    """A few lines about somebody or something, under a title."""

    title: Text
    lines: Sequence[Text]


def put_again(question: Question, before: Mapping[str, Any] | None) -> Question:
    """The question as it stood before, if it did: what was written in its form is still in it."""
    if question.written or before is None or before["name"] != question.name:
        return question
    return question.refilled(before.get("written", {}))


class NotUnderstood(ValueError):
    """An answer that can't be taken; `text` says kindly what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


def plain(words: str) -> str:
    """Words without case, accents, or the white space and stops around them: for comparing."""
    if words.isascii():
        return " ".join(words.casefold().split()).strip(" .!?,;:")
    return " ".join(fold(words).replace("’", "'").split()).strip(" .!?…,;:")


_LEFT_OUT = str.maketrans("", "", " -'")


def joined(said: str) -> str:
    """Words to compare with or without what is easily left out between them: "jaccepte"."""
    return said.translate(_LEFT_OUT) or said
