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
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from community.search.meaning import Meaning
from community.search.spelling import Spelling
from community.search.tokens import language, stem, subject, words
from community.search.vectors import Vectors

Term = str | int
"""A stem, or a concept's number."""
Postings = dict[Term, "array[int]"]
"""By term, the phrases that have it."""
Floats = NDArray[np.float32]

WITHIN, ACROSS = 0.8, 1.0
"""How much another name of the same thing counts within a language, and across languages, where
there is no better."""
TRANSLATED = 0.8
FAINT = 0.3
"""A translation surer than this is as good as sure."""
ALIKE = 0.95
"""A word spelt alike counts for its likeness, and a little less than the word itself."""
PLAIN = 1.0
"""Added to what a phrase says: a phrase of one common word is not much of a phrase."""
MEANT = 0.6
"""How much of what the words leave unsaid a phrase can make good that is like the need."""
NEARLY = 0.6
"""Share of the best phrase's score from which another of the same person is named too."""
FEW = 1000
"""Phrases from which on they tell how rare a word is: three bookkeepers among ten members don't
make bookkeeping a common word."""
LEAST = 1.5
"""How telling a word is at least that carries a subject: what everybody offers can be found too."""
WASTE = 1000
"""Phrases without an owner that don't matter yet."""
RECKONED = 1.05
"""Growth after which the weights of all phrases are reckoned again."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of a profile: `worth` is how much it counts, at most 1."""

    words: str
    worth: float = 1.0


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
        self._spelling = Spelling()
        self._postings: dict[str, Postings] = defaultdict(_no_postings)
        self._counts: Counter[Term] = Counter()
        self._owners, self._places = array("q"), array("i")
        self._worth, self._sums = array("f"), array("f")
        self._rows = array("i")
        self._of: dict[int, range] = {}
        self._living = 0
        self._new: list[tuple[int, Collection[str]]] = []
        self._reckoned = 0
        self._alike = lru_cache(maxsize=20_000)(self._spelling.near)
        self._read = lru_cache(maxsize=10_000)(self._terms)

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

    def search(self, need: str, most: int) -> list[Hit]:
        """The best phrase of up to `most` people, best first."""
        if not len(self._owners):
            return []
        self._reckon()
        scores = self._scores(need)
        hits: dict[int, Hit] = {}
        for phrase in _best(scores, most * 3):
            owner, at, score = self._owners[phrase], self._places[phrase], float(scores[phrase])
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
        roots, terms = self._read(phrase.words)
        self._counts.update(terms)
        postings = self._postings[locale]
        for term in terms:
            postings[term].append(number)
        self._owners.append(owner)
        self._places.append(at)
        self._worth.append(phrase.worth)
        self._sums.append(0.0)
        if self._vectors:
            self._rows.append(self._vectors.row(phrase.words))
        self._new.append((number, roots))

    def _terms(self, phrase: str) -> tuple[frozenset[str], frozenset[Term]]:
        """The stems of a phrase, and with them the concepts it names."""
        found = words(phrase)
        for word in found:
            if word not in self._spelling:
                self._alike.cache_clear()
                self._spelling.learn(word)
        roots = [stem(word) for word in found]
        return frozenset(roots), frozenset((*roots, *self._meaning.said(roots)))

    def _rarity(self, term: Term) -> float:
        """How telling a term is: the inverse document frequency of BM25."""
        count, size = self._counts[term], max(len(self._owners), FEW)
        return max(LEAST, math.log(1 + (size - count + 0.5) / (count + 0.5)))

    def _telling(self, root: str) -> float:
        """How telling a word is: no more than its commonest subject, in whatever word it is said.

        Where hundreds write "comptabilité", the one "compta" is no rarity.
        """
        said: list[Term] = [root, *self._meaning.subjects(root)]
        return min(map(self._rarity, said))

    def _reckon(self) -> None:
        """What each phrase says in all, by how rare its words are now."""
        new, self._new = self._new, []
        if len(self._owners) < self._reckoned * RECKONED:
            for number, said in new:
                self._sums[number] = sum(map(self._telling, said))
            return
        sums = np.zeros(len(self._owners), dtype=np.float32)
        for postings in self._postings.values():
            for term, phrases in postings.items():
                if isinstance(term, str):
                    sums[np.frombuffer(phrases, dtype=np.int32)] += self._telling(term)
        self._sums = array("f", sums.tobytes())
        self._reckoned = len(self._owners)

    def _scores(self, need: str) -> Floats:
        said = np.zeros(len(self._owners), dtype=np.float32)
        whole = 0.0
        locale = language(need, list(self._meaning.words.items()))
        for word in self._words(need):
            whole += word.weight
            best = np.zeros_like(said)
            for spoken, postings in self._postings.items():
                word.say(best, postings, foreign=spoken != locale)
            said += best
        sums = np.frombuffer(self._sums, dtype=np.float32)
        worth = np.frombuffer(self._worth, dtype=np.float32)
        most = math.sqrt(whole + PLAIN) or 1.0
        scores: Floats = worth * np.minimum(said, sums) / np.sqrt(sums + PLAIN) / most
        return self._with_meant(need, scores) if self._vectors else scores

    def _with_meant(self, need: str, scores: Floats) -> Floats:
        """The scores, and how like the need each phrase is: what says it in full stays first."""
        assert self._vectors is not None
        like = self._vectors.likeness(need)[np.frombuffer(self._rows, dtype=np.int32)]
        worth = np.frombuffer(self._worth, dtype=np.float32)
        mixed: Floats = scores + MEANT * worth * like * (1 - scores)
        return mixed

    def _words(self, need: str) -> list[_Wanted]:
        found = dict.fromkeys(subject(need))
        wanted = [self._wanted(word) for word in found]
        for span in self._meaning.spans([stem(word) for word in found]):
            for at in range(span.start, span.end) if span.end - span.start > 1 else ():
                self._in_other_words(wanted[at], span.concept)
        return wanted

    def _wanted(self, word: str) -> _Wanted:
        root = stem(word)
        wanted = _Wanted(self._telling(root) if root in self._counts else None)
        self._count(wanted, root, 1.0)
        alike = self._alike(word)
        for other, likeness in alike:
            self._count(wanted, stem(other), ALIKE * likeness)
        known = root in self._counts or self._meaning.knows(root)
        for meant in [(root, 1.0)] if known else _closest(alike):
            self._by_meaning(wanted, *meant)
        return wanted

    def _by_meaning(self, wanted: _Wanted, root: str, sure: float) -> None:
        for other, chance in self._meaning.translations(root):
            share = sure * TRANSLATED * math.sqrt(min(1.0, chance / FAINT))
            self._count(wanted, other, 0.0, share)
        for concept in self._meaning.named(root):
            self._in_other_words(wanted, concept, sure)

    def _in_other_words(self, wanted: _Wanted, concept: int, sure: float = 1.0) -> None:
        for kin, share in self._meaning.kin(concept):
            self._count(wanted, kin, sure * share * WITHIN, sure * share * ACROSS)

    def _count(self, wanted: _Wanted, term: Term, within: float, across: float = 0.0) -> None:
        if term in self._counts:
            telling = self._telling(term) if isinstance(term, str) else self._rarity(term)
            wanted.count(term, telling, within, max(within, across))


