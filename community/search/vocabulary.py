"""The words of a community's phrases: how telling each is, and which others say the same."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from community.search.meaning import Meaning
from community.search.spelling import SHORT, Spelling
from community.search.tokens import headline_words, is_talk, stem, told_apart, words

Term = str | int
"""A stem, or a concept's number."""
Floats = NDArray[np.float32]

WITHIN, ACROSS = 0.8, 1.0
"""How much another name of the same thing counts within a language, and across languages, where
there is no better."""
TRANSLATED = 0.8
FAINT = 0.3
"""A translation surer than this is as good as sure."""
ALIKE = 0.95
"""A word spelt alike counts for its likeness, and a little less than the word itself."""
CLOSE = 0.6
"""How much a word must look like one that is known, besides being akin: that one was hardly
mistyped, so whatever merely resembles it says something else, as "honey" beside "money"."""
ROOT = 4
"""Letters with which two words begin alike that are forms of one, as "factor" and "facteur"."""
LESS_LIKELY = 0.2
"""How much less alike a word may be than the one most like an unknown word, to be meant as well."""
FEW = 1000
"""Phrases from which on they tell how rare a word is: three bookkeepers among ten members don't
make bookkeeping a common word."""
LEAST = 1.5
"""How telling a word is at least that carries a subject: what everybody offers can be found too."""


class Said(NamedTuple):
    """What a phrase says: its stems, with them the concepts it names, and what it is as a whole."""

    roots: frozenset[str]
    terms: frozenset[Term]
    whole: frozenset[int]


class Vocabulary:
    """What is said in `size` phrases so far, and what a word of a need may be called there."""

    def __init__(self, meaning: Meaning) -> None:
        self._meaning, self._spelling = meaning, Spelling()
        self._counts: Counter[Term] = Counter()
        self._telling: dict[Term, float] = {}
        self.size = 0
        self._alike = lru_cache(maxsize=20_000)(self._spelling.near)
        self._read = lru_cache(maxsize=10_000)(self._terms)

    def take(self, phrase: str, locale: str | None = None, *, is_headline: bool = False) -> Said:
        """Count one phrase more, said by somebody of that language."""
        said = self._read(phrase, locale, is_headline)
        self._counts.update(said.terms)
        self._telling.clear()
        self.size += 1
        return said

    def _terms(self, phrase: str, locale: str | None, is_headline: bool) -> Said:
        found = headline_words(phrase) if is_headline else words(phrase)
        for word in found:
            if word not in self._spelling:
                self._alike.cache_clear()
                self._spelling.learn(word)
        roots = [stem(word) for word in found]
        if any(map(self._meaning.is_false_friend, roots)):
            locale = self._meaning.language(phrase) or locale
        spans = self._meaning.named_in(found, roots, locale)
        whole = self._meaning.wholly(spans, len(roots), is_headline=is_headline)
        terms: frozenset[Term] = frozenset((*roots, *(each.concept for each in spans)))
        return Said(frozenset(roots), terms, frozenset(whole))

    def telling(self, term: Term) -> float:
        """How telling a term is; a word no more than its commonest subject, however it is called.

        Where hundreds write "comptabilité", the one "compta" is no rarity.
        """
        known = self._telling.get(term)
        if known is None:
            subjects = self._meaning.subjects(term) if isinstance(term, str) else ()
            known = self._telling[term] = min(map(self._rarity, (term, *subjects)))
        return known

    def _rarity(self, term: Term) -> float:
        """The inverse document frequency of BM25."""
        count, size = self._counts[term], max(self.size, FEW)
        return max(LEAST, math.log(1 + (size - count + 0.5) / (count + 0.5)))

    def wanted(self, need: str, locale: str | None = None) -> list[Wanted]:
        """The words of a need that carry its subject, each in all the words that say it.

        In the language that it is in, if that is known: to the English, pain is no bread.
        """
        found = list(dict.fromkeys(self._subject(need)))
        roots = [stem(word) for word in found]
        names = [each for each in self._meaning.spans(roots, locale) if each.end - each.start > 1]
        wanted = [self._wanted(word, locale) for word in found]
        whole = [each.concept for each in names if each.end - each.start == len(roots)]
        if whole and not all(each.is_said for each in wanted):
            wanted = [self._part(word, whole, locale) for word in found]
        for span in names:
            for each in wanted[span.start : span.end]:
                self._in_other_words(each, span.concept)
        return wanted

    def _part(self, word: str, whole: Sequence[int], locale: str | None) -> Wanted:
        """A word of a need that is one name: as it is spelt, if it says anything alone."""
        if self._meaning.says_little(stem(word), whole):
            return Wanted(None)
        return self._wanted(word, locale, is_spelt=True)

    def _subject(self, need: str) -> list[str]:
        """The words of a need without those of the talk around it that are in no name."""
        said = words(need)
        named = {
            at for span in self._meaning.spans([stem(word) for word in said])
            for at in range(span.start, span.end)
            if not all(map(is_talk, said[span.start : span.end]))
        }  # fmt: skip
        return [word for at, word in enumerate(said) if at in named or not is_talk(word)] or said

    def _wanted(self, word: str, locale: str | None, *, is_spelt: bool = False) -> Wanted:
        root = stem(word)
        wanted = Wanted(self.telling(root) if root in self._counts else None)
        is_false = locale is not None and self._meaning.is_false_friend(root)
        if root in self._counts:
            wanted.count(root, self.telling(root), 1.0, 0.0 if is_false else 1.0)
        known = root in self._counts or self._meaning.knows(root)
        alike = self._alike(word) if known else self._meant(word)
        for other, likeness in alike:
            if stem(other) == root or (known and is_spelt):
                continue
            meant = locale if is_false else None
            if not known or self._says_the_same(word, other, likeness, meant):
                self._count(wanted, stem(other), ALIKE * likeness)
        for each in [(root, 1.0)] if known else _closest(alike):
            self._by_meaning(wanted, *each, locale)
        return wanted

    def _meant(self, word: str) -> list[tuple[str, float]]:
        """What a word that nobody knows may stand for, here or in the thesaurus: the likeliest."""
        if len(word) <= SHORT:  # too short to tell what was mistyped
            return []
        alike = dict((*self._alike(word), *self._meaning.alike(word)))
        found = {each: how for each, how in alike.items() if how >= CLOSE or _akin(word, each)}
        most = max(found.values(), default=0.0)
        likely = (each for each in found.items() if each[1] >= most - LESS_LIKELY)
        return sorted(likely, key=_worth_last)

    def _says_the_same(
        self, word: str, other: str, likeness: float, locale: str | None = None
    ) -> bool:
        """Whether a word that is known may be another form of one that looks like it.

        A false friend of that language is another form only of what it means there.
        """
        if likeness < CLOSE or not _akin(word, other) or told_apart(word, other):
            return False
        if word[:ROOT] == other[:ROOT] and locale is None:
            return True
        return not self._meaning.are_strangers(stem(word), stem(other), locale)

    def _by_meaning(self, wanted: Wanted, root: str, sure: float, locale: str | None) -> None:
        is_false = locale is not None and self._meaning.is_false_friend(root)
        for other, chance in () if is_false else self._meaning.translations(root):
            share = sure * TRANSLATED * math.sqrt(min(1.0, chance / FAINT))
            self._count(wanted, other, 0.0, share)
        for concept in self._meaning.named(root, locale):
            self._in_other_words(wanted, concept, sure)

    def _in_other_words(self, wanted: Wanted, concept: int, sure: float = 1.0) -> None:
        for kin, share in self._meaning.kin(concept):
            self._count(wanted, kin, sure * share * WITHIN, sure * share * ACROSS)
        for master, share in self._meaning.masters(concept).items():
            if master in self._counts:
                wanted.known_to(master, sure * share, self.telling(master))

    def _count(self, wanted: Wanted, term: Term, within: float, across: float = 0.0) -> None:
        if term in self._counts:
            wanted.count(term, self.telling(term), within, max(within, across))


