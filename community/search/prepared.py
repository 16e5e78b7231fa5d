"""The thesaurus made ready for questions: everything that a search asks, by stems and by numbers.

This takes a second, so what comes of it is kept (kept.py) until the thesaurus changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from pydantic import BaseModel

from community.search.tokens import stems_of_each, words_of_each
from community.thesaurus import LOCALES, Concept

SAME, NARROWER, BROADER, KNOWN = 0.9, 0.4, 0.28, 0.25
"""How much of a concept is said by another: itself in other words, a kind of it, what it is a kind
of, what a trade knows (and the trade of who knows it)."""
FIRST = 2
"""What a trade knows first is what it is about: whoever offers that may stand in for it."""
KIND = 0.75
"""How surely whoever offers a kind of something knows it: less than a trade that does."""
WHOLE = 0.7
"""How surely whoever offers all of a field knows a part of it."""
DEEPER = 0.9
"""How much surer a trade knows something than the kinds and parts of it."""

Kin = list[list[tuple[int, float]]]
"""Of each concept itself and those near to it, each with how much of it they say."""


class Prepared(BaseModel):
    """Concepts by their numbers. A name's stems are written with blanks between them."""

    names: dict[str, list[tuple[str, ...]]]
    """By locale, each concept's names, the most usual first."""
    trades: frozenset[int]
    named: dict[str, list[int]]
    """By the stems of a name, the concepts that go by it."""
    friends: dict[str, dict[str, list[int]]]
    """By locale, what false friends mean in it: names that mean another thing in the other."""
    starts: frozenset[str]
    """The stems that names begin with, and all of each."""
    kin: Kin
    masters: dict[int, dict[int, float]]
    """By concept, the trades that know it for a living and its kinds, each with how surely."""
    words: dict[str, frozenset[str]]
    """By locale, the words in its names."""


def prepare(concepts: Sequence[Concept]) -> Prepared:
    """Everything that is asked of these concepts."""
    said = _said(concepts)
    root = stems_of_each(frozenset(chain.from_iterable(said.values())))
    keys = {name: " ".join([root[word] for word in found]) for name, found in said.items()}
    named = _named(concepts, keys)
    known = _known(concepts, keys, named)
    kin = _kin(concepts, known)
    return Prepared.model_construct(
        names={locale: [each.names[locale] for each in concepts] for locale in LOCALES},
        trades=frozenset(n for n, each in enumerate(concepts) if each.is_trade),
        named=named,
        friends=_friends(concepts, keys, kin),
        starts=frozenset(chain.from_iterable(map(_starts, named))),
        kin=kin,
        masters=_masters(concepts, known),
        words={
            locale: frozenset(chain.from_iterable(
                said[name] for concept in concepts for name in concept.names[locale]
            )) for locale in LOCALES
        },
    )  # fmt: skip


def _said(concepts: Sequence[Concept]) -> dict[str, list[str]]:
    """By name, the words in it."""
    names = chain.from_iterable((*each.every_name, *each.knows) for each in concepts)
    every = list(dict.fromkeys(names))
    return dict(zip(every, words_of_each(every), strict=bool(every)))


def _named(
    concepts: Sequence[Concept], keys: Mapping[str, str], locale: str | None = None
) -> dict[str, list[int]]:
    """By the stems of a name, the concepts that go by it, in that language or in any."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        names = concept.names[locale] if locale else concept.every_name
        for key in {keys[name] for name in names} - {""}:
            named[key].append(number)
    return dict(named)


def _friends(
    concepts: Sequence[Concept], keys: Mapping[str, str], kin: Kin
) -> dict[str, dict[str, list[int]]]:
    """What each language calls by a name by which the other calls nothing that is near to it."""
    one, other = (_named(concepts, keys, locale) for locale in LOCALES)
    false = [
        key for key in one.keys() & other.keys()
        if _has_subject(one[key], concepts) and _has_subject(other[key], concepts)
        and _near(one[key], kin).isdisjoint(other[key])
    ]  # fmt: skip
    return {locale: {key: by[key] for key in sorted(false)}
            for locale, by in zip(LOCALES, (one, other), strict=True)}  # fmt: skip


def _has_subject(numbers: Iterable[int], concepts: Sequence[Concept]) -> bool:
    """Whether there is more than trades among these, which share their stems with what they do."""
    return not all(concepts[each].is_trade for each in numbers)


def _near(concepts: Iterable[int], kin: Kin) -> set[int]:
    return {near for each in concepts for near, _ in kin[each]}


def _starts(key: str) -> list[str]:
    """The first stem, the first two, … all of them."""
    blanks = [at for at, sign in enumerate(key) if sign == " "]
    return [*(key[:at] for at in blanks), key]


def _known(
    concepts: Sequence[Concept], keys: Mapping[str, str], named: Mapping[str, Sequence[int]]
) -> Mapping[str, Sequence[int]]:
    """By what trades know, the concepts that are called so, letter by letter if there are any.

    Their stems alone say too much: by them "animation" is about animals, and "papier" is papers.
    """
    spelt: dict[str, list[int]] = defaultdict(list)
    for number, concept in enumerate(concepts):
        for name in concept.names[LOCALES[0]]:
            spelt[name].append(number)
    french = {**named, **_named(concepts, keys, LOCALES[0])}
    every = frozenset(chain.from_iterable(each.knows for each in concepts))
    return {name: spelt.get(name) or french.get(keys[name], ()) for name in every}


def _kin(concepts: Sequence[Concept], known_as: Mapping[str, Sequence[int]]) -> Kin:
    kin: list[dict[int, float]] = [{number: SAME} for number in range(len(concepts))]
    for number, concept in enumerate(concepts):
        if concept.broader is not None:
            kin[number].setdefault(concept.broader, BROADER)
            kin[concept.broader].setdefault(number, NARROWER)
        for name in concept.knows:
            for known in known_as[name]:
                kin[number].setdefault(known, KNOWN)
                kin[known].setdefault(number, KNOWN)
    return [list(each.items()) for each in kin]


def _masters(
    concepts: Sequence[Concept], known_as: Mapping[str, Sequence[int]]
) -> dict[int, dict[int, float]]:
    """Of a concept the trades that know it, or what it is a kind of; its kinds; of a trade itself,
    and what it is about."""
    masters: dict[int, dict[int, float]] = defaultdict(dict)
    for number, concept in enumerate(concepts):
        if concept.is_trade:
            masters[number][number] = 1.0
        for at, name in enumerate(concept.knows):
            for known in known_as[name]:
                masters[known][number] = 1.0
                if at < FIRST:
                    masters[number].setdefault(known, KIND)
    _pass_down(concepts, masters)
    return dict(masters)


def _pass_down(concepts: Sequence[Concept], masters: dict[int, dict[int, float]]) -> None:
    """Trades know the kinds of what they know; then who offers a kind knows some of the whole."""
    kinds = [(n, each.broader) for n, each in enumerate(concepts) if each.broader is not None]
    for kind, broader in kinds:
        for trade, sure in masters.get(broader, {}).items():
            if concepts[trade].is_trade:
                masters[kind].setdefault(trade, DEEPER * sure)
    for kind, broader in kinds:
        masters[broader].setdefault(kind, KIND)
        masters[kind].setdefault(broader, WHOLE)
