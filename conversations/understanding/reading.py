"""A text as words: where each stands, what it means alike to others, and where sentences end."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conversations.questions import plain

MOST_READ = 600
"""Characters that are looked at: a request is at the start of a message, or near it."""

RARE = "§"
"""Stands for a word that is not everyday talk: a subject, a product, a name."""

_CLITIC = r"moi|toi|tu|vous|nous|je|on|ils?|elles?|les?|la|lui|leur|t-il|t-elle"
_PIECES = re.compile(
    rf"""https?://\S+
    | @[\w.]*\w
    | \b(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu)['’](?=\w)
    | ['’]s\b
    | -(?:{_CLITIC})\b
    | \w+(?:[·.&/]\w+|-(?!(?:{_CLITIC})\b)\w+|['’](?!s\b)\w+)*[+\#]*
    | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
_ENDS = frozenset(".?!…\n;")
MARKS = frozenset('.?!…;,:()«»"“”—-/')


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of a text: `text[start:end]`; `plain` is without case and accents."""

    start: int
    end: int
    plain: str
    sign: str
    shape: str
    sentence: int


def words_of(text: str, known: Set[str]) -> list[Word]:
    """The words of a text. `known` are the everyday words that stand for themselves."""
    read: list[Word] = []
    sentence = 0
    for found in _PIECES.finditer(text[:MOST_READ]):
        said = plain(found[0].replace("’", "'")) or found[0]
        shape = _shape(found[0], first=not read or read[-1].plain in _ENDS)
        sign = _sign(said, shape, known)
        read.append(Word(found.start(), found.end(), said, sign, shape, sentence))
        sentence += said in _ENDS
    return read


def _shape(piece: str, *, first: bool) -> str:
    """How it is written: a handle, a link, a number, an acronym, a name, or just so."""
    if piece[0] == "@" and len(piece) > 1:
        return "@"
    if "://" in piece:
        return "http"
    if piece[0].isdigit():
        return "9"
    if not piece[0].isalpha():
        return "mark"
    if any(letter.isupper() for letter in piece[1:]):
        return "ABC"
    return "low" if piece[0].islower() else "First" if first else "Abc"


def _sign(said: str, shape: str, known: Set[str]) -> str:
    meant = signs().get(said)
    if meant:
        return meant
    if shape in {"@", "http", "9"}:
        return shape
    if shape == "mark" or said in known:
        return said
    return RARE


@lru_cache
def signs() -> dict[str, str]:
    """Which class a word belongs to, for those that have one."""
    written = (files("conversations.understanding") / "signs.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(written)
    return {plain(word): name.upper() for name, words in table.items() for word in words.split()}
