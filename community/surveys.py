"""Surveys (P28, P40): a few questions to some groups, answered by nobody in particular.

From the first invitation to the results. Who has answered is kept apart from what was answered
(`community/ballots.py`), and only until the end.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import col, delete, func, select

from community import ballots, groups, members
from community.ballots import LEAST, Heap
from community.rituals.broadcasts import broadcast
from community.scope import Scope
from community.transitions import Allowed, WrongState, move
from storage.tables import Survey, SurveyAnswered

MOST_QUESTIONS = 5
MOST_ANSWER = 500
"""Characters of an answer in one's own words."""
LAST_CALL = timedelta(days=1)
"""The reminder comes so long before the end …"""
WORTH_A_REMINDER = timedelta(days=3)
"""… of a survey that lasts so long."""
BETWEEN_ALIKE = timedelta(days=7)
"""For so long the same question does not go to almost the same people."""

ALLOWED: Allowed = {
    "open": frozenset({"reminded", "closed"}),
    "reminded": frozenset({"closed"}),
}

Kind = Literal["one", "several", "scale", "words"]
Obstacle = Literal["key", "nobody", "few", "past", "alike"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: one of the options, several, a number from 1 to 5, or words."""

    kind: Kind
    words: str
    options: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A survey as a member sees it; `done` is how many questions they have left behind."""

    id: int
    title: str
    questions: list[Question]
    ends_at: datetime
    done: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """A survey as organisers see it; `answered` is None while it is too few to tell."""

    id: int
    title: str
    state: str
    ends_at: datetime
    asked: int
    answered: int | None


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a question: `answers` is 0 when they are too few, and then there is nothing.

    `shares` are per cent of those who answered, rounded to fives, one for each option or each
    number from 1 to 5; `mean` is that of a scale, in tenths; `texts` come in random order.
    """

    question: Question
    answers: int = 0
    shares: list[int] = field(default_factory=list)
    mean: int = 0
    texts: list[str] = field(default_factory=list)


def obstacle(
    scope: Scope, questions: Sequence[Question], audience: list[int], ends_at: datetime
) -> Obstacle | None:
    """Why such a survey can't be opened, if it can't."""
    if not ballots.can_be_sealed(scope):
        return "key"
    if ends_at <= scope.now:
        return "past"
    asked = size(scope, audience)
    if asked < LEAST:
        return "few" if asked else "nobody"
    return "alike" if _tells_by_difference(scope, questions, audience) else None


class WrongSurvey(ValueError):
    """A survey that can't be opened: `obstacle` says why."""


def open_survey(
    scope: Scope,
    title: str,
    questions: list[Question],
    audience: list[int],
    ends_at: datetime,
) -> Standing:
    """Open a survey and begin to invite; raises WrongSurvey, and NotAllowed in chat."""
    if scope.actor_id is not None:
        members.require_organiser(scope)
    why = obstacle(scope, questions, audience, ends_at)
    if why or not 1 <= len(questions) <= MOST_QUESTIONS:
        raise WrongSurvey(why or "questions")
    survey = Survey(
        community_id=scope.community_id, made_by=scope.actor_id, title=title, audience=audience,
        questions=[asdict(each) for each in questions], asked=size(scope, audience),
        opened_at=scope.now, ends_at=ends_at, due_at=_next(scope.now, ends_at),
    )  # fmt: skip
    scope.db.add(survey)
    scope.db.flush()
    scope.audit("survey", _id(survey), "", "open")
    ballots.put_up(scope, _id(survey), len(questions))
    broadcast(scope, "survey-questions", audience, survey=survey.id)
    return _standing(scope, survey)


def size(scope: Scope, audience: list[int]) -> int:
    """How many members such an audience has now."""
    return groups.count(scope.db.connection(), scope.community_id, audience, scope.now)


def due(scope: Scope, limit: int = 200) -> list[int]:
    """The surveys whose time has come, earliest first."""
    query = select(Survey.id).where(
        col(Survey.due_at) <= scope.now, col(Survey.community_id) == scope.community_id
    )
    found = scope.db.exec(query.order_by(col(Survey.due_at)).limit(limit))
    return [each for each in found if each is not None]


def fall_due(scope: Scope, survey_id: int) -> None:
    """Do what a survey waits for, if its time has come."""
    survey = scope.db.get_one(Survey, survey_id)
    if survey.due_at is None or survey.due_at > scope.now:
        return
    if survey.ends_at <= scope.now:
        return _close(scope, survey)
    move(scope, survey, "reminded", ALLOWED)
    survey.due_at = survey.ends_at
    broadcast(scope, "survey-reminder", survey.audience, survey=survey.id)
    return None


def _next(opened_at: datetime, ends_at: datetime) -> datetime:
    """When the reminder is due, or the end of a survey that is too short for one."""
    return ends_at - LAST_CALL if ends_at - opened_at >= WORTH_A_REMINDER else ends_at


def waits(scope: Scope, survey_id: int) -> bool:
    """Whether whoever acts can still answer."""
    survey = scope.db.get_one(Survey, survey_id)
    row = _answered(scope, survey_id)
    done = row is not None and (row.declined or row.done >= len(survey.questions))
    return _is_open(scope, survey) and not done


def sheet(scope: Scope, survey_id: int) -> Sheet:
    """The survey for whoever acts, from where they left off."""
    survey, row = scope.db.get_one(Survey, survey_id), _answered(scope, survey_id)
    return Sheet(
        survey_id, survey.title, [Question(**each) for each in survey.questions], survey.ends_at,
        row.done if row else 0,
    )  # fmt: skip


def answer(scope: Scope, survey_id: int, question: int, values: Sequence[str]) -> None:
    """Whoever acts has answered a question, or passed it over (no values); once each, in order.

    Nothing of what it was stays with them. Raises WrongState when the survey is over.
    """
    survey = scope.db.get_one(Survey, survey_id)
    if not _is_open(scope, survey):
        raise WrongState(f"survey {survey_id}: {survey.state}")
    row = _answered(scope, survey_id) or SurveyAnswered(
        survey_id=survey_id, member_id=scope.actor_id or 0
    )
    if row.declined or row.done > question:
        return
    row.done = question + 1
    scope.db.add(row)
    if values:
        ballots.drop(scope, survey_id, question, values)


def decline(scope: Scope, survey_id: int) -> None:
    """Whoever acts would rather not: no reminder."""
    row = _answered(scope, survey_id) or SurveyAnswered(
        survey_id=survey_id, member_id=scope.actor_id or 0
    )
    row.declined = row.done == 0
    scope.db.add(row)


def waiting(scope: Scope) -> list[Sheet]:
    """The surveys that whoever acts can answer, those that end first in front."""
    mine = set(groups.of_member(scope, scope.actor_id or 0))
    query = select(Survey).where(
        col(Survey.community_id) == scope.community_id, col(Survey.state) != "closed"
    )
    found = scope.db.exec(query.order_by(col(Survey.ends_at)))
    return [
        sheet(scope, _id(each)) for each in found
        if (not each.audience or mine & set(each.audience)) and waits(scope, _id(each))
    ]  # fmt: skip


def recent(scope: Scope, limit: int = 6) -> list[Standing]:
    """The community's latest surveys, for organisers. Raises NotAllowed."""
    members.require_organiser(scope)
    query = select(Survey).where(col(Survey.community_id) == scope.community_id)
    found = scope.db.exec(query.order_by(col(Survey.id).desc()).limit(limit))
    return [_standing(scope, each) for each in found]


def standing(scope: Scope, survey_id: int) -> Standing:
    """One survey, for organisers. Raises NotAllowed."""
    members.require_organiser(scope)
    return _standing(scope, scope.db.get_one(Survey, survey_id))


def close(scope: Scope, survey_id: int) -> None:
    """End a survey now, for good. Raises NotAllowed, and WrongState when it is over."""
    members.require_organiser(scope)
    _close(scope, scope.db.get_one(Survey, survey_id))


def results(scope: Scope, survey_id: int) -> list[Result]:
    """What became of each question, once the survey is over. Raises NotAllowed and WrongState.

    Not before: two looks, with one answer between them, would tell that answer.
    """
    members.require_organiser(scope)
    survey = scope.db.get_one(Survey, survey_id)
    if survey.state != "closed":
        raise WrongState(f"survey {survey_id}: {survey.state}")
    return [
        _result(Question(**each), ballots.count(scope, survey_id, n))
        for n, each in enumerate(survey.questions)
    ]


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Two members become one: where both have answered, one of the notes is enough."""
    both = select(SurveyAnswered.survey_id).where(col(SurveyAnswered.member_id) == stays)
    scope.db.exec(
        delete(SurveyAnswered).where(
            col(SurveyAnswered.member_id) == goes, col(SurveyAnswered.survey_id).in_(both)
        )
    )


def _close(scope: Scope, survey: Survey) -> None:
    """No answer any more, and nobody knows from here on who gave one."""
    move(scope, survey, "closed", ALLOWED)
    survey.answered, survey.due_at = _count(scope, survey), None
    scope.db.exec(delete(SurveyAnswered).where(col(SurveyAnswered.survey_id) == survey.id))
    ballots.clear(scope, _id(survey))
    for organiser in [survey.made_by] if survey.made_by else members.organisers(scope):
        scope.notify(
            organiser, "survey-results", once_for=f"{survey.id}", as_staff=True, survey=survey.id
        )


def _result(question: Question, heap: Heap | None) -> Result:
    if heap is None:
        return Result(question)
    if question.kind == "words":
        texts = [words for words, times in heap.given.items() for _ in range(times)]
        random.SystemRandom().shuffle(texts)
        return Result(question, heap.answers, texts=texts)
    choices = "12345" if question.kind == "scale" else map(str, range(len(question.options)))
    shares = [_share(heap.given.get(each, 0), heap.answers) for each in choices]
    weighed = sum(int(each) * times for each, times in heap.given.items())
    mean = round(10 * weighed / heap.answers) if question.kind == "scale" else 0
    return Result(question, heap.answers, shares, mean)


def _share(part: int, whole: int) -> int:
    """In fives: that it was exactly one person is nobody's business."""
    return round(20 * part / whole) * 5


def _standing(scope: Scope, survey: Survey) -> Standing:
    answered = survey.answered if survey.state == "closed" else _count(scope, survey)
    return Standing(
        _id(survey), survey.title, survey.state, survey.ends_at, survey.asked,
        answered if answered >= LEAST else None,
    )  # fmt: skip


def _count(scope: Scope, survey: Survey) -> int:
    query = select(func.count()).select_from(SurveyAnswered).where(
        col(SurveyAnswered.survey_id) == survey.id, col(SurveyAnswered.declined).is_(False)
    )  # fmt: skip
    return scope.db.exec(query).one()


def _answered(scope: Scope, survey_id: int) -> SurveyAnswered | None:
    return scope.db.get(SurveyAnswered, (survey_id, scope.actor_id))


def _is_open(scope: Scope, survey: Survey) -> bool:
    return survey.state != "closed" and survey.ends_at > scope.now


def _tells_by_difference(
    scope: Scope, questions: Sequence[Question], audience: list[int]
) -> bool:
    """Whether the same question lately went to all of these but a few, or to a few more."""
    words = {each.words for each in questions}
    query = select(Survey).where(
        col(Survey.community_id) == scope.community_id,
        col(Survey.ends_at) > scope.now - BETWEEN_ALIKE,
    )
    asked = _people(scope, audience)
    return any(
        0 < len(asked ^ _people(scope, each.audience)) < LEAST
        for each in scope.db.exec(query).all()
        if words & {question["words"] for question in each.questions}
    )


def _people(scope: Scope, audience: list[int]) -> set[int]:
    return set(groups.members_of(scope.db.connection(), scope.community_id, audience))


def _id(survey: Survey) -> int:
    assert survey.id is not None
    return survey.id