class Wanted:
    """A word of the need, and the terms that say it, each with how much it counts."""

    def __init__(self, rarity: float | None) -> None:
        self._most = math.inf if rarity is None else rarity
        self._terms: dict[Term, tuple[float, float]] = {}
        self._known = 0.0
        self.masters: dict[int, float] = {}
        """What whoever knows it may say they are, or offer, each with how surely."""

    @property
    def is_said(self) -> bool:
        """Whether anybody says it, in any words."""
        return bool(self._terms or self.masters)

    @property
    def weight(self) -> float:
        """How much the word counts in the need."""
        most = max((across for _, across in self._terms.values()), default=0.0)
        return max(most, self._known) if math.isinf(self._most) else self._most

    def count(self, term: Term, rarity: float, within: float, across: float) -> None:
        """The term says it that much, in phrases of the need's language and in others."""
        weight = min(rarity, self._most)
        said = within * weight, across * weight
        if before := self._terms.get(term):
            said = max(before[0], said[0]), max(before[1], said[1])
        self._terms[term] = said

    def known_to(self, master: int, sure: float, rarity: float) -> None:
        """Whoever is of that trade, or offers that, knows it so surely."""
        self.masters[master] = max(sure, self.masters.get(master, 0.0))
        self._known = max(self._known, sure * rarity * WITHIN)

    def say(self, into: Floats, postings: Mapping[Term, array[int]], *, foreign: bool) -> None:
        """By phrase, how much of the word it says at best: what says more is written last."""
        said = [(worth[foreign], term) for term, worth in self._terms.items() if term in postings]
        for worth, term in sorted(said, key=_worth):
            into[np.frombuffer(postings[term], dtype=np.int32)] = worth


_worth = itemgetter(0)


def _worth_last(each: tuple[str, float]) -> tuple[float, str]:
    return -each[1], each[0]


def _akin(word: str, other: str) -> bool:
    """Whether they begin alike, or one is a part of the other, as in "cybersecurity"."""
    return word[0] == other[0] or word in other or other in word


def _closest(alike: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """What an unknown word was probably meant to be: it may be mistyped."""
    best = alike[0][1] if alike else 0.0
    return [(stem(word), likeness) for word, likeness in alike[:3] if likeness >= best - 0.05]
