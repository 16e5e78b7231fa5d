"""Words by which people say who they are, and which only seem to ask for something."""

from __future__ import annotations

import re

from conversations import phrases
from conversations.labels import bare
from conversations.meaning import Step
from conversations.sayings import impolite

SEEMS = frozenset({"who", "resume", "profile"})
"""What an introduction may seem to lead to: “je suis Zoé” is not far from “je suis de retour”."""


def only_introduces(words: str, step: Step | None) -> bool:
    """Whether somebody says who they are and asks for nothing, whatever it seems to lead to.

    What is sure is meant. A subject that comes at once, with a capital, is a name.
    """
    follows = _introduced(words)
    if follows is None:
        return False
    if step is None:
        return True
    if step[0] != "unsure":
        return False
    to, said = str(step[1]["to"]), str(step[1]["said"])
    name = said[:1].isupper() and follows.startswith(bare(said))
    return to in SEEMS or (to == "ask" and name)


def _introduced(words: str) -> str | None:
    """What follows the words by which people say who they are, to be compared."""
    said = impolite(re.sub(rf"^{phrases.pattern('hello')}\W+", "", impolite(words)))
    begun = re.match(phrases.pattern("introduces"), said)
    return None if begun is None else said[begun.end() :].strip()
