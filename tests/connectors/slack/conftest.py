"""A bot that is connected to a fake Slack, and the people in that workspace."""

from __future__ import annotations

import asyncio
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import text

from bot.app import App, build
from bot.time import Clock
from connectors.pace import Watch
from connectors.slack.commands import names
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from storage.database import reading
from tests.fakes import slack as fake
from tests.fakes.homes import founded, settings_for
from tests.fakes.slack import BOT_USER, TEAM, Answer, FakeSlack


@dataclass(slots=True)
class Workspace:
    """The fake, the bot in it, and what people there do. Everything is delivered `times`."""

    slack: FakeSlack
    file: Path
    bot: App
    times: int = 1
    http: bool = False
    killed: bool = False
    team: str = TEAM
    """Where things happen."""
    given: dict[str, Any] = field(default_factory=dict)
    """Settings of the bot's own."""
    delivered: tuple[str, Answer] | None = None
    """What was handed in last."""
    acknowledged: Answer = field(default_factory=dict)
    """What the last acknowledgement said to whoever did it (docs.slack.dev, "Slash commands")."""

    async def restart(self) -> None:
        """The bot stops and is built anew: nothing but its database is left.

        `killed`: it has no time for a goodbye, nothing more is written from one moment to the next.
        """
        if self.killed:
            await asyncio.to_thread(self.bot.writer.stop)
        await self.bot.stop()
        clock = self.bot.clock
        self.bot = build(settings_for(self.file, **self.given), clock=clock)
        await self.bot.start()
        await self.connector.connected.wait()

    @property
    def connector(self) -> SlackConnector:
        """The bot's connector."""
        found = self.bot.platforms[0]
        assert isinstance(found, SlackConnector)
        return found

    async def settle(self) -> None:
        """Wait until the bot has done all there is to do now."""
        await self.bot.settle()

    async def passes(self, time: timedelta) -> None:
        """Time goes by."""
        await self.bot.advance(time.total_seconds())

    # What Slack reports

    async def event(self, event: Answer, **outside: Any) -> None:
        """Something happened in the workspace."""
        body = {
            "type": "event_callback", "team_id": self.team, "api_app_id": "A0APP", "event": event,
            "event_id": f"Ev{self.slack.number()}", "event_time": 1, "token": "old",
            "authorizations": [{"team_id": self.team, "user_id": BOT_USER, "is_bot": True}],
            **outside,
        }  # fmt: skip
        await self.deliver("events_api", body)

    async def deliver(self, kind: str, body: Answer) -> None:
        """Hand a body in, as often as this workspace does, and wait for what comes of it."""
        self.delivered = kind, body
        for n in range(self.times):
            if self.http:
                answer = await self.post(kind, body)
                assert answer.status_code == 200, answer.text
                self.acknowledged = answer.json() if answer.content else {}
            else:
                ack = await self.slack.envelope(kind, body, retry=n)
                assert ack is not None, "no ack"
                self.acknowledged = ack.get("payload") or {}
        assert kind == "slash_commands" or not self.acknowledged, "Slack shows nothing of it"
        await self.settle()

    async def post(self, kind: str, body: Answer, **signing: Any) -> httpx.Response:
        """The same over HTTP, signed."""
        content, type_ = encoded(kind, body)
        headers = {"Content-Type": type_} | fake.signed(content, **signing)
        return await self.send(content, headers)

    async def send(
        self, content: bytes, headers: Mapping[str, str] | Mapping[bytes, bytes]
    ) -> httpx.Response:
        """Any request to the webhook."""
        web = httpx.ASGITransport(self.bot.web(), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=web, base_url="http://bot.example") as client:
            return await client.post("/hooks/slack/events", content=content, headers=headers)

    # What people do

    async def joins(self, id_: str, name: str, **more: Any) -> None:
        """Somebody joins the workspace."""
        user = self.slack.person(id_, name, **{"team_id": self.team} | more)
        await self.event({"type": "team_join", "user": user})

    async def says(self, who: str, words: str, **more: Any) -> None:
        """Somebody writes to the bot."""
        await self.event({
            "type": "message", "channel_type": "im", "channel": f"D{who}", "user": who,
            "text": words, "ts": self.slack.ts(), "team": self.team, **more,
        })  # fmt: skip

    async def sends(self, who: str, words: str, content: bytes, kind: str) -> None:
        """Somebody sends a file with words (docs.slack.dev, "file_share")."""
        slack = self.slack
        file = slack.uploads.hand_in(f"F{slack.number():05d}", kind, content, slack.url)
        await self.says(who, words, subtype="file_share", files=[file])

    async def mentions(self, who: str, words: str) -> None:
        """Somebody names the bot in a channel."""
        await self.event({
            "type": "app_mention", "channel": "C0GENERAL", "user": who, "text": words,
            "ts": self.slack.ts(),
        })  # fmt: skip

    async def commands(self, who: str, command: str, words: str = "", **more: Any) -> None:
        """Somebody uses a slash command, in a channel unless said otherwise.

        One that the manifest doesn't have Slack refuses itself.
        """
        assert command.removeprefix("/") in names(), f"{command} is not a valid command"
        await self.deliver("slash_commands", {
            "command": command, "text": words, "user_id": who, "user_name": who,
            "team_id": self.team, "channel_id": "C0GENERAL", "channel_name": "general",
            "api_app_id": "A0APP", "trigger_id": self.trigger(),
            "response_url": f"{self.slack.url}/respond", **more,
        })  # fmt: skip

    async def presses(self, who: str, label: str) -> None:
        """Somebody presses the last button they see that begins so, once it is there."""
        await self.slack.until(lambda: self._buttons(who, label))
        message, element = self.button(who, label)
        await self.press(who, message, element)

    async def press(self, who: str, message: Answer, element: Answer, **more: Any) -> None:
        """Somebody presses this very button."""
        action = {
            "type": element["type"], "action_id": element["action_id"], "block_id": "choice",
            "value": element.get("value"), "action_ts": self.slack.ts(),
        }  # fmt: skip
        await self.interacts(who, "block_actions", actions=[action | more.pop("action", {})],
            container={"type": "message", "message_ts": message["ts"],
                       "channel_id": message["channel"]},
            channel={"id": message["channel"]}, trigger_id=self.trigger(), **more)  # fmt: skip

    async def fills(self, who: str, **values: str) -> None:
        """Somebody sends the window that is open, once it is, with the rest as it stands."""
        await self.slack.until(lambda: self.slack.windows)
        view = self.slack.windows[-1]
        fields = [each for each in view["blocks"] if each["type"] == "input"]
        state = {
            each["block_id"]: {"value": _entered(each["element"], values.get(each["block_id"]))}
            for each in fields
        }
        await self.interacts(who, "view_submission", view=view | {"state": {"values": state}})

    async def interacts(self, who: str, kind: str, **more: Any) -> None:
        """Somebody does something with a button, a window or a menu."""
        user = {"id": who, "team_id": self.team, "username": who}
        body = {
            "type": kind,
            "team": {"id": self.team},
            "user": user,
            "api_app_id": "A0APP",
            **more,
        }
        await self.deliver("interactive", body)

    def trigger(self) -> str:
        """What opens one window."""
        trigger = f"trigger.{self.slack.number()}"
        self.slack.triggers.add(trigger)
        return trigger

    # What people see

    def heard(self, who: str) -> list[Answer]:
        """The messages in somebody's direct line, or in a channel."""
        return [each for each in self.slack.messages if each["channel"] in {who, f"D{who}"}]

    def texts(self, who: str) -> list[str]:
        """What was said there: the words of the sections."""
        return ["\n".join(words(each)) for each in self.heard(who)]

    def last(self, who: str) -> str:
        """The words that came last."""
        return self.texts(who)[-1]

    def button(self, who: str, label: str) -> tuple[Answer, Answer]:
        """The last button that begins so, and the message it is in."""
        found = self._buttons(who, label)
        assert found, f"{who} was never offered {label}: {self.texts(who)[-1:]}"
        return found[0]

    def _buttons(self, who: str, label: str) -> list[tuple[Answer, Answer]]:
        return [
            (message, element)
            for message in reversed(self.heard(who))
            for element in elements(message)
            if element["type"] == "button" and element["text"]["text"].startswith(label)
        ]

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """What the database says."""
        with reading(self.bot.database) as connection:
            return [tuple(row) for row in connection.execute(text(query))]


