"""Gatherings, and who comes to them."""

from datetime import datetime

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none


class Gathering(Row, table=True):
    """An event people attend. `due_at` is when its state is looked at again."""

    __table_args__ = (
        Index("ix_gathering_due_at", "due_at"),
        Index("ix_gathering_starts_at", "community_id", "starts_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    uid: str = Field(unique=True)
    """What calendars know it by: it never changes."""
    revision: int = 0
    """How often it was changed: the SEQUENCE of its calendar file."""
    title: str
    venue: str
    """Where: words, or the address of an online room."""
    starts_at: datetime = moment()
    minutes: int
    places: int | None = None
    """How many can come; None for as many as like."""
    audience: list[int] = Field(default_factory=list, sa_type=JSON, nullable=False)
    """The groups that are invited; empty for everyone."""
    host_id: int = Field(foreign_key="member.id", index=True)
    state: str = "planned"
    turns: int = 0
    """The last number given in the line for its places."""
    points: list[str] = Field(default_factory=list, sa_type=JSON, nullable=False)
    links: list[str] = Field(default_factory=list, sa_type=JSON, nullable=False)
    """What those who could not come are sent afterwards."""
    changed_at: datetime = moment()
    due_at: datetime | None = moment_or_none()


class Guest(Row, table=True):
    """A member's answer to a gathering. `due_at` is when the bot next writes to them about it."""

    __table_args__ = (
        UniqueConstraint("gathering_id", "member_id"),
        Index("ix_guest_due_at", "due_at"),
    )

    id: int | None = Field(default=None, primary_key=True)
    gathering_id: int = Field(foreign_key="gathering.id")
    member_id: int = Field(foreign_key="member.id", index=True)
    state: str = ""
    turn: int = 0
    """Who said yes first has the lower number: so places are given, whatever the clock says."""
    wants_replay: bool = False
    attended: bool | None = None
    """What the organiser said afterwards; None before that, or when it was not asked of them."""
    due_at: datetime | None = moment_or_none()
