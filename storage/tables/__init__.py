"""Every table, by its room's word; `table(Member)` is the Core side of a class."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from storage.tables.help import Ask, Audit, Introduction, Thanks
from storage.tables.people import (
    Community,
    CommunityText,
    Identity,
    LinkCode,
    LinkTry,
    Member,
    Place,
    PlaceMember,
    ProfileEntry,
    Space,
)
from storage.tables.prompts import PromptAnswer, Prompting, WelcomeWeek
from storage.tables.rituals import Broadcast, Group, GroupMember, Holiday, OptOut, Ritual, Run
from storage.tables.rounds import Habit, Round, RoundGroup, Seat
from storage.tables.slack import SlackInstallation, SlackState
from storage.tables.traffic import Conversation, Dialogue, Fact, Inbox, LocalMessage, Outbox
from storage.tables.whatsapp import Alias, Sending

for each in SQLModel.metadata.tables.values():
    if len(each.primary_key.columns) == 1:
        # An id is never given twice, as on PostgreSQL: readers count on numbers that only grow.
        each.dialect_options["sqlite"]["autoincrement"] = True


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model, for the statements of the hot path."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


__all__ = [
    "Alias", "Ask", "Audit", "Broadcast", "Community", "CommunityText", "Conversation",
    "Dialogue", "Fact", "Group", "GroupMember", "Habit", "Holiday", "Identity", "Inbox",
    "Introduction", "LinkCode", "LinkTry", "LocalMessage", "Member", "OptOut", "Outbox",
    "Place", "PlaceMember", "ProfileEntry", "PromptAnswer", "Prompting", "Ritual", "Round",
    "RoundGroup", "Run", "Seat", "Sending", "SlackInstallation", "SlackState", "Space",
    "Thanks", "WelcomeWeek", "table",
]  # fmt: skip
