"""Calling Slack: one client, one way to be refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp
from pydantic import SecretStr
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from connectors.base import TryLater
from connectors.slack.errors import NoAnswer, TooFast, meaning
from connectors.slack.pace import REAL_TIME, Pace, Watch
from connectors.slack.settings import SlackSettings

SECONDS = 10
"""That a call may take; Slack's own limit for us is 3 seconds."""


class Api:
    """The Web API with one workspace's token. Every refusal is one of `connectors.base`."""

    def __init__(self, settings: SlackSettings, token: SecretStr, watch: Watch = REAL_TIME) -> None:
        # The SDK would repeat a call whose connection broke, also when Slack had taken it: the
        # outbox repeats, after it has looked.
        self.client = AsyncWebClient(
            token.get_secret_value(), base_url=settings.api_url, timeout=SECONDS,
            retry_handlers=[],
        )  # fmt: skip
        self._pace = Pace(settings.messages_per_minute, watch)

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
        try:
            return await method(**given)
        except SlackApiError as refusal:
            raise meaning(name, refusal) from None
        except SlackRequestError:
            # The bytes of a file were not taken; the library's words hold its name.
            raise TryLater(f"{name}: not taken") from None
        except (TimeoutError, aiohttp.ClientError) as fault:
            raise NoAnswer(f"{name}: {type(fault).__name__}") from None

    async def post(self, **given: Any) -> dict[str, Any]:
        """Post a message, when its turn has come."""
        await self._pace.turn()
        try:
            return await self.call(self.client.chat_postMessage, **given)
        except TooFast as put_off:
            self._pace.hold(put_off.pause)
            raise

    async def answer(self, url: str, words: dict[str, Any]) -> None:
        """Answer an interaction at the address that came with it; too late, nothing is lost."""
        assert self.client.session is not None, "interactions come in after `open`"
        try:
            async with self.client.session.post(url, json=words) as answer:
                await answer.read()
        except (TimeoutError, aiohttp.ClientError) as fault:
            raise NoAnswer(f"response_url: {type(fault).__name__}") from None
