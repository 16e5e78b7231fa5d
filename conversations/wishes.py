"""How somebody would like to be reached, in so many words: "at most one a week"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from functools import lru_cache

from conversations import phrases
from conversations.hours import take_hour
from conversations.questions import plain
from conversations.sayings import MOST_SHORT

_NUMBER = re.compile(r"\d+|[^\W\d]+")


def wish(words: str) -> Mapping[str, int]:
    """What short words ask for: `weekly`, or the minute that is to be the last of the quiet hours
    (`quiet_until`) or the first (`quiet_from`); nothing where they ask for nothing of the kind."""
    said = plain(words)
    if len(words) > MOST_SHORT:
        return {}
    weekly = _weekly(said)
    if weekly is not None:
        return {"weekly": weekly}
    hours = (("quiet_until", _hour(said, "before")), ("quiet_from", _hour(said, "after")))
    return {name: each.hour * 60 + each.minute for name, each in hours if each is not None}


def _weekly(said: str) -> int | None:
    """How many requests a week at most, if that is all they say."""
    rest = said
    for kind in ("at_most", "a_week"):
        begun = next((each for each in _known(kind) if each in rest), None)
        if begun is None:
            return None
        rest = rest.replace(begun, " ")
    number, *counted = _NUMBER.findall(rest) or [""]
    return _count(number) if set(counted) <= set(_known("requests")) else None


def _count(word: str) -> int | None:
    if word.isdecimal():
        return int(word[:4])
    lists = (list(map(plain, language)) for language in phrases.every("counts"))
    return next((each.index(word) for each in lists if word in each), None)


def _hour(said: str, side: str) -> time | None:
    """The hour that stands behind such a phrase, with nothing else."""
    begun = next((each for each in _known(f"silent_{side}") if said.startswith(f"{each} ")), None)
    if begun is None:
        return None
    try:
        found = take_hour(f"a {said[len(begun) :].strip()}", "")
    except ValueError:
        return None
    return found[0] if found and not found[1].strip() else None


@lru_cache
def _known(kind: str) -> list[str]:
    """The phrases of one kind in every language, longest first."""
    known = {plain(phrase) for language in phrases.every(kind) for phrase in language}
    return sorted(known, key=len, reverse=True)
