"""An ask that nobody could take is looked at again when a profile comes to say what it needs, or
when somebody whose profile does can be asked again.

The requester decides whether it is brought to that person, who hears of nothing before.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlmodel import col, select

from community import asks, directory, introductions, members, reports, standings
from community.directory import Match
from community.found_since import QUESTION
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
    if changed:
        _look(scope, changed, back=False)


def back(scope: Scope, member_id: int) -> None:
    """The same when somebody is back, from wherever: also for who was asked and was not there."""
    scope.db.flush()
    _look(scope, {member_id}, back=True)


def _look(scope: Scope, among: Collection[int], *, back: bool) -> None:
    query = select(Ask).where(
        col(Ask.community_id) == scope.community_id, col(Ask.state).in_(WITH_TEAM)
    )
    for ask in scope.db.exec(query.order_by(col(Ask.id))).all():
        if reports.is_looked_into(scope, ask.id or 0):
            continue
        match = _new(scope, ask, among, _tried(scope, ask, back=back))
        if match is not None:
            _tell(scope, ask, match, back=back)


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


def _tried(scope: Scope, ask: Ask, *, back: bool) -> set[int]:
    """Who is not proposed for an ask once more; whoever is back may not have been there to answer.

    With anything but silence as their last word, they were.
    """
    last = {row.helper_id: row.state for row in introductions.of_ask(scope, ask.id or 0)}
    return {helper for helper, state in last.items() if not (back and state == "expired")}


def _new(scope: Scope, ask: Ask, among: Collection[int], tried: Collection[int]) -> Match | None:
    """The best of those among whom one is new, if the directory would propose them now."""
    as_requester = replace(scope, actor_id=ask.requester_id)
    found = directory.find_helpers(as_requester, ask.need, CONSIDERED, without=[*tried])
    return next((each for each in found if each.member_id in among), None)


def _tell(scope: Scope, ask: Ask, match: Match, *, back: bool) -> None:
    """Whoever was put in line is skipped until the requester agrees: nobody asks them meanwhile."""
    row = in_line(scope, ask, match)
    introductions.skip(scope, row)
    scope.notify(ask.requester_id, QUESTION, introduction=row.id, back=back)


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
