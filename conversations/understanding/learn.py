"""`python -m conversations.understanding.learn`: read the examples, write the weights.

The same files give the same weights. Two classifiers are learned: what a text is about, and
which run of its words is the topic, a person or a day.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from conversations.questions import plain
from conversations.understanding import examples, said
from conversations.understanding.bare import everyday_names
from conversations.understanding.features import of_run, of_text, of_words
from conversations.understanding.linear import Linear
from conversations.understanding.reading import RARE, Word, words_of
from conversations.understanding.spans import MOST, TOLD, runs
from conversations.understanding.subjects import every_name, trade_words

HERE = Path(__file__).parent
SEED = 4
FEWEST = 3
"""How often a feature has to occur to be kept."""
OFTEN = 4
"""In how many lines a word has to occur to be an everyday one."""
STEPS = 110
PACE, FADE = 0.1, 1.4e-4
"""The step of the descent (Adam), and how strongly large weights are drawn to zero."""
FORGOTTEN = 0.12
"""How many words of a sentence are taken for unknown ones, the second time it is learned."""
ROUNDS, RATE = 4, 0.15
"""How often the lessons on spans are gone through, and the step of their descent (Adagrad)."""
SMALLEST = 0.04
"""Weights below this are not worth their place."""

Rows = NDArray[np.int64]
Floats = NDArray[np.floating[Any]]


def main() -> None:
    """Learn both classifiers and write them beside the code."""
    taught, known = sentences(), everyday()
    _listed("everyday.txt", known)
    _listed("trades.txt", trade_words() - known)
    taken = {plain(each.text) for each in taught
             if each.intent != "find_help" and each.where == "direct"}  # fmt: skip
    _listed("names.txt", set(everyday_names(every_name(), known, taken)))
    read = [words_of(each.text, known) for each in taught]
    spans(taught, read).save(HERE / "spans.npz")
    intent(taught, read).save(HERE / "intents.npz")


def sentences() -> list[examples.Example]:
    """Every sentence to learn from."""
    return [*examples.made(SEED), *said.said(Random(SEED))]  # noqa: S311 - sentences, no secrets


def everyday() -> frozenset[str]:
    """The words that stand for themselves: of the frames, and what many lines have in common."""
    lines = Counter(
        word for line in said.lines()
        for word in {plain(each) for each in re.findall(r"[\w'’-]+", said.outside(line))}
    )  # fmt: skip
    return examples.everyday() | {word for word, count in lines.items() if word and count >= OFTEN}


def _listed(name: str, words: Set[str]) -> None:
    (HERE / name).write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


def intent(taught: Sequence[examples.Example], read: Sequence[list[Word]]) -> Linear:
    """What a text is about."""
    chance = Random(SEED)  # noqa: S311 - lessons, no secrets
    seen, told = [], []
    for each, words in zip(taught, read, strict=True):
        seen += [of_text(words, each.where), of_text(_unknown(words, chance), each.where)]
        told += [each.intent] * 2
    return fitted(seen, told, "intents")


def spans(taught: Sequence[examples.Example], read: Sequence[list[Word]]) -> Linear:
    """Which run of words is the topic, a person, a day."""
    chance = Random(SEED)  # noqa: S311 - lessons, no secrets
    kinds = tuple(sorted(MOST))
    rows: dict[str, int] = {}
    lessons = [
        lesson
        for each, words in zip(taught, read, strict=True)
        for told in (words, _unknown(words, chance))
        for kind in TOLD.get(each.intent, ())
        if (lesson := Lesson.of(told, each, kind, rows))
    ]  # fmt: skip
    weights = np.zeros((len(rows), len(kinds)), dtype=np.float32)
    swing = np.full_like(weights, 1e-2)
    for turn in track(range(ROUNDS), description="spans"):
        chance.shuffle(lessons)
        for lesson in lessons:
            column = kinds.index(lesson.kind)
            rows_now, slope = lesson.slope(weights[:, column])
            swing[rows_now, column] += slope**2
            weights[rows_now, column] -= (
                RATE / (1 + turn) * slope / np.sqrt(swing[rows_now, column])
            )
    names = list(rows)
    kept = [row for row in range(len(names)) if np.abs(weights[row]).max() >= SMALLEST]
    return Linear(kinds, {names[row]: at for at, row in enumerate(kept)}, weights[kept],
                  np.zeros(len(kinds), dtype=np.float32))  # fmt: skip


@dataclass(frozen=True)
class Lesson:
    """One sentence and one kind of span: the features of every run, and which run is right.

    `flat` has the features of all parts one after the other, `starts` where each part begins; a run
    is made of the parts in its row of `parts`. The last run is "none".
    """

    kind: str
    flat: Rows
    starts: Rows
    parts: list[Rows]
    right: NDArray[np.float32]

    @classmethod
    def of(
        cls, words: Sequence[Word], example: examples.Example, kind: str, rows: dict[str, int]
    ) -> Lesson | None:
        """What a sentence teaches, with new features added to `rows`."""
        possible = runs(words, kind)
        gold = {(start, end) for start, end, told in example.spans if told == kind}
        right = [float((words[one].start, words[other].end) in gold) for one, other in possible]
        if gold and not any(right):
            return None
        begins, ends, inside = of_words(words, example.intent)
        count = len(words)
        told = [*begins, *ends, *inside, *(of_run(words, run) for run in possible),
                {f"none: {example.intent}"}]  # fmt: skip
        lines = [[rows.setdefault(name, len(rows)) for name in sorted(each)] for each in told]
        parts = [
            np.array([one, count + other, 3 * count + at,
                      *range(2 * count + one, 2 * count + other + 1)])
            for at, (one, other) in enumerate(possible)
        ]  # fmt: skip
        share = np.array([*right, not gold], dtype=np.float32)
        sizes = [len(line) for line in lines]
        return cls(
            kind, np.array([row for line in lines for row in line]),
            np.concatenate([[0], np.cumsum(sizes)[:-1]]), [*parts, np.array([len(lines) - 1])],
            share / share.sum(),
        )  # fmt: skip

    def slope(self, weights: NDArray[np.float32]) -> tuple[Rows, NDArray[np.float32]]:
        """Which weights are to change, and how steeply."""
        by_part = np.add.reduceat(weights[self.flat], self.starts)
        scores = np.array([by_part[parts].sum() for parts in self.parts])
        powers = np.exp(scores - scores.max())
        missed = powers / powers.sum() - self.right
        part_slope = np.zeros(len(by_part))
        for parts, miss in zip(self.parts, missed, strict=True):
            part_slope[parts] += miss
        sizes = np.diff(np.append(self.starts, len(self.flat)))
        rows_now, where = np.unique(self.flat, return_inverse=True)
        slope = np.bincount(where, np.repeat(part_slope, sizes))
        return rows_now, slope.astype(np.float32)


def _unknown(words: Sequence[Word], chance: Random) -> list[Word]:
    """The same sentence as somebody would say it whose words we know less well."""
    return [
        replace(word, plain=RARE, sign=RARE)
        if len(word.plain) > 3 and chance.random() < FORGOTTEN else word
        for word in words
    ]  # fmt: skip


def fitted(seen: Sequence[set[str]], told: Sequence[str], title: str) -> Linear:
    """Softmax regression by Adam over all examples at once."""
    counts = Counter(name for each in seen for name in each)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    rows = {name: row for row, name in enumerate(names)}
    labels = tuple(sorted(set(told)))
    weights, bias = _descend(
        [[rows[name] for name in sorted(each) if name in rows] for each in seen],
        np.array([labels.index(label) for label in told]), len(rows), len(labels), title,
    )  # fmt: skip
    kept = [row for row in range(len(names)) if np.abs(weights[row]).max() >= SMALLEST]
    return Linear(labels, {names[row]: at for at, row in enumerate(kept)}, weights[kept], bias)


def _descend(
    lines: Sequence[Sequence[int]], gold: NDArray[np.int64], size: int, width: int, title: str
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    flat: Rows = np.array([row for line in lines for row in line])
    owner: Rows = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    starts: Rows = np.concatenate([[0], np.cumsum([len(line) for line in lines])[:-1]])
    by_row = np.argsort(flat, kind="stable")
    met, firsts = np.unique(flat[by_row], return_index=True)
    meets = owner[by_row]
    weights = np.zeros((size + 1, width), dtype=np.float32)
    pull: Floats = np.zeros_like(weights)
    swing: Floats = np.zeros_like(weights)
    for step in track(range(1, STEPS + 1), description=title):
        scores = np.add.reduceat(weights[flat], starts, axis=0) + weights[size]
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        missed = powers / powers.sum(axis=1, keepdims=True)
        missed[np.arange(len(gold)), gold] -= 1
        slope = FADE * weights
        slope[met] += np.add.reduceat(missed[meets], firsts, axis=0) / len(gold)
        slope[size] = missed.mean(axis=0)
        pull = 0.9 * pull + 0.1 * slope
        swing = 0.999 * swing + 0.001 * slope**2
        weights -= PACE * (pull / (1 - 0.9**step)) / (np.sqrt(swing / (1 - 0.999**step)) + 1e-8)
    return weights[:size].astype(np.float32), weights[size].astype(np.float32)


if __name__ == "__main__":
    main()
