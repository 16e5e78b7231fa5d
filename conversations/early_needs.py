"""A need that somebody tells in the middle of their welcome: nothing of who they are."""

from __future__ import annotations

import re

from conversations import comings
from conversations.floor import OpenDialogue
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.turn import Turn
from conversations.understanding import BARE, understand


def kept_for_later(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether the words ask for help: they wait for the end, and the question is put again."""
    if turn.member.welcomed or standing.name != "onboarding":
        return False
    if not asks_for_help(turn.incoming.text, turn.member.locale):
        return False
    comings.welcome_first(turn)
    return True


def asks_for_help(words: str, locale: str) -> bool:
    """Whether somebody surely asks for help themselves: "help with taxes" may be their offer."""
    if re.search(pattern("wants_help"), plain(words)) is None:
        return False
    return is_a_need(words, locale)


def is_a_need(words: str, locale: str) -> bool:
    """Whether words are read as a need, rather surely."""
    meant = understand(words, where="direct", locale=locale)
    return meant.intent == "find_help" and meant.confidence >= BARE
