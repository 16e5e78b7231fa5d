"""The platforms that are connected: those whose settings are filled in.

A platform's library is loaded only where it is used: the bot starts fast without it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from connectors.base import Connector, Finding, Surroundings
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


def whatsapp(around: Surroundings) -> Connector | None:
    """WhatsApp, when its account is given."""
    from connectors.whatsapp import settings

    if not settings.is_given():
        return None
    from connectors.whatsapp.connector import connect

    return connect(around)


def discord(around: Surroundings) -> Connector | None:
    """Discord, by its token."""
    from connectors.discord.settings import DiscordSettings

    if DiscordSettings().token is None:
        return None
    from connectors.discord.connector import connect

    return connect(around)


def examined(now: datetime) -> Iterator[Finding]:
    """What the doctor finds about the platforms that are set up."""
    from connectors.discord import checkup
    from connectors.slack.settings import examine
    from connectors.whatsapp import settings

    yield from examine(now)
    yield from checkup.findings()
    if settings.is_given():
        from connectors.whatsapp import doctor

        yield from asyncio.run(doctor.examined(now))


PLATFORMS: tuple[Connect, ...] = (slack, discord, whatsapp)
