"""A text as words: where each stands, what it means alike to others, and where sentences end."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conversations.questions import plain

MOST_READ, OF_THE_END = 320, 200
"""Characters that are looked at. Of a longer message these are its start and, as people greet and
tell before they ask, more of its end."""

RARE = "§"
"""Stands for a word that is not everyday talk: a subject, a product, a name."""

FROM_ON = "UNTIL_WORD"
"""Stands for the "partir" of "à partir de", which is about days and not about leaving."""

TRADE = "TRADE"
"""Stands for the name of a trade."""

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
_HELD, _LAST_HELD = re.compile(r"([a-z])\1{2,}"), re.compile(r"([a-z])\1+$")
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
    for number, part in enumerate(_parts(text)):
        sentence += number
        for found in part:
            read.append(_word(found, read, sentence, known))
            sentence += read[-1].plain in _ENDS
    return read


def _word(found: re.Match[str], before: list[Word], sentence: int, known: Set[str]) -> Word:
    said = _unstretched(plain(found[0].replace("’", "'")) or found[0], known)
    shape = _shape(found[0], first=not before or before[-1].plain in _ENDS)
    sign = (
        FROM_ON
        if before and (before[-1].plain, said) == ("a", "partir")
        else _sign(said, shape, known)
    )
    return Word(found.start(), found.end(), said, sign, shape, sentence)


def pieces(text: str) -> list[str]:
    """The words and marks of a text, as they stand."""
    return _PIECES.findall(text)


def _parts(text: str) -> Iterator[Iterator[re.Match[str]]]:
    """The words and marks of what is read, at their places: the whole, or the start and the end."""
    if len(text) <= MOST_READ:
        yield _PIECES.finditer(text)
        return
    yield _PIECES.finditer(text, 0, MOST_READ - OF_THE_END)
    end = len(text) - OF_THE_END
    yield _PIECES.finditer(text, max(end, text.find(" ", end)))


def _unstretched(said: str, known: Set[str]) -> str:
    """The word that was meant where a letter was held: "ouiii", "okkk", "mercii"."""
    if said in signs() or said in known or len(said) < 3:
        return said
    tried = (_HELD.sub(r"\1", said), _LAST_HELD.sub(r"\1", said))
    return next((each for each in tried if each in signs() or each in known), said)


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
    if said in trades() or said.removesuffix("s") in trades():
        return TRADE
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


@lru_cache
def trades() -> frozenset[str]:
    """Words that are the name of a trade, as `learn` took them from the thesaurus."""
    written = files("conversations.understanding") / "trades.txt"
    return frozenset(written.read_text(encoding="utf-8").split())
