"""Pairing rounds: who takes part, who meets whom, and what they say of it."""

from datetime import datetime

from sqlalchemy import JSON, Column, Index, UniqueConstraint, false
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none


class Habit(Row, table=True):
    """How a member takes part in a ritual's rounds: each time, or only when they say so.

    `due_at` is when a question about it, after three silent rounds, is looked at again.
    """

    __tablename__ = "round_habit"
    __table_args__ = (
        UniqueConstraint("ritual_id", "member_id"), Index("ix_round_habit_due_at", "due_at"),
    )  # fmt: skip

    id: int | None = Field(default=None, primary_key=True)
    ritual_id: int = Field(foreign_key="ritual.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    state: str = "once"
    languages: list[str] = Field(
        default_factory=list, sa_column=Column(JSON(none_as_null=True), nullable=False)
    )
    """In which they like to talk; none means the one in which they read."""
    three: bool | None = None
    """Whether a group of three is fine; None until they have said so."""
    silent: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """Rounds in a row of which they said nothing."""
    due_at: datetime | None = moment_or_none()


class Round(Row, table=True):
    """One round, of one run of a ritual. `due_at` is when its state is looked at again."""

    __table_args__ = (Index("ix_round_due_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    ritual_id: int = Field(foreign_key="ritual.id", index=True)
    run_id: int = Field(foreign_key="run.id", unique=True)
    state: str = "open"
    upto: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """The last seat that was told what is told to many now: whoever goes on begins behind it."""
    opened_at: datetime = moment()
    begun_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()


class RoundGroup(Row, table=True):
    """Those who meet in a round. `room` is where they can talk, once the round was approved."""

    __tablename__ = "round_group"

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="round.id", index=True)
    locked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether it stays as it is when the others are put together anew."""
    room: str | None = None


class Seat(Row, table=True):
    """A member in a round, once: in which group, or why in none, and what they said of it."""

    __tablename__ = "round_seat"
    __table_args__ = (UniqueConstraint("round_id", "member_id"),)

    id: int | None = Field(default=None, primary_key=True)
    round_id: int = Field(foreign_key="round.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    group_id: int | None = Field(default=None, foreign_key="round_group.id", index=True)
    state: str = "in"
    why: str = ""
    """Why they are left over."""
    met: str = ""
    """Whether the group has met, as they say: yes, planned or no."""
    liked: str = ""
    """How it was, as they say."""
