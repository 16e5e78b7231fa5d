"""Surveys (P28, P40): a few questions to some groups, answered by nobody in particular.

From the first invitation to the results. Who has answered is kept apart from what was answered
(`community/ballots.py`), and only until the end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlmodel import col, delete, func, select

from community import ballots, differences, groups, members, peace
from community.ballots import LEAST
from community.rituals import broadcast
from community.scope import Scope
from community.transitions import Allowed, set_state
from storage.tables import Community, Survey, SurveyAnswered

MOST_QUESTIONS = 5
MOST_TITLE = 100
MOST_OPTIONS = 8
MOST_OPTION = 60
"""Characters of an option: what a button shows on every platform, more or less."""
A_DAY = timedelta(days=1)
LAST_CALL = A_DAY
"""The reminder comes so long before the end, at the hour at which the survey began …"""
WORTH_A_REMINDER = timedelta(days=3)
"""… of a survey that lasts so long."""

ALLOWED: Allowed = {
    "open": frozenset({"reminded", "closed"}),
    "reminded": frozenset({"closed"}),
}

Kind = Literal["one", "several", "scale", "words"]
Obstacle = Literal["key", "nobody", "few", "few-here", "past", "alike"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: one of the options, several, a number from 1 to 5, or words."""

    kind: Kind
    words: str
    options: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Translated:
    """The same by language; the options of each language are in the same order."""

    kind: Kind
    words: dict[str, str]
    options: dict[str, list[str]] = field(default_factory=dict)


Asked = Sequence[Question | Translated]


@dataclass(frozen=True, slots=True)
class Standing:
    """A survey as organisers see it; `answered` is None while it is too few to tell."""

    id: int
    title: str
    state: str
    ends_at: datetime
    asked: int
    answered: int | None


def hindered(scope: Scope) -> Obstacle | None:
    """Why no survey at all can be opened here, whatever it asks and whoever is chosen."""
    if not ballots.can_be_sealed(scope):
        return "key"
    return "few-here" if size(scope, []) < LEAST else None


def obstacle(
    scope: Scope, questions: Asked, audience: list[int], ends_at: datetime
) -> Obstacle | None:
    """Why such a survey can't be opened, if it can't."""
    if not ballots.can_be_sealed(scope):
        return "key"
    if ends_at <= scope.now:
        return "past"
    asked = size(scope, audience)
    if asked < LEAST:
        return "few" if asked else "nobody"
    kept = map(asdict, questions)
    return "alike" if differences.tell(scope, kept, _people(scope, audience)) else None


class WrongSurvey(ValueError):
    """A survey that can't be opened: `obstacle` says why."""


def open_survey(
    scope: Scope,
    title: str | dict[str, str],
    questions: Asked,
    audience: list[int],
    ends_at: datetime,
    *,
    made_by: int | None = None,
    run_id: int | None = None,
) -> Standing:
    """Open a survey and begin to invite; raises WrongSurvey, and NotAllowed in chat.

    A title by language is read in one's own. Of a ritual's run, whoever left the ritual is spared.
    """
    if scope.actor_id is not None:
        members.require_organiser(scope)
    why = obstacle(scope, questions, audience, ends_at)
    if why or not 1 <= len(questions) <= MOST_QUESTIONS:
        raise WrongSurvey(why or "questions")
    differences.forget(scope)
    survey = Survey(
        community_id=scope.community_id, made_by=scope.actor_id or made_by,
        circle=sorted(_people(scope, audience)),
        title=in_language(title, ""), titles=title if isinstance(title, dict) else {},
        audience=audience, run_id=run_id,
        questions=[asdict(each) for each in questions], asked=size(scope, audience),
        opened_at=scope.now, ends_at=ends_at, due_at=_next(scope.now, ends_at),
    )  # fmt: skip
    scope.db.add(survey)
    scope.db.flush()
    scope.audit("survey", _id(survey), "", "open")
    ballots.put_up(scope, _id(survey), len(questions))
    broadcast(scope, "survey-questions", audience, run_id=run_id, survey=survey.id)
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
        return _end(scope, survey)
    set_state(scope, survey, "reminded", ALLOWED)
    survey.due_at = survey.ends_at
    broadcast(scope, "survey-reminder", survey.audience, run_id=survey.run_id, survey=survey.id)
    return None


