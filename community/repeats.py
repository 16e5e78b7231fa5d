"""A need that is asked for once more while it is under way: nobody gets the same request twice."""

from __future__ import annotations

import re

from community import introductions, standings
from community.limits import WAITING
from community.scope import Scope
from community.search import tokens
from community.standings import Standing
from storage.tables import Ask

_NUMBER = re.compile(r"\d+")


def under_way(scope: Scope, need: str) -> Standing | None:
    """Where the last ask of whoever acts stands that says the same and that nobody has accepted."""
    mine = [each for each in standings.mine(scope) if each.state in WAITING]
    same = [each for each in mine if _subject(each.need) == _subject(need)]
    return same[-1] if same else None


def had_it(scope: Scope, ask_id: int) -> list[int]:
    """Who has had that ask brought to them, or stands in line for it."""
    ask = scope.db.get_one(Ask, ask_id)
    in_line = [row.helper_id for row in introductions.of_ask(scope, ask_id, "reserved")]
    return [*introductions.asked_already(scope, ask), *in_line]


def _subject(need: str) -> frozenset[str]:
    """What it is about, in whatever words stand around it; week 12 is not week 13."""
    return frozenset((*map(tokens.stem, tokens.subject(need)), *_NUMBER.findall(need)))
