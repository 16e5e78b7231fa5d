"""Cleaning what people write, before anything else sees it."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import filterfalse
from zoneinfo import available_timezones

MOST_TEXT = 4000
"""Characters in one message."""
MOST_WORDS = 300
"""Characters in one line of a profile."""
MOST_NAME = 80
MOST_ENTRIES = 30
"""Entries of one kind in a profile."""

MOST_TITLE = 100
"""Characters of a need where it stands for a whole request."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff"
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069]"
)
"""Control characters but line breaks and tabs, and the invisible direction marks: in a name these
turn the rest of the sentence around."""
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a code point: two that belong together are one, any other is broken."""
_INVISIBLE = {"Cc", "Cf", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"}
"""Kinds of characters that show nothing by themselves; beside others they have their work."""
_BLANKS = set("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""
_SEPARATORS = re.compile(r"[,;|\n•]+")


def clean(words: str) -> str:
    """The words without control characters, direction marks and broken code points.

    Line breaks and tabs stay; the form is NFC, so that equal words compare equal. Words of which
    nothing can be seen are no words.
    """
    if _is_clean(words):
        return words.rstrip()
    if _SURROGATE.search(words):
        words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    cleaned = unicodedata.normalize("NFC", _HIDDEN.sub("", words)).strip()
    return cleaned if shows(cleaned) else ""


def _is_clean(words: str) -> bool:
    """Whether one sees at a glance that there is nothing to clean: most lines are so."""
    seen = words[:1].isalnum() and words[0] not in _BLANKS
    return seen and words.isprintable() and unicodedata.is_normalized("NFC", words)


def shows(words: str) -> bool:
    """Whether anything of the words can be seen."""
    return any(
        unicodedata.category(each) not in _INVISIBLE and each not in _BLANKS for each in words
    )


@cache
def time_zones() -> frozenset[str]:
    """The names of all time zones: reading them costs milliseconds, so it is done once."""
    return frozenset(available_timezones())


def shortened(words: str, most: int = MOST_TITLE) -> str:
    """So many characters of the words at most: whole words, as far as that goes."""
    if len(words) <= most:
        return words
    begun = words[: most - 1]
    return (begun.rpartition(" ")[0] or begun).rstrip(" ,;:.") + "…"


def split_items(words: str) -> list[str]:
    """The items of a list, without empty ones and repeats."""
    parts = (" ".join(part.split()).strip(" .") for part in _SEPARATORS.split(words))
    return list(dict.fromkeys(part for part in parts if shows(part)))


def fold(words: str) -> str:
    """Words without case and accents."""
    if words.isascii():
        return words.casefold()
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(filterfalse(unicodedata.combining, apart))
