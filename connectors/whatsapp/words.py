"""Words as WhatsApp takes them: nobody's own formatting or links, and never too long."""

from __future__ import annotations

import re

from conversations.language import Writing
from conversations.pieces import first, length

MOST_TEXT = 1600
"""Characters of one message (Twilio docs, "Messages resource": Body; twilio/text)."""

_LOOKALIKES = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
"""WhatsApp reads these as bold, italic, struck and typed, and has no way to escape them."""
_JOINER = "\N{WORD JOINER}"
_DOT = re.compile(r"(?<=\w)\.(?=[^\W\d])")
_QUOTE = re.compile(r"^(\s*)>", re.MULTILINE)


def escape(words: str) -> str:
    """What somebody wrote, as mere words: no formatting, no quotation, no link to tap."""
    plain = words.translate(_LOOKALIKES).replace("://", f":{_JOINER}//")
    return _QUOTE.sub(r"\1›", _DOT.sub(f".{_JOINER}", plain))


def exact(words: str) -> str:
    """Words to be copied, as code, in which WhatsApp reads no format."""
    return f"```{words}```"


WRITING = Writing(escape, exact)


def shortened(words: str, most: int) -> str:
    """The words, cut with an ellipsis where they don't fit."""
    if length(words) <= most:
        return words
    return f"{first(words, most - 1).rstrip()}…"
