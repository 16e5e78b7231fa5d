"""Words that look alike: typing errors, derived forms, and cognates across languages."""

from __future__ import annotations

from array import array
from collections import defaultdict

import numpy as np

LIKE = 0.5
"""How much two words must look alike, from 0 to 1."""
MOST = 25
NONE = np.zeros(0, dtype=np.int32)
SHORT = 3
"""Letters of a word that is compared by pairs alone."""


class Spelling:
    """Known words, found by their pairs and triples of letters (the coefficient of Dice)."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._known: set[str] = set()
        self._sizes = array("f")
        self._with: dict[str, array[int]] = defaultdict(lambda: array("i"))

    def __contains__(self, word: str) -> bool:
        return word in self._known

    def learn(self, word: str) -> None:
        """A word that may be meant."""
        if word in self._known:
            return
        self._known.add(word)
        grams = _grams(word)
        for gram in grams:
            self._with[gram].append(len(self.words))
        self.words.append(word)
        self._sizes.append(len(grams))

    def near(self, word: str) -> list[tuple[str, float]]:
        """The known words most like this one, and how much."""
        grams = _grams(word)
        having = [np.frombuffer(self._with[gram], dtype=np.int32)
                  for gram in grams & self._with.keys()]  # fmt: skip
        common = np.bincount(np.concatenate([*having, NONE]), minlength=len(self.words))
        likeness = 2 * common / (np.frombuffer(self._sizes, dtype=np.float32) + len(grams))
        best = np.nonzero(likeness >= LIKE)[0]
        best = best[np.argsort(-likeness[best], kind="stable")][:MOST]
        return [(self.words[at], float(likeness[at])) for at in best]


def _grams(word: str) -> set[str]:
    edged = f"^{word}$"
    pairs = {edged[at : at + 2] for at in range(len(edged) - 1)}
    if len(word) <= SHORT:
        return pairs
    return pairs | {edged[at : at + 3] for at in range(len(edged) - 2)}
