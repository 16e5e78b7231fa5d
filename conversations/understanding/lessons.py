"""What sentences teach about spans: of all runs of their words, which one is right.

Every run is scored by its parts, as in `spans.py`; a softmax over the runs of a sentence, and over
"none", says how likely each is. All is done for a few dozen sentences at once, in plain arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from conversations.understanding.examples import Example
from conversations.understanding.reading import Word
from conversations.understanding.span_features import beginning, ending, inside, text_of, whole
from conversations.understanding.spans import none, runs

ROUNDS, RATE, FADE = 8, 0.05, 3e-5
"""How often the lessons are gone through, the step of the descent (Adagrad), and how strongly
weights are drawn to zero."""
AT_ONCE = 16
KEPT = 0.5
"""The share of the features that a few sentences are judged by, others each time: a subject is to
be found by what is left, too, when half of what usually tells it is missing."""
CAUTION = 0.1
"""What the squares of the slopes begin with: the first steps are no leaps."""

Rows = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """One sentence and one kind of span.

    `flat` has the features of all parts one after the other, `sizes` how many each part has. A run
    is a row of `made`: the parts of its beginning, its end and its whole, and from which part to
    before which its words are. The last run is "none". `right` is how likely each should be.
    """

    flat: NDArray[np.int32]
    sizes: Rows
    made: Rows
    right: NDArray[np.float32]


def lesson(
    words: Sequence[Word], example: Example, kind: str, rows: dict[str, int]
) -> Lesson | None:
    """What a sentence teaches, with new features added to `rows`; None if its span is no run."""
    possible = runs(words, kind)
    gold = {(start, end) for start, end, told in example.spans if told == kind}
    right = [(words[one].start, words[other].end) in gold for one, other in possible]
    if not words or (gold and not any(right)):
        return None
    text, count = text_of(words, example.intent), len(words)
    told = chain(
        *([part(text, at) for at in range(count)] for part in (beginning, ending, inside)),
        (whole(text, run) for run in possible), [[none(example.intent)]],
    )  # fmt: skip
    lines = [[rows.setdefault(name, len(rows)) for name in dict.fromkeys(each)] for each in told]
    made = [(one, count + other, 3 * count + at, 2 * count + one, 2 * count + other + 1)
            for at, (one, other) in enumerate(possible)]  # fmt: skip
    share = np.array([*right, not gold], dtype=np.float32)
    return Lesson(
        np.array([*chain(*lines)], dtype=np.int32), np.array([len(line) for line in lines]),
        np.array([*made, (len(lines), len(lines), len(lines) - 1, 0, 0)]), share / share.sum(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """Some lessons together; one part more than there are stands for nothing."""

    rows: Rows
    at: Rows
    sizes: Rows
    made: Rows
    begins: Rows
    right: NDArray[np.float32]

    @classmethod
    def of(cls, lessons: Sequence[Lesson]) -> Batch:
        """The lessons one after the other."""
        parts = np.cumsum([0, *(len(each.sizes) for each in lessons)])
        nothing = parts[-1]
        made = []
        for each, since in zip(lessons, parts, strict=False):
            here = each.made + since
            here[-1, :2] = nothing
            made.append(here)
        rows, at = np.unique(np.concatenate([each.flat for each in lessons]), return_inverse=True)
        return cls(
            rows.astype(np.int64), at, np.concatenate([each.sizes for each in lessons]),
            np.concatenate(made), np.cumsum([0, *(len(each.made) for each in lessons[:-1])]),
            np.concatenate([each.right for each in lessons]),
        )  # fmt: skip

    def slope(self, weights: Floats) -> Floats:
        """How steeply each of the weights of `rows` is to change."""
        starts = np.cumsum(self.sizes) - self.sizes
        parts = np.append(np.add.reduceat(weights[self.at], starts), 0.0)
        sums = np.concatenate([[0.0], np.cumsum(parts)])
        begin, end, shape, first, beyond = self.made.T
        missed = (
            self._chances(parts[begin] + parts[end] + parts[shape] + sums[beyond] - sums[first])
            - self.right
        )
        count = len(parts)
        by_part = sum(np.bincount(each, missed, count) for each in (begin, end, shape))
        by_part += np.cumsum(np.bincount(first, missed, count) - np.bincount(beyond, missed, count))
        slope = np.bincount(self.at, np.repeat(by_part[:-1], self.sizes), len(self.rows))
        return slope.astype(np.float64)

    def _chances(self, scores: Floats) -> Floats:
        sizes = np.diff(np.append(self.begins, len(scores)))
        powers = np.exp(scores - np.repeat(np.maximum.reduceat(scores, self.begins), sizes))
        return np.asarray(powers / np.repeat(np.add.reduceat(powers, self.begins), sizes))


def learned(lessons: Sequence[Lesson], count: int, chance: Random, title: str) -> Floats:
    """The weights of all `count` features: the mean of those after each of the later rounds."""
    ordered, luck = list(lessons), np.random.default_rng(chance.getrandbits(32))
    chance.shuffle(ordered)
    batches = [Batch.of(ordered[at : at + AT_ONCE]) for at in range(0, len(ordered), AT_ONCE)]
    weights, swing, mean = np.zeros(count), np.full(count, CAUTION), np.zeros(count)
    for turn in track(range(ROUNDS), description=title):
        chance.shuffle(batches)
        for batch in batches:
            rows, kept = batch.rows, luck.random(len(batch.rows)) < KEPT
            slope = kept * batch.slope(kept * weights[rows] / KEPT)
            slope += FADE * AT_ONCE * weights[rows]
            swing[rows] += slope**2
            weights[rows] -= RATE / (1 + 0.3 * turn) * slope / np.sqrt(swing[rows])
        if turn >= ROUNDS // 2:
            mean += weights / (ROUNDS - ROUNDS // 2)
    return mean
