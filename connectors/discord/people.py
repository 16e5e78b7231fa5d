"""Who somebody is in a server: that they are there, and what they may do there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import discord


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


def role(
    permissions: discord.Permissions, roles: Collection[int], moderators: Collection[int]
) -> str | None:
    """What they may do, by Discord's permissions or by the roles that the settings name."""
    if permissions.administrator or permissions.manage_guild:
        return "organiser"
    if permissions.moderate_members or not set(moderators).isdisjoint(roles):
        return "moderator"
    return None


def role_of(member: discord.Member, moderators: Collection[int]) -> str | None:
    """The same, of a member who wrote in the direct line."""
    held = [each for each in moderators if member.get_role(each) is not None]
    return role(member.guild_permissions, held, moderators)


def known(user: discord.User | discord.Member, locale: str = "") -> Mapping[str, str]:
    """What Discord tells of somebody whom we have not met."""
    told = {"name": user.display_name, "locale": locale}
    return {name: value for name, value in told.items() if value}
