"""The Slack connector: one workspace, through Socket Mode or over HTTP."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.routing import BaseRoute

from community import spaces
from connectors.base import Abilities, Address, NotDelivered, Receive, Surroundings, TryLater
from connectors.slack import render, web
from connectors.slack.api import Api
from connectors.slack.entrance import Entrance
from connectors.slack.mail import Mail
from connectors.slack.people import People
from connectors.slack.settings import SlackSettings
from conversations.outgoing import Outgoing
from storage.outbox import QUEUED, outbox
from storage.writer import WriterStopped

log = structlog.get_logger()

NAME = "slack"
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between two tries to reach Slack when the bot starts."""
PATIENCE_SECONDS = 5.0
"""That a message waits for the first word from Slack before it is put off."""
MOST_ON_THEIR_WAY = 256
"""As many as the sender looks for at once."""


class Door(AsyncMiddleware):
    """Where Bolt hands a request over, once it has looked at its signature and its workspace."""

    def __init__(self, take: Callable[[dict[str, Any]], Awaitable[BoltResponse]]) -> None:
        self._take = take

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Nothing comes behind it: `next` is not called."""
        return await self._take(req.body)


class SlackConnector:
    """Everything comes in through one middleware of Bolt's, before Slack is told that we have it.

    Bolt acknowledges an event before its listeners run, so there are none. What can't be written
    down is answered with 503, over HTTP and (as silence) in Socket Mode: Slack sends it again.
    """

    name = NAME
    abilities = Abilities(
        text=render.MOST_TOGETHER, options=render.MOST_IN_MENU, fields=render.MOST_FIELDS,
        rooms=True, private_replies=True, edits=True,
    )  # fmt: skip

    def __init__(self, settings: SlackSettings, around: Surroundings) -> None:
        self._settings = settings
        self._around = around
        self._api = Api(settings)
        self._mail = Mail(self._api)
        self._people = People(self._api, settings.moderators, time.monotonic)
        self._me: AuthorizeResult | None = None
        self._bolt = self._made()
        self._entrance: Entrance | None = None
        self._socket: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self.connected = asyncio.Event()
        self.routes: Sequence[BaseRoute] = [web.route(self._dispatch)] if settings.over_http else []

    async def start(self, receive: Receive) -> None:
        """Begin to connect; the bot need not wait for Slack."""
        self._api.open()
        self._connecting = asyncio.create_task(self._connect(receive))

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """Post the message; "channel:ts" of its last part."""
        await self._prepared()
        return await self._mail.deliver(to, render.messages(outgoing), key)

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A group direct message; Slack titles it itself, with the names of those in it."""
        return await self._mail.room(people)

    async def stop(self) -> None:
        """Disconnect; what Slack reports meanwhile, it reports again later."""
        self.connected.clear()
        if self._connecting:
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call] # Bolt's lacks types
        if self._entrance:
            await self._entrance.errands.end()
        await self._api.close()

    async def _prepared(self) -> None:
        """Before that, we can't tell which messages an earlier run may have posted already."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._ready.wait()
        except TimeoutError:
            raise TryLater("Slack was not reached yet") from None

    async def _connect(self, receive: Receive) -> None:
        me = await self._introduced()
        write = self._around.writer.submit(partial(_settle, team=str(me["team_id"])))
        on_their_way = await asyncio.wrap_future(write)
        self._mail.doubt(on_their_way)
        self._ready.set()
        self._people.team = str(me["team_id"])
        self._me = AuthorizeResult(
            enterprise_id=me.get("enterprise_id"), team_id=me["team_id"],
            bot_user_id=me["user_id"], bot_id=me.get("bot_id"),
            bot_token=self._api.client.token,
        )  # fmt: skip
        self._entrance = Entrance(
            NAME, self._around, self._api, self._people, receive, str(me["user_id"])
        )
        if self._settings.app_token:
            token = self._settings.app_token.get_secret_value()
            self._socket = AsyncSocketModeHandler(self._bolt, token)
            await self._socket.connect_async()  # type: ignore[no-untyped-call] # Bolt's lacks types
        self.connected.set()
        log.info("slack-connected", team=me["team_id"], http=self._settings.over_http)

    async def _introduced(self) -> dict[str, Any]:
        """Who we are there; asked until Slack answers."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._api.call(self._api.client.auth_test)
            except NotDelivered as refusal:
                log.warning("slack-not-reached", why=str(refusal), again_in=pause)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    def _made(self) -> AsyncApp:
        quiet = logging.getLogger("passerelle.slack")
        quiet.setLevel(logging.WARNING)  # Bolt's debug lines hold what people write
        secret = self._settings.signing_secret

        # A function of its own: Bolt gives arguments by their names, and has no name for `self`.
        async def authorize(team_id: str | None) -> AuthorizeResult:
            return self._ourselves(team_id)  # type: ignore[return-value] # None refuses, in Bolt

        bolt = AsyncApp(
            logger=quiet, client=AsyncWebClient(base_url=self._settings.api_url),
            authorize=authorize, signing_secret=secret.get_secret_value() if secret else "",
        )  # fmt: skip
        bolt.middleware(Door(self._take))
        return bolt

    def _ourselves(self, team_id: str | None) -> AuthorizeResult | None:
        """Bolt needs to know whose events are our own. Another workspace is refused."""
        return self._me if self._me and team_id in {None, self._me.team_id} else None

    async def _take(self, body: dict[str, Any]) -> BoltResponse:
        """The one middleware: written down, then acknowledged."""
        assert self._entrance is not None, "nothing comes in before we know who we are"
        try:
            await self._entrance.take(body)
        except (SQLAlchemyError, WriterStopped) as fault:
            log.error("slack-not-written", fault=type(fault).__name__)
            return BoltResponse(status=503, body="")
        return BoltResponse(status=200, body="")

    async def _dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        if not self.connected.is_set():
            return BoltResponse(status=503, body="")
        return await self._bolt.async_dispatch(request)


def _settle(connection: Connection, team: str) -> list[str]:
    """Take the workspace in; the messages that an earlier run may have been sending.

    They are those tried before, and the first in the queue.
    """
    space = spaces.settle(connection, NAME, team)
    queued = select(outbox.c.id).where(QUEUED, outbox.c.space_id == space)
    first = queued.order_by(outbox.c.id).limit(MOST_ON_THEIR_WAY)
    tried = queued.where(outbox.c.attempts > 0)
    return [str(row.id) for query in (first, tried) for row in connection.execute(query)]
