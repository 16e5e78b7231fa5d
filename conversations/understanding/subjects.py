"""Subjects that sentences are made about: those of slots.toml, and the names of the thesaurus.

A handful of subjects would be learned by heart; thousands teach what subjects look like, in every
field of work. The thesaurus knows no gender, so that of a French name is guessed from its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

from community import thesaurus
from community.thesaurus import Concept
from conversations.questions import plain

Named = Mapping[str, Sequence[str]]
"""By language; French ones begin with their gender, as in slots.toml."""

NOT_SUBJECTS = {"tasks.txt", "occupations.txt"}
"""What one does and who does it: sentences are made otherwise about these."""
MOST_WORDS, MOST_NAMES = 4, 2
MOST_OF_A_TRADE = 2
_PLAIN = re.compile(r"[\w'’&+./-]+(?: [\w'’&+./-]+)*")
_WORD = re.compile(r"[\w-]{4,}$")
_VERB = re.compile(r"\w+(?:er|ir|oir)\b|s[e']")
_FEMININE = re.compile(
    r"\w+(?:[st]ion|te|ee|ie|ure|[ae]nce|esse|ette|ique|rice|euse|ade|ise|aille|[ae]lle|ine)$"
)


@lru_cache
def broad() -> Named:
    """The names of the thesaurus that can be a subject."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for concept in _concepts():
        found["fr"] += [f"{_gender(name)} {name}" for name in _fitting(concept.names["fr"])]
        found["en"] += _fitting(concept.names["en"])
    return {locale: list(dict.fromkeys(names)) for locale, names in found.items()}


@lru_cache
def trades() -> Named:
    """What those are called who do something for a living, as one would ask for them."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for concept in filter(lambda each: each.is_trade, thesaurus.concepts()):
        for locale, names in found.items():
            names += [
                each for each in concept.names[locale][:MOST_NAMES]
                if _PLAIN.fullmatch(each) and len(each.split()) <= MOST_OF_A_TRADE
            ]  # fmt: skip
    return {locale: list(dict.fromkeys(names)) for locale, names in found.items()}


def every_name() -> Iterator[str]:
    """All names of the thesaurus."""
    return (name for concept in thesaurus.concepts() for name in concept.every_name)


def trade_words() -> frozenset[str]:
    """Single words that are the name of a trade, and of nothing else."""
    told = {concept.is_trade: set[str]() for concept in thesaurus.concepts()}
    for concept in thesaurus.concepts():
        told[concept.is_trade] |= {plain(name) for name in concept.every_name if _WORD.match(name)}
    return frozenset(told[True] - told[False])


def _concepts() -> Iterator[Concept]:
    folder = files(thesaurus)
    for field in sorted(folder.iterdir(), key=lambda each: each.name):
        if field.name.endswith(".txt") and field.name not in NOT_SUBJECTS:
            yield from (each for each in thesaurus.read([field]) if not each.is_trade)


def _fitting(names: Sequence[str]) -> list[str]:
    return [
        name for name in names[:MOST_NAMES]
        if _PLAIN.fullmatch(name) and len(name.split()) <= MOST_WORDS
        and not _VERB.match(plain(name))
    ]  # fmt: skip


def _gender(name: str) -> str:
    """f, m or p; n for what is written as a name, and takes no article."""
    first = name.split()[0]
    if not first.islower():
        return "n"
    word = plain(first)
    if word.endswith(("s", "x")) and not word.endswith(("ss", "us", "is")):
        return "p"
    return "f" if _FEMININE.match(word) else "m"
