"""What the directory is compared with: SQLite's own full-text search, and BM25 over stems."""

from __future__ import annotations

import math
import re
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from community.search.tokens import stems

SATURATION, LENGTH = 1.2, 0.75
"""k1 and b of BM25, as usual."""


def phrases(members: Iterable[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    """Everything that members can be found by, one phrase at a time."""
    for member in members:
        for phrase in (member["headline"], *member["skills"], *member["experiences"]):
            yield member["id"], phrase


class FullText:
    """FTS5 with its bm25 and the unicode61 tokenizer (sqlite.org, "SQLite FTS5 Extension")."""

    def __init__(self, said: Iterable[tuple[int, str]]) -> None:
        self._database = sqlite3.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE said USING fts5(member UNINDEXED, words, tokenize = unicode61)"
        )
        self._database.executemany("INSERT INTO said VALUES (?, ?)", said)

    def rank(self, need: str, most: int) -> list[int]:
        """Members by their best phrase."""
        words = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", need))
        query = "SELECT member FROM said WHERE words MATCH ? ORDER BY bm25(said) LIMIT ?"
        rows = self._database.execute(query, (words, most * 4))
        return list(dict.fromkeys(int(member) for (member,) in rows))[:most]


class StemmedBM25:
    """Robertson's BM25 over French and English stems, phrase by phrase."""

    def __init__(self, said: Iterable[tuple[int, str]]) -> None:
        self._owners = array("i")
        counts: dict[str, list[tuple[int, int]]] = defaultdict(list)
        sizes = array("i")
        for at, (owner, phrase) in enumerate(said):
            found = stems(phrase)
            self._owners.append(owner)
            sizes.append(len(found))
            for stem, count in Counter(found).items():
                counts[stem].append((at, count))
        long = np.asarray(sizes) / (sum(sizes) / len(sizes))
        self._worth = {stem: _weighed(rows, long) for stem, rows in counts.items()}

    def rank(self, need: str, most: int) -> list[int]:
        """Members by their best phrase."""
        scores = np.zeros(len(self._owners))
        for stem in stems(need):
            if stem in self._worth:
                at, worth = self._worth[stem]
                scores[at] += worth
        best = np.argsort(-scores, kind="stable")[: most * 4]
        return list(dict.fromkeys(self._owners[at] for at in best if scores[at] > 0))[:most]


def _weighed(rows: Sequence[tuple[int, int]], long: Any) -> tuple[Any, Any]:
    """The phrases that have a stem, and what it adds to each one's score."""
    at, count = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    rarity = math.log(1 + (len(long) - len(rows) + 0.5) / (len(rows) + 0.5))
    damped = count + SATURATION * (1 - LENGTH + LENGTH * long[at])
    return at, rarity * count * (SATURATION + 1) / damped
