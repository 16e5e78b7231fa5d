"""The channel that a command may be about: one that it names, else the one it is used in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import discord

from connectors.discord.answers import Interaction
from conversations.commands import called
from conversations.incoming import Spot

NAMED = re.compile(r"<#(\d+)>")
WRITES = {
    "view_channel": "discord-permission-view-channel",
    "send_messages": "discord-permission-send-messages",
}
"""What the bot needs in a channel to say something there (Discord docs, "Create Message"), with the
texts that name it.
"""


def meant(interaction: Interaction, data: Mapping[str, Any], member: discord.Member) -> Spot | None:
    """A text channel of the server, and what the bot lacks there; none that the person can't see,
    and none for a command that is about none.

    Threads are none: they are archived after a while.
    """
    command = called(data["name"])
    if command is None or not command.spot:
        return None
    words = " ".join(str(each.get("value", "")) for each in data.get("options", ()))
    channel = _named(words, member.guild) or _used_in(interaction, member.guild)
    if channel is None or not channel.permissions_for(member).view_channel:
        return None
    return Spot(str(channel.id), f"#{channel.name}", _lacking(channel))


def _named(words: str, guild: discord.Guild) -> discord.TextChannel | None:
    """The channel that the words mention, or whose name stands in them after a #."""
    if found := NAMED.search(words):
        return _text(guild.get_channel(int(found[1])))
    said = {each.casefold() for each in words.split()}
    return next((each for each in guild.text_channels if f"#{each.name}".casefold() in said), None)


def _used_in(interaction: Interaction, guild: discord.Guild) -> discord.TextChannel | None:
    return _text(guild.get_channel(interaction.channel_id or 0))


def _text(channel: object) -> discord.TextChannel | None:
    return channel if isinstance(channel, discord.TextChannel) else None


def _lacking(channel: discord.TextChannel) -> tuple[str, ...]:
    """The keys of texts that name what the bot is not allowed there."""
    ours = channel.permissions_for(channel.guild.me)
    return tuple(text for name, text in WRITES.items() if not getattr(ours, name))
