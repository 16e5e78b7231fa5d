"""What words mean: concepts of the thesaurus, their kin, and translations word by word."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import Stemmer

from community import thesaurus, words
from community.search import prepared, tokens
from community.search.kept import kept
from community.search.people import someone
from community.search.prepared import Prepared, prepare
from community.search.spelling import Spelling
from community.search.tokens import stems
from community.search.tokens import words as words_of
from community.thesaurus import LOCALES
from community.words import fold

TRADE_FIRST = ", "
"""Between a trade and what it is needed for."""

MANY = 50
"""Names with a word in them, from which on it says little of each: "social" is in 269."""

_own: list[Path] = []
"""The folder of the communities' own words, if there is one."""


class Span(NamedTuple):
    """Stems from `start` to `end` (excluded) that name a concept."""

    start: int
    end: int
    concept: int

    def contains(self, other: Span) -> bool:
        """Whether it says all of the other, and more."""
        more = self.end - self.start > other.end - other.start
        return more and self.start <= other.start and other.end <= self.end


class Meaning:
    """The thesaurus, ready to be asked by stems."""

    def __init__(self, of: Prepared) -> None:
        self._prepared = of
        self._named, self._starts, self.words = of.named, of.starts, of.words
        self._people = cache(self._called)

    def spans(self, found: Sequence[str], locale: str | None = None) -> Iterator[Span]:
        """Every run of these stems that names a concept, in that language if it is known."""
        for start, end, run in self._runs(found):
            for concept in self.named(run, locale):
                yield Span(start, end, concept)

    def named_in(
        self, found: Sequence[str], roots: Sequence[str], locale: str | None
    ) -> list[Span]:
        """The runs of a phrase's words, and of their stems, that name a concept there.

        A trade is named by a word for who does it: who can "gérer" a quarrel is no "gérant".
        """
        return [
            each for each in self.spans(roots, locale)
            if each.concept not in self._prepared.trades
            or self._people(each.concept).issuperset(map(someone, found[each.start : each.end]))
        ]  # fmt: skip

    def said(self, found: Sequence[str]) -> set[int]:
        """The concepts that these stems name anywhere."""
        concepts: set[int] = set()
        for _, _, run in self._runs(found):
            concepts.update(self._named.get(run, ()))
        return concepts

    def wholly(self, spans: Sequence[Span], length: int, *, is_headline: bool) -> Iterator[int]:
        """What a phrase of so many stems is as a whole: what all of it names, and a trade.

        A trade is named in full, since a tree surgeon is no surgeon. It stands at the beginning,
        since who leads carpenters may be none, but for a headline, where it may stand anywhere.
        """
        for each in spans:
            if each.end - each.start == length or (
                each.concept in self._prepared.trades
                and (is_headline or not each.start)
                and not any(self._says_more(other, each) for other in spans)
            ):
                yield each.concept

    def _says_more(self, one: Span, other: Span) -> bool:
        """Whether a span is another and more, and no longer name of the same trade."""
        names = self._prepared.names.values()
        return one.contains(other) and not any(
            set(each[one.concept]) & set(each[other.concept]) for each in names
        )

    def masters(self, concept: int) -> Mapping[int, float]:
        """The trades that know a concept for a living, and its kinds, each with how surely."""
        return self._prepared.masters.get(concept, {})

    def _runs(self, found: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Every run of these stems that a name begins with: from where to where, and the stems."""
        for start, run in enumerate(found):
            for end, following in enumerate((*found[start + 1 :], ""), start + 1):
                if run not in self._starts:
                    break
                yield start, end, run
                run = f"{run} {following}"

    def named(self, run: str, locale: str | None = None) -> Sequence[int]:
        """The concepts that go by exactly these stems, written with blanks between them.

        False friends mean what they do in that language, if it is known.
        """
        if locale in LOCALES and self.is_false_friend(run):
            return self._prepared.friends[locale][run]
        return self._named.get(run, ())

    def language(self, text: str) -> str | None:
        """`fr` or `en`, by the little words, else by those of the thesaurus; None when unclear."""
        return tokens.language(text, list(self.words.items()))

    def is_false_friend(self, run: str) -> bool:
        """Whether these stems mean one thing in French and another in English."""
        return run in self._prepared.friends[LOCALES[0]]

    def subjects(self, word: str) -> list[int]:
        """The concepts that go by this stem alone, but for trades."""
        return [each for each in self.named(word) if each not in self._prepared.trades]

    def parts(self, need: str) -> tuple[str, ...]:
        """A trade and what it is needed for, where a need names both: "plumber, sink"."""
        first, _, rest = need.partition(TRADE_FIRST)
        is_trade = any(each in self._prepared.trades for each in self.named(" ".join(stems(first))))
        return (first, rest) if rest and is_trade else (need,)

    def knows(self, word: str) -> bool:
        """Whether this stem says anything on its own."""
        return word in self._named or word in _translations()

    def are_strangers(self, one: str, other: str, locale: str | None = None) -> bool:
        """Whether both stems name something, and nothing that is the same or near.

        The first is said in that language, if it is known.
        """
        if one == other or not self.named(one, locale) or not self.named(other):
            return False
        near = {kin for each in self.named(one, locale) for kin, _ in self.kin(each)}
        return near.isdisjoint(self.near([other]))

    def says_little(self, word: str, whole: Sequence[int]) -> bool:
        """Whether a word of a name says little alone: in many names, and near to nothing of it."""
        if not whole or self.commonness[word] < MANY:
            return False
        near = {kin for concept in whole for kin, _ in self.kin(concept)}
        return near.isdisjoint(self.named(word))

    @cached_property
    def commonness(self) -> Counter[str]:
        """In how many names each stem is."""
        return Counter(chain.from_iterable(set(run.split()) for run in self._named))

    def alike(self, word: str) -> list[tuple[str, float]]:
        """The words of the thesaurus most like one that is not among them, and how much."""
        return self.spelling.near(word)

    @cached_property
    def spelling(self) -> Spelling:
        """The words of the thesaurus, to be found by how they are spelt."""
        made = Spelling()
        for each in sorted(frozenset().union(*self.words.values())):
            made.learn(each)
        return made

    def kin(self, concept: int) -> Sequence[tuple[int, float]]:
        """The concept itself and those near to it, each with how much of it they say."""
        return self._prepared.kin[concept]

    def translations(self, word: str) -> Sequence[tuple[str, float]]:
        """Stems of the other language that this one may stand for, and how surely."""
        return list(_translations().get(word, {}).items())

    def _called(self, trade: int) -> frozenset[str]:
        """The words for who has a trade, each in one form."""
        every = chain.from_iterable(names[trade] for names in self._prepared.names.values())
        return frozenset(someone(word) for name in every for word in words_of(name))

    def name(self, concept: int, locale: str) -> str:
        """What the concept is usually called in that language."""
        return self._prepared.names[locale][concept][0]

    def near(self, found: Sequence[str]) -> set[int]:
        """The concepts that these stems name, and their kin."""
        return {kin for concept in self.said(found) for kin, _ in self.kin(concept)}

    def gloss(self, phrase: str, need: str, locale: str) -> str:
        """What a phrase says of a need, as it is called in that language.

        "" when nothing is known of it, when it may mean several things that are not what is needed,
        or when the phrase says it in that language.
        """
        told, asked = self._told(phrase, need), self.said(stems(need))
        if not told:
            return ""
        best = max(told, key=lambda each: (
            each.end - each.start, each.concept in asked, self._is_written(each.concept, phrase)
        ))  # fmt: skip
        names = self._prepared.names[locale][best.concept]
        said = fold(phrase)
        return "" if any(fold(name) in said for name in names) else names[0]

    def _told(self, phrase: str, need: str) -> list[Span]:
        """What a phrase says that is near to a need; else what all of it says, if that is clear."""
        found, wanted = stems(phrase), self.near(stems(need))
        spans = list(self.spans(found))
        if near := [each for each in spans if each.concept in wanted]:
            return near
        whole = [each for each in spans if each.end - each.start == len(found)
                 and self._is_written(each.concept, phrase)]  # fmt: skip
        meanings = {self.name(each.concept, locale) for each in whole for locale in LOCALES}
        return whole if len(meanings) <= len(LOCALES) else []

    def _is_written(self, concept: int, phrase: str) -> bool:
        """Whether one of its names stands in the phrase, letter by letter."""
        said = f" {' '.join(words_of(phrase))} "
        every = (name for names in self._prepared.names.values() for name in names[concept])
        return any(f" {' '.join(words_of(name))} " in said for name in every)


@lru_cache
def meaning(community_id: int | None = None) -> Meaning:
    """That of the thesaurus, of the words that all communities here have, and of its own."""
    return _meaning(tuple(_folders(community_id)))


@lru_cache
def _meaning(folders: tuple[Path, ...]) -> Meaning:
    """Without words of anybody's own it is the same at every start, and kept."""
    if folders:
        return Meaning(prepare(thesaurus.concepts(*folders)))
    return Meaning(kept("thesaurus", Prepared, _today(), lambda: prepare(thesaurus.concepts())))


def _today() -> str:
    """Changes with the thesaurus, with the words that are left out, and with how both are read."""
    told = hashlib.sha256(f"{Stemmer.version()} {unicodedata.unidata_version}".encode())
    folder = files(__package__)
    code = [Path(each.__file__ or "") for each in (thesaurus, tokens, words, prepared)]
    for file in (*thesaurus.fields(), folder / "idle.toml", folder / "apart.toml", *code):
        told.update(file.read_bytes())
    return told.hexdigest()


def _folders(community_id: int | None) -> Iterator[Path]:
    for folder in _own:
        yield folder
        if (own := folder / str(community_id)).is_dir():
            yield own


def teach(folder: Path | None) -> None:
    """From now on the words in this folder count too; raises WrongLine.

    Those in a folder of it that is called by a community's number count for that community alone.
    To be called before the first search: an index keeps the meaning it was built with.
    """
    if folder is not None:
        thesaurus.check(folder)
    told = [folder] if folder else []
    if _own != told:
        _own[:] = told
        meaning.cache_clear()
        _meaning.cache_clear()


@lru_cache
def _translations() -> dict[str, dict[str, float]]:
    text = files(__package__).joinpath("translations.json").read_text(encoding="utf-8")
    learnt: dict[str, dict[str, float]] = json.loads(text)["stems"]
    return learnt
