"""Reports to the team: about a person, or about a request; each is looked at, and closed (P14).

Neither whoever is meant nor, if they moderate, their own eyes ever see a report about them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from sqlmodel import col, or_, select, update

from community import decisions, introductions, members, partings, reviews
from community.lives import AGREED, ASK, ASKED, REPORT
from community.scope import Scope
from community.transitions import WrongState, move
from storage.tables import Ask, Audit, Introduction, Report

SHOWN = 5
"""Requests that one may choose among, the latest first."""
OPEN = tuple(REPORT.waits)
ASKED_THEN = "\n> "
"""Stands before what a helper wanted to know: these words are theirs, and go with them."""
WAITS = "report-waits"
"""Under this the audit has the reports whose reporter was told that nobody has looked at them."""
GIVEN_UP = timedelta(days=7)
"""A reported request waits no longer for the team: it ends, and its requester is told."""


@dataclass(frozen=True, slots=True)
class Received:
    """A request that whoever acts was brought, of which they don't know whose it is."""

    introduction: int
    need: str


@dataclass(frozen=True, slots=True)
class Question:
    """What a helper wanted to know about a request of whoever acts."""

    introduction: int
    question: str
    need: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A report as moderators see it. Names are empty once their owners have been erased."""

    id: int
    state: str
    words: str
    reporter: str
    about: str
    need: str
    taken_by: str
    opened_at: datetime
    over: bool = False
    """Whether the request that it is about has ended."""


def received(scope: Scope) -> list[Received]:
    """The latest requests that whoever acts has seen and can report."""
    query = (
        select(Introduction, Ask.need)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(
            col(Introduction.helper_id) == scope.actor_id,
            or_(col(Introduction.state).in_(ASKED), col(Introduction.requested_at).is_not(None)),
            col(Ask.proposed_by).is_(None),
            col(Ask.need) != "",
        )
        .order_by(col(Introduction.id).desc())
        .limit(2 * SHOWN)
    )
    seen = (
        Received(row.id or 0, need) for row, need in scope.db.exec(query)
        if introductions.unseen_until(scope, row) is None
    )  # fmt: skip
    return list(islice(seen, SHOWN))


def questions(scope: Scope) -> list[Question]:
    """The latest questions about requests of whoever acts."""
    query = (
        select(Introduction, Ask.need)
        .join(Ask, col(Ask.id) == col(Introduction.ask_id))
        .where(col(Ask.requester_id) == scope.actor_id, col(Introduction.question) != "")
        .order_by(col(Introduction.id).desc())
        .limit(SHOWN)
    )
    return [Question(row.id or 0, row.question, need) for row, need in scope.db.exec(query)]


def about_question(scope: Scope, introduction_id: int, words: str) -> bool:
    """Tell the team about the helper who asked that, with what was asked; False as for a person."""
    row = introductions.get(scope, introduction_id)
    if scope.db.get_one(Ask, row.ask_id).requester_id != scope.actor_id:
        raise WrongState(f"introduction {introduction_id} is somebody else's")
    return _open(scope, row.helper_id, None, f"{words}{ASKED_THEN}{row.question}")


def about_person(scope: Scope, member_id: int, words: str) -> bool:
    """Tell the team about a member; what the two had through the bot ends, as if one left it.

    False when the team has nobody yet who may read it: then it waits for whoever comes.
    """
    assert scope.actor_id is not None
    partings.leave_exchanges_with(scope, member_id)
    return _open(scope, member_id, None, words)


def about_request(scope: Scope, introduction_id: int, words: str) -> bool:
    """Tell the team about a request that whoever acts was brought; False as for a person."""
    row = introductions.get(scope, introduction_id)
    if row.helper_id != scope.actor_id:
        raise WrongState(f"introduction {introduction_id} is somebody else's")
    ask = scope.db.get_one(Ask, row.ask_id)
    heard = _open(scope, ask.requester_id, ask.id, words)
    _keep_from_others(scope, ask)
    return heard


def _keep_from_others(scope: Scope, ask: Ask) -> None:
    """Whoever was to read it in the morning does not while the team looks into it."""
    unseen = [
        row for row in introductions.of_ask(scope, ask.id or 0, *ASKED)
        if introductions.unseen_until(scope, row) is not None
    ]  # fmt: skip
    if unseen and ask.state == "open" and is_looked_into(scope, ask.id or 0):
        for row in unseen:
            introductions.call_back(scope, row)
        move(scope, ask, "review", ASK)


def told_of(scope: Scope, reporter_id: int, member_id: int, since: datetime | None) -> bool:
    """Whether a member told the team of another one, by name, since that time."""
    query = select(Report.id).where(
        col(Report.reporter_id) == reporter_id, col(Report.about_id) == member_id,
        col(Report.ask_id).is_(None), col(Report.opened_at) >= since,
        col(Report.state) != "withdrawn",
    )  # fmt: skip
    return since is not None and scope.db.exec(query).first() is not None


def waiting(scope: Scope) -> list[Seen]:
    """The reports that nobody has closed, oldest first; raises NotAllowed without the role."""
    members.require_staff(scope)
    query = select(Report).where(
        col(Report.community_id) == scope.community_id, col(Report.state).in_(OPEN),
        col(Report.about_id) != scope.actor_id,
    ).order_by(col(Report.id))  # fmt: skip
    rows = scope.db.exec(query).all()
    return [_seen(scope, row) for row in rows if _may_read(scope, row)]


def read(scope: Scope, report_id: int) -> Seen:
    """One report; raises NotAllowed without the role, or to whoever it is about."""
    return _seen(scope, _row(scope, report_id))


def is_open(scope: Scope, report_id: int) -> bool:
    """Whether nobody has closed it."""
    return scope.db.get_one(Report, report_id).state in OPEN


def is_open_about(scope: Scope, ask_id: int) -> bool:
    """Whether a report about this ask has not been closed: its words stay as they were reported."""
    return bool(_open_about(scope, ask_id))


def is_of_nobody_known(scope: Scope, report: Report) -> bool:
    """Whether it is about the request of somebody whose name its reporter was not told."""
    if report.ask_id is None:
        return False
    query = select(Introduction.state).where(
        col(Introduction.ask_id) == report.ask_id, col(Introduction.helper_id) == report.reporter_id
    )
    ask = scope.db.get_one(Ask, report.ask_id)
    known = ask.named or ask.requester_id == report.reporter_id
    return not known and not any(state in AGREED for state in scope.db.exec(query))


def is_between(scope: Scope, one: int, other: int) -> bool:
    """Whether there is an open report of one of two members about the other that whoever acts may
    read."""
    two = one, other
    query = select(Report).where(
        col(Report.reporter_id).in_(two), col(Report.about_id).in_(two), col(Report.state).in_(OPEN)
    )
    return any(scope.actor_id in team_for(scope, row) for row in scope.db.exec(query).all())


def is_looked_into(scope: Scope, ask_id: int) -> bool:
    """Whether somebody of the team looks into such a report; not for longer than GIVEN_UP."""
    return any(
        row.opened_at > scope.now - GIVEN_UP and team_for(scope, row)
        for row in _open_about(scope, ask_id)
    )


def take(scope: Scope, report_id: int) -> None:
    """Whoever acts looks after it."""
    row = _row(scope, report_id)
    move(scope, row, "taken", REPORT)
    row.taken_by = scope.actor_id


def close(scope: Scope, report_id: int, reason: str) -> None:
    """It was looked at; the reason is kept for the team, and the reporter is told that much."""
    row = _row(scope, report_id)
    move(scope, row, "closed", REPORT)
    decisions.keep(scope, decisions.REPORT_CLOSED, row.about_id, report_id, reason)
    scope.notify(row.reporter_id, "report-closed")
    if not members.get(scope, row.about_id).name:
        row.words = ""
    if row.ask_id is not None:
        reviews.looked_into(scope, scope.db.get_one(Ask, row.ask_id))


def overdue(scope: Scope, row: Report) -> None:
    """Bring it up again, with whoever has it in hand and may, or else with the team.

    Once the request has ended, and was looked into for as long as any, it stands in the list alone.
    """
    if _is_over(scope, row) and row.opened_at <= scope.now - GIVEN_UP:
        row.due_at = None
        return
    if row.taken_by is not None and row.taken_by in team_for(scope, row):
        _bring(scope, row, [row.taken_by])
    else:
        _tell_that_it_waits(scope, row)
        _give_back(scope, row)
    row.due_at = scope.now + REPORT.waits[row.state]


def _tell_that_it_waits(scope: Scope, row: Report) -> None:
    """Whoever reported hears, once, that nobody has looked at it so far, and who does now."""
    told = select(Audit.id).where(
        col(Audit.subject) == WAITS, col(Audit.subject_id) == row.id,
        col(Audit.community_id) == scope.community_id,
    )  # fmt: skip
    if row.state != "open" or not team_for(scope, row) or scope.db.exec(told).first() is not None:
        return
    scope.audit(WAITS, row.id or 0, "", "told")
    scope.notify(row.reporter_id, "report-waits", report=row.id)


def leave(scope: Scope, member_id: int) -> None:
    """A member is gone: what they had in hand is the team's again, at once."""
    mine = col(Report.taken_by) == member_id, col(Report.state) == "taken"
    for row in scope.db.exec(select(Report).where(*mine)).all():
        _give_back(scope, row)


