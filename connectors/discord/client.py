"""The library's client: it keeps the connection, and hands every event on."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import discord
import structlog

from connectors.discord.answers import Interaction
from connectors.discord.doorstep import Doorstep
from connectors.discord.memberships import Memberships
from connectors.discord.messages import Messages

log = structlog.get_logger()

discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it never speaks aloud

LONGEST_WAIT = 30.0
"""Seconds of a rate limit that the library may sleep through; a longer one is the outbox's."""


def intents() -> discord.Intents:
    """Servers, their members (the one privileged intent), and what people write to the bot."""
    return discord.Intents(guilds=True, members=True, dm_messages=True)


class Client(discord.AutoShardedClient):
    """It calls nobody by name, and keeps no messages. Have it `serve` before it starts."""

    def __init__(self) -> None:
        super().__init__(
            intents=intents(), allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None, max_ratelimit_timeout=LONGEST_WAIT,
        )  # fmt: skip

    def serve(
        self,
        door: Doorstep,
        messages: Messages,
        memberships: Memberships,
        logged_in: Callable[[], Awaitable[None]],
    ) -> None:
        """Who is told of what happens."""
        self._door = door
        self._messages = messages
        self._memberships = memberships
        self._logged_in = logged_in

    async def setup_hook(self) -> None:
        await self._logged_in()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        """Most messages are taken in here and now; whatever else there is gets a task of its own.

        What can't be taken in here has the library's own way, where a fault ends only its task.
        """
        if event != "message" or not self._taken_at_once(*args):
            super().dispatch(event, *args, **kwargs)

    def _taken_at_once(self, message: discord.Message) -> bool:
        try:
            return self._messages.at_once(message)
        except Exception:  # noqa: BLE001 - out of here it would break the connection
            return False

    async def on_message(self, message: discord.Message) -> None:
        await self._messages.take(message)

    async def on_interaction(self, interaction: Interaction) -> None:
        await self._door.interaction(interaction)

    async def on_member_join(self, member: discord.Member) -> None:
        await self._joined(member)

    async def on_member_update(self, before: discord.Member, after: discord.Member) -> None:
        """Whoever has passed the server's screening has joined (docs, "Membership Screening")."""
        if before.pending and not after.pending:
            await self._joined(after)

    async def _joined(self, member: discord.Member) -> None:
        if not (member.bot or member.pending):
            await self._memberships.joined(member)

    async def on_raw_member_remove(self, gone: discord.RawMemberRemoveEvent) -> None:
        since = gone.user.joined_at if isinstance(gone.user, discord.Member) else None
        if not gone.user.bot:
            await self._memberships.left(gone.guild_id, gone.user.id, since)

    async def on_guild_available(self, guild: discord.Guild) -> None:
        """The library says so two seconds after the connection: we may have gone by then."""
        if not self.is_closed():
            await self._memberships.available(guild)

    async def on_ready(self) -> None:
        """All shards are connected: each has named the servers that the bot is in."""
        if not self.is_closed():
            await self._memberships.connected(self)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self.on_guild_available(guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._memberships.removed(guild.id)

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """The library would log the event with it, and so what people wrote."""
        kind, _, trace = sys.exc_info()
        where = traceback.extract_tb(trace)[-1]
        log.error(
            "discord-event-broke", during=event_method, fault=kind and kind.__name__,
            where=f"{where.name}:{where.lineno}",
        )  # fmt: skip
