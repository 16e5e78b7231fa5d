"""After the hand-off: did they talk, did it help, and what the ask ends as."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import col, select

from community import asks, details, introductions, matchmaking, members
from community.directory import find_helpers
from community.scope import Scope
from storage.tables import Ask, Introduction, Member, Thanks


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two people who were introduced, as one of them sees it."""

    other: str
    need: str
    is_requester: bool
    proposed: bool = False
    """It was a moderator's idea: neither asked, neither was asked."""


def meeting(scope: Scope, introduction_id: int) -> Meeting:
    """The introduction from the side of whoever acts."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    is_requester = ask.requester_id == scope.actor_id
    other = row.helper_id if is_requester else ask.requester_id
    proposed = ask.proposed_by is not None
    name = members.get(scope, other).name
    return Meeting(name, ask.need, is_requester and not proposed, proposed)


def helped(scope: Scope, introduction_id: int, how: str) -> None:
    """The requester says whether it helped: `yes`, `partly`, `no` or `not_met`; the ask ends."""
    ask = scope.db.get_one(Ask, introductions.get(scope, introduction_id).ask_id)
    outcome = {"yes": "helped", "partly": "helped", "no": "talked", "not_met": "not_met"}[how]
    if ask.state == "introduced":
        asks.close(scope, ask, outcome)


def ask_somebody_else(scope: Scope, introduction_id: int) -> asks.Standing:
    """They did not meet, and the requester still needs help: look again, for others."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    others = find_helpers(scope, ask.need, 3, without=introductions.asked_already(scope, ask))
    introductions.end(scope, row)
    introductions.reserve(scope, ask, others)
    asks.go_on(scope, ask, tell=False)
    return asks.standing(scope, row.ask_id)


def thank(scope: Scope, introduction_id: int, words: str) -> None:
    """A word of thanks from the requester; the helper receives it."""
    row = introductions.get(scope, introduction_id)
    ask = scope.db.get_one(Ask, row.ask_id)
    thanks = Thanks(
        introduction_id=introduction_id, giver_id=ask.requester_id, receiver_id=row.helper_id,
        words=words, given_at=scope.now,
    )  # fmt: skip
    scope.db.add(thanks)
    scope.db.flush()
    scope.notify(row.helper_id, "thanked", thanks=thanks.id)


@dataclass(frozen=True, slots=True)
class Word:
    """Thanks as the helper reads them."""

    giver: str
    need: str
    words: str


def thanks_word(scope: Scope, thanks_id: int) -> Word:
    """One word of thanks."""
    row = scope.db.get_one(Thanks, thanks_id)
    introduction = introductions.get(scope, row.introduction_id)
    ask = scope.db.get_one(Ask, introduction.ask_id)
    return Word(members.get(scope, row.giver_id).name, ask.need, row.words)


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helped whoever acts, and for what."""

    introduction_id: int
    name: str
    need: str


def helpers(scope: Scope) -> list[Helper]:
    """Who was introduced to whoever acts and is still here, latest first."""
    query = (
        select(Introduction, Ask)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .join(Member, col(Member.id) == col(Introduction.helper_id))
        .where(
            col(Ask.requester_id) == scope.actor_id,
            col(Introduction.state).in_(introductions.AGREED),
            col(Member.left_at).is_(None),
        )
        .order_by(col(Introduction.id).desc())
        .limit(10)
    )
    return [
        Helper(row.id or 0, members.get(scope, row.helper_id).name, ask.need)
        for row, ask in scope.db.exec(query)
    ]


def fall_due(scope: Scope, introduction_id: int) -> None:
    """Do what a waiting introduction waits for, if its time has come."""
    row = introductions.get(scope, introduction_id)
    if row.due_at is None or row.due_at > scope.now:
        return
    match row.state:
        case "accepted" | "unmet":
            introductions.follow(scope, row)
        case "followed":
            _close(scope, row)
        case state if state in matchmaking.OPEN:
            matchmaking.expire(scope, row, scope.db.get_one(Ask, row.ask_id))
        case _:
            _ask_on(scope, row)


def _ask_on(scope: Scope, row: Introduction) -> None:
    """The helper has not answered: ask again, or somebody else."""
    if row.state == "reminded" or not introductions.can_be_asked(scope, row.helper_id):
        return asks.pass_on(scope, row)
    match row.state:
        case "requested":
            introductions.remind(scope, row)
        case "detailing":
            details.nudge(scope, row)
        case "nudged":
            details.do_without(scope, row)
        case "postponed":
            introductions.request(scope, row)
    return None


def _close(scope: Scope, row: Introduction) -> None:
    """Nobody spoke of it any more."""
    introductions.end(scope, row)
    ask = scope.db.get_one(Ask, row.ask_id)
    if ask.state == "introduced":
        asks.close(scope, ask, "unknown")


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The introductions whose time has come, earliest first."""
    query = (
        select(Introduction.id)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(col(Introduction.due_at) <= scope.now, col(Ask.community_id) == scope.community_id)
    )
    found = scope.db.exec(query.order_by(col(Introduction.due_at)).limit(limit))
    return [each for each in found if each is not None]
