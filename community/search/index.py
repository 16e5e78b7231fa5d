"""Phrases, found by what they mean rather than by their letters.

Each phrase of a profile is matched on its own: whole profiles drown what one line says. A word of
the need counts as much as it is rare, in whatever words a phrase says it: the same, one spelt much
like it, another name of the same concept, a translation. A phrase that says much else counts less.

The phrase that says exactly the need is always first: no other word counts more than the word
itself, and no phrase for more than it says.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from community.search.meaning import Meaning
from community.search.vectors import Vectors
from community.search.vocabulary import Floats, Term, Vocabulary, Wanted

Numbers = NDArray[np.intp]
Postings = dict[Term, "array[int]"]
"""By term, the phrases that have it."""

PLAIN = 1.0
"""Added to what a phrase says: a phrase of one common word is not much of a phrase."""
KNOWS = 0.55
"""How well a trade says what whoever has it knows: less than whoever says so in words."""
SAYS = 0.5
"""Share of a need from which a phrase says it: in other words, or in the other language's."""
LATER = 0.95
"""How far whoever has a trade that knows it comes after whoever says it."""
MEANT = 0.6
"""How much of what the words leave unsaid a phrase can make good that is like the need."""
NEARLY = 0.6
"""Share of the best phrase's score from which another of the same person is named too."""
WASTE = 1000
"""Phrases without an owner that don't matter yet."""
ROUNDED = 0.999
"""Less than what the rounding of small numbers can make of one."""
SPREAD = np.uint32(2654435769)
"""The golden section of 2**32: its multiples never lie close together (Knuth's hash)."""
RECKONED = 1.05
"""Growth after which the weights of all phrases are reckoned again."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a profile: `worth` is how much it counts, at most 1.

    A headline says what somebody is: a trade counts wherever it stands there.
    """

    words: str
    worth: float = 1.0
    is_headline: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that says the need: whose, which of theirs, how well from 0 to 1.

    `also` are others of theirs that say it nearly as well.
    """

    owner: int
    at: int
    score: float
    also: tuple[int, ...] = ()


class Index:
    """The phrases of one community. Not safe between threads."""

    def __init__(self, meaning: Meaning, vectors: Vectors | None = None) -> None:
        self._meaning, self._vectors = meaning, vectors
        self._vocabulary = Vocabulary(meaning)
        self._postings: dict[str, Postings] = defaultdict(_no_postings)
        self._wholly: dict[int, array[int]] = defaultdict(_no_phrases)
        self._owners, self._places = array("q"), array("i")
        self._worth, self._sums = array("f"), array("f")
        self._rows = array("i")
        self._of: dict[int, range] = {}
        self._living = 0
        self._new: list[tuple[int, Collection[str]]] = []
        self._reckoned = 0
        self._room = np.zeros((3, 0), dtype=np.float32)

    def __len__(self) -> int:
        return len(self._of)

    @property
    def is_wasteful(self) -> bool:
        """Whether most of the phrases are carried along though nobody has them any more."""
        return len(self._owners) > WASTE + 2 * self._living

    def put(self, owner: int, locale: str, phrases: Sequence[Phrase]) -> None:
        """What somebody can be found by, in place of what was known of them."""
        self.drop(owner)
        begin = len(self._owners)
        for at, phrase in enumerate(phrases):
            self._add(owner, at, locale, phrase)
        self._of[owner] = range(begin, len(self._owners))
        self._living += len(phrases)

    def drop(self, owner: int) -> None:
        """Nobody finds them any more."""
        dropped = self._of.pop(owner, range(0))
        self._living -= len(dropped)
        for phrase in dropped:
            self._worth[phrase] = 0.0

    def reckon(self, most: int) -> int:
        """Reckon the vectors of up to so many phrases; how many are still to do."""
        return self._vectors.reckon(most) if self._vectors else 0

    def search(
        self, need: str, most: int, least: float = 0.0, turn: int = 0, spoken: str | None = None
    ) -> list[Hit]:
        """The best phrase of up to `most` people, best first: those that score at least so much.

        Of more equals than that, each `turn` (any number) brings others. A need whose own words
        leave its language unclear is in the language `spoken` by who asks, if that is known.
        """
        if not len(self._owners):
            return []
        self._reckon()
        hits: dict[int, Hit] = {}
        for phrase, score in self._best(*self._scores(need, least, spoken), most * 3, turn):
            if score < least:
                break
            owner, at = self._owners[phrase], self._places[phrase]
            best = hits.setdefault(owner, Hit(owner, at, score))
            if at != best.at and score >= NEARLY * best.score:
                hits[owner] = replace(best, also=(*best.also, at))
        return list(hits.values())[:most]

    def speakers(self, terms: Iterable[Term]) -> set[int]:
        """Whose phrases have one of these stems or concepts."""
        said = [by[term] for by in self._postings.values() for term in terms if term in by]
        return {self._owners[each] for phrases in said for each in phrases if self._worth[each]}

    def _add(self, owner: int, at: int, locale: str, phrase: Phrase) -> None:
        number = len(self._owners)
        said = self._vocabulary.take(phrase.words, locale, is_headline=phrase.is_headline)
        postings = self._postings[locale]
        for term in said.terms:
            postings[term].append(number)
        for concept in said.whole:
            self._wholly[concept].append(number)
        self._owners.append(owner)
        self._places.append(at)
        self._worth.append(phrase.worth)
        self._sums.append(0.0)
        if self._vectors:
            self._rows.append(self._vectors.row(phrase.words))
        self._new.append((number, said.roots))

    def _reckon(self) -> None:
        """What each phrase says in all, by how rare its words are now."""
        new, self._new = self._new, []
        if len(self._owners) < self._reckoned * RECKONED:
            for number, said in new:
                self._sums[number] = sum(map(self._vocabulary.telling, said))
            return
        sums = np.zeros(len(self._owners), dtype=np.float32)
        for postings in self._postings.values():
            for term, phrases in postings.items():
                if isinstance(term, str):
                    sums[np.frombuffer(phrases, dtype=np.int32)] += self._vocabulary.telling(term)
        self._sums = array("f", sums.tobytes())
        self._reckoned = len(self._owners)

    def _scores(self, need: str, least: float, spoken: str | None) -> tuple[Numbers, Floats]:
        """The phrases that may score so much, and how well they say the need, from 0 to 1."""
        said, known, whole = self._said(need, spoken)
        found = (
            np.arange(len(said))
            if self._vectors
            else np.flatnonzero((said > _floor(whole, least)) | (known >= least))
        )
        sums = np.frombuffer(self._sums, dtype=np.float32)[found]
        worth = np.frombuffer(self._worth, dtype=np.float32)[found]
        most = math.sqrt(whole + PLAIN) or 1.0
        scores: Floats = np.minimum(said[found], sums) / np.sqrt(sums + PLAIN) / most
        says = scores[(said[found] >= SAYS * whole) & (scores >= least)]
        known = np.minimum(known[found], max(least, LATER * says.min(initial=1.0)))
        scores = worth * np.maximum(scores, known)
        return found, self._with_meant(need, scores, worth) if self._vectors else scores

    def _said(self, need: str, spoken: str | None) -> tuple[Floats, Floats, float]:
        """How much of the need each phrase says, how well its trade does, and the whole need."""
        said, known, best = self._scratch()
        whole = 0.0
        locale = self._meaning.language(need) or spoken
        for word in self._vocabulary.wanted(need, locale):
            whole += word.weight
            best.fill(0.0)
            for each, postings in self._postings.items():
                word.say(best, postings, foreign=each != locale)
            said += best
            self._by_trade(known, best, word)
        known *= KNOWS / (whole or 1.0)
        return said, known, whole

    def _by_trade(self, known: Floats, best: Floats, word: Wanted) -> None:
        """Add what those know of a word who have a trade that does, or offer a kind of it."""
        masters = [(sure, each) for each, sure in word.masters.items() if each in self._wholly]
        if not masters:
            return
        best.fill(0.0)
        for sure, each in sorted(masters):
            best[np.frombuffer(self._wholly[each], dtype=np.int32)] = sure * word.weight
        known += best

    def _scratch(self) -> Floats:
        """Three numbers a phrase; the first two are 0. New room costs more than wiping it."""
        if self._room.shape[1] != len(self._owners):
            self._room = np.empty((3, len(self._owners)), dtype=np.float32)
        self._room[:2] = 0.0
        return self._room

    def _best(
        self, found: Numbers, scores: Floats, most: int, turn: int
    ) -> Iterator[tuple[int, float]]:
        """Those with the highest scores above nothing, highest first, equals in this turn's order.

        The order looks at nobody but themselves: who else is there changes nothing between two.
        """
        if len(scores) > most:
            chosen = np.flatnonzero(scores >= np.partition(scores, -most)[-most])
            found, scores = found[chosen], scores[chosen]
        owners = np.frombuffer(self._owners, dtype=np.int64)[found].astype(np.uint32)
        places = owners * SPREAD + np.uint32(turn * int(SPREAD) % 2**32)
        ranked = np.lexsort((found, places, -scores))[:most]
        for phrase, score in zip(found[ranked].tolist(), scores[ranked].tolist(), strict=True):
            if score > 0:
                yield phrase, score

    def _with_meant(self, need: str, scores: Floats, worth: Floats) -> Floats:
        """The scores, and how like the need each phrase is: what says it in full stays first."""
        assert self._vectors is not None
        like = self._vectors.likeness(need)[np.frombuffer(self._rows, dtype=np.int32)]
        mixed: Floats = scores + MEANT * worth * like * (1 - scores)
        return mixed


def _no_postings() -> Postings:
    return defaultdict(_no_phrases)


def _no_phrases() -> array[int]:
    return array("i")


def _floor(whole: float, least: float) -> float:
    """How much of the need a phrase says that scores so much, if it says nothing else at all."""
    square = least**2 * (whole + PLAIN)
    return (square + math.sqrt(square**2 + 4 * PLAIN * square)) / 2 * ROUNDED