def _next(opened_at: datetime, ends_at: datetime) -> datetime:
    """When the reminder is due, or the end of a survey that is too short for one."""
    if ends_at - opened_at < WORTH_A_REMINDER:
        return ends_at
    return opened_at + (ends_at - opened_at - LAST_CALL) // A_DAY * A_DAY


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


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Two members become one: where both have answered, one of the notes is enough."""
    both = select(SurveyAnswered.survey_id).where(col(SurveyAnswered.member_id) == stays)
    scope.db.exec(
        delete(SurveyAnswered).where(
            col(SurveyAnswered.member_id) == goes, col(SurveyAnswered.survey_id).in_(both)
        )
    )


def _end(scope: Scope, survey: Survey) -> None:
    """It takes no answers any more; it closes when somebody who reads the results is awake."""
    readers = members.in_charge(scope, survey.made_by)
    awake = min((peace.reachable_at(scope, each) for each in readers), default=scope.now)
    if awake > scope.now:
        survey.due_at = awake
    else:
        _close(scope, survey)


def _close(scope: Scope, survey: Survey) -> None:
    """No answer any more, and nobody knows from here on who gave one."""
    set_state(scope, survey, "closed", ALLOWED)
    survey.answered, survey.due_at = _count(scope, survey), None
    scope.db.exec(delete(SurveyAnswered).where(col(SurveyAnswered.survey_id) == survey.id))
    ballots.clear(scope, _id(survey))
    for organiser in members.in_charge(scope, survey.made_by):
        scope.notify(
            organiser, "survey-results", once_for=f"{survey.id}", as_staff=True, survey=survey.id
        )


def in_language(given: str | Mapping[str, str], locale: str) -> str:
    """What is read in a language, or in the first there is."""
    return given if isinstance(given, str) else given.get(locale) or next(iter(given.values()))


def title(scope: Scope, survey: Survey) -> str:
    """What it is about, to whoever acts."""
    return in_language(survey.titles, _locale(scope)) if survey.titles else survey.title


def questions(scope: Scope, survey: Survey) -> list[Question]:
    """What it asks, to whoever acts."""
    return [in_words(each, _locale(scope)) for each in survey.questions]


def in_words(kept: Mapping[str, Any], locale: str) -> Question:
    """A question as it is kept, in a language."""
    options = kept["options"]
    if isinstance(options, Mapping):
        options = options.get(locale) or next(iter(options.values()), [])
    return Question(kept["kind"], in_language(kept["words"], locale), options)


def _locale(scope: Scope) -> str:
    if scope.actor_id is not None:
        return members.me(scope).locale
    return scope.db.get_one(Community, scope.community_id).locale


def is_open(scope: Scope, survey: Survey) -> bool:
    """Whether it still takes answers."""
    return survey.state != "closed" and survey.ends_at > scope.now


def _standing(scope: Scope, survey: Survey) -> Standing:
    answered = survey.answered if survey.state == "closed" else _count(scope, survey)
    return Standing(
        _id(survey), title(scope, survey), survey.state, survey.ends_at, survey.asked,
        answered if answered >= LEAST else None,
    )  # fmt: skip


def _count(scope: Scope, survey: Survey) -> int:
    query = select(func.count()).select_from(SurveyAnswered).where(
        col(SurveyAnswered.survey_id) == survey.id, col(SurveyAnswered.declined).is_(False)
    )  # fmt: skip
    return scope.db.exec(query).one()


def _people(scope: Scope, audience: list[int]) -> set[int]:
    return set(groups.members_of(scope.db.connection(), scope.community_id, audience))


def _id(survey: Survey) -> int:
    assert survey.id is not None
    return survey.id
