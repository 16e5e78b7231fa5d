"""Discord's commands, made from the one registry: slash commands, and two entries of menus."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import discord
import structlog

from connectors.discord.facts import keep, kept
from connectors.discord.words import cut
from conversations.commands import COMMANDS, Command
from conversations.language import FALLBACK, locales, render
from conversations.texts import Text
from storage.writer import Writer

log = structlog.get_logger()

CHAT, USER, MESSAGE = 1, 2, 3
STRING = 3
NAME, DESCRIPTION = 32, 100
"""Characters (Discord docs, "Application Commands")."""
GUILD_INSTALL, GUILD, BOT_DM = 0, 0, 1
COMPLETED = frozenset({"need"})
"""The arguments for which Discord asks us what could stand there."""
NEEDED = {
    "moderator": discord.Permissions(moderate_members=True),
    "organiser": discord.Permissions(manage_guild=True),
}
"""Who sees a command at first; server admins may change that, so roles are checked again."""

Payload = dict[str, Any]


def application_commands() -> list[Payload]:
    """Every command as Discord takes it, English first and translated into what it knows."""
    entry = _named(Text("discord-menu-ask"))
    menus = [_everywhere(entry | {"type": kind}) for kind in (USER, MESSAGE)]
    return [*map(_slash, COMMANDS), *menus]


def _slash(command: Command) -> Payload:
    shown: Payload = {
        "type": CHAT, "name": command.name, **_described(command.help),
        "name_localizations": {each: _word(command, each) for each in _others()},
    }  # fmt: skip
    if command.argument:
        shown["options"] = [_option(command.argument)]
    if command.role in NEEDED:
        shown["default_member_permissions"] = str(NEEDED[command.role].value)
    return _everywhere(shown)


def _option(argument: str) -> Payload:
    help_ = Text(f"discord-argument-{argument}-help")
    name = _named(Text(f"discord-argument-{argument}"))
    return {"type": STRING, "autocomplete": argument in COMPLETED, **name, **_described(help_)}


def _named(text: Text) -> Payload:
    names = {each: render(text, each) for each in _others()}
    return {"name": render(text, FALLBACK), "name_localizations": names}


def _described(text: Text) -> Payload:
    words = {each: cut(render(text, each), DESCRIPTION) for each in locales()}
    return {"description": words.pop(FALLBACK), "description_localizations": _known(words)}


def _word(command: Command, locale: str) -> str:
    """The first word that means it: a name on Discord has no spaces."""
    words = render(Text(f"command-{command.name}-words"), locale).split(",")
    fitting = (word.strip() for word in words if " " not in word.strip())
    return next(fitting, command.name).lower()[:NAME]


def _everywhere(shown: Payload) -> Payload:
    return shown | {"integration_types": [GUILD_INSTALL], "contexts": [GUILD, BOT_DM]}


def _others() -> list[str]:
    return list(_known(dict.fromkeys(each for each in locales() if each != FALLBACK)))


def _known(words: dict[str, Any]) -> dict[str, Any]:
    """Of our languages, those that Discord has."""
    theirs = {each.value for each in discord.Locale}
    return {locale: said for locale, said in words.items() if locale in theirs}


def digest(commands: Sequence[Payload]) -> str:
    """Changes when a command does."""
    return hashlib.sha256(json.dumps(commands, sort_keys=True).encode()).hexdigest()


async def sync(client: discord.Client, writer: Writer, guild: int | None) -> None:
    """Tell Discord the commands, if they are others than last time.

    Discord takes 200 new commands a day (docs, "Application Commands"), and people wait for them.
    """
    commands, application = application_commands(), client.application_id
    assert application is not None
    fact, now = f"discord:commands:{application}:{guild or 'everywhere'}", digest(commands)
    if await kept(writer, fact) == now:
        return
    if guild:
        await client.http.bulk_upsert_guild_commands(application, guild, commands)
    else:
        await client.http.bulk_upsert_global_commands(application, commands)
    await keep(writer, fact, now)
    log.info("discord-commands-synced", commands=len(commands))