def words(message: Answer) -> list[str]:
    return [each["text"]["text"] for each in message["blocks"] if each["type"] == "section"]


def elements(message: Answer) -> Iterator[Answer]:
    for block in message["blocks"]:
        yield from block.get("elements", ())


def encoded(kind: str, body: Answer) -> tuple[bytes, str]:
    """As Slack sends it: JSON, a form, or a form with JSON in it."""
    if kind == "events_api":
        return json.dumps(body).encode(), "application/json"
    form = body if kind == "slash_commands" else {"payload": json.dumps(body)}
    return urlencode(form).encode(), "application/x-www-form-urlencoded"


def _entered(element: Answer, given: str | None) -> Answer:
    if element["type"] == "plain_text_input":
        return {"type": element["type"], "value": given or element.get("initial_value")}
    options = {each["value"]: each for each in element["options"]}
    chosen = options[given] if given else element.get("initial_option")
    return {"type": element["type"], "selected_option": chosen}


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of a community in which nobody lives yet."""
    file = tmp_path_factory.mktemp("slack") / "bot.db"
    founded(file)
    return file


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    """A fake Slack."""
    async with fake.running() as running:
        yield running


def connect_to(slack: FakeSlack, environment: pytest.MonkeyPatch) -> None:
    """Write the settings of a bot that connects to the fake."""
    environment.setenv("PASSERELLE_SLACK_API_URL", f"{slack.url}/api")
    environment.setenv("PASSERELLE_SLACK_BOT_TOKEN", fake.BOT_TOKEN)
    environment.setenv("PASSERELLE_SLACK_APP_TOKEN", fake.APP_TOKEN)
    environment.setenv("PASSERELLE_SLACK_MESSAGES_PER_MINUTE", "100000")


@pytest.fixture
def settings(slack: FakeSlack, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What connects the bot to the fake, through Socket Mode."""
    connect_to(slack, monkeypatch)
    return monkeypatch


