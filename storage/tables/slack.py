"""Where several Slack workspaces have the bot: one token each, sealed."""

from datetime import datetime

from sqlmodel import Field

from storage.tables.columns import Row, moment


class SlackInstallation(Row, table=True):
    """The bot in one workspace. `token` is sealed (connectors/secrets.py): never kept in clear."""

    __tablename__ = "slack_installation"

    team: str = Field(primary_key=True)
    bot_user: str
    bot: str
    token: str
    installed_at: datetime = moment()


class SlackState(Row, table=True):
    """An installation that somebody has begun: good once, and for a few minutes."""

    __tablename__ = "slack_state"

    state: str = Field(primary_key=True)
    expires_at: datetime = moment(index=True)
