"""The platforms that are connected: those whose settings are filled in.

A platform's library is loaded only where it is used: the bot starts fast without it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError
from pydantic_settings import BaseSettings
from sqlalchemy import Connection

from bot.settings import WrongSetting, is_begun
from connectors.base import Connector, Finding, Surroundings
from connectors.discord.settings import DiscordSettings
from connectors.local.view import view as see_on_the_page
from connectors.secrets import Safe
from connectors.slack.settings import SlackSettings
from connectors.whatsapp.settings import WhatsAppSettings
from connectors.whatsapp.settings import is_given as whatsapp_is_given
from conversations.outgoing import Outgoing
from conversations.texts import Text
from conversations.views import VIEWS

WHAT_TO_WRITE = {
    "PASSERELLE_SLACK_": "setting-slack-incomplete",
    "PASSERELLE_SLACK_BOT_TOKEN": "setting-slack-bot-token",
    "PASSERELLE_SLACK_APP_TOKEN": "setting-slack-app-token",
    "PASSERELLE_SLACK_MESSAGES_PER_MINUTE": "setting-slack-messages-per-minute",
    "PASSERELLE_DISCORD_GUILD_ID": "setting-discord-id",
    "PASSERELLE_DISCORD_INTRO_CHANNEL": "setting-discord-id",
    "PASSERELLE_DISCORD_MODERATOR_ROLES": "setting-discord-ids",
    "PASSERELLE_WHATSAPP_ACCOUNT_SID": "setting-whatsapp-account-sid",
    "PASSERELLE_WHATSAPP_AUTH_TOKEN": "setting-whatsapp-auth-token",
    "PASSERELLE_WHATSAPP_NUMBER": "setting-whatsapp-number",
    "PASSERELLE_WHATSAPP_PUBLIC_URL": "setting-whatsapp-public-url",
}
"""Of each setting that can be wrong, the message that says what is allowed; what was written is
never shown, since most of these are secrets. A bare prefix stands for all of a platform's."""


@dataclass(frozen=True, slots=True)
class Platform:
    """How one platform is set up, connected and looked at by the doctor.

    `lacking` says what is missing where something was set, but not what connects it.
    """

    settings: type[BaseSettings]
    is_given: Callable[[], bool]
    lacking: Text
    connect: Callable[[Surroundings], Connector | None]
    examine: Callable[[datetime, Safe | None], Iterable[Finding]]

    def check(self) -> bool:
        """Whether it is set up; raises WrongSetting for the first setting that is wrong."""
        try:
            return self.is_given() and bool(self.settings())
        except ValidationError as wrong:
            raise WrongSetting(what_to_write(self.settings, wrong)) from None


def what_to_write(settings: type[BaseSettings], wrong: ValidationError) -> Text:
    """The message about the first of a platform's settings that is wrong."""
    field = "".join(str(part) for part in wrong.errors(include_url=False)[0]["loc"][:1])
    name = f"{settings.model_config['env_prefix']}{field}".upper()
    return Text(WHAT_TO_WRITE.get(name, "setting-unusable"), name=name)


def check() -> None:
    """Look at the settings of every platform; raises WrongSetting for the first one wrong."""
    for platform in PLATFORMS:
        platform.check()


def connected(around: Surroundings) -> Sequence[Connector]:
    """The connectors of this installation. Raises WrongSetting."""
    made = (platform.connect(around) for platform in PLATFORMS if platform.check())
    return [connector for connector in made if connector is not None]


def examined(now: datetime, safe: Safe | None) -> Iterator[Finding]:
    """What the doctor finds about the platforms that are set up."""
    for platform in PLATFORMS:
        try:
            if platform.check():
                yield from platform.examine(now, safe)
            elif is_begun(platform.settings):
                yield Finding(False, platform.lacking)
        except WrongSetting as wrong:
            yield Finding(False, wrong.text)


def _slack(around: Surroundings) -> Connector:
    from connectors.slack.connector import SlackConnector

    return SlackConnector(SlackSettings(), around)


def _look_at_slack(now: datetime, safe: Safe | None) -> Iterator[Finding]:
    from connectors.slack.settings import examine

    yield from examine(now, safe)


def _discord(around: Surroundings) -> Connector | None:
    from connectors.discord.connector import connect

    return connect(around)


def _look_at_discord(_now: datetime, _safe: Safe | None) -> Iterator[Finding]:
    from connectors.discord import checkup

    yield from checkup.findings()


def _whatsapp(around: Surroundings) -> Connector | None:
    from connectors.whatsapp.connector import connect

    return connect(around)


def _look_at_whatsapp(now: datetime, _safe: Safe | None) -> Iterable[Finding]:
    from connectors.whatsapp import checkup

    return asyncio.run(checkup.examined(now))


def examined_inside(connection: Connection, now: datetime, safe: Safe | None) -> Iterator[Finding]:
    """What the doctor finds about what platforms keep in the database."""
    if whatsapp_is_given():
        from connectors.whatsapp import waiting

        yield from waiting.findings(connection)
    try:
        settings = SlackSettings()
    except ValidationError:
        return  # `examined` has said so
    if settings.several and safe is not None:
        from connectors.slack import checks, installations

        yield from checks.look_at(installations.rows(connection), settings, safe, now)


def _see_on_slack(outgoing: Outgoing) -> Iterable[Text]:
    from connectors.slack.view import view

    return view(outgoing)


def _see_on_discord(outgoing: Outgoing) -> Iterable[Text]:
    from connectors.discord.view import view

    return view(outgoing)


def _see_on_whatsapp(outgoing: Outgoing) -> Iterable[Text]:
    from connectors.whatsapp.view import view

    return view(outgoing)


VIEWS.update(
    local=see_on_the_page, slack=_see_on_slack, discord=_see_on_discord, whatsapp=_see_on_whatsapp
)

PLATFORMS = (
    Platform(
        SlackSettings, lambda: SlackSettings().is_given, Text("doctor-slack-no-token"),
        _slack, _look_at_slack,
    ),
    Platform(
        DiscordSettings, lambda: DiscordSettings().token is not None,
        Text("doctor-discord-no-token"), _discord, _look_at_discord,
    ),
    Platform(
        WhatsAppSettings, whatsapp_is_given, Text("doctor-whatsapp-no-account"),
        _whatsapp, _look_at_whatsapp,
    ),
)  # fmt: skip
