"""Who must not meet, what was reported to the team, and what the team decided and why."""

from datetime import datetime

from sqlalchemy import false
from sqlmodel import Field

from storage.tables.columns import Row, moment, moment_or_none


class Block(Row, table=True):
    """One member does not want to meet another, who never hears of it.

    With `unnamed` it was said of whoever asked for help without a name: nothing but their requests
    keeps away, or whoever blocked could find out who that is.
    """

    id: int | None = Field(default=None, primary_key=True)
    blocker_id: int = Field(foreign_key="member.id", index=True)
    blocked_id: int = Field(foreign_key="member.id", index=True)
    at: datetime = moment()
    unnamed: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Report(Row, table=True):
    """Something that a member told the team about a person or about a request.

    `due_at` is when it is brought up again, as long as nobody has closed it.
    """

    id: int | None = Field(default=None, primary_key=True)
    community_id: int = Field(foreign_key="community.id", index=True)
    reporter_id: int = Field(foreign_key="member.id", index=True)
    about_id: int = Field(foreign_key="member.id", index=True)
    ask_id: int | None = Field(default=None, foreign_key="ask.id", index=True)
    """The request it is about, of which the reporter does not know whose it is."""
    words: str
    state: str = "open"
    taken_by: int | None = Field(default=None, foreign_key="member.id")
    opened_at: datetime = moment()
    due_at: datetime | None = moment_or_none(index=True)


class Decision(Row, table=True):
    """What a moderator decided about a member, and the reason, kept in words."""

    id: int | None = Field(default=None, primary_key=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    moderator_id: int = Field(foreign_key="member.id", index=True)
    kind: str
    subject_id: int
    """Of the kind's own: an ask, a report, or the member again."""
    reason: str
    at: datetime = moment()
