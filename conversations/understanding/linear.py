"""A linear classifier over named features: learned and used with NumPy, kept as plain arrays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Linear:
    """One row of weights a feature, one column a label."""

    labels: tuple[str, ...]
    rows: Mapping[str, int]
    weights: Floats
    bias: Floats

    def chances(self, features: Collection[str]) -> Floats:
        """How likely each label is."""
        known = [self.rows[name] for name in features if name in self.rows]
        scores = self.bias + self.weights[known].sum(axis=0)
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum(), dtype=np.float32)

    def score(self, features: Iterable[str], label: str) -> float:
        """How much these features speak for one label."""
        weight = self._by_label[label].get
        return sum([weight(name, 0.0) for name in features])

    @cached_property
    def _by_label(self) -> dict[str, dict[str, float]]:
        """Plain numbers by name: for a handful of features these are faster than arrays."""
        columns = self.weights.T.tolist()
        return {label: dict(zip(self.rows, column, strict=True))
                for label, column in zip(self.labels, columns, strict=True)}  # fmt: skip

    def reasons(self, features: Collection[str], label: str, most: int) -> list[tuple[str, float]]:
        """The features that speak most for a label, against the average of the others."""
        column = self.labels.index(label)
        told = [(name, float(self.weights[self.rows[name], column])) for name in features
                if name in self.rows]  # fmt: skip
        return sorted(told, key=lambda each: (-each[1], each[0]))[:most]

    def save(self, file: Path) -> None:
        """Names as lines of text, weights as bytes with one scale for all: no pickles."""
        scale = float(np.abs(self.weights).max()) / 127 or 1.0
        np.savez_compressed(
            file,
            labels=_letters(self.labels), names=_letters(list(self.rows)), bias=self.bias,
            weights=np.round(self.weights / scale).astype(np.int8), scale=np.float32(scale),
        )  # fmt: skip

    @classmethod
    def load(cls, file: Traversable) -> Linear:
        """A classifier as it was saved."""
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            names = _lines(kept["names"])
            return cls(
                labels=tuple(_lines(kept["labels"])),
                rows={name: row for row, name in enumerate(names)},
                weights=kept["weights"].astype(np.float32) * kept["scale"], bias=kept["bias"],
            )  # fmt: skip


def _letters(lines: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), dtype=np.uint8)


def _lines(letters: NDArray[np.uint8]) -> list[str]:
    return letters.tobytes().decode().split("\n")
