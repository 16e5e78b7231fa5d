"""Slack in the contract: people act through Socket Mode, and see what was posted."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from connectors.slack.connector import SlackConnector
from connectors.slack.words import plain
from conversations.language import render
from conversations.texts import Text
from tests.connectors.contract import Fault, Platform, Seen
from tests.connectors.slack.conftest import Workspace, connect_to, connected, elements, words
from tests.fakes import slack as fake
from tests.fakes.homes import founded

FAULTS: Mapping[Fault, fake.Fault] = {
    "later": fake.Fault(status=429, retry_after=30), "lost-answer": fake.Fault(lost=True),
    "never": fake.Fault(error="is_archived"),
}  # fmt: skip


@asynccontextmanager
async def platform(folder: Path) -> AsyncIterator[Platform]:
    """A workspace with nobody in it yet."""
    founded(folder / "bot.db")
    with pytest.MonkeyPatch.context() as environment:
        async with fake.running() as slack:
            connect_to(slack, environment)
            async with connected(slack, folder / "bot.db", http=False) as here:
                yield InSlack(here)


class InSlack:
    """The workspace, as the contract looks at it."""

    app: App
    faults: frozenset[Fault] = frozenset(FAULTS)
    stale_buttons = True
    has_rooms = True
    edits = SlackConnector.abilities.edits

    def __init__(self, here: Workspace) -> None:
        self.workspace = here
        self.app = here.bot

    def stand_beside(self, app: App) -> None:
        """The workspace of a bot that somebody else starts and stops."""
        self.app = self.workspace.bot = app

    def id_of(self, person: str) -> str:
        """Ids are not names."""
        return f"U0{person.upper()}"

    async def joins(self, person: str) -> None:
        """Somebody joins the workspace."""
        await self.workspace.joins(self.id_of(person), person.title())

    async def says(self, person: str, text: str) -> None:
        """Somebody writes; what begins with a slash goes to Slack, which makes a command of it."""
        who = self.id_of(person)
        if text.startswith("/"):
            command, _, rest = text.partition(" ")
            await self.workspace.commands(who, command, rest, channel_id=f"D{who}")
        else:
            await self.workspace.says(who, text)

    async def sends(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody sends a picture, with words beside it."""
        await self.workspace.sends(self.id_of(person), text, content, kind)

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody presses a button, or chooses in a menu."""
        message = (of or [each for each in await self.hears(person) if each.labels][-1]).wire
        who = self.id_of(person)
        for element in elements(message):
            if element["type"] == "button" and element["text"]["text"] == label:
                return await self.workspace.press(who, message, element)
            for option in element.get("options", ()):
                if option["text"]["text"] == label:
                    chosen = {"selected_option": option}
                    return await self.workspace.press(who, message, element, action=chosen)
        raise AssertionError(f"{label} was not offered")

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody opens the window and sends it."""
        slack, before = self.workspace.slack, len(self.workspace.slack.windows)
        await self.workspace.presses(self.id_of(person), render(Text("slack-fill-in"), "en"))
        await slack.until(lambda: len(slack.windows) > before)
        await self.workspace.fills(self.id_of(person), **values)

    async def repeats(self) -> None:
        """Slack delivers its last event again."""
        assert self.workspace.delivered is not None
        await self.workspace.deliver(*self.workspace.delivered)

    async def hears(self, person: str) -> Sequence[Seen]:
        """The bot's messages in a direct line."""
        return [_seen(each) for each in self.workspace.heard(self.id_of(person))]

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """What was shared in a direct line."""
        shared = [each.get("files", ()) for each in self.workspace.heard(self.id_of(person))]
        return [(each["name"], each["content"]) for files in shared for each in files]

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """Every group direct message."""
        return [
            (set(people), [_seen(each) for each in self.workspace.heard(room)])
            for people, room in self.workspace.slack.rooms.items()
        ]

    def is_live(self, seen: Seen, words: str) -> bool:
        """Whether Slack would make a mention or a link of it.

        Its asterisks and underscores have no escape: see docs/decisions.md.
        """
        sections = [each["text"] for each in seen.wire["blocks"] if each["type"] == "section"]
        shown = "".join(each["text"] for each in sections)
        return bool({"<", ">"} & set(shown)) or not all(each["verbatim"] for each in sections)

    def copied(self, seen: Seen) -> Sequence[str]:
        """What is code, in which three signs alone are written otherwise."""
        shown = "\n".join(words(seen.wire))
        return [unescape(each) for each in re.findall(r"`([^`<>]+)`", shown)]

    def fail_next(self, fault: Fault) -> None:
        """The next message meets with this."""
        self.workspace.slack.faults["chat.postMessage"].append(FAULTS[fault])

    async def loses(self, person: str) -> None:
        """Somebody with the right to do so deletes it."""
        last = self.workspace.heard(self.id_of(person))[-1]
        self.workspace.slack.messages.remove(last)

    async def restart(self) -> None:
        """Another bot on the same database."""
        await self.workspace.restart()
        self.app = self.workspace.bot


def _seen(message: dict[str, Any]) -> Seen:
    labels = [
        each["text"]["text"]
        for element in elements(message)
        for each in element.get("options", [element])
        if "text" in each
    ]
    return Seen(plain("\n".join(words(message))), message, tuple(labels))
