"""Two people who share no platform, and write to each other through the bot."""

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from storage.tables.columns import Row, moment_or_none


class Relay(Row, table=True):
    """A way for the two of an introduction to meet; its id is the introduction's.

    `due_at` is when it ends by itself.
    """

    __table_args__ = (Index("ix_relay_due_at", "due_at"),)

    id: int | None = Field(default=None, foreign_key="introduction.id", primary_key=True)
    community_id: int = Field(foreign_key="community.id")
    state: str = "proposed"
    due_at: datetime | None = moment_or_none()


class RelaySide(Row, table=True):
    """What one of the two has agreed to: the name they are read under, the contact they give.

    The name is empty until they agree to the relay. The contact's words go as soon as the other
    has read them, and `gave` stays.
    """

    __tablename__ = "relay_side"

    relay_id: int = Field(foreign_key="relay.id", primary_key=True)
    member_id: int = Field(foreign_key="member.id", primary_key=True, index=True)
    called: str = ""
    contact: str = ""
    gave: bool = False
