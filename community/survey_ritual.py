"""A survey that comes again (P28, P40): each run of the ritual asks the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from sqlalchemy import Connection

from community import members, surveys
from community.ballots import LEAST
from community.rituals import Figures, RunRow, Settings, WrongRitual, kind
from community.scope import Scope
from community.surveys import (
    MOST_OPTION,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    MOST_TITLE,
    Asked,
    Kind,
    Question,
    Translated,
)
from community.words import MOST_WORDS

Words = Annotated[str, Field(min_length=1, max_length=MOST_WORDS)]
Option = Annotated[str, Field(min_length=1, max_length=MOST_OPTION)]
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=MOST_TITLE)
]


class Written(BaseModel):
    """A question as a ready ritual has it: in one language, or by language."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Kind
    words: Words | dict[str, Words]
    options: list[Option] | dict[str, list[Option]] = []

    @model_validator(mode="after")
    def _can_be_asked(self) -> Self:
        """Two to eight options where there is something to choose, as many in each language."""
        all_ = self.options.values() if isinstance(self.options, dict) else [self.options]
        counts, choice = {len(each) for each in all_}, self.kind in {"one", "several"}
        if len(counts) > 1 or any((2 <= each <= MOST_OPTIONS) != choice for each in counts):
            raise WrongRitual("setting", name="options")
        if isinstance(self.words, dict) != isinstance(self.options, dict) and choice:
            raise WrongRitual("setting", name="options")
        return self

    def asked(self) -> Question | Translated:
        """The question to put."""
        if isinstance(self.words, str):
            return Question(self.kind, self.words, list(self.options))
        options = self.options if isinstance(self.options, dict) else {}
        return Translated(self.kind, self.words, options)


class SurveySettings(Settings):
    """What each run asks, open for so many days."""

    title: Title | dict[str, Title]
    questions: list[Written] = Field(min_length=1, max_length=MOST_QUESTIONS)
    days: int = Field(default=14, ge=1, le=90)

    def asked(self) -> Asked:
        """The questions to put."""
        return [each.asked() for each in self.questions]

    def ends(self, began: datetime, zone: str) -> datetime:
        """When a run that begins then is over: at the end of its last day there. UTC."""
        last = began.astimezone(ZoneInfo(zone)) + timedelta(days=self.days)
        return last.replace(hour=23, minute=59, second=0, microsecond=0).astimezone(UTC)


@kind("survey", SurveySettings, least=LEAST)
def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
    """Open the survey of one run; if it can't be, organisers are told why."""
    settings, scope = run.settled(SurveySettings), Scope(connection, now, run.community_id)
    audience, ends_at = list(run.audience), settings.ends(now, run.time_zone)
    why = surveys.obstacle(scope, settings.asked(), audience, ends_at)
    figures = _refuse(scope, run, why) if why else _open(scope, run, settings, ends_at)
    scope.close(keep=True)
    return figures


def _open(scope: Scope, run: RunRow, settings: SurveySettings, ends_at: datetime) -> Figures:
    opened = surveys.open_survey(
        scope, settings.title, settings.asked(), list(run.audience), ends_at,
        made_by=run.made_by, run_id=run.id,
    )  # fmt: skip
    return {"survey": opened.id, "asked": opened.asked}


def _refuse(scope: Scope, run: RunRow, why: str) -> dict[str, Any]:
    for organiser in members.organisers(scope):
        scope.notify(
            organiser, "survey-refused", as_staff=True, once_for=f"run-{run.id}",
            ritual=run.name, why=why, asked=organiser == scope.actor_id,
        )  # fmt: skip
    return {"asked": 0}
