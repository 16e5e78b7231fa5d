"""Requests for help and what became of them."""

from datetime import datetime

from sqlalchemy import Index, false
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none


class Ask(Row, table=True):
    """A request for help. Its words are wiped when the requester is erased."""

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    requester_id: int = Field(foreign_key="member.id", index=True)
    need: str
    context: str = ""
    kind: str = Field(default="advice", sa_column_kwargs={"server_default": "advice"})
    """What for: advice, experience, idea (to test one) or subject (to talk about); or buddy, for a
    newcomer, of whom it is not the idea; or round, for two whom a round brings together."""
    urgency: str = Field(default="none", sa_column_kwargs={"server_default": "none"})
    """How soon: none, week, tomorrow or today."""
    named: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether the helper may read who asks before accepting."""
    news: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether the need may stand in the community's news; with the name only if it is `named`."""
    proposed_by: int | None = None
    """The moderator whose idea it was that the two should meet, and whose words the need is in."""
    state: str = "open"
    outcome: str | None = None
    opened_at: datetime = moment()
    closed_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none(index=True)
    """When a state is looked at again that no introduction carries: the team's search."""


class Introduction(Row, table=True):
    """One requester, one helper; both must agree. `due_at` is when the state is looked at again."""

    __table_args__ = (Index("ix_introduction_due_at", "due_at"),)

    id: int | None = Field(default=None, primary_key=True)
    ask_id: int = Field(foreign_key="ask.id", index=True)
    helper_id: int = Field(foreign_key="member.id", index=True)
    state: str = "reserved"
    reason: str = ""
    """What matched, as JSON: shown to both, each in their own language."""
    question: str = ""
    """What the helper asked for before deciding, and …"""
    details: str = ""
    """… what the requester answered."""
    again: bool = False
    """Whether the helper put it off before, and is asked again now."""
    not_before: datetime | None = moment_or_none()
    """From when a helper who put it off can."""
    talked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    """Whether one of the two said that they talked."""
    talk_at: datetime | None = moment_or_none()
    """When they mean to: the time that both agreed on."""
    room: str | None = None
    requested_at: datetime | None = moment_or_none()
    decided_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()


class Solicitation(Row, table=True):
    """A member was asked for something that they had not asked for: it counts for seven days."""

    __table_args__ = (Index("ix_solicitation_member_id", "member_id", "at"),)

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id")
    about: str
    """What for, by its ids: a reminder is not counted again."""
    at: datetime = moment()


class Thanks(Row, table=True):
    """A word of thanks, tied to the introduction that earned it, if one did."""

    id: int | None = Field(default=None, primary_key=True)
    introduction_id: int | None = Field(default=None, foreign_key="introduction.id", index=True)
    giver_id: int = Field(foreign_key="member.id")
    receiver_id: int = Field(foreign_key="member.id", index=True)
    words: str = ""
    given_at: datetime = moment()


class Audit(Row, table=True):
    """Who changed what, when: one row a transition, ids only."""

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    at: datetime = moment()
    actor_id: int | None = None
    subject: str
    subject_id: int
    before: str
    after: str
