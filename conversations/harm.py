"""Words that tell of harm: "Awa m'a insultée", "I don't feel safe", "plus jamais lui parler"."""

from __future__ import annotations

import re

from community.scope import Scope
from conversations import phrases
from conversations.addressing import is_called
from conversations.meaning import Step
from conversations.questions import plain
from conversations.sayings import says

MOST = 160
"""Characters; in a longer text the same words are part of a story."""
MOST_NAMED = 3
"""Words of the name of whoever does it."""


def told(scope: Scope, words: str, *, met: bool) -> Step | None:
    """What words lead to that tell of harm done by a member, or with `met`, by "her" or "him".

    Who was met can be meant then; elsewhere "he insulted me" may be about anybody.
    """
    said = _without_preamble(plain(words))
    if len(words) > MOST:
        return None
    if whom := phrases.after(said, "complains_of"):
        return ("report", {"said": words, "about": whom}) if is_called(scope, whom) else None
    if met and re.match(phrases.pattern("unsafe"), said):
        return "report", {"said": words}
    harm = re.search(phrases.pattern("harms"), said)
    if harm is None:
        return None
    return _done_by(scope, said[: harm.start()].strip(" ,"), words, met=met)


def keeps_away(words: str) -> bool:
    """Whether somebody says that they never want to see "her" or "him" again, and nothing else."""
    never, them = phrases.pattern("never_again"), phrases.pattern("them_again")
    said = _without_preamble(phrases.spelt_out(words))
    return re.fullmatch(rf"{never}\W+{them}\W*", said) is not None


def _without_preamble(said: str) -> str:
    return re.sub(rf"^(?:{phrases.pattern('by_the_way')}\W*)+", "", said)


def _done_by(scope: Scope, who: str, words: str, *, met: bool) -> Step | None:
    if says(who, "they"):
        return ("report", {"said": words}) if met else None
    named = 0 < len(who.split()) <= MOST_NAMED and is_called(scope, who)
    return ("report", {"said": words, "about": who}) if named else None
