"""Who somebody is in a server: that they are there, and what they may do there."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence

import aiohttp
import discord
from sqlalchemy import Engine

from connectors.discord import lines
from connectors.discord.answers import Interaction
from conversations.texts import Text
from storage.database import reading

GONE = frozenset({10007, 10013})
"""Unknown member, unknown user (Discord docs, "JSON Error Codes")."""
OUT = frozenset({10004, 50001})
"""Unknown server, no access (the same)."""
UNSURE = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)


class People:
    """Finds who is in the direct line: it is one for all servers that they share with the bot."""

    def __init__(self, client: discord.Client, reader: Engine) -> None:
        self._client = client
        self._reader = reader

    def here(self, person: int) -> discord.Member | None:
        """Them in our only server, as far as the gateway has told; None if there is more to ask."""
        guilds = self._client.guilds
        return guilds[0].get_member(person) if len(guilds) == 1 else None

    async def met(self, person: int) -> discord.Member | None:
        """Them in the server that was talked of last; None if they share none with us."""
        for space in await self._talked(person) if len(self._client.guilds) > 1 else ():
            if member := await member_of(self._client, person, space):
                return member
        return await member_of(self._client, person)

    async def acting(self, interaction: Interaction, space: str | None) -> discord.Member | None:
        """Who does something in that server (None: wherever we meet them), if they are in it.

        Of what is done in the server itself Discord says who it is; an old button in the direct
        line outlives their leaving, and the server's own.
        """
        space = space or _where(interaction)
        if space is None:
            return await self.met(interaction.user.id)
        if self._client.get_guild(int(space)) is None:
            return None
        if isinstance(interaction.user, discord.Member) and space == _where(interaction):
            return interaction.user
        return await member_of(self._client, interaction.user.id, space)

    async def why_not(self, interaction: Interaction, space: str | None) -> Text:
        """Why nothing can be done for somebody whom we do not meet, or not in that server."""
        space = space or _where(interaction)
        if space and self._client.get_guild(int(space)) is None:
            return Text("discord-removed")
        if any(guild.unavailable for guild in self._client.guilds):
            return Text("discord-try-again")
        last = (await self._talked(interaction.user.id))[:1]
        gone = any(self._client.get_guild(int(space)) is None for space in last)
        return Text("discord-removed" if gone or not self._client.guilds else "discord-not-here")

    async def _talked(self, person: int) -> Sequence[str]:
        return await asyncio.to_thread(self._talked_in, str(person))

    def _talked_in(self, person: str) -> Sequence[str]:
        with reading(self._reader) as connection:
            return lines.talked(connection, person)


def _where(interaction: Interaction) -> str | None:
    return str(interaction.guild_id) if interaction.guild_id else None


async def member_of(
    client: discord.Client, person: int, space: str | None = None
) -> discord.Member | None:
    """The person in that server, else in the first one that we share; None outside of all.

    What the gateway has told is known at once; only what it left out is asked for.
    """
    guilds = [client.get_guild(int(space))] if space else sorted(client.guilds, key=lambda g: g.id)
    here = [guild for guild in guilds if guild is not None]
    for guild in here:
        if known := guild.get_member(person):
            return known
    for guild in here:
        if found := await _asked_for(guild, person):
            return found
    return None


async def _asked_for(guild: discord.Guild, person: int) -> discord.Member | None:
    try:
        return await guild.fetch_member(person)
    except discord.NotFound:
        return None


async def has_left(guild: discord.Guild, person: int) -> bool:
    """Whether Discord says so, asked for them by name; any other answer leaves them there."""
    try:
        await guild.fetch_member(person)
    except discord.NotFound as fault:
        return fault.code in GONE and guild.get_member(person) is None
    except UNSURE:
        return False
    return False


async def is_out(client: discord.Client, guild: int) -> bool:
    """Whether Discord says that the bot is in that server no more; an outage does not say so."""
    try:
        await client.fetch_guild(guild, with_counts=False)
    except (discord.NotFound, discord.Forbidden) as fault:
        return fault.code in OUT
    except UNSURE:
        return False
    return False


def role(
    permissions: discord.Permissions, roles: Collection[int], moderators: Collection[int]
) -> str | None:
    """What they may do, by Discord's permissions or by the roles that the settings name."""
    if permissions.administrator or permissions.manage_guild:
        return "organiser"
    if permissions.moderate_members or not set(moderators).isdisjoint(roles):
        return "moderator"
    return None


def role_in(
    interaction: Interaction, member: discord.Member, moderators: Collection[int]
) -> str | None:
    """By the permissions that came with it; in the direct line, by those in the server."""
    if member is not interaction.user:
        return role_of(member, moderators)
    return role(interaction.permissions, [each.id for each in member.roles], moderators)


def role_of(member: discord.Member, moderators: Collection[int]) -> str | None:
    """The same, of a member who wrote in the direct line."""
    held = [each for each in moderators if member.get_role(each) is not None]
    return role(member.guild_permissions, held, moderators)


def known(user: discord.User | discord.Member, locale: str = "") -> Mapping[str, str]:
    """What Discord tells of somebody whom we have not met."""
    told = {"name": user.display_name, "locale": locale}
    return {name: value for name, value in told.items() if value}
