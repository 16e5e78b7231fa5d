"""By which name somebody is addressed: the given name of a full one, where that is plain."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from itertools import takewhile

from community.words import fold

FEWEST, MOST = 2, 4
"""Words of a full name; more are a sentence, or the name of something."""
BETWEEN = frozenset({"et", "and", "&", "+"})
"""What stands between two people who share an account."""


def addressed(name: str) -> str:
    """ "Marie-Claire" of "Marie-Claire Dupont"; the whole of a name of one word, of one that does
    not begin with a given name that is known, and of one that is nothing but given names: "Paul
    Martin" may be either way round."""
    words = name.split()
    given = list(takewhile(is_given, words))
    plain = FEWEST <= len(words) <= MOST and 0 < len(given) < len(words)
    return " ".join(given) if plain and BETWEEN.isdisjoint(map(fold, words)) else name


def is_given(word: str) -> bool:
    """Whether it is a given name that is known, or several with hyphens."""
    return all(part in _listed("given_names") for part in fold(word).split("-"))


def is_word_too(word: str) -> bool:
    """Whether it is a name that is known to be a word of French or English as well."""
    return fold(word) in _listed("names_as_words")


@lru_cache
def _listed(name: str) -> frozenset[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
