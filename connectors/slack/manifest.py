"""The app's manifest: what Slack needs to know of us, from the registry of commands.

Its fields and their limits: slackapi/manifest-schema, v2.
"""

from __future__ import annotations

from typing import Any

from connectors.slack import commands
from connectors.slack.words import short
from conversations.commands import Command
from conversations.language import render
from conversations.texts import Text

SCOPES = (
    "app_mentions:read", "chat:write", "commands", "files:read", "files:write", "im:history",
    "im:write", "mpim:history", "mpim:write", "usergroups:read", "users:read",
)  # fmt: skip
"""Of the bot; docs/connect-slack.md says what each is for."""
TO_LISTEN = ("channels:history", "groups:history")
"""For /listen and answers in threads alone: whoever wants none of these can take them out."""
HEARD = ("message.channels", "message.groups")
"""The events that these are for."""
EVENTS = (
    "app_home_opened", "app_mention", "app_uninstalled", "message.im", "team_join",
    "tokens_revoked", "user_change",
)  # fmt: skip
MOST_NAME = 35
MOST_DESCRIPTION = 140
MOST_SHORTCUT = 24


def manifest(
    name: str, locale: str, url: str | None, redirect: str | None = None
) -> dict[str, Any]:
    """The manifest; with a `url` (the webhook's) for HTTP, without for Socket Mode.

    `redirect` is where Slack comes back to after an installation with OAuth.
    """
    address = {} if url is None else {"request_url": url}
    comes_back = {} if redirect is None else {"redirect_urls": [redirect]}
    described = short(_words("slack-description", locale), MOST_DESCRIPTION)
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {"name": short(name, MOST_NAME), "description": described},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True,
                         "messages_tab_read_only_enabled": False},
            "bot_user": {"display_name": _words("bot-name", locale), "always_online": True},
            "slash_commands": _commands(locale, url),
            "shortcuts": [_shortcut(locale)],
        },
        "oauth_config": {"scopes": {"bot": [*SCOPES, *TO_LISTEN]}, **comes_back},
        "settings": {
            "event_subscriptions": {"bot_events": [*EVENTS, *HEARD], **address},
            "interactivity": {"is_enabled": True, **address},
            "socket_mode_enabled": url is None,
            "org_deploy_enabled": False,
            "token_rotation_enabled": False,
        },
    }  # fmt: skip


def _commands(locale: str, url: str | None) -> list[dict[str, Any]]:
    return [_command(name, each, locale, url) for name, each in commands.names().items()]


def _command(name: str, command: Command, locale: str, url: str | None) -> dict[str, Any]:
    """`should_escape`: a mention of somebody arrives with their id, and we read it by name."""
    shown: dict[str, Any] = {
        "command": f"/{name}", "description": render(command.help, locale),
        "should_escape": True,
    }  # fmt: skip
    if command.usage:
        shown["usage_hint"] = render(command.usage, locale)
    return shown if url is None else shown | {"url": url}


def _shortcut(locale: str) -> dict[str, Any]:
    return {
        "type": "message", "callback_id": "find_help",
        "name": short(_words("slack-shortcut", locale), MOST_SHORTCUT),
        "description": _words("slack-shortcut-description", locale),
    }  # fmt: skip


def _words(key: str, locale: str) -> str:
    return render(Text(key), locale)
