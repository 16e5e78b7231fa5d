"""Needs that read like offers, or like little of anything: who says "I need help" is in need.

The classifier knows the words of help, and not from whom it comes: that stands before them.
"""

from __future__ import annotations

import re

from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding.reading import words_of

PLAINLY = 0.75
"""How sure a need is that says so: it is begun with, and below a question it is no other one's."""
_OFFERS = frozenset({"OFFERS", "CAN", "HESITATE"})
"""Classes of words of who may help others, whatever they need themselves."""


def needs_help(text: str) -> bool:
    """Whether somebody says that they need help, and nothing of helping: "besoin d'aide ?" may ask
    who does."""
    mine = rf"{pattern('i_need')}|^(?:{pattern('hello')}\W+)*{pattern('in_need')}"
    before, found, after = _parted(rf"(?:{mine})\W*{pattern('of_help')}", plain(text))
    if not found or after.startswith("?"):
        return False
    return _OFFERS.isdisjoint(each.sign for each in words_of(f"{before} {after}", frozenset()))


def _parted(shape: str, said: str) -> tuple[str, str, str]:
    """What stands before such words, the words, and what stands after them."""
    found = re.search(shape, said)
    if found is None:
        return said, "", ""
    return said[: found.start()], found[0], said[found.end() :].lstrip()
