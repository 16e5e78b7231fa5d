"""Every table, by its room's word; `table(Member)` is the Core side of a class."""

from sqlalchemy import Table
from sqlmodel import SQLModel

from storage.tables.downloads import Download
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
from storage.tables.slack import SlackInstallation, SlackState
from storage.tables.surveys import BallotBox, Story, Survey, SurveyAnswered
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
    "Alias", "Ask", "Audit", "BallotBox", "Broadcast", "Community", "CommunityText", "Conversation",
    "Dialogue", "Download", "Fact", "Group", "GroupMember", "Holiday", "Identity", "Inbox",
    "Introduction", "LinkCode", "LinkTry", "LocalMessage", "Member", "OptOut", "Outbox", "Place",
    "PlaceMember", "ProfileEntry", "PromptAnswer", "Prompting", "Ritual", "Run", "Sending",
    "SlackInstallation", "SlackState", "Space", "Story", "Survey", "SurveyAnswered", "Thanks",
    "WelcomeWeek", "table",
]  # fmt: skip
