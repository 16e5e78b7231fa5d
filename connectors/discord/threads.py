"""Private threads: shared rooms, and what stands in for closed direct messages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Protocol, TypeVar

import discord
from sqlalchemy import Connection

from connectors.base import NotDelivered, TryLater
from connectors.discord import lines
from connectors.discord.errors import HOUR, Gone
from connectors.discord.words import cut

T = TypeVar("T")

PRIVATE_THREAD, WEEK = 12, 10080
"""Type, and minutes of silence until it is archived (docs, "Start Thread without Message")."""
TITLE = 100


class Calls(Protocol):
    """Asks Discord for something; raises what `connectors.discord.errors` tells."""

    async def __call__(self, method: str, path: str, **given: Any) -> Any: ...


class Writes(Protocol):
    """Does a job on the database, and says what came of it."""

    async def __call__(self, job: Callable[[Connection], T]) -> T: ...


class Threads:
    """Opens threads in servers. `intro` is the channel they are opened under, if one is chosen."""

    def __init__(
        self, client: discord.Client, intro: int | None, call: Calls, write: Writes
    ) -> None:
        self._client = client
        self._intro = intro
        self._call = call
        self._write = write

    async def open(self, space: str, people: Sequence[str], title: str) -> str:
        """A thread that these people can be added to: one that was left behind, or a new one."""
        name = cut(title, TITLE) or "…"
        parent = self.parent(space)
        left = await self._left_behind(space, people, name)
        return left or await self._begun(parent, name)

    async def add(self, thread: str, person: str) -> None:
        """Let the person in; whoever is in it already stays."""
        path = "/channels/{channel_id}/thread-members/{user_id}"
        await self._call("PUT", path, channel_id=thread, user_id=person)

    async def archive(self, thread: str) -> None:
        """Out of sight, if it can be: who made a thread may do so (docs, "Modify Channel")."""
        with suppress(NotDelivered):
            path, body = "/channels/{channel_id}", {"archived": True}
            await self._call("PATCH", path, body=body, channel_id=thread)

    def parent(self, space: str) -> int:
        """The channel that threads of this server are opened under; once there is one, if not."""
        guild = self._client.get_guild(int(space))
        if guild is None:
            raise TryLater("discord: the server is not available")
        if self._intro and guild.get_channel(self._intro):
            return self._intro
        if guild.system_channel is None:
            raise TryLater("discord: set PASSERELLE_DISCORD_INTRO_CHANNEL", HOUR)
        return guild.system_channel.id

    async def _begun(self, parent: int, name: str) -> str:
        body = {
            "name": name, "type": PRIVATE_THREAD, "invitable": False,
            "auto_archive_duration": WEEK,
        }  # fmt: skip
        path = "/channels/{channel_id}/threads"
        try:
            made = await self._call("POST", path, body=body, channel_id=parent)
        except Gone as gone:
            raise TryLater(str(gone), HOUR) from None
        return str(made["id"])

    async def _left_behind(self, space: str, people: Sequence[str], name: str) -> str | None:
        """One that we began for these people and lost sight of, as when the power went.

        Nobody else is in it, somebody of them is, and no place of ours is there; it saves them a
        second, empty thread.
        """
        active = await self._call("GET", "/guilds/{guild_id}/threads/active", guild_id=space)
        for thread in self._ours(active["threads"], name):
            known = await self._write(partial(lines.is_known, thread=thread))
            if not known and await self._is_for(thread, people):
                return thread
        return None

    def _ours(self, threads: Sequence[Any], name: str) -> Iterator[str]:
        us = str(self._client.application_id)
        for each in threads:
            if (each["owner_id"], each["name"], each["type"]) == (us, name, PRIVATE_THREAD):
                yield str(each["id"])

    async def _is_for(self, thread: str, people: Sequence[str]) -> bool:
        path = "/channels/{channel_id}/thread-members"
        inside = await self._call("GET", path, channel_id=thread)
        guests = {each["user_id"] for each in inside} - {str(self._client.application_id)}
        return bool(guests) and guests <= set(people)
