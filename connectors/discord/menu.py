"""Discord's commands, made from the one registry: slash commands, and two entries of menus."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

import discord
import structlog

from connectors.discord.facts import keep, kept
from connectors.discord.mentions import Names
from connectors.discord.suggestions import SOURCES
from connectors.discord.words import cut
from conversations.commands import COMMANDS, Command
from conversations.commands import called as by_name
from conversations.language import FALLBACK, locales, render
from conversations.texts import Text
from storage.writer import Writer

log = structlog.get_logger()

CHAT, USER, MESSAGE = 1, 2, 3
STRING = 3
DESCRIPTION = 100
"""Characters (Discord docs, "Application Commands")."""
NEED = 300
"""Characters of a message that become a request, when it is chosen in a message's menu."""
ENTRIES = {USER: "intro", MESSAGE: "ask"}
"""What the entry in a person's menu, and the one in a message's menu, is a short way to."""
GUILD_INSTALL, GUILD, BOT_DM = 0, 0, 1
PAIR = ("first", "second")
"""Two people are two arguments, so that each of them is suggested."""
NEEDED = {
    "moderator": discord.Permissions(moderate_members=True),
    "organiser": discord.Permissions(manage_guild=True),
}
"""Who sees a command at first; server admins may change that, so roles are checked again."""

Payload = dict[str, Any]


def application_commands() -> list[Payload]:
    """Every command as Discord takes it, English first and translated into what it knows.

    What is about a channel is none here: the bot hears nothing in Discord's (docs, "Gateway":
    Message Content Intent, which is not asked for).
    """
    shown = [each for each in COMMANDS if not each.here]
    return [*map(_slash, shown), *(_entry(kind, name) for kind, name in ENTRIES.items())]


def called(data: Mapping[str, Any], names: Names) -> tuple[str, str]:
    """The command and what follows it; of a menu's entry, what it was opened on."""
    kind = data.get("type", CHAT)
    if kind == CHAT:
        words = ", ".join(str(each["value"]) for each in data.get("options", ()))
        return data["name"], _argument(data["name"], words, names)
    if kind == USER:
        return ENTRIES[USER], names.tag(int(data["target_id"]))
    messages = data.get("resolved", {}).get("messages", {}).values()
    return ENTRIES[MESSAGE], " ".join(names.spoken(each["content"])[:NEED] for each in messages)


def _argument(name: str, words: str, names: Names) -> str:
    command = by_name(name)
    return names.tagged(words) if command and command.about_members else names.spoken(words)


def _slash(command: Command) -> Payload:
    shown: Payload = {
        "type": CHAT, "name": command.name, **_described(command.help),
        "name_localizations": {each: command.called(each) for each in _others()},
    }  # fmt: skip
    if command.argument:
        names = PAIR if command.takes == "members" else (command.argument,)
        shown["options"] = [_option(name, command.takes in SOURCES) for name in names]
    return _everywhere(shown | _kept_to(command))


def _entry(kind: int, name: str) -> Payload:
    (command,) = (each for each in COMMANDS if each.name == name)
    shown = {"type": kind, **_named(Text(f"discord-menu-{name}"))}
    return _everywhere(shown | _kept_to(command))


def _kept_to(command: Command) -> Payload:
    needed = NEEDED.get(command.role)
    return {"default_member_permissions": needed.value} if needed else {}


def _option(argument: str, completed: bool) -> Payload:
    help_ = Text(f"discord-argument-{argument}-help")
    name = _named(Text(f"discord-argument-{argument}"))
    return {"type": STRING, "autocomplete": completed, **name, **_described(help_)}


def _named(text: Text) -> Payload:
    names = {each: render(text, each) for each in _others()}
    return {"name": render(text, FALLBACK), "name_localizations": names}


def _described(text: Text) -> Payload:
    words = {each: cut(render(text, each), DESCRIPTION) for each in locales()}
    return {"description": words.pop(FALLBACK), "description_localizations": _known(words)}


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
    Whoever has the old ones can use them; it is tried again at the next start.
    """
    commands, application = application_commands(), client.application_id
    assert application is not None
    fact, now = f"discord:commands:{application}:{guild or 'everywhere'}", digest(commands)
    if await kept(writer, fact) == now:
        return
    try:
        if guild:
            await client.http.bulk_upsert_guild_commands(application, guild, commands)
        else:
            await client.http.bulk_upsert_global_commands(application, commands)
    except (discord.HTTPException, discord.RateLimited) as fault:
        log.warning("discord-commands-not-synced", fault=type(fault).__name__)
    else:
        await keep(writer, fact, now)
        log.info("discord-commands-synced", commands=len(commands))