def forget(scope: Scope, member_id: int) -> None:
    """The words go with whoever wrote them; with whoever they are about once the team is done, so
    that nobody empties what is told of them."""
    theirs = col(Report.reporter_id) == member_id
    scope.db.exec(update(Report).where(theirs).values(words=""))
    about = select(Report).where(col(Report.about_id) == member_id, col(Report.words) != "")
    for row in scope.db.exec(about).all():
        row.words = row.words.partition(ASKED_THEN)[0] if row.state in OPEN else ""


def _open(scope: Scope, about: int, ask_id: int | None, words: str) -> bool:
    assert scope.actor_id is not None
    row = Report(
        community_id=scope.community_id, reporter_id=scope.actor_id, about_id=about, ask_id=ask_id,
        words=words, opened_at=scope.now, due_at=scope.now + REPORT.waits["open"],
    )  # fmt: skip
    scope.db.add(row)
    scope.db.flush()
    assert row.id is not None
    scope.audit("report", row.id, "", "open")
    team = team_for(scope, row)
    _bring(scope, row, team)
    return bool(team)


def _open_about(scope: Scope, ask_id: int) -> Sequence[Report]:
    query = select(Report).where(col(Report.ask_id) == ask_id, col(Report.state).in_(OPEN))
    return scope.db.exec(query).all()


