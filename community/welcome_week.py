"""A newcomer's first week (P10, P11): one action, one nudge if it was not done, then the team.

Each newcomer has a row with the time of its next step; the ritual's daily run only begins them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, func, select

from community import blocks, buddies, directory, groups, members, notes
from community.buddies import Standing
from community.rituals import Figures, Nothing, RunRow, Settings, kind
from community.rituals.plans import ALIVE, require_organiser
from community.scope import Scope
from community.search.freshness import nanoseconds
from community.transitions import Allowed, set_state
from storage.tables import Ask, Audit, Member, ProfileEntry, Ritual, Run, WelcomeWeek

ALLOWED: Allowed = {
    "greeted": frozenset({"nudged", "active", "over"}),
    "nudged": frozenset({"presented", "over"}),
    "active": frozenset({"presented", "over"}),
    "presented": frozenset({"over"}),
}
NUDGE, PRESENT = timedelta(days=3), timedelta(days=7)
A_MINUTE, A_DAY, A_MONTH = timedelta(minutes=1), timedelta(days=1), timedelta(days=31)
FIRST_DAYS = ("greeted", "nudged", "active")
"""States of somebody whom the team has not been told of yet."""
NAMES = 3
CONSIDERED, AS_GOOD = 12, 0.9
"""Of how many who fit they are chosen, and which share of the best one's worth fits as well."""


class WelcomeSettings(Settings):
    """Whether newcomers may meet a buddy (P13)."""

    buddy: bool = False


@kind("welcome", WelcomeSettings, to_all=False)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Begin the first week of everybody who came in since it last looked, and look for buddies."""
    scope = Scope(connection, now, run.community_id)
    new = _newcomers(scope, run)
    for each in new:
        _greet(scope, run, each)
    scope.db.flush()
    asked = _seek_buddies(scope, run) if run.settled(WelcomeSettings).buddy else 0
    if not new and not asked:
        raise Nothing
    scope.close(keep=True)
    return {"told": len(new), "buddies": asked}


def _greet(scope: Scope, run: RunRow, member: Member) -> None:
    assert member.id is not None
    assert member.welcomed_at is not None
    first = max(member.welcomed_at, scope.now - A_DAY)
    scope.db.add(WelcomeWeek(
        ritual_id=run.ritual_id, member_id=member.id, due_at=first + NUDGE
    ))  # fmt: skip
    scope.notify(member.id, "welcome-day-0", run=run.id)


def _seek_buddies(scope: Scope, run: RunRow) -> int:
    """For whoever has none yet; how many volunteers were asked."""
    query = select(WelcomeWeek.member_id).where(
        col(WelcomeWeek.ritual_id) == run.ritual_id, col(WelcomeWeek.state).in_(FIRST_DAYS)
    )
    new = scope.db.exec(query.order_by(col(WelcomeWeek.id))).all()
    return sum(buddies.seek(scope, run, each) for each in new)


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The first weeks in which a step is due."""
    query = (
        select(WelcomeWeek.id)
        .join(Ritual, col(Ritual.id) == col(WelcomeWeek.ritual_id))
        .where(col(WelcomeWeek.due_at) <= scope.now, col(Ritual.community_id) == scope.community_id)
        .limit(limit)
    )
    return [each for each in scope.db.exec(query) if each is not None]


def step(scope: Scope, week_id: int) -> None:
    """The next step of somebody's first week."""
    row = scope.db.get_one(WelcomeWeek, week_id, with_for_update=True)
    member = members.get(scope, row.member_id)
    if row.due_at is None or row.due_at > scope.now:
        return
    if member.left_at is not None or member.welcomed_at is None:
        set_state(scope, row, "over", ALLOWED)
        row.due_at = None
    elif row.state == "greeted":
        _remind(scope, row, member)
        row.due_at += PRESENT - NUDGE
    else:
        _present(scope, row)


