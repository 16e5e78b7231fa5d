"""What people do with commands, buttons and windows: written down, and only then acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

import discord
import structlog

from community import spaces
from connectors.base import Arrival, Surroundings
from connectors.discord import answers, forms, mentions, menu, people, spots
from connectors.discord.answers import Interaction
from connectors.discord.delivery import Delivery
from connectors.discord.entry import Entry
from connectors.discord.marks import Mark, read
from connectors.discord.mentions import Names
from connectors.discord.people import People
from connectors.discord.suggestions import Asking, Suggestion, suggestions
from conversations.commands import Command, called
from conversations.language import best, render
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage.database import reading

log = structlog.get_logger()

STALE = Text("stale-button")


class Doorstep:
    """Hands in what people do. `moderators` are the roles that the settings name."""

    def __init__(
        self,
        around: Surroundings,
        entry: Entry,
        who: People,
        delivery: Delivery,
        moderators: frozenset[int],
    ) -> None:
        self._around = around
        self._entry = entry
        self._people = who
        self._delivery = delivery
        self._moderators = moderators

    async def interaction(self, interaction: Interaction) -> None:
        """A command, what is being typed into one, a button or menu, or a window."""
        handle = self._handlers().get(interaction.type)
        if handle is None:
            log.info("discord-unknown-interaction", type=interaction.type.value)
        else:
            await handle(interaction, _data(interaction))

    def _handlers(self) -> Mapping[discord.InteractionType, Callable[..., Awaitable[None]]]:
        kinds = discord.InteractionType
        return {
            kinds.application_command: self._command, kinds.autocomplete: self._typing,
            kinds.component: self._component, kinds.modal_submit: self._window,
        }  # fmt: skip

    async def _command(self, interaction: Interaction, data: Mapping[str, Any]) -> None:
        member = await self._let_in(interaction)
        if member is None:
            return
        name, text = menu.called(data, Names(member.guild, mentions.told(data)))
        space = str(member.guild.id)
        await self._do(interaction, member, partial(self._answer_command, interaction, space),
                       kind="command", command=name, text=text,
                       spot=spots.meant(interaction, data, member))  # fmt: skip

    async def _called(self, interaction: Interaction, member: discord.Member, mark: Mark) -> None:
        """The button of a command, in a channel: as if it had been typed there."""
        await self._do(interaction, member, partial(self._answer_command, interaction, mark.space),
                       kind="command", command=mark.token)  # fmt: skip

    async def _answer_command(self, interaction: Interaction, space: str) -> None:
        if interaction.guild_id is None:
            return await answers.vanish(interaction)
        closed = await self._delivery.line(space, str(interaction.user.id))
        where = Text("discord-here") if closed else Text("discord-in-private")
        return await self._whisper(interaction, where)

    async def _typing(self, interaction: Interaction, data: Mapping[str, Any]) -> None:
        member, command = await self._people.acting(interaction, None), called(data["name"])
        found: Sequence[Suggestion] = ()
        if member is not None and command is not None:
            role = people.role_in(interaction, member, self._moderators)
            asking = Asking(str(member.guild.id), str(member.id), role, self._around.now())
            found = await asyncio.to_thread(self._suggested, asking, command, _typed(data))
        await answers.suggest(interaction, found)

    def _suggested(self, asking: Asking, command: Command, begun: str) -> Sequence[Suggestion]:
        with reading(self._around.reader) as connection:
            return suggestions(connection, asking, command, begun)

    async def _component(self, interaction: Interaction, data: Mapping[str, Any]) -> None:
        known = await self._marked(interaction, data)
        if known is None:
            return
        mark, member = known
        if mark.does in {"fill", "write"}:
            await self._open(interaction, mark)
        elif mark.does == "call":
            await self._called(interaction, member, mark)
        else:
            await self._chosen(interaction, member, mark, data.get("values", ()))

    async def _chosen(
        self, interaction: Interaction, member: discord.Member, mark: Mark, values: Sequence[str]
    ) -> None:
        picked = tuple(mark.action_of(int(value)) for value in values if value.isdecimal())
        actions = (mark.action,) if mark.does == "press" else picked
        await self._do(interaction, member, partial(answers.taken, interaction),
                       kind="action", actions=actions)  # fmt: skip

    async def _open(self, interaction: Interaction, mark: Mark) -> None:
        """A window is the acknowledgement itself; nothing has happened yet."""
        asked = await self._around.standing(mark.token)
        if asked is None:
            return await self._whisper(interaction, STALE)
        if mark.does == "write":
            return await answers.show(interaction, forms.writing(asked, mark.space))
        if mark.n >= len(forms.pages(asked)):
            return await self._whisper(interaction, STALE)
        return await answers.show(interaction, forms.window(asked, mark.space, mark.n))

    async def _window(self, interaction: Interaction, data: Mapping[str, Any]) -> None:
        known = await self._marked(interaction, data)
        if known is None:
            return None
        mark, member = known
        asked = await self._around.standing(mark.token)
        if asked is None:
            return await self._whisper(interaction, STALE)
        values = forms.sent(data.get("components", ()))
        if mark.does == "write":
            taken = partial(answers.taken, interaction)
            words = values.get("words", "")
            return await self._do(interaction, member, taken, kind="message", text=words)
        try:
            return await self._page(interaction, member, mark, asked, values)
        except forms.TooLong as long:
            text = Text("discord-too-long", field=long.field, most=long.most)
            return await self._whisper(interaction, text)

    async def _page(
        self,
        interaction: Interaction,
        member: discord.Member,
        mark: Mark,
        asked: Outgoing,
        values: Mapping[str, str],
    ) -> None:
        """One page of a form: the last one sends them all."""
        if mark.n >= len(forms.pages(asked)):
            return await self._whisper(interaction, STALE)
        before = forms.earlier(asked, mark.n, _embedded(interaction))
        known = before | forms.checked(asked, mark.n, values)
        if mark.n + 1 < len(forms.pages(asked)):
            return await answers.go_on(interaction, forms.so_far(asked, mark.space, mark.n, known))
        return await self._do(
            interaction, member, partial(answers.taken, interaction),
            kind="form", actions=(mark.token,), values=known,
        )  # fmt: skip

    async def _do(
        self,
        interaction: Interaction,
        member: discord.Member,
        acknowledge: Callable[[], Awaitable[None]],
        **what: Any,
    ) -> None:
        """Write down what somebody did, then acknowledge it."""
        person, space = str(member.id), str(member.guild.id)
        role = people.role_in(interaction, member, self._moderators)
        acknowledged = self._delivery.answerable(space, person, interaction.token)
        await self._entry.hand_in(Arrival(
            space=space, event=f"i{interaction.id}", sender=person, role=role,
            known=people.known(interaction.user, interaction.locale.value), **what,
        ))  # fmt: skip
        await acknowledge()
        acknowledged.set()

    async def _marked(
        self, interaction: Interaction, data: Mapping[str, Any]
    ) -> tuple[Mark, discord.Member] | None:
        """What a component or a window belongs to, and who uses it, if they may."""
        mark = read(data.get("custom_id", ""))
        if mark is None:
            await self._whisper(interaction, STALE)
            return None
        member = await self._let_in(interaction, mark.space)
        return (mark, member) if member else None

    async def _let_in(
        self, interaction: Interaction, space: str | None = None
    ) -> discord.Member | None:
        """Who does it, in that server or wherever we meet them; whoever is in none is told so."""
        member = await self._people.acting(interaction, space)
        if member is None:
            await self._whisper(interaction, await self._people.why_not(interaction, space))
        return member

    async def _whisper(self, interaction: Interaction, text: Text) -> None:
        """In the language of their own Discord; where we don't speak it, in the community's."""
        locale = best(interaction.locale.value, "") or await asyncio.to_thread(self._spoken)
        await answers.whisper(interaction, render(text, locale))

    def _spoken(self) -> str:
        with reading(self._around.reader) as connection:
            return spaces.language(connection)


def _data(interaction: Interaction) -> Mapping[str, Any]:
    return cast(Mapping[str, Any], interaction.data or {})


def _typed(data: Mapping[str, Any]) -> str:
    options = data.get("options", ())
    return next((str(each.get("value", "")) for each in options if each.get("focused")), "")


def _embedded(interaction: Interaction) -> list[list[str]]:
    embeds = interaction.message.embeds if interaction.message else []
    return [[field.value or "" for field in embed.fields] for embed in embeds]
