"""What the doctor looks at on Discord: the token, the intent, each server, and the channel and the
rights that threads need there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
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
    send_messages_in_threads=True, embed_links=True, attach_files=True,
)  # fmt: skip
"""What introductions, closed direct messages and files need, in the channel that threads are
under."""

INTRO = f"{PREFIX}INTRO_CHANNEL"
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
        yield from asyncio.run(_asked(settings.token, settings.intro_channel))


async def _asked(token: SecretStr, intro: int | None) -> list[Finding]:
    """Discord's own answers; the library is asked to log in, and not to connect."""
    async with discord.Client(intents=intents()) as client:
        try:
            await client.login(token.get_secret_value())
            application = await client.application_info()
            servers = await client.http.get_guilds(LOOKED_AT)
            found = [await _server(client, server, intro) for server in servers]
        except discord.LoginFailure:
            return [Finding(False, Text("doctor-discord-token", name=f"{PREFIX}TOKEN"))]
        except (discord.HTTPException, aiohttp.ClientError, OSError) as fault:
            return [Finding(False, Text("doctor-discord-silent", fault=type(fault).__name__))]
    return [*_intent(application.flags), *(found or [_nowhere(application.id)])]


def _intent(flags: discord.ApplicationFlags) -> Iterator[Finding]:
    if flags.gateway_guild_members or flags.gateway_guild_members_limited:
        yield Finding(True, Text("doctor-discord-ok"))
    else:
        yield Finding(False, Text("doctor-discord-intent"))


def _nowhere(application: int) -> Finding:
    url = discord.utils.oauth_url(
        application, permissions=NEEDED, scopes=("bot", "applications.commands")
    )
    return Finding(False, Text("doctor-discord-nowhere", url=url))


async def _server(client: discord.Client, server: Mapping[str, Any], intro: int | None) -> Finding:
    """What the bot may do in the server, then in the channel that threads are under."""
    name = str(server["name"])
    if missing := _missing(discord.Permissions(int(server["permissions"]))):
        return Finding(False, Text("doctor-discord-rights", server=name, missing=missing))
    guild = await client.fetch_guild(int(server["id"]))
    channel = await _parent(client, guild, intro)
    if channel is None:
        return Finding(False, Text("doctor-discord-channel", server=name, name=INTRO))
    assert client.user is not None, "we have logged in"
    ours = channel.permissions_for(await guild.fetch_member(client.user.id))
    if missing := _missing(ours):
        wrong = Text("doctor-discord-channel-rights", server=name, channel=channel.name,
                     missing=missing)  # fmt: skip
        return Finding(False, wrong)
    return Finding(True, Text("doctor-discord-server-ok", server=name))


async def _parent(
    client: discord.Client, guild: discord.Guild, intro: int | None
) -> discord.abc.GuildChannel | None:
    """The channel that threads are opened under, as the delivery chooses it."""
    there = {channel.id: channel for channel in await guild.fetch_channels()}
    if intro in there:
        return there[intro]
    system = (await client.http.get_guild(guild.id)).get("system_channel_id")
    return there.get(int(system)) if system else None


def _missing(has: discord.Permissions) -> list[str]:
    if has.administrator:
        return []
    return [name for name, wanted in NEEDED if wanted and not getattr(has, name)]
