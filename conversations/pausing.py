"""What words say of a pause without asking for it: another last day, from when one is free, or a
question about it."""

from __future__ import annotations

import re

from community import members
from community.scope import Scope
from conversations.answers import ANY_DAY
from conversations.dates import any_of, read_day, words_for
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.readers import named_day, named_span

MOST = 6
"""Words of a day or a while; in more there is something else, too."""
MOST_FREE = 8


def asks_of_it(words: str) -> bool:
    """Whether somebody asks about a pause that they are on: "pourquoi je suis en pause ?"."""
    said = plain(words)
    asks = words.rstrip().endswith("?") or re.match(pattern("asks_of_pause"), said)
    on_one = re.search(pattern("on_a_pause"), said) is not None
    return bool(asks) and on_one and len(said.split()) <= MOST_FREE


def pause_again(scope: Scope, words: str) -> Step | None:
    """The pause that words of whoever is on one correct: they name a day, and hardly more."""
    said = plain(words)
    day = re.sub(rf"^(?:{pattern('corrects')}\W*)+", "", said)
    corrects = day != said or re.match(pattern("until_a_day"), day)
    if not corrects or not 0 < len(day.split()) <= MOST or words.rstrip().endswith("?"):
        return None
    if not (members.is_paused(scope) and _names_a_day(scope, day)):
        return None
    return "pause", {"until": day, "words": day}


def free_from(words: str) -> Step | None:
    """A pause until the first day on which somebody says that they are free: "dispo en mars".

    Who is back then means it; who is free then may speak of something else, and is asked.
    """
    said, first = plain(words), any_of(words_for("beginning").keys() - words_for("over").keys())
    begun = re.search(rf"\b(?:{first})\b(.+)", said)
    if len(said.split()) > MOST_FREE or begun is None or not _is_day(begun[1]):
        return None
    until = {"until": begun[1].strip()}
    if re.match(pattern("back_from"), said):
        return "resume", until
    if re.match(pattern("free_from"), said):
        return "unsure", {"intent": "pause", "said": "", "to": "resume", "args": until}
    return None


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
