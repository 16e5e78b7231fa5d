"""Needs that read like wishes to the bot: "change my tyre", "refaire mon CV", "my site is down".

What is to be changed, left or called off is not here: what stands behind "my" tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, takewhile

from conversations.phrases import every
from conversations.questions import plain
from conversations.understanding.reading import Word

PERHAPS = 0.6
"""How sure such a need is: it is asked about."""
DOUBTFUL = 0.5
"""Below this, a wish to leave or to call something off needs a word of its own."""
MINE = frozenset({"mon", "ma", "mes", "notre", "nos", "my", "our"})
OWN_WORDS = {
    "edit_profile": frozenset({"PROFILE_WORD", "OFFERS", "DATA_WORD", "REQUESTS", "EXPERIENCE"}),
    "leave": frozenset({"LEAVE_WORD", "ERASE_WORD", "REQUESTS", "YOU_BOT", "PAUSE_WORD"}),
    "cancel": frozenset({"REQUESTS", "YOU_BOT", "MEET_WORD", "OFFERS"}),
    "none": frozenset({"HELLO", "JOKE", "THANK", "PRAISE", "NEWS"}),
}
"""Classes of words that make a wish to the bot one, or talk of it: with any, it is believed."""
LISTED = re.compile(r"(?:r?ajoute|enleve|retire|supprime|add|remove|delete)(?:r|z|d)?")
"""What is done with the entries of a profile, whatever these are called."""
MOST_NAMED = 3
"""Words of what stands behind "my"."""
_ENDS = frozenset({
    "of", "de", "d'", "du", "des", "for", "pour", "to", "a", "at", "on", "in", "en", "sur", "is",
    "est", "has", "and", "et", "with", "avec", "qui", "that",
})  # fmt: skip


def is_elsewhere(words: Sequence[Word], intent: str, sure: float) -> bool:
    """Whether words of this intent are about a thing that is not here, and so a need perhaps."""
    if intent not in OWN_WORDS or not OWN_WORDS[intent].isdisjoint(each.sign for each in words):
        return False
    things = list(_things(words))
    if not things or not _here().isdisjoint(chain(*(named for _, named in things))):
        return False
    if intent == "edit_profile":
        return not any(LISTED.fullmatch(each.plain) for each in words)
    acts_first = things[0][0] == 1
    if intent == "none":
        return sure < DOUBTFUL and acts_first
    return sure < DOUBTFUL or (intent == "cancel" and acts_first)


def _things(words: Sequence[Word]) -> Iterator[tuple[int, list[str]]]:
    """What stands behind each "my", up to a small word: where, and by which words."""
    said = [each.plain for each in words if each.shape != "mark"]
    for at, each in enumerate(said):
        following = said[at + 1 : at + 1 + MOST_NAMED] if each in MINE else []
        if named := list(takewhile(lambda word: word not in _ENDS, following)):
            yield at, named


@lru_cache
def _here() -> frozenset[str]:
    """Things of the bot and of one's profile."""
    return frozenset(plain(word) for language in every("here") for word in language)
