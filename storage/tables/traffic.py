"""What comes in, what is being talked about, and what goes out."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from storage.tables.columns import Row, document, document_or_none, moment, moment_or_none


def _only(condition: str) -> dict[str, Any]:
    """A partial index: the rows that still need work are few, the handled ones many."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Inbox(Row, table=True):
    """One event, once. `payload` holds what people wrote and is wiped when `state` is `done`."""

    __table_args__ = (
        UniqueConstraint("space_id", "event_id"),
        Index("ix_inbox_pending", "id", **_only("state = 'pending'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    event_id: str
    place: str
    sender: str | None = None
    state: str = "pending"
    payload: dict[str, Any] | None = document_or_none()
    received_at: datetime = moment(index=True)


class Conversation(Row, table=True):
    """What is going on in one place; the row that a turn locks."""

    __table_args__ = (UniqueConstraint("space_id", "place"),)

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    place: str
    revision: int = 0
    heard_at: datetime | None = moment_or_none()
    """When a person last said something here."""
    pressed: str | None = None
    """The actions that answered last: a double tap repeats them and changes nothing."""


class Dialogue(Row, table=True):
    """One open dialogue: its answers by name. The row goes when the dialogue ends."""

    __table_args__ = (
        Index("ix_dialogue_due_at", "due_at", **_only("due_at IS NOT NULL")),
        Index("ix_dialogue_broken", "id", **_only("status = 'broken'")),
    )

    id: int | None = Field(default=None, primary_key=True)
    conversation_id: int = Field(foreign_key="conversation.id", index=True)
    member_id: int = Field(foreign_key="member.id", index=True)
    name: str
    args: dict[str, Any] = document()
    answers: dict[str, Any] = document()
    given: dict[str, Any] = document()
    """Answers given and not yet read by the dialogue, as they came."""
    pending: dict[str, Any] | None = document_or_none()
    """The question that was asked, as the person saw it."""
    token: str | None = Field(default=None, index=True)
    said: int = 0
    """How many texts were said since the last answer."""
    status: str = "open"
    floor: bool = False
    asked_at: datetime | None = moment_or_none()
    due_at: datetime | None = moment_or_none()
    held: int | None = None
    """The outbox row of a dialogue that may not begin yet."""


class Outbox(Row, table=True):
    """One message to one place. `payload` is wiped when `state` is `sent` or `failed`.

    Of a sent one that may be replaced, the key stays in it.
    A row that is `waiting`, `refused` or `dropped` has none: what it stands for was never said.
    """

    __table_args__ = (
        Index("ix_outbox_queued", "space_id", "place", "id", **_only("state = 'queued'")),
        Index("ix_outbox_next", "next_at", **_only("state = 'queued'")),
        Index("ix_outbox_held", "space_id", "place", **_only("state = 'held'")),
        Index("ix_outbox_order", "id", **_only("state = 'queued'")),
        Index("ix_outbox_broadcast", "broadcast_id", **_only("broadcast_id IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    place: str
    member_id: int | None = Field(default=None, index=True)
    purpose: str = "reply"
    payload: dict[str, Any] | None = document_or_none()
    state: str = "queued"
    attempts: int = 0
    reason: str | None = None
    decision: dict[str, Any] | None = document_or_none()
    """Why it had to wait, or never left: a rule's code, and until when; see docs/delivery.md."""
    platform_id: str | None = None
    broadcast_id: int | None = None
    """Of the first message to each of many: the broadcast that brings it."""
    created_at: datetime = moment(index=True)
    next_at: datetime = moment()


class LocalMessage(Row, table=True):
    """The local page is a chat platform of its own: this is its history, as Slack keeps Slack's."""

    __tablename__ = "local_message"
    __table_args__ = (Index("ix_local_message_place", "space_id", "place", "n"),)

    n: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    place: str
    author: str
    author_name: str
    at: datetime = moment(index=True)
    token: str | None = None
    """Of a question: what its dialogue knows it by, as long as it stands."""
    payload: dict[str, Any] = document()


class Fact(Row, table=True):
    """A named value of the installation, such as how far a demo's clock was moved."""

    name: str = Field(primary_key=True)
    value: str
