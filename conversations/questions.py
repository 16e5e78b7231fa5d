"""Questions: what is asked, what the person sees of it, and how an answer is told from chatter."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conversations import texts
from conversations.language import render
from conversations.texts import Text

SKIP = ""
"""The value of the option that leaves a question unanswered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice. `value` is ours, the rest is what the person sees."""

    value: str
    label: Text
    description: Text | None = None
    style: str | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A named question. `free` says whether typed words are an answer by themselves."""

    name: str
    text: Text
    options: Sequence[Option] = ()
    free: bool = False
    many: bool = False
    fields: Sequence[Field] = ()
    card: Card | None = None
    was: Sequence[str] = ()
    """Names that this question had in earlier releases."""

    def pending(self) -> dict[str, Any]:
        """What the dialogue's row keeps of the question while it waits for its answer."""
        return {
            "name": self.name,
            "free": self.free,
            "many": self.many,
            "form": bool(self.fields),
            "options": [[option.value, texts.dump(option.label)] for option in self.options],
        }


@dataclass(frozen=True, slots=True)
class Card:
    """A few lines about somebody or something, under a title."""

    title: Text
    lines: Sequence[Text]


class NotUnderstood(ValueError):
    """An answer that can't be taken; `text` says kindly what to write instead."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.key)
        self.text = text


def plain(words: str) -> str:
    """Words without case, accents, or the white space and stops around them: for comparing."""
    if words.isascii():
        return " ".join(words.casefold().split()).strip(" .!?,;:")
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(bare.replace("’", "'").split()).strip(" .!?…,;:")


def typed_answer(pending: Mapping[str, Any], words: str, locale: str) -> dict[str, Any] | None:
    """The answer that typed words give to a pending question; None when they are not one."""
    chosen = _chosen(pending, words, locale)
    if chosen is not None:
        return {"chosen": chosen}
    return {"text": words} if pending["free"] else None


def pressed_answer(pending: Mapping[str, Any], indexes: Sequence[int]) -> dict[str, Any] | None:
    """The answer that pressed options give; None when the question has no such option."""
    options = pending["options"]
    if not indexes or not all(0 <= index < len(options) for index in indexes):
        return None
    if len(indexes) > 1 and not pending["many"]:
        return None
    return {"chosen": [options[index][0] for index in indexes]}


def _chosen(pending: Mapping[str, Any], words: str, locale: str) -> list[str] | None:
    labels = [plain(render(texts.load(label), locale)) for _, label in pending["options"]]
    parts = words.split(",") if pending["many"] else [words]
    numbers = not pending["free"] or len(labels) > 1
    indexes = [_index(labels, plain(part), numbers=numbers) for part in parts]
    found = [index for index in indexes if index is not None]
    if not found or len(found) < len(indexes):
        return None
    return [pending["options"][index][0] for index in dict.fromkeys(found)]


def _index(labels: Sequence[str], word: str, *, numbers: bool) -> int | None:
    if word in labels:
        return labels.index(word)
    if numbers and word.isdecimal() and 1 <= int(word) <= len(labels):
        return int(word) - 1
    close = [n for n, label in enumerate(labels) if word and label.startswith(word)]
    return close[0] if numbers and len(close) == 1 else None
