"""The platforms that are connected: those whose settings are filled in.

A platform's library is loaded only where it is used: the bot starts fast without it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from connectors.base import Connector, Surroundings
from connectors.slack.settings import SlackSettings

Connect = Callable[[Surroundings], Connector | None]


def connected(around: Surroundings) -> Sequence[Connector]:
    """The connectors of this installation. Raises pydantic's ValidationError for wrong settings."""
    return [made for connect in PLATFORMS if (made := connect(around)) is not None]


def slack(around: Surroundings) -> Connector | None:
    """Slack, when it has a bot token."""
    settings = SlackSettings()
    if settings.bot_token is None:
        return None
    from connectors.slack.connector import SlackConnector

    return SlackConnector(settings, around)


PLATFORMS: tuple[Connect, ...] = (slack,)
