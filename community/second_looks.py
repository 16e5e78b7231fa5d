"""An ask that nobody could take is looked at again when a profile comes to say what it needs.

The requester decides whether it is brought to that person, who hears of nothing before.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlmodel import col, select

from community import asks, directory, introductions, members, reports, standings
from community.directory import Match
from community.lives import ASK, WITH_TEAM
from community.scope import Scope
from community.standings import Standing
from community.transitions import move
from storage.tables import Ask, Introduction

CONSIDERED = 20
"""People among whom one is new: who comes after them would not be proposed anyway."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who might help now, as the requester sees them; see `directory.Match`."""

    need: str
    name: str
    kind: str
    phrases: list[str]
    meant: list[str]


def look(scope: Scope) -> None:
    """Ask the requesters whose needs are said by the profiles that were changed just now."""
    changed = frozenset(scope.touched)
    if not changed:
        return
    query = select(Ask).where(
        col(Ask.community_id) == scope.community_id, col(Ask.state).in_(WITH_TEAM)
    )
    for ask in scope.db.exec(query.order_by(col(Ask.id))).all():
        match = None if reports.is_looked_into(scope, ask.id or 0) else _new(scope, ask, changed)
        if match is not None:
            _tell(scope, ask, match)


def read(scope: Scope, introduction_id: int) -> Found:
    """Who it is, and why."""
    row = introductions.get(scope, introduction_id)
    ask, reason = scope.db.get_one(Ask, row.ask_id), _reason(row)
    helper, asker = members.get(scope, row.helper_id), members.get(scope, ask.requester_id)
    meant = directory.meant(scope, reason.phrases, ask.need, helper.locale, asker.locale)
    return Found(ask.need, helper.name, reason.kind, reason.phrases, meant)


def is_open(scope: Scope, introduction_id: int) -> bool:
    """Whether the ask still waits, for nothing but this, and they could still be asked."""
    row = introductions.get(scope, introduction_id)
    waits = scope.db.get_one(Ask, row.ask_id).state in WITH_TEAM
    free = waits and not reports.is_looked_into(scope, row.ask_id)
    return free and introductions.can_be_asked(scope, row.helper_id)


def bring(scope: Scope, introduction_id: int) -> Standing | None:
    """The requester agrees: the ask goes to them; None when that is no longer to be done."""
    if not is_open(scope, introduction_id):
        return None
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    asks.settled(scope, ask)
    introductions.request(scope, in_line(scope, ask, _reason(row)))
    move(scope, ask, "open", ASK)
    return standings.of(scope, row.ask_id)


def _new(scope: Scope, ask: Ask, changed: Collection[int]) -> Match | None:
    """The best of those whose profile changed, if the directory would propose them now."""
    tried = [row.helper_id for row in introductions.of_ask(scope, ask.id or 0)]
    as_requester = replace(scope, actor_id=ask.requester_id)
    found = directory.find_helpers(as_requester, ask.need, CONSIDERED, without=tried)
    return next((each for each in found if each.member_id in changed), None)


def _tell(scope: Scope, ask: Ask, match: Match) -> None:
    """Whoever was put in line is skipped until the requester agrees: nobody asks them meanwhile."""
    row = in_line(scope, ask, match)
    introductions.skip(scope, row)
    scope.notify(ask.requester_id, "second-look", introduction=row.id)


def in_line(scope: Scope, ask: Ask, match: Match) -> Introduction:
    """Put somebody in line for an ask."""
    introductions.reserve(scope, ask, [match])
    return introductions.of_ask(scope, ask.id or 0, "reserved")[-1]


def _reason(row: Introduction) -> Match:
    """The match as it was written down."""
    told = json.loads(row.reason) if row.reason else {}
    return Match(
        row.helper_id, "", "", external=False, kind=told.get("kind", "offer"),
        phrases=told.get("phrases", []), score=0,
    )  # fmt: skip
