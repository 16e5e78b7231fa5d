"""What people have for each other: wants of one that another gives, in whatever words (P7, P26).

Phrases are compared by their concepts and stems, as the directory reads them, each counting as
much as it is rare among those who take part (the cosine of their TF-IDF).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from community.rounds.people import Participant
from community.search.meaning import meaning
from community.search.prepared import SAME
from community.search.tokens import stems

Numbers = NDArray[np.int64]
Floats = NDArray[np.float64]
Sense = Mapping["str | int", float]
"""Stems and concepts that a phrase says, with how much of each."""

ENOUGH = 0.3
"""How much one phrase has to say of another, from 0 to 1."""
MOST = 40
"""People who give what a phrase wants, looked at for one who wants it."""
PHRASES = 40
"""Ways to say a want that are followed."""


class Fit:
    """How well the wants of some people and what others give go together."""

    def __init__(self, people: Sequence[Participant], seed: int = 0) -> None:
        self._people = people
        self._seed = seed
        self._alike = _alike(
            _phrases(people, lambda each: each.wants), _phrases(people, lambda each: each.gives)
        )

    def between(self, wanting: Participant, giving: Participant) -> tuple[str, str] | None:
        """The want of one and what the other gives that go together best, if any do."""
        known = [
            (likeness, want, gift)
            for want in wanting.wants
            for gift, likeness in self._alike.get(want, ())
            if gift in giving.gives
        ]
        return max(known)[1:] if known else None

    def directed(self) -> tuple[Numbers, Numbers, Floats]:
        """Who wants, who gives it, and how well, from 0 to 1: each two at most once.

        Of a want that very many can meet, everybody is offered others.
        """
        wanting = _having(self._people, lambda each: each.wants)
        giving = _having(self._people, lambda each: each.gives)
        size = len(self._people)
        keys, worths = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
        for want, gifts in self._alike.items():
            for gift, likeness in gifts:
                ones, others = self._some(wanting[want], giving[gift])
                keys.append(ones * size + others)
                worths.append(np.full(len(ones), likeness))
        key, worth = _best(np.concatenate(keys), np.concatenate(worths))
        return key // size, key % size, worth

    def _some(self, wanting: Numbers, giving: Numbers) -> tuple[Numbers, Numbers]:
        """Everybody who wants beside everybody who gives, or beside some of them by turns."""
        if len(giving) > MOST:
            turns = (np.arange(len(wanting)) * 7919 + self._seed)[:, None] + np.arange(MOST)
            return np.repeat(wanting, MOST), giving[(turns % len(giving)).ravel()]
        return np.repeat(wanting, len(giving)), np.tile(giving, len(wanting))


def both_ways(
    size: int, wanting: Numbers, giving: Numbers, worth: Floats
) -> tuple[Numbers, Numbers, Floats]:
    """Each two once, with what they have for each other: a trade counts more than a gift."""
    key = np.minimum(wanting, giving) * size + np.maximum(wanting, giving)
    order = np.argsort(key, kind="stable")
    key, worth = key[order], worth[order]
    first = np.ones(len(key), dtype=bool)
    first[1:] = key[1:] != key[:-1]
    total = worth[first].copy()
    at = np.cumsum(first) - 1
    back = ~first
    total[at[back]] += worth[back] + np.minimum(worth[back], worth[np.flatnonzero(back) - 1])
    return key[first] // size, key[first] % size, total


@lru_cache(maxsize=100_000)
def sense(phrase: str) -> Sense:
    """What a phrase says: the concepts that it names, those they are near to, and its stems."""
    found = stems(phrase)
    said: dict[str | int, float] = dict.fromkeys(found, 1.0)
    for concept in meaning().said(found):
        for kin, share in meaning().kin(concept):
            said[kin] = max(said.get(kin, 0.0), share / SAME)
    return said


def _phrases(
    people: Iterable[Participant], which: Callable[[Participant], Sequence[str]]
) -> list[str]:
    return list(dict.fromkeys(phrase for each in people for phrase in which(each)))


def _having(
    people: Sequence[Participant], which: Callable[[Participant], Sequence[str]]
) -> dict[str, Numbers]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(people):
        for phrase in dict.fromkeys(which(each)):
            found[phrase].append(at)
    return {phrase: np.array(at, dtype=np.int64) for phrase, at in found.items()}


def _alike(wants: Sequence[str], gifts: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
    """By want, the gifts that are much the same, and how much."""
    rarity = _rarity([*wants, *gifts])
    postings: dict[str | int, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for at, gift in enumerate(gifts):
        for term, share in _weighed(gift, rarity).items():
            postings[term][0].append(at)
            postings[term][1].append(share)
    ready = {term: (np.array(at), np.array(share)) for term, (at, share) in postings.items()}
    return {want: _closest(_weighed(want, rarity), ready, gifts) for want in wants}


def _closest(
    said: Sense, postings: Mapping[str | int, tuple[Numbers, Floats]], gifts: Sequence[str]
) -> list[tuple[str, float]]:
    known = [(postings[term], share) for term, share in said.items() if term in postings]
    if not known:
        return []
    at = np.concatenate([places for (places, _), _ in known])
    worth = np.concatenate([shares * share for (_, shares), share in known])
    places, back = np.unique(at, return_inverse=True)
    likeness = np.bincount(back, worth)
    best = np.argsort(-likeness, kind="stable")[:PHRASES]
    return [(gifts[places[n]], float(likeness[n])) for n in best if likeness[n] >= ENOUGH]


def _weighed(phrase: str, rarity: Mapping[str | int, float]) -> Sense:
    """A phrase's sense with a length of 1, so that what says much else says less of each."""
    raw = {term: share * rarity[term] for term, share in sense(phrase).items()}
    length = math.sqrt(sum(share * share for share in raw.values())) or 1.0
    return {term: share / length for term, share in raw.items()}


def _rarity(phrases: Sequence[str]) -> dict[str | int, float]:
    counts = Counter(term for phrase in phrases for term in sense(phrase))
    return {term: math.log(1 + len(phrases) / count) for term, count in counts.items()}


def _best(key: Numbers, worth: Floats) -> tuple[Numbers, Floats]:
    """Each key once, with its highest worth."""
    order = np.lexsort((-worth, key))
    key, worth = key[order], worth[order]
    first = np.ones(len(key), dtype=bool)
    first[1:] = key[1:] != key[:-1]
    return key[first], worth[first]
