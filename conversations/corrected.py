"""A pause that was just asked for, with another last day: "en fait jusqu'à Noël", "no, a week"."""

from __future__ import annotations

import re

from community import members
from community.scope import Scope
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.readers import named_day, named_span

MOST = 6
"""Words of a day or a while; in more there is something else, too."""


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


def _names_a_day(scope: Scope, words: str) -> bool:
    today = scope.now.date()
    try:
        return bool(named_span(words, today) or named_day(words, today))
    except NotUnderstood:
        return False
