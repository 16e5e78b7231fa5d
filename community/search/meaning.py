"""What words mean: concepts of the thesaurus, their kin, and translations word by word."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

from community import thesaurus
from community.search.tokens import stems, stems_of_each, words_of_each
from community.thesaurus import LOCALES, Concept
from community.words import fold

Key = tuple[str, ...]
"""The stems of a name."""
SAME, NARROWER, BROADER, KNOWN = 0.9, 0.4, 0.28, 0.25
"""How much of a concept is said by another: itself in other words, a kind of it, what it is a kind
of, what a trade knows (and the trade of who knows it)."""


_own: list[Path] = []
"""The folder of the communities' own words, if there is one."""


@dataclass(frozen=True, slots=True)
class Span:
    """Stems from `start` to `end` (excluded) that name a concept."""

    start: int
    end: int
    concept: int


class Meaning:
    """The thesaurus, ready to be asked by stems."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = concepts
        said = _said(concepts)
        root = stems_of_each(frozenset(chain.from_iterable(said.values())))
        keys = {name: tuple([root[word] for word in found]) for name, found in said.items()}
        self._named: dict[Key, list[int]] = defaultdict(list)
        for number, concept in enumerate(concepts):
            for key in {keys[name] for name in concept.every_name} - {()}:
                self._named[key].append(number)
        self._starts = {key[:end] for key in self._named for end in range(1, len(key) + 1)}
        self._kin = self._all_kin(keys)
        self.words = {
            locale: frozenset(chain.from_iterable(
                said[name] for concept in concepts for name in concept.names[locale]
            )) for locale in LOCALES
        }  # fmt: skip

    def spans(self, found: Sequence[str]) -> Iterator[Span]:
        """Every run of these stems that names a concept."""
        for start in range(len(found)):
            for end in range(start + 1, len(found) + 1):
                run = tuple(found[start:end])
                if run not in self._starts:
                    break
                for concept in self._named.get(run, ()):
                    yield Span(start, end, concept)

    def said(self, found: Sequence[str]) -> set[int]:
        """The concepts that these stems name anywhere."""
        concepts: set[int] = set()
        for start in range(len(found)):
            for end in range(start + 1, len(found) + 1):
                run = tuple(found[start:end])
                if run not in self._starts:
                    break
                concepts.update(self._named.get(run, ()))
        return concepts

    def named(self, *found: str) -> Sequence[int]:
        """The concepts that go by exactly these stems."""
        return self._named.get(found, ())

    def subjects(self, word: str) -> list[int]:
        """The concepts that go by this stem alone, but for trades."""
        return [each for each in self.named(word) if not self.concepts[each].is_trade]

    def knows(self, word: str) -> bool:
        """Whether this stem says anything on its own."""
        return (word,) in self._named or word in _translations()

    def kin(self, concept: int) -> Sequence[tuple[int, float]]:
        """The concept itself and those near to it, each with how much of it they say."""
        return self._kin[concept]

    def translations(self, word: str) -> Sequence[tuple[str, float]]:
        """Stems of the other language that this one may stand for, and how surely."""
        return list(_translations().get(word, {}).items())

    def name(self, concept: int, locale: str) -> str:
        """What the concept is usually called in that language."""
        return self.concepts[concept].names[locale][0]

    def near(self, found: Sequence[str]) -> set[int]:
        """The concepts that these stems name, and their kin."""
        return {kin for concept in self.said(found) for kin, _ in self.kin(concept)}

    def gloss(self, phrase: str, need: str, locale: str) -> str:
        """What a phrase says of a need, as it is called in that language.

        "" when nothing is known of it, or when the phrase says it in that language.
        """
        found, wanted = stems(phrase), self.near(stems(need))
        told = [each for each in self.spans(found)
                if each.concept in wanted or each.end - each.start == len(found)]  # fmt: skip
        if not told:
            return ""
        best = max(told, key=lambda each: (each.concept in wanted, each.end - each.start))
        names = self.concepts[best.concept].names[locale]
        said = fold(phrase)
        return "" if any(fold(name) in said for name in names) else names[0]

    def _all_kin(self, keys: Mapping[str, Key]) -> list[list[tuple[int, float]]]:
        kin: list[dict[int, float]] = [{number: SAME} for number in range(len(self.concepts))]
        for number, concept in enumerate(self.concepts):
            if concept.broader is not None:
                kin[number].setdefault(concept.broader, BROADER)
                kin[concept.broader].setdefault(number, NARROWER)
            for name in concept.knows:
                for known in self._named.get(keys[name], ()):
                    kin[number].setdefault(known, KNOWN)
                    kin[known].setdefault(number, KNOWN)
        return [list(each.items()) for each in kin]


def _said(concepts: Sequence[Concept]) -> dict[str, list[str]]:
    """By name, the words in it."""
    names = chain.from_iterable((*each.every_name, *each.knows) for each in concepts)
    every = list(dict.fromkeys(names))
    return dict(zip(every, words_of_each(every), strict=bool(every)))


@lru_cache
def meaning(community_id: int | None = None) -> Meaning:
    """That of the thesaurus, of the words that all communities here have, and of its own."""
    return _meaning(tuple(_folders(community_id)))


@lru_cache
def _meaning(folders: tuple[Path, ...]) -> Meaning:
    return Meaning(thesaurus.concepts(*folders))


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
        _meaning.cache_clear()


@lru_cache
def _translations() -> dict[str, dict[str, float]]:
    text = files(__package__).joinpath("translations.json").read_text(encoding="utf-8")
    learnt: dict[str, dict[str, float]] = json.loads(text)["stems"]
    return learnt
