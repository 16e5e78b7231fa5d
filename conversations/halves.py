"""Halves of a time that is counted, however they are written: "2 1/2 weeks", "1,5 mois"."""

from __future__ import annotations

import re
from functools import lru_cache

from conversations.day_words import any_of, words_for


def halved(said: str) -> str:
    """Plain words with each half behind its unit, in words: "2,5 semaines", "1 mois 1/2".

    Elsewhere "1/2" and "1.5" are days of a month.
    """
    return _behind().sub(_told, _before().sub(_told, said))


def counts_half(said: str) -> str:
    """The time with a half that plain words count, as `halved` gives it; "" where there is none."""
    found = re.search(rf"{_COUNT} {_unit()} {_half()}", halved(said))
    return found[0] if found else ""


def _told(found: re.Match[str]) -> str:
    return f"{found['count']} {found['unit']} {_in_words()[0]}"


@lru_cache
def _before() -> re.Pattern[str]:
    sign = rf"[.,]50?| ?1[/⁄]2| {_half()}"
    return re.compile(rf"(?<![\w/.,-])(?P<count>\d{{1,2}}?|[a-z]+)(?:{sign}) (?P<unit>{_unit()})")


@lru_cache
def _behind() -> re.Pattern[str]:
    count = rf"(?P<count>{_COUNT}|{any_of(words_for('numbers'))})"
    return re.compile(rf"\b{count} (?P<unit>{_unit()}) 1[/⁄]2(?![\w/])")


_COUNT = r"\b\w+"


def _unit() -> str:
    return rf"(?:{any_of(words_for('units'))})\b"


def _half() -> str:
    return rf"(?:{any_of(words_for('halves'))})\b"


def _in_words() -> list[str]:
    return list(words_for("halves"))
