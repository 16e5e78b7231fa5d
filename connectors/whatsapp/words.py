"""Words as WhatsApp takes them: nobody's own formatting or links, and never too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from conversations.language import Writing

MOST_TEXT = 1600
"""Characters of one message (Twilio docs, "Messages resource": Body; twilio/text)."""

_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
"""WhatsApp reads these as bold, italic, struck and typed, and has no way to escape them."""
_JOINER = "\N{WORD JOINER}"
_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d])")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)
_ENDS = (re.compile(r"\n\n"), re.compile(r"\n"), re.compile(r"(?<=[.!?…])\s"), re.compile(r" "))
"""Where a long text is cut, the best places first."""


def escape(words: str) -> str:
    """What somebody wrote, as mere words: no formatting, no quotation, no link to tap."""
    plain = words.translate(_LOOKALIKES).replace("://", f":{_JOINER}//")
    return _QUOTE.sub(r"\1›", _DOT.sub(f".{_JOINER}", plain))


def exact(words: str) -> str:
    """Words to be copied, as code, in which WhatsApp reads no format."""
    return f"```{words}```"


WRITING = Writing(escape, exact)


def length(words: str) -> int:
    """Characters as WhatsApp counts them: an emoji beyond the first plane is two."""
    return len(words.encode("utf-16-le")) // 2


def shortened(words: str, most: int) -> str:
    """The words, cut with an ellipsis where they don't fit."""
    if length(words) <= most:
        return words
    return f"{_first(words, most - 1).rstrip()}…"


def split(words: str, most: int = MOST_TEXT) -> Iterator[str]:
    """The words in pieces that fit, cut at the ends of paragraphs, lines, sentences or words."""
    while length(words) > most:
        piece = _cut(_first(words, most), words)
        yield piece.rstrip()
        words = words[len(piece) :].lstrip()
    if words:
        yield words


def _cut(window: str, words: str) -> str:
    """The longest good beginning of what fits; half a message is enough to be good."""
    for end in _ENDS:
        places = [found.end() for found in end.finditer(words[: len(window) + 1])]
        fitting = [place for place in places if len(window) // 2 <= place <= len(window)]
        if fitting:
            return window[: fitting[-1]]
    return window


def _first(words: str, most: int) -> str:
    """As many letters as fit; none is cut in two."""
    return words.encode("utf-16-le")[: most * 2].decode("utf-16-le", errors="ignore")
