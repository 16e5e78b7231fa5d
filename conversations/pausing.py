"""What words say of a pause without asking for it: that one is away, until when, from when one is
free or back, or a question about it."""

from __future__ import annotations

import re
from datetime import date

from community import members, pauses
from community.scope import Scope
from conversations.dates import read_day
from conversations.day_words import any_of, words_for
from conversations.lasting import named_last
from conversations.meaning import Step
from conversations.periods import read_after, read_period
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.readers import named_day, named_span
from conversations.sayings import ANY_DAY, MOST_NAMED, names_day
from conversations.spans import read_return, read_span

MOST = 6
"""Words of a day or a while; in more there is something else, too."""
MOST_FREE = 8
MOST_BACK = 4
"""Words of the day of a return."""


def asks_of_it(words: str) -> bool:
    """Whether somebody asks about a pause that they are on: "pourquoi je suis en pause ?"."""
    said = plain(words)
    asks = words.rstrip().endswith("?") or re.match(pattern("asks_of_pause"), said)
    on_one = re.search(pattern("on_a_pause"), said) is not None
    return bool(asks) and on_one and len(said.split()) <= MOST_FREE


def said_of_it(scope: Scope, words: str) -> Step | None:
    """What words lead to that say such a thing, where no question stands."""
    told = pause_again(scope, words) or back_on(scope, words) or free_from(words)
    return told or away(words) or left_until(words)


def pause_again(scope: Scope, words: str) -> Step | None:
    """The pause, begun or to come, that words correct: they name a day, and hardly more; where the
    day is none that can be read, it is asked for."""
    said = plain(words)
    corrected = rf"^(?:{pattern('corrects')}\W*)+|(?:\W+{pattern('corrects')})+$"
    day = re.sub(corrected, "", said)
    until = re.match(pattern("until_a_day"), day)
    corrects = day != said or until
    if not corrects or not 0 < len(day.split()) <= MOST or words.rstrip().endswith("?"):
        return None
    if not (members.is_paused(scope) or pauses.planned(scope)):
        return None
    told = _names_a_day(scope, day) or (day != said and until)
    ends = members.is_paused(scope)
    return ("pause", {"until": day, "words": day, "ends": ends}) if told else None


def free_from(words: str) -> Step | None:
    """A pause until the first day on which somebody says that they are free: "dispo en mars".

    Who is back then means it; who is free then may speak of something else, and is asked.
    """
    said, first = plain(words), any_of(words_for("beginning").keys() - words_for("over").keys())
    turned = rf"^(?P<day>(?:{first})\s.+?),?\s+(?P<free>{pattern('free_from')})$"
    said = re.sub(turned, r"\g<free> \g<day>", said)
    begun = re.search(rf"\b(?:{first})\b(.+)", said)
    if len(said.split()) > MOST_FREE or begun is None or not _is_day(begun[1]):
        return None
    until = {"until": begun[1].strip()}
    if re.match(pattern("back_from"), said):
        return "resume", until
    if re.match(pattern("free_from"), said):
        return "unsure", {"intent": "pause", "said": "", "to": "resume", "args": until}
    return None


def away(words: str) -> Step | None:
    """The pause of whoever says in a few words that they are away: "pas dispo du 3 au 9".

    It is begun where they say until when, and asked about where they only say it.
    """
    said = plain(words)
    found = re.match(rf"(?:{pattern('i_am')}\W+)*{pattern('away')}", said)
    rest = said[found.end() :].strip(" ,") if found else ""
    if found is None or len(rest.split()) > MOST or words.rstrip().endswith("?"):
        return None
    if not rest or re.fullmatch(pattern("by_now"), rest):
        return _asked({})
    return ("pause", {"until": rest, "words": words}) if _lasts(rest) else None


def away_on(words: str) -> Step | None:
    """Whether a pause is meant by who says that they are away on a day: "pas dispo demain"."""
    said = plain(words)
    found = re.match(rf"(?:{pattern('i_am')}\W+)*{pattern('away')}", said)
    rest = said[found.end() :].strip(" ,") if found else ""
    if not 0 < len(rest.split()) <= MOST_NAMED or words.rstrip().endswith("?"):
        return None
    return _asked({"until": rest, "words": words}) if names_day(rest) else None


def left_until(words: str) -> Step | None:
    """The pause of whoever says when to come back to them: "revenez vers moi après le 20"."""
    said = plain(words)
    until = {"until": named_last(said), "words": words}
    if not _lasts(said):
        return None
    if re.match(pattern("not_before"), said) and len(said.split()) <= MOST:
        return _asked(until)
    comes = re.search(pattern("come_back"), said)
    return ("pause", until) if comes and said.endswith(until["until"]) else None


def back_on(scope: Scope, words: str) -> Step | None:
    """The return of whoever is on a pause, on a day to come: "je reviens mercredi"."""
    said = plain(words)
    found = re.match(pattern("back_from"), said)
    day = said[found.end() :].strip() if found else ""
    if not 0 < len(day.split()) <= MOST_BACK or words.rstrip().endswith("?"):
        return None
    if not (members.is_paused(scope) and returns_later(day, scope.now.date())):
        return None
    return "resume", {"until": day}


def returns_later(words: str, today: date) -> bool:
    """Whether words name the coming day of a return."""
    try:
        return read_return(words, today) is not None
    except (ValueError, OverflowError):
        return False


def _asked(until: dict[str, str]) -> Step:
    """Whether a pause is meant."""
    return "unsure", {"intent": "pause", "said": "", "to": "pause", "args": until}


def _lasts(said: str) -> bool:
    """Whether plain words tell a time that ends: a span, a period, or "until" a day."""
    try:
        if read_span(said, ANY_DAY) or read_period(said, ANY_DAY):
            return True
    except (ValueError, OverflowError):
        return False
    last = named_last(said)
    return bool(last) and (_is_day(last) or read_after(last, ANY_DAY) is not None)


def _is_day(words: str) -> bool:
    try:
        return read_day(words, ANY_DAY) is not None
    except (ValueError, OverflowError):
        return False


def _names_a_day(scope: Scope, words: str) -> bool:
    today = scope.now.date()
    try:
        return bool(named_span(words, today) or named_day(words, today))
    except NotUnderstood:
        return False
