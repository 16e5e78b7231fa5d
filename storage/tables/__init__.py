"""Every table, by its room's word; `table(Member)` is the Core side of a class."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from storage.tables.help import Ask, Audit, Introduction, Thanks
from storage.tables.people import (
    Community,
    CommunityText,
    Identity,
    Member,
    Place,
    PlaceMember,
    ProfileEntry,
    ProfileTerm,
    Space,
)
from storage.tables.traffic import Conversation, Dialogue, Fact, Inbox, LocalMessage, Outbox


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model, for the statements of the hot path."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


__all__ = [
    "Ask", "Audit", "Community", "CommunityText", "Conversation", "Dialogue", "Fact", "Identity",
    "Inbox", "Introduction", "LocalMessage", "Member", "Outbox", "Place", "PlaceMember",
    "ProfileEntry", "ProfileTerm", "Space", "Thanks", "table",
]  # fmt: skip