@pytest.fixture
def over_http(settings: pytest.MonkeyPatch) -> None:
    """The same over HTTP."""
    settings.delenv("PASSERELLE_SLACK_APP_TOKEN")
    settings.setenv("PASSERELLE_SLACK_SIGNING_SECRET", fake.SECRET)


@asynccontextmanager
async def connected(
    slack: FakeSlack, empty: Path, *, http: bool, watch: Watch | None = None, **given: Any
) -> AsyncIterator[Workspace]:
    """A bot that has found its way to the fake; it waits by its own clock, or by that watch."""
    clock = Clock()
    folder = Path(tempfile.mkdtemp())
    shutil.copy(empty, folder / "bot.db")
    by = watch or Watch(lambda: clock.now().timestamp())
    bot = build(
        settings_for(folder / "bot.db", **given), clock=clock,
        connect=lambda around: [SlackConnector(SlackSettings(), around, by)],
    )  # fmt: skip
    here = Workspace(slack, folder / "bot.db", bot, http=http, given=given)
    await bot.start()
    await here.connector.connected.wait()
    try:
        yield here
    finally:
        await here.bot.stop()
        shutil.rmtree(folder)


@pytest.fixture
async def here(
    slack: FakeSlack, settings: pytest.MonkeyPatch, empty: Path
) -> AsyncIterator[Workspace]:
    """A connected bot, through Socket Mode."""
    async with connected(slack, empty, http=False) as workspace:
        yield workspace


@pytest.fixture
async def there(slack: FakeSlack, over_http: None, empty: Path) -> AsyncIterator[Workspace]:
    """A connected bot, over HTTP."""
    async with connected(slack, empty, http=True) as workspace:
        yield workspace