def _give_back(scope: Scope, row: Report) -> None:
    if row.state == "taken":
        move(scope, row, "open", REPORT)
        row.taken_by = None
    _bring(scope, row, team_for(scope, row))


def _bring(scope: Scope, row: Report, to: Sequence[int]) -> None:
    for moderator in to:
        scope.notify(moderator, "reported", as_staff=True, report=row.id)


def team_for(scope: Scope, row: Report) -> list[int]:
    """Who may read it: the team, without those it is about or from, or who are named in it."""
    kept_from = {row.about_id, row.reporter_id} | _named(scope, row)
    return [each for each in members.staff(scope) if each not in kept_from]


def _named(scope: Scope, row: Report) -> set[int]:
    """Those of the team whom its words name: they may be about them as well."""
    return {each.id or 0 for each in members.staff_named(scope, row.words)}


def _row(scope: Scope, report_id: int) -> Report:
    members.require_staff(scope)
    row = scope.db.get_one(Report, report_id)
    if row.about_id == scope.actor_id or not _may_read(scope, row):
        raise members.NotAllowed(f"report {report_id} is not for whoever acts")
    return row


def _may_read(scope: Scope, row: Report) -> bool:
    """Whether it names nobody to whoever acts, nor tells them whose request they reported."""
    if scope.actor_id in _named(scope, row):
        return False
    return row.reporter_id != scope.actor_id or not is_of_nobody_known(scope, row)


def _is_over(scope: Scope, row: Report) -> bool:
    return row.ask_id is not None and scope.db.get_one(Ask, row.ask_id).state == "closed"


def _seen(scope: Scope, row: Report) -> Seen:
    def name(member_id: int | None) -> str:
        return members.get(scope, member_id).name if member_id else ""

    return Seen(
        id=row.id or 0, state=row.state, words=row.words, reporter=name(row.reporter_id),
        about=name(row.about_id),
        need=scope.db.get_one(Ask, row.ask_id).need if row.ask_id else "",
        taken_by=name(row.taken_by), opened_at=row.opened_at, over=_is_over(scope, row),
    )  # fmt: skip
