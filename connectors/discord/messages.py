"""Words in the direct line; elsewhere the bot hears nothing."""

from __future__ import annotations

import discord
import structlog

from community.words import clean
from connectors.base import Arrival
from connectors.discord import people
from connectors.discord.delivery import Delivery
from connectors.discord.entry import Entry
from connectors.discord.mentions import Names
from connectors.discord.people import People
from connectors.pictures import Attached, bring, download

log = structlog.get_logger()


class Messages:
    """Hands in what people write. `moderators` are the roles that the settings name."""

    def __init__(
        self, entry: Entry, who: People, delivery: Delivery, moderators: frozenset[int]
    ) -> None:
        self._entry = entry
        self._people = who
        self._delivery = delivery
        self._moderators = moderators

    def at_once(self, message: discord.Message) -> bool:
        """Take it in without waiting for anything; False if there is something to wait for.

        Nearly all can be, and a task for each would cost as much as writing it down.
        """
        if not _is_for_us(message):
            return True
        member = self._people.here(message.author.id)
        if member is None or message.attachments or self._delivery.is_closed(str(member.id)):
            return False
        self._entry.leave(self._arrival(message, member))
        return True

    async def take(self, message: discord.Message) -> None:
        """The same, after looking up who wrote it, and fetching what came with it."""
        if not _is_for_us(message):
            return
        person = str(message.author.id)
        member = await self._people.met(message.author.id)
        if member is None:
            log.info("discord-stranger", person=person)
            return
        await self._delivery.opened(person)
        arrival = self._arrival(message, member)
        self._entry.leave(await bring(arrival, _attached(message), download))

    def _arrival(self, message: discord.Message, member: discord.Member) -> Arrival:
        told = {each.id: each.display_name for each in message.mentions}
        text = clean(Names(member.guild, told).typed(message.content))
        return Arrival(
            space=str(member.guild.id), event=f"m{message.id}", sender=str(member.id),
            kind="message", text=text, known=people.known(member),
            role=people.role_of(member, self._moderators), replied_to=_replied_to(message),
            lost="" if text else "other",  # a sticker is no answer
        )  # fmt: skip


def _is_for_us(message: discord.Message) -> bool:
    return message.guild is None and not message.author.bot


def _replied_to(message: discord.Message) -> str:
    reference = message.reference
    return str(reference.message_id) if reference and reference.message_id else ""


def _attached(message: discord.Message) -> list[Attached]:
    """What came with it; nobody has to log in to open these addresses."""
    return [Attached(each.url, each.content_type or "", each.size) for each in message.attachments]