class _Wanted:
    """A word of the need, and the terms that say it, each with how much it counts."""

    def __init__(self, rarity: float | None) -> None:
        self._most = math.inf if rarity is None else rarity
        self._terms: dict[Term, tuple[float, float]] = {}

    @property
    def weight(self) -> float:
        """How much the word counts in the need."""
        most = max((across for _, across in self._terms.values()), default=0.0)
        return most if math.isinf(self._most) else self._most

    def count(self, term: Term, rarity: float, within: float, across: float) -> None:
        """The term says it that much, in phrases of the need's language and in others."""
        weight = min(rarity, self._most)
        before = self._terms.get(term, (0.0, 0.0))
        self._terms[term] = max(before[0], within * weight), max(before[1], across * weight)

    def say(self, into: Floats, postings: Postings, *, foreign: bool) -> None:
        """By phrase, how much of the word it says at best: what says more is written last."""
        said = [(worth[foreign], term) for term, worth in self._terms.items() if term in postings]
        for worth, term in sorted(said, key=lambda each: each[0]):
            into[np.frombuffer(postings[term], dtype=np.int32)] = worth


def _no_postings() -> Postings:
    return defaultdict(lambda: array("i"))


def _best(scores: Floats, most: int) -> Iterator[int]:
    """The places of the highest scores above nothing, highest first, the first of equals first."""
    most = min(most, len(scores))
    chosen = np.argpartition(-scores, most - 1)[:most]
    for phrase in chosen[np.lexsort((chosen, -scores[chosen]))]:
        if scores[phrase] > 0:
            yield int(phrase)


def _closest(alike: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """What an unknown word was probably meant to be: it may be mistyped."""
    best = alike[0][1] if alike else 0.0
    return [(stem(word), likeness) for word, likeness in alike[:3] if likeness >= best - 0.05]
