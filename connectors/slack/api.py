"""Calling Slack: one client, one way to be refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import aiohttp
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from connectors.base import NotDelivered, TryLater
from connectors.pace import REAL_TIME, Pace, Watch
from connectors.pictures import NotHandedOver, download
from connectors.slack.errors import NoAnswer, TooFast, meaning
from connectors.slack.settings import SlackSettings

SECONDS = 10
"""That a call may take; Slack's own limit for us is 3 seconds."""


A_BURST = 8
"""Of what may go in a minute, an eighth may go at once: Slack takes "several hundred messages per
minute" of a workspace, and about one a second in each channel with bursts (docs.slack.dev, "Rate
limits", posting messages)."""


POST = "chat_postMessage"


class Rests:
    """What Slack wants left alone for a while: a method, in a channel if the call names one.

    A `Retry-After` is meant for that alone (docs.slack.dev, "Rate limits"): the rest goes on.
    """

    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self._until: dict[tuple[str, str], float] = {}

    def check(self, what: tuple[str, str]) -> None:
        """Raise TooFast for as long as it lasts, without a call."""
        left = self._until.get(what, 0.0) - self._watch.now()
        if left > 0:
            raise TooFast(f"{what[0]}: rests", timedelta(seconds=left))
        self._until.pop(what, None)

    def noted(self, what: tuple[str, str], refusal: NotDelivered) -> NotDelivered:
        """The refusal; a pause that it asks for begins now."""
        if isinstance(refusal, TooFast):
            self._until[what] = self._watch.now() + refusal.pause.total_seconds()
        return refusal

    def under_way(self, method: str) -> int:
        """In how many channels the method rests now."""
        now = self._watch.now()
        return sum(name == method and until > now for (name, _), until in self._until.items())


class Api:
    """The Web API with one workspace's token. Every refusal is one of `connectors.base`."""

    def __init__(self, settings: SlackSettings, token: SecretStr, watch: Watch = REAL_TIME) -> None:
        # The SDK would repeat a call whose connection broke, also when Slack had taken it: the
        # outbox repeats, after it has looked.
        self.client = AsyncWebClient(
            token.get_secret_value(), base_url=settings.api_url, timeout=SECONDS,
            retry_handlers=[],
        )  # fmt: skip
        a_minute = settings.messages_per_minute
        self._settings = settings
        self._pace = Pace(a_minute / 60, max(a_minute // A_BURST, 1), watch)
        self._rests = Rests(watch)

    def open(self) -> None:
        """Keep connections from now on; inside the event loop."""
        self.client.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=SECONDS))

    async def close(self) -> None:
        """Let the connections go; calls still work, each with a connection of its own."""
        session, self.client.session = self.client.session, None
        if session is not None:
            await session.close()

    async def call(
        self, method: Callable[..., Awaitable[AsyncSlackResponse]], **given: Any
    ) -> dict[str, Any]:
        """What Slack answers; raises what `connectors.base` knows, NoAnswer when nobody knows."""
        data = (await self.ask(method, **given)).data
        assert isinstance(data, dict), "Slack's methods answer with objects"
        return data

    async def ask(
        self, method: Callable[..., Awaitable[AsyncSlackResponse]], **given: Any
    ) -> AsyncSlackResponse:
        """The same with its headers."""
        name = getattr(method, "__name__", "call")
        what = name, str(given.get("channel", ""))
        self._rests.check(what)
        try:
            return await method(**given)
        except SlackApiError as refusal:
            raise self._rests.noted(what, meaning(name, refusal)) from None
        except SlackRequestError:
            # The bytes of a file were not taken; the library's words hold its name.
            raise TryLater(f"{name}: not taken") from None
        except (TimeoutError, aiohttp.ClientError) as fault:
            raise NoAnswer(f"{name}: {type(fault).__name__}") from None

    async def post(self, **given: Any) -> dict[str, Any]:
        """Post a message, when its turn has come."""
        self._rests.check((POST, given["channel"]))
        await self._pace.turn()
        try:
            return await self.call(self.client.chat_postMessage, **given)
        except TooFast as put_off:
            if self._rests.under_way(POST) > 1:
                self._pace.hold(put_off.pause)  # two channels at once: it is the workspace's limit
            raise

    async def file(self, url: str) -> bytes:
        """A file that only the app may read (docs.slack.dev, "File object": url_private).

        The token goes to Slack's own hosts, and to nobody else's.
        """
        if not self._settings.is_slacks(url):
            raise NotHandedOver
        return await download(url, {"Authorization": f"Bearer {self.client.token}"})

    async def answer(self, url: str, words: dict[str, Any]) -> None:
        """Answer an interaction at the address that came with it; too late, nothing is lost."""
        assert self.client.session is not None, "interactions come in after `open`"
        try:
            async with self.client.session.post(url, json=words) as answer:
                await answer.read()
        except (TimeoutError, aiohttp.ClientError) as fault:
            raise NoAnswer(f"response_url: {type(fault).__name__}") from None
