"""Options called by their numbers, as people write these: "1)", "n°2", "la 3", "le premier"."""

from __future__ import annotations

import re
from functools import lru_cache

from conversations import phrases
from conversations.labels import bare
from conversations.questions import plain

_AMOUNT = re.compile(r"[-+±]\s?\d|\d\s?[%€$£]")
"""With such a sign it is no option's number: "+1" agrees with somebody."""


def number(words: str, *, in_words: bool) -> int | None:
    """The number that polite words are, and nothing else; None if they are none.

    Without `in_words` only as figures with no article: "le 3" and "le premier" may be a day.
    """
    said = None if _AMOUNT.search(words) else _shape(in_words).fullmatch(bare(words))
    if said is None:
        return None
    found = said["number"]
    return int(found) if found.isdecimal() else _named()[found]


def rated(words: str) -> tuple[int, int] | None:
    """A number given out of another one, as marks are: "3/5", "4 sur 5"; None for other words."""
    said = re.fullmatch(
        rf"(\d{{1,2}})\s*(?:/|{phrases.pattern('out_of')})\s*(\d{{1,2}})", plain(words)
    )
    return (int(said[1]), int(said[2])) if said else None


@lru_cache
def _shape(in_words: bool) -> re.Pattern[str]:
    around, label = phrases.pattern("polite"), phrases.pattern("number")
    figures, before, after = r"\d{1,3}", around, around
    if in_words:
        figures = rf"{figures}|{'|'.join(map(re.escape, _named()))}"
        before = rf"(?:{around}|{phrases.pattern('before_number')})"
        after = rf"(?:{around}|{phrases.pattern('after_number')})"
    return re.compile(
        rf"(?:{before}\s+)*(?:{label}\s+|n[ro]?(?=\d))?(?P<number>{figures})(?:\s+{after})*"
    )


@lru_cache
def _named() -> dict[str, int]:
    """Numbers by their names, in every language."""
    return {
        plain(name): n
        for language in phrases.every("numbers")
        for n, names in enumerate(language, 1)
        for name in names.split()
    }
