"""Offers that read like needs: "I'd like to help", "I know a bit about wine", "I'm a tiler".

The classifier knows the words of help, and not from whom it comes: that stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding.lexicon import longest, names_in
from conversations.understanding.reading import RARE, TRADE, Word, words_of

PLAIN, PERHAPS = 0.9, 0.6
"""How sure an offer is that says so, and one that only tells what somebody knows or is."""
MOST_TOLD = 12
"""Words in which one says what one knows; more may be the story of a need."""
_ASKS = frozenset({
    "SEEK", "NEED", "WANT", "WHO", "SOMEBODY", "HELP", "SOS", "TROUBLE", "FAILS", "YOU_BOT", "?",
})  # fmt: skip
"""Classes of words with which something is asked for."""


def offered(text: str, words: Sequence[Word], intent: str) -> float | None:
    """How sure it is that words which seem to be of this intent offer help; None where they don't.

    Who one is, or what one knows, is an offer only perhaps.
    """
    said = _ungreeted(text)
    if _plainly_offers(said) or _answers_itself(said):
        return PLAIN
    knows = intent == "find_help" and _tells_what_is_known(said, words)
    own = _is_own_trade(said, words) or _is_what_one_does(words) or _is_there_if_needed(text)
    return PERHAPS if knows or own else None


def _plainly_offers(said: str) -> bool:
    """Whether they say that one would help, and nobody in particular."""
    begun = _would_help().match(said)
    if begun is None:
        return False
    rest = re.sub(rf"^\s*(?:{pattern('helps_whom')}\s*)*", "", said[begun.end() :]).strip(" ,!.")
    with_subject = begun["would"] is None or re.match(pattern("helped_with"), rest) is not None
    return with_subject or not rest


@lru_cache
def _would_help() -> re.Pattern[str]:
    """ "I'd like to help", or what a subject follows at once: "count me in for"."""
    would = rf"(?P<would>{pattern('i_would')}\s+{pattern('to_help')})"
    return re.compile(rf"{would}|{pattern('counts_me_in')}")


def _tells_what_is_known(said: str, words: Sequence[Word]) -> bool:
    begun = re.match(pattern("i_know"), said)
    if begun is None or len(words) > MOST_TOLD or not _ASKS.isdisjoint(each.sign for each in words):
        return False
    little = rf"{pattern('not')}|{pattern('knows_little')}"
    return re.search(little, said[begun.end() :]) is None


def _answers_itself(said: str) -> bool:
    """Whether somebody asks who needs something, and is it: "need a sitter? that's me"."""
    before, asked, answer = said.rpartition("?")
    one = re.fullmatch(rf"\W*{pattern('it_is_me')}\W*", answer) if asked else None
    return one is not None and re.match(pattern("who_needs"), before) is not None


def _is_there_if_needed(text: str) -> bool:
    """Whether somebody is there if they are needed, and says as what, and no more: "I'm a joiner if
    that's useful", "sparky here if you need owt"."""
    useful, here = pattern("if_useful"), pattern("am_here")
    said, found = re.subn(rf"^{useful}\b\W*|\W*\b{useful}$", "", _ungreeted(text))
    if not found:
        return False
    if re.fullmatch(rf"(?:[\w'-]+ ){{1,2}}{here}", said):
        return True
    return _is_own_trade(said, words_of(said, frozenset()))


def _is_what_one_does(words: Sequence[Word]) -> bool:
    """Whether they say in two words what one does: "I sew"."""
    if len(words) != len(("i", "sew")) or (words[0].sign, words[1].sign) != ("ME", RARE):
        return False
    return (1, 1) in names_in(words)


def _is_own_trade(said: str, words: Sequence[Word]) -> bool:
    """Whether all that is said is what one is: the name of a trade stands last."""
    if re.match(pattern("i_am"), said) is None:
        return False
    names, told = names_in(words), [n for n, each in enumerate(words) if each.shape != "mark"]
    ends = [
        each
        for each in longest(names)
        if each[1] == told[-1] and (names[each] == "trade" or words[each[0]].sign == TRADE)
    ]
    if not ends:
        return False
    before = plain(" ".join(words[n].plain for n in told if n < ends[0][0]))
    return re.fullmatch(_up_to_a_trade(), _ungreeted(before)) is not None


@lru_cache
def _up_to_a_trade() -> str:
    return rf"{pattern('i_am')}\s*(?:{pattern('one_more')}\s*)*"


def _ungreeted(text: str) -> str:
    return _greeting().sub("", plain(text))


@lru_cache
def _greeting() -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{pattern('hello')}|{pattern('polite')})\W+)+")
