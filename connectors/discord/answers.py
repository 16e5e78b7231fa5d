"""Answers to interactions: each is acknowledged once, within three seconds of its arrival."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import Any

import aiohttp
import discord
import structlog
from discord import app_commands

from connectors.discord.render import Payload
from connectors.discord.suggestions import Suggestion

log = structlog.get_logger()

Interaction = discord.Interaction[discord.Client]


async def whisper(interaction: Interaction, words: str) -> None:
    """Say something that only they see."""
    await _given(interaction.response.send_message(words, ephemeral=True))


async def taken(interaction: Interaction) -> None:
    """A button, a menu or a window: it worked, and nothing more needs to be shown."""
    await _given(interaction.response.defer())


async def vanish(interaction: Interaction) -> None:
    """A command in the direct line: the answer is a message of its own, so nothing stays here."""
    await _given(interaction.response.defer(ephemeral=True, thinking=True))
    await _given(interaction.delete_original_response())


async def suggest(interaction: Interaction, found: Sequence[Suggestion]) -> None:
    """What could stand in the argument that is being typed."""
    choices = [app_commands.Choice(name=each.shown, value=each.value) for each in found]
    await _given(interaction.response.autocomplete(choices))


async def show(interaction: Interaction, window: Payload) -> None:
    """Open a window."""
    await _given(interaction.response.send_modal(_Drawn(window)))


async def go_on(interaction: Interaction, body: Payload) -> None:
    """Say how far a form has come, with the button of its next page."""
    embeds = [discord.Embed.from_dict(each) for each in body["embeds"]]
    view = _Rows(body["components"])
    await _given(interaction.response.send_message(
        body["content"], embeds=embeds, view=view, ephemeral=True
    ))  # fmt: skip


async def _given(answer: Coroutine[Any, Any, object]) -> None:
    """What was told to us is safe by now: an answer too late, or given twice, loses nothing."""
    try:
        await answer
    except discord.HTTPException as fault:
        log.info("discord-answer-lost", status=fault.status, code=fault.code)
    except (aiohttp.ClientError, TimeoutError) as fault:
        log.info("discord-answer-lost", fault=type(fault).__name__)


class _Drawn(discord.ui.Modal):
    """A window that was rendered already; the library need not keep it in mind."""

    def __init__(self, window: Payload) -> None:
        super().__init__(title=window["title"], custom_id=window["custom_id"])
        self._window = window
        self.stop()

    def to_dict(self) -> dict[str, Any]:
        return self._window


class _Rows(discord.ui.View):
    """Components that were rendered already."""

    def __init__(self, rows: list[Payload]) -> None:
        super().__init__(timeout=None)
        self._rows = rows
        self.stop()

    def to_components(self) -> list[dict[str, Any]]:
        return self._rows
