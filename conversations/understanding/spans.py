"""Where in a text the topic, the people and the date stand: of all runs of words, the best.

A run is judged by how it begins, how it ends, each word in it, and its shape as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import accumulate

from conversations.understanding.edges import trimmed
from conversations.understanding.lexicon import Run
from conversations.understanding.linear import Linear
from conversations.understanding.reading import Word
from conversations.understanding.span_features import (
    Text,
    beginning,
    ending,
    inside,
    text_of,
    whole,
)

MOST = {"topic": 6, "person": 4, "until": 5}
"""How many words a span may have."""
MOST_JUDGED = 10
"""How many runs, the best by their words alone, are judged by their shape too: that takes time."""
TOLD: dict[str, tuple[str, ...]] = {
    "find_help": ("topic",), "offer_help": ("topic",), "thanks": ("topic", "person"),
    "find_person": ("person",), "introduce": ("person",), "pause": ("until",),
}  # fmt: skip
"""Which spans an intent has."""
NEARLY_ALWAYS = {"find_help": -1.5, "offer_help": -1.5}
"""Who asks for help, or offers it, nearly always says with what: a doubtful topic is taken."""


def spans(words: Sequence[Word], intent: str, model: Linear) -> list[tuple[int, int, str]]:
    """The spans of an intent, as places in the text, in their order."""
    if not words or intent not in TOLD:
        return []
    text = text_of(words, intent)
    found = []
    for kind in TOLD[intent]:
        wanted = 2 if (intent, kind) == ("introduce", "person") else 1
        for run in _best(text, kind, model)[:wanted]:
            first, last = trimmed(words, run) if kind == "topic" else run
            found.append((words[first].start, words[last].end, kind))
    return sorted(found)


def runs(words: Sequence[Word], kind: str) -> list[Run]:
    """Every run of words that can be a span: inside one sentence, from a word to a word."""
    fitting = [can_bound(word) for word in words]
    return [
        (first, last)
        for first in range(len(words)) if fitting[first]
        for last in range(first, min(first + MOST[kind], len(words)))
        if fitting[last] and words[last].sentence == words[first].sentence
    ]  # fmt: skip


def can_bound(word: Word) -> bool:
    """Whether a span can begin or end with it."""
    return word.shape != "mark" and word.plain != "'s"


def _best(text: Text, kind: str, model: Linear) -> list[Run]:
    """The runs that are better than none, the best first; none overlaps another."""
    places, bounds = range(len(text.words)), [can_bound(word) for word in text.words]
    begins, ends = (
        [model.score(told(text, at), kind) if bounds[at] else 0.0 for at in places]
        for told in (beginning, ending)
    )
    words = [model.score(inside(text, at), kind) for at in places]
    sums = [0.0, *accumulate(words)]
    least = model.score([none(text.intent)], kind) + NEARLY_ALWAYS.get(text.intent, 0.0)
    by_words = (
        (begins[first] + ends[last] + sums[last + 1] - sums[first], first, last)
        for first, last in runs(text.words, kind)
    )
    judged = sorted(
        (score + model.score(whole(text, (first, last)), kind), first, last)
        for score, first, last in nlargest(MOST_JUDGED, by_words)
    )
    chosen: list[Run] = []
    for score, first, last in reversed(judged):
        if score > least and all(last < one or first > other for one, other in chosen):
            chosen.append((first, last))
    return chosen


def none(intent: str) -> str:
    """What speaks for no span at all."""
    return f"none: {intent}"
