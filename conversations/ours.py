"""Whether words are for the bot, or tell of somebody else's matters: "I want to quit smoking".

The classifier knows leaving, data and profiles, and not whose; the words around them tell.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from conversations.phrases import every, pattern
from conversations.questions import plain
from conversations.returning import is_return
from conversations.sayings import says
from conversations.understanding import everyday
from conversations.understanding.reading import RARE, TRADE, Word, words_of

INTENTS = frozenset({"leave", "my_data", "edit_profile", "resume"})
"""Wishes to the bot about what it does and keeps, and that it goes on."""
OTHER = frozenset({RARE, TRADE, "OTHERS", "COUNTRY", "THING", "TALK", "SALE", "SOMEBODY"})
"""Classes of words that may name what is not ours: a rare one, somebody, a country, a job."""
TO_THE_BOT = "YOU_BOT"
ASKED_FOR = {("WHO", "KNOWS"), ("WHO", "CAN")}
"""What begins a question to everybody: "effacer mes données d'un site, qui sait faire ?"."""


def are_for_us(text: str, intent: str) -> bool:
    """Whether words of this intent are a wish to the bot, as far as one can see.

    A wish about a profile names what is to be in it; whose profile it is, stands beside the word.
    """
    if intent == "resume":
        return is_return(text)
    words = [word for word in words_of(text, everyday()) if word.shape != "mark"]
    if intent == "edit_profile":
        return not any(map(_is_of_elsewhere, range(len(words)), [words] * len(words)))
    signs = [word.sign for word in words]
    if any(pair in ASKED_FOR for pair in pairwise(signs)):
        return False
    plainly = rf"{pattern('plainly_ours')}|{pattern('goes_away')}"
    if TO_THE_BOT in signs or re.search(plainly, plain(text)):
        return True
    return not any(map(_is_another_thing, words))


def _is_another_thing(word: Word) -> bool:
    """Whether a word names something that is not here, as far as one can see."""
    return word.sign in OTHER and word.plain.strip("-'") not in _around()


@lru_cache
def _around() -> frozenset[str]:
    """Words that say no more than that somebody leaves, or wants to see what is kept."""
    return frozenset(plain(word) for language in every("around_ours") for word in language)


def _is_of_elsewhere(at: int, words: Sequence[Word]) -> bool:
    """Whether it is a profile with a name beside it: "my linkedin profile", "fiche de paie"."""
    if words[at].sign != "PROFILE_WORD" or any(word.sign == "CHANGE" for word in words):
        return False
    beside = [*words[max(at - 1, 0) : at], *words[at + 1 : at + 2]]
    named = any(word.sign == RARE and _is_another_thing(word) for word in beside)
    return named or [word.plain for word in words[at + 1 : at + 2]] in (["de"], ["d'"])


def takes_out(text: str) -> bool:
    """Whether somebody has what they do no longer taken off their profile: "retire ça"."""
    said = plain(text)
    own = rf"{pattern('no_longer_do')}|{pattern('own_offers')}"
    return all(re.search(each, said) for each in (own, pattern("take_out")))


def of_the_profile(text: str) -> Mapping[str, str] | None:
    """What of the profile short words are about: how often the bot writes, or what is in it."""
    if says(text, "too_many"):
        return {"part": "reached"}
    return {} if takes_out(text) else None
