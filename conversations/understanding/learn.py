"""`python -m conversations.understanding.learn`: read the examples, write the weights.

The same files give the same weights. Two classifiers are learned: what a text is about, and
which run of its words is the topic, a person or a day. The lines in `examples/topics/` teach the
second one alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from rich.progress import track

from conversations.questions import plain
from conversations.understanding import examples, said
from conversations.understanding.bare import everyday_names
from conversations.understanding.features import of_text
from conversations.understanding.lessons import Floats, Rows, learned, lesson
from conversations.understanding.linear import Linear
from conversations.understanding.reading import RARE, Word, words_of
from conversations.understanding.spans import MOST, TOLD
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
"""How many words of a sentence are taken for unknown ones: the second time it is learned what
it is about, and for spans in every other sentence."""
SMALLEST = 0.04
"""Weights below this are not worth their place."""


def main() -> None:
    """Learn both classifiers and write them beside the code."""
    taught, known = sentences(), everyday()
    _listed("everyday.txt", known)
    _listed("trades.txt", trade_words() - known)
    taken = {plain(each.text) for each in taught
             if each.intent != "find_help" and each.where == "direct"}  # fmt: skip
    _listed("names.txt", set(everyday_names(every_name(), known, taken)))
    more = [*taught, *about_topics()]
    read = [words_of(each.text, known) for each in more]
    spans(more, read).save(HERE / "spans.npz")
    intent(taught, read[: len(taught)]).save(HERE / "intents.npz")


def sentences() -> list[examples.Example]:
    """Every sentence to learn from: what it is about, and where its spans stand."""
    return [*examples.made(SEED), *said.said("said", Random(SEED))]  # noqa: S311 - no secrets


def about_topics() -> list[examples.Example]:
    """Sentences that teach nothing but where spans stand."""
    return [*said.said("topics", Random(SEED))]  # noqa: S311 - sentences, no secrets


def everyday() -> frozenset[str]:
    """The words that stand for themselves: of the frames, and what many lines have in common."""
    lines = Counter(
        word for line in said.lines("said")
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
    kinds, read = tuple(sorted(MOST)), _half_unknown(read)
    rows: dict[str, int] = {}
    columns = [_column(taught, read, kind, rows) for kind in kinds]
    weights = np.zeros((len(rows), len(kinds)), dtype=np.float32)
    for at, column in enumerate(columns):
        weights[: len(column), at] = column
    names = sorted(rows)
    weights = weights[[rows[name] for name in names]]
    return _pruned(kinds, names, weights, np.zeros(len(kinds), dtype=np.float32))


def _column(
    taught: Sequence[examples.Example], read: Sequence[list[Word]], kind: str, rows: dict[str, int]
) -> Floats:
    """The weights for one kind of span."""
    told = [(each, words) for each, words in zip(taught, read, strict=True)
            if kind in TOLD.get(each.intent, ())]  # fmt: skip
    lessons = [
        made for each, words in track(told, description=f"sentences with a {kind}")
        if (made := lesson(words, each, kind, rows))
    ]  # fmt: skip
    return learned(lessons, len(rows), Random(SEED), kind)  # noqa: S311 - lessons, no secrets


def _half_unknown(read: Sequence[list[Word]]) -> list[list[Word]]:
    """The sentences, every other one as somebody would say it whose words we know less well."""
    chance = Random(SEED)  # noqa: S311 - lessons, no secrets
    return [_unknown(words, chance) if at % 2 else words for at, words in enumerate(read)]


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
    return _pruned(labels, names, weights, bias)


def _pruned(
    labels: tuple[str, ...], names: Sequence[str],
    weights: NDArray[np.float32], bias: NDArray[np.float32],
) -> Linear:  # fmt: skip
    """A classifier without the features that hardly say anything."""
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
