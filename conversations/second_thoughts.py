"""Second thoughts before a request leaves: "pas Awa, plutôt Marc", "is it anonymous?"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from conversations import readers
from conversations.answers import MOST_SHORT, says
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.texts import Text

_WORD = re.compile(r"[^\W_]+")


def prefers_another(words: str, names: Iterable[str]) -> bool:
    """Whether words say nothing but which of these people to ask, or not to ask."""
    said = plain(words)
    if len(words) > MOST_SHORT or not re.search(pattern("prefers"), said):
        return False
    for kind in ("prefers", "beside_a_name"):
        said = re.sub(pattern(kind), " ", said)
    left = set(_WORD.findall(said))
    return bool(left) and left <= {each for name in names for each in _WORD.findall(plain(name))}


def gives_up(words: str) -> bool:
    """Whether words say that there is no need any more."""
    return says(words, "no_longer")


def context(words: str) -> str:
    """Words of context; who asks whether their name is seen is told, and asked again."""
    if says(words, "is_it_anonymous"):
        raise NotUnderstood(Text("ask-anonymous"))
    return readers.line(words)
