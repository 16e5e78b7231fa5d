"""Who comes and who goes: live, and what happened while the bot was away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

import discord
import structlog
from sqlalchemy import Connection

from community import spaces
from connectors.base import Arrival, Receipt, Surroundings
from connectors.discord import people
from connectors.discord.facts import keep, kept

log = structlog.get_logger()

CONNECTOR = "discord"

Result = TypeVar("Result")
HandIn = Callable[[Arrival], Awaitable[Receipt]]


class Memberships:
    """Hands in joins and leaves.

    Discord repeats no event after a break that it could not resume. The time of the latest join is
    therefore kept: whoever joined after it was missed. At the first sight of a server everybody
    was there before us, and nobody is written to.
    """

    def __init__(self, hand_in: HandIn, around: Surroundings) -> None:
        self._hand_in = hand_in
        self._around = around

    async def joined(self, member: discord.Member) -> None:
        """Somebody is in a server, with its screening behind them."""
        await self._join(member)
        await self._seen(member.guild, [member])

    async def left(self, guild: int, person: int, since: datetime | None) -> None:
        """Somebody is in a server no more; without `since` they were not known to be there."""
        when = since or self._around.now()
        event = f"leave:{person}:{when.isoformat()}"
        await self._hand_in(
            Arrival(space=str(guild), event=event, sender=str(person), kind="leave")
        )

    async def available(self, guild: discord.Guild) -> None:
        """A server is there, with all its members: see who went, greet those who came meanwhile."""
        await self._written(partial(spaces.settle, connector=CONNECTOR, external_id=str(guild.id)))
        await self._missed_departures(guild)
        since = await kept(self._around.writer, _fact(guild))
        if since is None:
            return await keep(self._around.writer, _fact(guild), self._around.now().isoformat())
        missed = [each for each in guild.members if _is_after(each, datetime.fromisoformat(since))]
        for member in missed:
            await self._join(member)
        return await self._seen(guild, missed)

    async def _missed_departures(self, guild: discord.Guild) -> None:
        """Only in a server that is known whole, and only of whom Discord says so when asked.

        A departure ends in an erasure: nobody goes because of a gap in what we were told.
        """
        if guild.unavailable or not guild.chunked:
            log.info("discord-members-not-compared", space=str(guild.id))
            return
        for person in (await self._present()).get(str(guild.id), ()):
            if guild.get_member(int(person)) is None and await people.has_left(guild, int(person)):
                await self.left(guild.id, int(person), None)

    async def connected(self, client: discord.Client) -> None:
        """Every server that the bot is in has been named, those in an outage too."""
        for space in await self._present():
            if client.get_guild(int(space)) is None and await people.is_out(client, int(space)):
                await self.removed(int(space))

    async def _present(self) -> Mapping[str, Sequence[str]]:
        return await self._written(partial(spaces.present, connector=CONNECTOR))

    async def removed(self, guild: int) -> None:
        """The bot was taken out of a server: nobody there can be reached or asked any more."""
        log.warning("discord-server-left", space=str(guild))
        met = partial(spaces.people, connector=CONNECTOR, external_id=str(guild))
        for person in await self._written(met):
            await self.left(guild, int(person), None)

    async def _join(self, member: discord.Member) -> None:
        joined = member.joined_at or self._around.now()
        await self._hand_in(Arrival(
            space=str(member.guild.id), event=f"join:{member.id}:{joined.isoformat()}",
            sender=str(member.id), kind="join", known=people.known(member),
        ))  # fmt: skip

    async def _seen(self, guild: discord.Guild, members: list[discord.Member]) -> None:
        times = [each.joined_at.isoformat() for each in members if each.joined_at]
        last = await kept(self._around.writer, _fact(guild)) or ""
        if times and max(times) > last:
            await keep(self._around.writer, _fact(guild), max(times))

    async def _written(self, job: Callable[[Connection], Result]) -> Result:
        return await asyncio.wrap_future(self._around.writer.submit(job))


def _fact(guild: discord.Guild) -> str:
    return f"discord:joined:{guild.id}"


def _is_after(member: discord.Member, moment: datetime) -> bool:
    joined = member.joined_at
    return joined is not None and joined > moment and not (member.bot or member.pending)
