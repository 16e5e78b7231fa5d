"""A member's bare name, as one calls somebody: "Paul ?", "paul martin", "c qui Paul"."""

from __future__ import annotations

import re

from community import directory, lookup
from community.scope import Scope
from conversations.phrases import pattern

MOST, SHORTEST = 4, 2
"""Words of a name, and letters."""
MARKS = " \t\n\u00a0\u202f?!.…,@"


def bare_name(scope: Scope, words: str) -> str | None:
    """The name, if these words are nothing else than that of somebody here, or ask who that is.

    How a name begins counts too, where that is asked ("Pau ?") or has two words ("paul mar"), and
    where the directory knows no such subject.
    """
    said = words.strip(MARKS)
    name = re.sub(rf"^{pattern('who_is_called')}\s+", "", said, flags=re.IGNORECASE)
    if not (len(name) >= SHORTEST and len(name.split()) <= MOST):
        return None
    if lookup.called(scope, name):
        return name
    asked = words.rstrip(MARKS.replace("?", "")).endswith("?") or " " in name or name != said
    if asked and lookup.search(scope, name) and not directory.find_helpers(scope, name, 1):
        return name
    return None
