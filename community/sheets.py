"""Answering a survey: what a member sees of it, and what stays with them (that they did)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select

from community import ballots, choices, groups, surveys
from community.scope import Scope
from community.surveys import Question, is_open
from community.transitions import WrongState
from storage.tables import Survey, SurveyAnswered

MOST_ANSWER = 500
"""Characters of an answer in one's own words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A survey as a member sees it; `done` is how many questions they have left behind."""

    id: int
    title: str
    questions: list[Question]
    ends_at: datetime
    done: int = 0
    run: int | None = None
    """The run of the ritual that it comes from, unless whoever reads it has left that ritual."""


def waits(scope: Scope, survey_id: int) -> bool:
    """Whether whoever acts can still answer."""
    survey = scope.db.get_one(Survey, survey_id)
    row = _answered(scope, survey_id)
    done = row is not None and (row.declined or row.done >= len(survey.questions))
    return is_open(scope, survey) and not done


def sheet(scope: Scope, survey_id: int) -> Sheet:
    """The survey for whoever acts, from where they left off."""
    survey, row = scope.db.get_one(Survey, survey_id), _answered(scope, survey_id)
    run = survey.run_id
    return Sheet(
        survey_id, surveys.title(scope, survey), surveys.questions(scope, survey), survey.ends_at,
        row.done if row else 0, run if run and not choices.has_left(scope, run) else None,
    )  # fmt: skip


def answer(scope: Scope, survey_id: int, question: int, values: Sequence[str]) -> None:
    """Whoever acts has answered a question, or passed it over (no values); once each, in order.

    Nothing of what it was stays with them. Raises WrongState when the survey is over.
    """
    survey = scope.db.get_one(Survey, survey_id)
    if not is_open(scope, survey):
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


def takes_more(scope: Scope, survey_id: int) -> bool:
    """Whether whoever acts has answered it to its end, which asked for words, and it is open."""
    survey, row = scope.db.get_one(Survey, survey_id), _answered(scope, survey_id)
    if row is None or row.declined or not is_open(scope, survey):
        return False
    asked = surveys.questions(scope, survey)
    return row.done >= len(asked) and asked[-1].kind == "words"


def add(scope: Scope, survey_id: int, words: str) -> None:
    """Whoever acts has more to say to the last question. Raises WrongState when it is too late."""
    survey = scope.db.get_one(Survey, survey_id)
    if not takes_more(scope, survey_id):
        raise WrongState(f"survey {survey_id}: {survey.state}")
    ballots.go_on(scope, survey_id, len(survey.questions) - 1, words)


def decline(scope: Scope, survey_id: int) -> None:
    """Whoever acts would rather not: no reminder."""
    row = _answered(scope, survey_id) or SurveyAnswered(
        survey_id=survey_id, member_id=scope.actor_id or 0
    )
    row.declined = row.done == 0
    scope.db.add(row)


def leave(scope: Scope, survey_id: int, run_id: int) -> None:
    """Whoever acts would rather not, neither now nor the next times."""
    decline(scope, survey_id)
    choices.leave(scope, run_id)


def has_answered(scope: Scope) -> bool:
    """Whether whoever acts has answered a survey that is not over yet."""
    query = select(SurveyAnswered.survey_id).where(
        col(SurveyAnswered.member_id) == scope.actor_id, col(SurveyAnswered.done) > 0
    )
    return scope.db.exec(query.limit(1)).first() is not None


def waiting(scope: Scope) -> list[Sheet]:
    """The surveys that whoever acts can answer, those that end first in front."""
    mine = set(groups.of_member(scope, scope.actor_id or 0))
    query = select(Survey).where(
        col(Survey.community_id) == scope.community_id, col(Survey.state) != "closed"
    )
    found = scope.db.exec(query.order_by(col(Survey.ends_at)))
    return [
        sheet(scope, each.id or 0) for each in found
        if (not each.audience or mine & set(each.audience)) and waits(scope, each.id or 0)
    ]  # fmt: skip


def _answered(scope: Scope, survey_id: int) -> SurveyAnswered | None:
    return scope.db.get(SurveyAnswered, (survey_id, scope.actor_id))
