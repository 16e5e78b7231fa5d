"""Whether words about a return or a pause tell that somebody is back here, or of their own life.

The classifier knows "back" and "reprendre", and not what of: "my back hurts" is no return.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from conversations.phrases import every, pattern
from conversations.questions import plain
from conversations.understanding import everyday
from conversations.understanding.reading import MARKS, RARE, TRADE, Word, words_of

THINGS = frozenset({RARE, TRADE, "THING", "TALK", "COUNTRY", "UNIT"})
"""Classes of words that name what is gone on with, and is not here."""


def is_return(text: str) -> bool:
    """Whether words that were read as a return can be one: none of their "back" and "pause" needs
    to, as "ready for questions once more" has neither."""
    words = words_of(text, everyday())
    told = [
        _tells(words, at) for at, word in enumerate(words)
        if word.sign in {"BACK_WORD", "PAUSE_WORD"}
    ]  # fmt: skip
    return not told or any(told)


def _tells(words: Sequence[Word], at: int) -> bool:
    """Whether the word there can tell of a return."""
    said, after = words[at], words[at + 1 :]
    if said.sign == "PAUSE_WORD":
        return not after or not _is_thing(after[0]) or _is("is_over", after[0])
    if said.plain == "back":
        return _comes(words[:at], after)
    return _is("returned", said) or not _has_object(after)


def _comes(before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether "back" is somebody's way here, and neither a part of the body nor of another verb."""
    if not before or before[-1].plain in MARKS:
        return not (after and after[0].sign in {RARE, TRADE})
    said = " ".join(word.plain for word in before)
    return re.search(rf"{pattern('comes_back')}$", said) is not None


def _has_object(after: Sequence[Word]) -> bool:
    """Whether what is gone on with is named right behind it: "reprendre mes études"."""
    return len(after) > 1 and _is("owns", after[0]) and _is_thing(after[1])


def _is_thing(word: Word) -> bool:
    return word.sign in THINGS and word.plain not in _here()


def _is(kind: str, word: Word) -> bool:
    return re.fullmatch(pattern(kind), word.plain.rstrip("'")) is not None


@lru_cache
def _here() -> frozenset[str]:
    """What there is here to go on with."""
    kept = (*every("here"), *every("resumed"))
    return frozenset(plain(word) for language in kept for word in language)
