"""Who is to have nothing to do with a request: "sans Awa", "but I don't want Awa to know".

These words say nothing of the need, and leave with no request.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding.refused import levelled


def named(words: str, names: Sequence[str]) -> list[str]:
    """Those of these people whom the words leave out, by their whole name or how it begins."""
    clauses = [clause for _, _, clause in _clauses(words)]
    return [name for name in names if any(_names(clause, name) for clause in clauses)]


def without(words: str, names: Sequence[str]) -> str:
    """The words without what leaves these people out, or says that somebody is not to know."""
    for start, end, clause in reversed(_clauses(words)):
        if any(_names(clause, name) for name in names) or re.search(pattern("learns"), clause):
            words = f"{words[:start]}{words[end:]}"
    return words.strip(" ,;")


def _clauses(words: str) -> list[tuple[int, int, str]]:
    found = _clause().finditer(levelled(words))
    return [(each.start(), each.end(), each[0]) for each in found]


def _names(clause: str, name: str) -> bool:
    forms = "|".join(re.escape(plain(each)) for each in (name, name.split()[0]))
    return re.search(rf"(?<!\w)(?:{forms})(?!\w)", clause) is not None


@lru_cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"[\s,;]*(?:{pattern('but')}\s+)?{pattern('keeps_from')}[^,.;!?…\n]*")
