"""Sentences to learn from as somebody wrote them, each once more about other subjects and people.

They stand in `conversations/examples/said/` and, where they teach nothing but spans, in
`conversations/examples/topics/`, a JSON line each: text, where, locale, intent and the
verbatim topic, person (two are joined by " + ") and until, or null.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any

from conversations.questions import plain
from conversations.understanding.examples import Example, Span, slots, subject, written

Line = Mapping[str, Any]

AS_IT_STANDS, RENEWED = 4, 1
"""How often a sentence is learned as it stands, and about something else."""
_TRIES = 20


@lru_cache
def lines(folder: str) -> tuple[Line, ...]:
    """Every line of a folder of the examples, by the name of its file and its place there."""
    place = files("conversations") / "examples" / folder
    ordered = sorted((each for each in place.iterdir() if each.name.endswith(".jsonl")),
                     key=lambda each: each.name)  # fmt: skip
    return tuple(
        json.loads(line)
        for file in ordered for line in file.read_text(encoding="utf-8").splitlines()
    )  # fmt: skip


def said(folder: str, chance: Random) -> Iterator[Example]:
    """The lines of a folder, as different people would type them."""
    for line in lines(folder):
        example = Example(line["text"], line["where"], line["intent"], tuple(_spans(line)))
        for _ in range(AS_IT_STANDS):
            yield written(example, chance)
        if example.spans:
            for _ in range(RENEWED):
                yield written(_renewed(example, line["locale"], chance), chance)


def outside(line: Line) -> str:
    """What is said around the topic and the people."""
    text = str(line["text"])
    for start, end, _ in reversed(list(_spans(line))):
        text = f"{text[:start]} {text[end:]}"
    return text


def _spans(line: Line) -> Iterator[Span]:
    told = [(kind, span) for kind in ("topic", "person", "until")
            for span in (line[kind] or "").split(" + ") if span]  # fmt: skip
    found = [(*_place(line["text"], span), kind) for kind, span in told]
    yield from sorted(found)


def _place(text: str, span: str) -> tuple[int, int]:
    """Where it stands: as whole words, if it stands anywhere so."""
    whole = re.search(rf"(?<!\w){re.escape(span)}(?!\w)", text)
    start = whole.start() if whole else text.index(span)
    return start, start + len(span)


def _renewed(example: Example, locale: str, chance: Random) -> Example:
    """The same sentence about another subject, another person."""
    text, spans, last = "", [], 0
    for start, end, kind in example.spans:
        text += example.text[last:start]
        words = _other(text, kind, locale, chance) or example.text[start:end]
        spans.append((len(text), len(text) + len(words), kind))
        text, last = text + words, end
    return Example(text + example.text[last:], example.where, example.intent, tuple(spans))


def _other(before: str, kind: str, locale: str, chance: Random) -> str:
    """What may stand there instead; in French it goes on from "d'" as from "de". Or nothing."""
    if kind == "person":
        return chance.choice(slots()[locale]["person"])
    if kind == "until":
        return ""
    for _ in range(_TRIES):
        words = subject(locale, chance)
        vowel = plain(words).startswith(tuple("aeiouh"))
        if locale == "en" or vowel == before.endswith(("'", "’")):
            return words
    return ""