def has_acted(scope: Scope, member: Member) -> bool:
    """Whether somebody asked for something, or wrote on in their profile, since their welcome."""
    asked = select(Ask.id).where(col(Ask.requester_id) == member.id, col(Ask.proposed_by).is_(None))
    if scope.db.exec(asked).first() is not None:
        return True
    settled = (member.welcomed_at or scope.now) + A_MINUTE
    return member.profile_stamp > nanoseconds(settled)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody after their first week, and whom they might like to meet."""

    member_id: int
    name: str
    locale: str
    names: list[str]
    buddy: Standing | None = None
    """What became of their buddy, where the ritual has them."""


def newcomer(scope: Scope, week_id: int) -> Newcomer:
    """The newcomer and three names, for organisers."""
    require_organiser(scope)
    row = scope.db.get_one(WelcomeWeek, week_id)
    member = members.get(scope, row.member_id)
    wanted = WelcomeSettings.model_validate(scope.db.get_one(Ritual, row.ritual_id).settings).buddy
    buddy = buddies.standing(scope, row.member_id) if wanted else None
    return Newcomer(row.member_id, member.name, member.locale, _names(scope, member), buddy)


def is_presented(scope: Scope, week_id: int) -> bool:
    """Whether nobody of the team has seen to it yet."""
    row = scope.db.get(WelcomeWeek, week_id)
    return row is not None and row.state == "presented"


def close(scope: Scope, week_id: int, words: str) -> None:
    """An organiser writes to the newcomer (or, without words, does not): the week is over.

    What they get is a word from the team, which they can answer.
    """
    require_organiser(scope)
    row = scope.db.get_one(WelcomeWeek, week_id, with_for_update=True)
    set_state(scope, row, "over", ALLOWED)
    if words:
        notes.to_member(scope, row.member_id, words)


def _newcomers(scope: Scope, run: RunRow) -> list[Member]:
    known = select(WelcomeWeek.member_id).where(col(WelcomeWeek.ritual_id) == run.ritual_id)
    query = select(Member).where(
        col(Member.community_id) == scope.community_id, col(Member.role) == "member",
        col(Member.welcomed_at) > _since(scope, run), col(Member.id).not_in(known),
    )  # fmt: skip
    here = set(groups.members_of(
        scope.connection, scope.community_id, run.audience, now=scope.now
    ))  # fmt: skip
    return [each for each in scope.db.exec(query.order_by(col(Member.id))) if each.id in here]


def _since(scope: Scope, run: RunRow) -> datetime:
    """Since when nobody was looked for: the last run, or the ritual's beginning; some days at
    least, and a month at most, after which nobody is new any more.
    """
    looked = select(func.max(col(Run.begun_at))).where(
        col(Run.ritual_id) == run.ritual_id, col(Run.id) != run.id,
        col(Run.state).in_(("done", "skipped")),
    )  # fmt: skip
    began = select(func.max(col(Audit.at))).where(
        col(Audit.subject) == "ritual", col(Audit.subject_id) == run.ritual_id,
        col(Audit.before).in_(("draft", "paused")), col(Audit.after).in_(ALIVE),
    )  # fmt: skip
    known = [each for each in (scope.db.exec(looked).one(), scope.db.exec(began).one()) if each]
    return max(min(max(known, default=scope.now), scope.now - NUDGE), scope.now - A_MONTH)


def _remind(scope: Scope, row: WelcomeWeek, member: Member) -> None:
    if has_acted(scope, member):
        return set_state(scope, row, "active", ALLOWED)
    set_state(scope, row, "nudged", ALLOWED)
    return scope.notify(row.member_id, "welcome-day-3", week=row.id)


def _present(scope: Scope, row: WelcomeWeek) -> None:
    set_state(scope, row, "presented", ALLOWED)
    row.due_at = None
    for organiser in members.organisers(scope):
        scope.notify(organiser, "welcome-day-7", as_staff=True, week=row.id)


def _names(scope: Scope, member: Member) -> list[str]:
    """Who offers what the newcomer looks for; then others of their language.

    Newcomers who look for the same are not all sent to the same three (P4).
    """
    wants = select(ProfileEntry.words).where(
        col(ProfileEntry.member_id) == member.id, col(ProfileEntry.kind) == "want"
    )
    need = ", ".join(scope.db.exec(wants))
    without = {member.id or 0, scope.actor_id or 0, *blocks.not_to_meet(scope, member.id or 0)}
    chosen = _fitting(scope, member, need, without) if need else []
    found = [*chosen, *_others(scope, member, {*without, *chosen})]
    return [members.get(scope, each).name for each in found[:NAMES]]


def _fitting(scope: Scope, member: Member, need: str, without: set[int]) -> list[int]:
    """Who fits what they look for; among those who fit about as well, others each time."""
    found = directory.find_helpers(scope, need, CONSIDERED, without=sorted(without))
    best = max((each.score for each in found), default=0.0)
    return [each.member_id for each in sorted(found, key=lambda each: (
        each.score < AS_GOOD * best, buddies.lot(member.id or 0, each.member_id)
    ))]  # fmt: skip


def _others(scope: Scope, member: Member, without: set[int]) -> list[int]:
    """Others of their language: who was asked the least lately first, else by lot."""
    query = select(Member.id).where(
        col(Member.community_id) == scope.community_id, col(Member.locale) == member.locale,
        col(Member.id).not_in(without), *directory.askable(scope),
    )  # fmt: skip
    ids = [each or 0 for each in scope.db.exec(query)]
    asked = directory.requested(scope, ids)
    return sorted(ids, key=lambda each: (asked[each][1], buddies.lot(member.id or 0, each)))
