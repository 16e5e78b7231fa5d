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
    given = list(takewhile(_is_given, words))
    plain = FEWEST <= len(words) <= MOST and 0 < len(given) < len(words)
    return " ".join(given) if plain and BETWEEN.isdisjoint(map(fold, words)) else name


def _is_given(word: str) -> bool:
    return all(part in _known() for part in fold(word).split("-"))


@lru_cache
def _known() -> frozenset[str]:
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
