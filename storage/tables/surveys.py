"""Surveys, whose answers belong to nobody, and the stories that members agreed to tell."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none

UNORDERED = {"sqlite_with_rowid": False}
"""SQLite keeps such a table in the order of its key alone, and numbers no row as it comes."""


class Survey(Row, table=True):
    """A few questions to some groups, until a day. `due_at` is when its state is looked at again.

    `asked` is how many it went to, and `answered`, from its end on, how many answered. What is read
    in several languages is kept by language: in `titles`, and in the questions.
    """

    __table_args__ = (Index("ix_survey_due_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    made_by: int | None = Field(default=None, foreign_key="member.id")
    run_id: int | None = None
    """The run of the ritual that it comes from, if it comes from one."""
    title: str
    titles: dict[str, str] = Field(default_factory=dict, sa_type=JSON, nullable=False)
    questions: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON, nullable=False)
    audience: list[int] = Field(default_factory=list, sa_type=JSON, nullable=False)
    """Ids of groups; empty for everyone."""
    asked: int = 0
    circle: list[int] = Field(
        default_factory=list, sa_type=JSON, nullable=False,
        sa_column_kwargs={"server_default": "[]"},
    )  # fmt: skip
    """Ids of the members it went to, for as long as others could be asked the same."""
    answered: int = 0
    state: str = "open"
    opened_at: datetime = moment()
    ends_at: datetime = moment()
    due_at: datetime | None = moment_or_none()


class SurveyAnswered(Row, table=True):
    """Who needs no reminder: they answered, or would rather not. Gone when the survey is closed.

    `done` is how many questions they have left behind, answered or not.
    """

    __tablename__ = "survey_answered"
    __table_args__ = UNORDERED

    survey_id: int = Field(foreign_key="survey.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)
    done: int = 0
    declined: bool = False


class BallotBox(Row, table=True):
    """All the answers to one question, as one sealed heap: docs/anonymity.md says why so."""

    __tablename__ = "ballot_box"
    __table_args__ = UNORDERED

    survey_id: int = Field(foreign_key="survey.id", primary_key=True)
    question: int = Field(primary_key=True)
    sealed: str


class Story(Row, table=True):
    """A moment that a member told, and how far it may be told on. Gone when its teller is."""

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    teller_id: int = Field(foreign_key="member.id", index=True)
    words: str
    consent: str
    state: str = "told"
    told_at: datetime = moment()
    published_at: datetime | None = moment_or_none()
