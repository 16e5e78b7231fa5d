"""What the doctor looks at on Discord: the token, the intent, and the rights in each server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import aiohttp
import discord
from pydantic import SecretStr, ValidationError

from connectors.base import Finding
from connectors.discord.client import intents
from connectors.discord.settings import PREFIX, DiscordSettings
from conversations.texts import Text

NEEDED = discord.Permissions(
    view_channel=True, send_messages=True, create_private_threads=True,
    send_messages_in_threads=True, embed_links=True,
)  # fmt: skip
"""What introductions and closed direct messages need, in the channel that threads are under."""

LOOKED_AT = 200
"""Servers (Discord docs, "Get Current User Guilds": limit)."""


def findings() -> Iterator[Finding]:
    """Nothing where Discord is not set up."""
    try:
        settings = DiscordSettings()
    except ValidationError as wrong:
        name = f"{PREFIX}{wrong.errors()[0]['loc'][0]}".upper()
        yield Finding(False, Text("doctor-discord-setting", name=name))
        return
    if settings.token is not None:
        yield from asyncio.run(_asked(settings.token))


async def _asked(token: SecretStr) -> list[Finding]:
    """Discord's own answers; the library is asked to log in, and not to connect."""
    async with discord.Client(intents=intents()) as client:
        try:
            await client.login(token.get_secret_value())
            application = await client.application_info()
            servers = await client.http.get_guilds(LOOKED_AT)
        except discord.LoginFailure:
            return [Finding(False, Text("doctor-discord-token", name=f"{PREFIX}TOKEN"))]
        except (discord.HTTPException, aiohttp.ClientError, OSError) as fault:
            return [Finding(False, Text("doctor-discord-silent", fault=type(fault).__name__))]
    return [*_intent(application.flags), *_servers(application.id, servers)]


def _intent(flags: discord.ApplicationFlags) -> Iterator[Finding]:
    if flags.gateway_guild_members or flags.gateway_guild_members_limited:
        yield Finding(True, Text("doctor-discord-ok"))
    else:
        yield Finding(False, Text("doctor-discord-intent"))


def _servers(application: int, servers: Sequence[Mapping[str, Any]]) -> Iterator[Finding]:
    if not servers:
        url = discord.utils.oauth_url(
            application, permissions=NEEDED, scopes=("bot", "applications.commands")
        )
        yield Finding(False, Text("doctor-discord-nowhere", url=url))
    for server in servers:
        yield from _rights(server)


def _rights(server: Mapping[str, Any]) -> Iterator[Finding]:
    has = discord.Permissions(int(server["permissions"]))
    missing = [name for name, wanted in NEEDED if wanted and not getattr(has, name)]
    if has.administrator or not missing:
        yield Finding(True, Text("doctor-discord-server-ok", server=server["name"]))
    else:
        yield Finding(False, Text("doctor-discord-rights", server=server["name"], missing=missing))
