"""What is read once and then known: it is built before anybody writes.

The first word that nobody knew waited for all of it: the names of the thesaurus and of cities, what
is sensitive, how commands are called.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from inspect import signature

from conversations import phrases
from conversations.pausing import left_until
from conversations.understanding import understand

ROOMS = ("community", "conversations")
REHEARSED = "je cherche un zorglub jusqu'à lundi"
"""What is read once: patterns are compiled on the way, and the models laid out."""


def steps() -> Iterator[Callable[[], object]]:
    """What is to be called, one after the other, in any thread; a second time costs nothing."""
    yield from tables()
    for kind in sorted({kind for each in phrases.by_language().values() for kind in each}):
        yield partial(phrases.pattern, kind)
    for read in (understand, phrases.told, phrases.takes_back, left_until):
        yield partial(read, REHEARSED)


def tables() -> Iterator[Callable[[], object]]:
    """What the rooms build when it is first needed, and keep: whatever is cached and takes nothing,
    so that none is forgotten here."""
    for name, module in sorted(sys.modules.items()):
        if name.partition(".")[0] in ROOMS:
            for each in vars(module).values():
                cached = hasattr(each, "cache_parameters") and each.__module__ == name
                if cached and not signature(each).parameters:
                    yield each
