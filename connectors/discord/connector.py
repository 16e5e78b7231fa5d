"""The Discord connector: one client, the ways in and the delivery."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import aiohttp
import discord
import structlog
from pydantic import SecretStr
from starlette.routing import BaseRoute

from connectors.base import Abilities, Address, Receive, Surroundings, TryLater
from connectors.discord import menu
from connectors.discord.client import Client
from connectors.discord.delivery import Delivery
from connectors.discord.doorstep import Doorstep
from connectors.discord.entry import CONNECTOR, Entry
from connectors.discord.forms import FIELDS
from connectors.discord.memberships import Memberships
from connectors.discord.messages import Messages
from connectors.discord.people import People
from connectors.discord.render import OPTIONS
from connectors.discord.settings import DiscordSettings
from connectors.discord.words import CONTENT
from connectors.pace import Pace
from conversations.outgoing import Outgoing

log = structlog.get_logger()

UNREACHED = (
    OSError, TimeoutError, aiohttp.ClientError, discord.GatewayNotFound, discord.HTTPException,
)  # fmt: skip
REFUSED = (discord.LoginFailure, discord.PrivilegedIntentsRequired, discord.ConnectionClosed)
"""The token or an intent; a token that was reset meanwhile ends the connection (docs, "Gateway
Close Event Codes": 4004)."""
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 300.0
A_SECOND, AT_ONCE = 40, 5
"""Together less than the 50 requests of a bot in any second (Discord docs, "Rate Limits", global):
the library has some of its own to ask. What answers an interaction doesn't count."""


class DiscordConnector:
    """Keeps connected by itself; about a token or an intent that is refused the doctor tells."""

    name = CONNECTOR
    abilities = Abilities(
        text=CONTENT, options=OPTIONS, fields=FIELDS, rooms=True, private_replies=True, edits=True
    )
    routes: Sequence[BaseRoute] = ()

    def __init__(
        self,
        settings: DiscordSettings,
        token: SecretStr,
        around: Surroundings,
        pace: Pace | None = None,
    ) -> None:
        self._settings = settings
        self._token = token
        self._around = around
        self._pace = pace or Pace(A_SECOND, AT_ONCE)
        self._running: asyncio.Task[None] | None = None
        self._client: Client | None = None
        self._delivery: Delivery | None = None

    async def start(self, receive: Receive) -> None:
        """Connect; the bot's other platforms don't wait for it."""
        self._running = asyncio.create_task(self._stay_connected(receive))

    async def finished(self) -> None:
        """Wait until there is nothing left to try; only a refusal ends it."""
        if self._running is not None:
            await self._running

    async def stop(self) -> None:
        """Disconnect."""
        self._delivery = None
        if self._client is not None:
            await self._client.close()
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """Into the direct line, or what stands in for it, or a room."""
        if to.direct:
            return await self._out().direct(to.space, to.id, outgoing, key)
        return await self._out().shared(to.space, to.id, outgoing, key)

    async def edit(self, to: Address, outgoing: Outgoing, former: str) -> str:
        """Change a message of one part, where it was posted; another one is sent anew."""
        if to.direct:
            return await self._out().change_direct(to.space, to.id, outgoing, former)
        return await self._out().change(to.space, to.id, outgoing, former)

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A private thread."""
        return await self._out().open_room(space, people, title, key)

    def _out(self) -> Delivery:
        if self._delivery is None:
            raise TryLater("discord: not connected yet")
        return self._delivery

    async def _stay_connected(self, receive: Receive) -> None:
        """The library comes back after every break; only its first contact is ours to repeat."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._connect(receive)
            except REFUSED as refusal:
                log.error("discord-refused", why=type(refusal).__name__, see="passerelle doctor")
                return
            except UNREACHED as fault:
                log.warning("discord-unreached", fault=type(fault).__name__, again_in=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _connect(self, receive: Receive) -> None:
        self._client = client = Client()
        delivery = Delivery(client, self._around, self._settings.intro_channel, self._pace)
        entry, who = Entry(self._around, receive), People(client, self._around.reader)
        roles = self._settings.moderator_roles
        door = Doorstep(self._around, entry, who, delivery, roles)
        messages = Messages(entry, who, delivery, roles)

        async def logged_in() -> None:
            await delivery.remember()
            self._delivery = delivery
            self._around.wake()
            await menu.sync(client, self._around.writer, self._settings.guild_id)

        client.serve(door, messages, Memberships(entry.hand_in, self._around), logged_in)
        async with client:
            await client.start(self._token.get_secret_value())


def connect(around: Surroundings) -> DiscordConnector | None:
    """The connector, if its token is set. Raises ValidationError for wrong settings."""
    settings = DiscordSettings()
    return DiscordConnector(settings, settings.token, around) if settings.token else None
