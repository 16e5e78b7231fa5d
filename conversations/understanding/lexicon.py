"""What the thesaurus knows of words: which are names, and where in names a word stands."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from community import thesaurus, words
from community.search.kept import kept
from conversations import questions
from conversations.questions import plain
from conversations.understanding import reading
from conversations.understanding.reading import Word, pieces

MOST = 6
"""Words of the longest name that is looked for."""
OFTEN = 20
"""In how many names a word stands that says little by itself."""
_PLACES = ("alone", "first", "within", "last")

Run = tuple[int, int]
"""The first and the last word of a span."""


class Lexicon(BaseModel):
    """Names and trades by their words in the singular, and where in names a word mostly stands."""

    names: frozenset[str]
    trades: frozenset[str]
    places: dict[str, str]

    def kind(self, name: str) -> str | None:
        """Whether the words are a name, or that of a trade."""
        return "name" if name in self.names else "trade" if name in self.trades else None


@lru_cache
def lexicon() -> Lexicon:
    """That of the thesaurus which comes with Passerelle: the same at every start, and kept."""
    return kept("lexicon", Lexicon, _today(), _of_the_thesaurus)


def _today() -> str:
    """Changes with the thesaurus, and with how its names are read."""
    told = hashlib.sha256(unicodedata.unidata_version.encode())
    code = [Path(each) for each in (__file__, reading.__file__, questions.__file__, words.__file__,
                                    thesaurus.__file__ or "")]  # fmt: skip
    for file in (*thesaurus.fields(), *code):
        told.update(file.read_bytes())
    return told.hexdigest()


def _of_the_thesaurus() -> Lexicon:
    names: dict[bool, set[str]] = {True: set(), False: set()}
    stands: dict[str, list[int]] = {}
    for concept in thesaurus.concepts():
        for name in concept.every_name:
            said = [singular(each) for each in pieces(plain(name))]
            names[concept.is_trade].add(" ".join(said))
            for at, word in enumerate(said):
                stands.setdefault(word, [0] * len(_PLACES))[_place(at, len(said))] += 1
    places = {word: _usual(each) for word, each in stands.items()}
    return Lexicon(names=frozenset(names[False]), trades=frozenset(names[True]), places=places)


def _place(at: int, count: int) -> int:
    return 0 if count == 1 else 1 if at == 0 else 3 if at == count - 1 else 2


def _usual(times: Sequence[int]) -> str:
    """Where in names the word mostly stands, whether it is a name by itself, and how often."""
    total = sum(times)
    often = "few" if total < 3 else "some" if total < OFTEN else "many"
    alone = "+alone" if times[0] else ""
    return f"{_PLACES[times.index(max(times))]}{alone}, {often}"


def singular(word: str) -> str:
    """A word without the mark of the plural."""
    return word[:-1] if len(word) > 3 and word[-1] in "sx" and word[-2] != "s" else word


def is_name(text: str) -> bool:
    """Whether a text is a name of the thesaurus, or that of a trade."""
    return lexicon().kind(" ".join(singular(each) for each in pieces(plain(text)))) is not None


def names_in(words: Sequence[Word]) -> dict[Run, str]:
    """Which runs of words are a name of the thesaurus, and whether that of a trade."""
    known = lexicon()
    said = [singular(word.plain) for word in words]
    return {
        (first, last): kind
        for first in range(len(said)) if said[first] in known.places
        for last in range(first, min(first + MOST, len(said)))
        if (kind := known.kind(" ".join(said[first : last + 1])))
    }  # fmt: skip


def longest(names: Mapping[Run, str]) -> list[Run]:
    """The names that are no part of a longer one."""
    return [
        (first, last) for first, last in names
        if not any((one, other) != (first, last) and one <= first and last <= other
                   for one, other in names)
    ]  # fmt: skip
