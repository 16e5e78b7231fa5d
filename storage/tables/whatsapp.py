"""What WhatsApp needs kept that other platforms keep themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.tables.columns import Row, document_or_none, moment, moment_or_none


class Alias(Row, table=True):
    """One address of a person: a number, or the id that a business knows them by.

    `person` is the identity's external id: opaque, and the same for all addresses of one person.
    """

    __table_args__ = (
        UniqueConstraint("space_id", "address"),
        Index("ix_alias_person", "space_id", "person"),
    )

    id: int | None = Field(default=None, primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    address: str
    person: str
    heard_at: datetime | None = moment_or_none()
    """When they last wrote from here: for a day they can be written to freely."""
    knocked: str = ""
    """Which templates were sent since then, with commas between."""
    stopped_by: str | None = None
    """The message by which they asked for silence; "blocked" where the platform said so."""
    erased: bool = False
    """They were forgotten: the row goes as soon as they were told so."""


class Sending(Row, table=True):
    """One piece of a message on its way: begun before it is sent, gone once it was delivered.

    `sid` is the platform's id, None as long as nobody knows whether it was accepted.
    """

    key: str = Field(primary_key=True)
    part: int = Field(primary_key=True)
    space_id: int = Field(foreign_key="space.id")
    place: str
    body: str
    payload: dict[str, Any] | None = document_or_none()
    sid: str | None = Field(default=None, index=True)
    begun_at: datetime = moment(index=True)
