"""What members answered to a monthly prompt, and where newcomers are in their first week."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none


class Prompting(Row, table=True):
    """One prompt that was put. `due_at` is when its answers are brought to the organisers, then
    when they are reminded of the round-up, then when it ends without one.
    """

    __table_args__ = (Index("ix_prompting_due_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    run_id: int = Field(foreign_key="run.id", unique=True)
    prompt: str
    """Which of the ritual's prompts it was."""
    format: str
    state: str = "asking"
    unnamed: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """The answers without a name, as one sealed heap; gone with the round-up."""
    roundup: str = ""
    """What was posted of the answers; wiped when one who is in it is erased."""
    put_at: datetime = moment()
    due_at: datetime | None = moment_or_none()


class PromptAnswer(Row, table=True):
    """What a member answered; its words are wiped when the member is erased.

    `shared` says how far the words may go: `named`, `unnamed`, or `team` for the organisers only.
    What was written in a thread is `asked` until its writer has said how far it may go, then `no`,
    without its words, or one of these.
    Of an answer without a name the row says only that there is one: its words are in the heap, and
    `at` is when the question was put.
    """

    __tablename__ = "prompt_answer"
    __table_args__ = (UniqueConstraint("prompting_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    prompting_id: int = Field(foreign_key="prompting.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    words: str
    shared: str
    at: datetime = moment()


class WelcomeWeek(Row, table=True):
    """Where a newcomer is in their first week. `due_at` is when the next step comes."""

    __tablename__ = "welcome_week"
    __table_args__ = (
        UniqueConstraint("ritual_id", "member_id"),
        Index("ix_welcome_week_due_at", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    ritual_id: int = Field(foreign_key="ritual.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    state: str = "greeted"
    due_at: datetime | None = moment_or_none()
