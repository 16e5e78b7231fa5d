"""What a community does on a calendar, for which of its groups, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, document, moment, moment_or_none


class Group(Row, table=True):
    """A set of members: mentors, alumni, Lyon …"""

    __tablename__ = "community_group"
    __table_args__ = (UniqueConstraint("community_id", "name"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    name: str


class GroupMember(Row, table=True):
    """Who is in a group."""

    __tablename__ = "group_member"

    group_id: int = Field(foreign_key="community_group.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)


class Holiday(Row, table=True):
    """A day on which no ritual falls: `2027-05-06` once, `05-01` every year."""

    community_id: int = Field(foreign_key="community.id", primary_key=True)
    day: str = Field(primary_key=True)


class Ritual(Row, table=True):
    """Something on a calendar.

    `rule` is an RRULE of RFC 5545 in the wall time of `time_zone`; `starts_at` gives it its hour.
    `next_due_at` is None for one that is not alive, or has come to its end.
    """

    __table_args__ = (Index("ix_ritual_next_due_at", "next_due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    kind: str
    name: str
    settings: dict[str, Any] = document()
    audience: list[int] = Field(default_factory=list, sa_type=JSON, nullable=False)
    """Ids of groups; empty for everyone."""
    place_id: int | None = Field(default=None, foreign_key="place.id")
    rule: str
    time_zone: str
    starts_at: datetime = moment()
    state: str = "draft"
    next_due_at: datetime | None = moment_or_none()
    misfire: str = "late"
    """What becomes of a run that comes late: `late` within the grace time, or `skip`."""
    grace_minutes: int = 720
    made_by: int | None = Field(default=None, foreign_key="member.id")
    """The organiser who planned it; None for the command line."""
    revision: int = 1


class Run(Row, table=True):
    """One occurrence of a ritual: there is one row for each time it was due, whoever saw it."""

    __table_args__ = (UniqueConstraint("ritual_id", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    ritual_id: int = Field(foreign_key="ritual.id")
    due_at: datetime = moment()
    state: str = "due"
    begun_at: datetime | None = moment_or_none()
    ended_at: datetime | None = moment_or_none()
    figures: dict[str, Any] = document()


class Broadcast(Row, table=True):
    """A dialogue that is brought to many, in the order of their ids.

    `upto` is the last who was reached: whoever goes on begins behind it. `due_at` is None once it
    is done.
    """

    __table_args__ = (Index("ix_broadcast_due_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    run_id: int | None = Field(default=None, foreign_key="run.id", index=True)
    dialogue: str
    args: dict[str, Any] = document()
    audience: list[int] = Field(default_factory=list, sa_type=JSON, nullable=False)
    total: int
    told: int = 0
    upto: int = 0
    begun_at: datetime = moment()
    due_at: datetime | None = moment_or_none()


class OptOut(Row, table=True):
    """A member who wants no more of one ritual."""

    __tablename__ = "opt_out"

    ritual_id: int = Field(foreign_key="ritual.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)
