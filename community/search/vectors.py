"""What phrases mean, as vectors: likeness that no thesaurus knows of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from community.search import embeddings

Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Floats]
"""Makes one vector of length 1 of each text."""

UNLIKE = (
    "comptabilité", "plongée sous-marine", "welding", "droit du travail", "childcare", "python",
    "apiculture", "public speaking", "plomberie", "poetry", "logistique", "first aid",
)  # fmt: skip
"""Phrases that have nothing in common: how near a model puts these is how it says "unlike"."""


class Vectors:
    """Phrases and their vectors, each reckoned once. Not safe between threads."""

    def __init__(self, encode: Encode) -> None:
        self._encode = encode
        self._rows: dict[str, int] = {}
        self._waiting: list[str] = []
        apart = encode(UNLIKE)
        self._known, self._count = np.zeros((0, apart.shape[1]), dtype=np.float32), 0
        self._unlike = float((apart @ apart.T)[np.triu_indices(len(UNLIKE), 1)].mean())
        self._wanted = lru_cache(maxsize=1000)(lambda need: encode([need])[0])

    def row(self, words: str) -> int:
        """The place of a phrase; its vector may be reckoned later."""
        if words not in self._rows:
            self._rows[words] = len(self._rows)
            self._waiting.append(words)
        return self._rows[words]

    def reckon(self, most: int) -> int:
        """Reckon up to so many vectors; how many are still to do."""
        some, self._waiting = self._waiting[:most], self._waiting[most:]
        if some:
            self._keep(self._encode(some))
        return len(self._waiting)

    def _keep(self, new: Floats) -> None:
        count = self._count + len(new)
        if count > len(self._known):
            room = np.zeros((2 * count - len(self._known), new.shape[1]), dtype=np.float32)
            self._known = np.concatenate([self._known, room])
        self._known[self._count : count], self._count = new, count

    def likeness(self, need: str) -> Floats:
        """How like the need each phrase is, from 0 to 1; 0 for what is not reckoned yet."""
        near = np.zeros(len(self._rows), dtype=np.float32)
        near[: self._count] = self._known[: self._count] @ self._wanted(need)
        like: Floats = np.clip((near - self._unlike) / (1 - self._unlike), 0, 1)
        return like


def vectors() -> Vectors | None:
    """Room for the phrases of one community, if a model was chosen."""
    encoder = embeddings.encoder()
    return Vectors(encoder) if encoder else None
