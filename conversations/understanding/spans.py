"""Where in a text the topic, the people and the date stand: of all runs of words, the best.

A run is judged by how it begins, how it ends, each word in it, and its shape as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest
from itertools import accumulate

from conversations.understanding.features import Run, of_run, of_words
from conversations.understanding.linear import Linear
from conversations.understanding.reading import Word

MOST = {"topic": 6, "person": 4, "until": 5}
"""How many words a span may have."""
MOST_JUDGED = 64
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
    seen = of_words(words, intent)
    found = []
    for kind in TOLD[intent]:
        wanted = 2 if (intent, kind) == ("introduce", "person") else 1
        for first, last in _best(words, intent, kind, seen, model)[:wanted]:
            found.append((words[first].start, words[last].end, kind))
    return sorted(found)


def runs(words: Sequence[Word], kind: str) -> list[Run]:
    """Every run of words that can be a span: inside one sentence, from a word to a word."""
    fitting = [word.shape != "mark" and word.plain not in {"'s"} for word in words]
    return [
        (first, last)
        for first in range(len(words)) if fitting[first]
        for last in range(first, min(first + MOST[kind], len(words)))
        if fitting[last] and words[last].sentence == words[first].sentence
    ]  # fmt: skip


def _best(
    words: Sequence[Word], intent: str, kind: str,
    seen: tuple[list[set[str]], list[set[str]], list[set[str]]], model: Linear,
) -> list[Run]:  # fmt: skip
    """The runs that are better than none, the best first; none overlaps another."""
    begins, ends, inside = ([model.score(each, kind) for each in part] for part in seen)
    sums = [0.0, *accumulate(inside)]
    least = model.score({f"none: {intent}"}, kind) + NEARLY_ALWAYS.get(intent, 0.0)
    by_words = (
        (begins[first] + ends[last] + sums[last + 1] - sums[first], first, last)
        for first, last in runs(words, kind)
    )
    judged = sorted(
        (score + model.score(of_run(words, (first, last)), kind), first, last)
        for score, first, last in nlargest(MOST_JUDGED, by_words)
    )
    chosen: list[Run] = []
    for score, first, last in reversed(judged):
        if score > least and all(last < one or first > other for one, other in chosen):
            chosen.append((first, last))
    return chosen
