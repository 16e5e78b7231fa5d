"""Mentions as people see them: Discord itself sends ids (Discord docs, "Message Formatting")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import discord

from community.tags import NAMELESS, Tag
from conversations.commands import called

_PERSON = re.compile(r"<@!?(\d+)>")
_ROLE = re.compile(r"<@&(\d+)>")
_CHANNEL = re.compile(r"<#(\d+)>")
_EMOJI = re.compile(r"<a?(:\w+:)\d+>")
_COMMAND = re.compile(r"<(/[^:<>]+):\d+>")


class Names:
    """What ids stand for in a server. `told` are the users that came with the words.

    What somebody is called in the server goes before what they are called elsewhere.
    """

    def __init__(self, guild: discord.Guild | None, told: Mapping[int, str]) -> None:
        self._guild = guild
        self._told = told

    def spoken(self, words: str) -> str:
        """The words with everything by its name, and people without a sign: it is no handle."""
        return self._things(_PERSON.sub(lambda found: self._person(int(found[1])), words))

    def tagged(self, words: str) -> str:
        """The same, but people keep their ids: of two who are called alike, one is meant."""
        return self._things(_PERSON.sub(lambda found: self.tag(int(found[1])), words))

    def typed(self, words: str) -> str:
        """Words in the direct line: a command about members says whom it means."""
        if "<" not in words:
            return words
        command = called(words[1:].split(" ")[0]) if words.startswith("/") else None
        return self.tagged(words) if command and command.about_members else self.spoken(words)

    def tag(self, person: int) -> str:
        """Somebody by id and name."""
        return str(Tag(str(person), self._person(person)))

    def _person(self, id_: int) -> str:
        member = self._guild.get_member(id_) if self._guild else None
        return member.display_name if member else self._told.get(id_, NAMELESS)

    def _things(self, words: str) -> str:
        words = _ROLE.sub(lambda found: self._role(int(found[1])), words)
        words = _CHANNEL.sub(lambda found: self._channel(int(found[1])), words)
        return _COMMAND.sub(r"\1", _EMOJI.sub(r"\1", words))

    def _role(self, id_: int) -> str:
        role = self._guild.get_role(id_) if self._guild else None
        return role.name if role else NAMELESS

    def _channel(self, id_: int) -> str:
        channel = self._guild.get_channel_or_thread(id_) if self._guild else None
        return f"#{channel.name}" if channel else NAMELESS


def told(data: Mapping[str, Any]) -> dict[int, str]:
    """The people whom an interaction names: in its argument, in its message, or by its menu."""
    return {
        int(user["id"]): user.get("global_name") or user["username"]
        for user in _users(data.get("resolved", {}))
    }


def _users(resolved: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from resolved.get("users", {}).values()
    for message in resolved.get("messages", {}).values():
        yield from message.get("mentions", ())
