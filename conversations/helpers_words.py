"""What helpers say instead of a yes or a no: not mine, not now, only so, somebody else, why me."""

from __future__ import annotations

import re
from functools import lru_cache

from community.search import tokens
from conversations import phrases
from conversations.dates import read_day
from conversations.day_words import any_of, only_days, words_for
from conversations.labels import bare
from conversations.questions import plain
from conversations.sayings import ANY_DAY, MOST_NAMED, MOST_SHORT, impolite, names_day, says

MOST_ASKED = 8
"""Words of a question why."""


def says_not_mine(words: str) -> bool:
    """Whether short words say that it is not their subject, perhaps which: "I know nothing about
    accounting"."""
    begun = re.match(phrases.pattern("not_mine_in"), impolite(words))
    named = impolite(words)[begun.end() :].split() if begun else []
    turns = re.search(phrases.pattern("however"), plain(words))
    return says(words, "not_mine") or (0 < len(named) <= MOST_NAMED and turns is None)


def says_not_now(words: str) -> bool:
    """Whether short words say that they can't for a time: "désolé je suis débordé en ce moment"."""
    ends = re.search(rf"\W+{phrases.pattern('these_days')}$", plain(words))
    return ends is not None and says(plain(words)[: ends.start()], "unable", "cannot_help")


def says_by_what_means(words: str) -> bool:
    """Whether short words are a yes for one means alone: "oui mais seulement par tel"."""
    said = plain(words)
    means = re.search(rf"{phrases.pattern('by_means')}(?:\W+{phrases.pattern('polite')})*$", said)
    before = re.split(phrases.pattern("but"), said[: means.start()])[0] if means else ""
    return len(words) <= MOST_SHORT and says(before, "yes", "glad", "accepts")


def says_when(words: str) -> bool:
    """Whether short words say from when: "pas avant lundi", "not now, in January"."""
    said = plain(words)
    if len(words) > MOST_SHORT:
        return False
    later = re.match(phrases.pattern("later"), said)
    when = later is not None and names_day(said[later.end() :].strip(" ,"))
    after = re.search(phrases.pattern("not_before"), said) is not None
    return when or after or says_not_now(words) or only_a_day(words)


def only_a_day(words: str) -> bool:
    """Whether words are a day to come: "dans 2 jours", "rather next week", "je suis libre mardi".

    No last day, nor now ("cette semaine"); and what ends in a question mark asks.
    """
    said = plain(words)
    if words.rstrip().endswith("?") or re.search(phrases.pattern("no_later"), said):
        return False
    said = re.sub(_around_a_day(), " ", said)
    try:
        day = read_day(said, ANY_DAY) if only_days(said) else None
    except (ValueError, OverflowError):
        return False
    return day is not None and day > ANY_DAY


@lru_cache
def _around_a_day() -> str:
    """What may stand around a day on which one can."""
    before = any_of(words_for("articles") | words_for("beginning"))
    around = map(phrases.pattern, ("rather", "free_from", "can_from"))
    return rf"{'|'.join(around)}|\b(?:{before})\b"


def asks_why_me(words: str) -> bool:
    """Whether a helper asks why they of all people: "pourquoi moi ?", "how did you find me?"."""
    said = bare(words).split()
    known = re.search(phrases.pattern("why_me"), plain(words)) is not None
    why = re.search(phrases.pattern("why"), plain(words)) is not None
    ends = bool(said) and re.fullmatch(phrases.pattern("me"), said[-1]) is not None
    return len(said) <= MOST_ASKED and (known or (why and ends))


def named_instead(words: str) -> str:
    """Whom short words name as a better choice: "ask Lina instead", "I can't but Marc can"; "" for
    nobody."""
    begun = re.match(phrases.pattern("instead"), plain(words))
    name = begun and re.sub(phrases.pattern("instead_end"), "", plain(words)[begun.end() :]).strip(
        " ,"
    )
    return name if name and len(name.split()) <= MOST_NAMED else _who_can(plain(words))


def _who_can(said: str) -> str:
    """Who can, in the words of somebody who can't; "" for nobody, or only for "I"."""
    can = rf"(?:{phrases.pattern('but')}\s+)([\w' -]+?)\s+{phrases.pattern('can_instead')}$"
    found = re.search(can, said)
    name = found[1] if found and says(said[: found.start()], "unable", "cannot_help") else ""
    nobody = not tokens.words(name) or says(name, "someone_else", "someone_better")
    return "" if nobody or len(name.split()) > MOST_NAMED else name
