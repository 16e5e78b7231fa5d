"""Long words in pieces that fit, cut where it hurts least."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…]) "), re.compile(r" "))
"""Where a long text is cut, the best places first. A no-break space, as in « Ah ? », is no end."""


def length(words: str) -> int:
    """Characters as chat apps count them: an emoji beyond the first plane is two."""
    return len(words.encode("utf-16-le")) // 2


def split(words: str, most: int) -> Iterator[str]:
    """The words in pieces that fit, cut at the ends of paragraphs, lines, sentences or words."""
    while length(words) > most:
        piece = _cut(first(words, most), words)
        yield piece.rstrip()
        words = words[len(piece) :].lstrip()
    if words:
        yield words


def first(words: str, most: int) -> str:
    """As many letters as fit; none is cut in two."""
    return words.encode("utf-16-le")[: most * 2].decode("utf-16-le", errors="ignore")


def _cut(window: str, words: str) -> str:
    """The longest good beginning of what fits; half a message is enough to be good."""
    for end in _ENDS:
        places = [found.end() for found in end.finditer(words[: len(window) + 1])]
        fitting = [place for place in places if len(window) // 2 <= place <= len(window)]
        if fitting:
            return window[: fitting[-1]]
    return window
