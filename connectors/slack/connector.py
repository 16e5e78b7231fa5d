"""The Slack connector: one workspace by its token, or several that were installed with OAuth."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta

import structlog
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy.exc import SQLAlchemyError
from starlette.routing import BaseRoute

from connectors.base import (
    Abilities,
    Address,
    NotDelivered,
    Receive,
    Surroundings,
    TryLater,
    Undeliverable,
)
from connectors.pace import REAL_TIME, Watch
from connectors.slack import oauth, render, web
from connectors.slack.api import Api
from connectors.slack.errors import ONCE_MENDED
from connectors.slack.installations import Installations, States
from connectors.slack.mail import Attached
from connectors.slack.settings import NAME, SlackSettings
from connectors.slack.workspace import Installation, Workspace, introduced
from conversations.outgoing import Outgoing
from storage.writer import WriterStopped

log = structlog.get_logger()

FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=1), timedelta(minutes=1)
"""Between two tries to reach Slack when the bot starts."""
PATIENCE_SECONDS = 5.0
"""That a message waits for the first word from Slack before it is put off."""

Take = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


class Gate(AsyncMiddleware):
    """Where Bolt hands a request over that is Slack's: is it of a workspace of ours?

    Bolt itself would tell Slack that all is well, and people to install the app again.
    """

    def __init__(self, knows: Callable[[str | None], bool]) -> None:
        self._knows = knows

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Refused, it comes again: an installation may be about to be written down."""
        if self._knows(req.context.team_id) or req.body.get("type") == "url_verification":
            return await next()
        log.warning("slack-unknown-workspace", team=req.context.team_id)
        return BoltResponse(status=403, body="")


class Door(AsyncMiddleware):
    """Where Bolt hands a request over, once it has looked at its workspace."""

    def __init__(self, take: Take) -> None:
        self._take = take

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],
    ) -> BoltResponse:
        """Nothing comes behind it: `next` is not called."""
        return await self._take(req)


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

    def __init__(
        self, settings: SlackSettings, around: Surroundings, watch: Watch = REAL_TIME
    ) -> None:
        self._watch = watch
        self._settings = settings
        self._around = around
        self.workspaces: dict[str, Workspace] = {}
        self._installations = (
            Installations(around, settings.invited, self._enter) if settings.several else None
        )
        self._bolt = self._made()
        self._receive: Receive | None = None
        self._socket: AsyncSocketModeHandler | None = None
        self._connecting: asyncio.Task[None] | None = None
        self._ready = asyncio.Event()
        self.connected = asyncio.Event()
        self.routes = self._routes()

    async def start(self, receive: Receive) -> None:
        """Begin to connect; the bot need not wait for Slack."""
        self._receive = receive
        self._connecting = asyncio.create_task(self._connect())

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """Post the message; "channel:ts" of its last part."""
        workspace, pages = await self._workspace(to.space), render.messages(outgoing)
        if outgoing.beside and to.direct:
            # Where they are in the channel no more, it comes as a direct message.
            with suppress(Undeliverable):
                return await workspace.mail.whisper(outgoing.beside, to.id, pages[0])
        attached = _attached(outgoing)
        return await workspace.mail.deliver(to, pages, key, attached)

    async def edit(self, to: Address, outgoing: Outgoing, former: str) -> str:
        """Change a message of one part; one of several is posted anew."""
        workspace, pages = await self._workspace(to.space), render.messages(outgoing)
        return await workspace.mail.change(former, pages)

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A group direct message; Slack titles it itself, with the names of those in it."""
        return await (await self._workspace(space)).mail.room(people)

    async def stop(self) -> None:
        """Disconnect; what Slack reports meanwhile, it reports again later."""
        self.connected.clear()
        if self._connecting:
            self._connecting.cancel()
            await asyncio.gather(self._connecting, return_exceptions=True)
        if self._socket:
            await self._socket.close_async()  # type: ignore[no-untyped-call] # Bolt's lacks types
        for workspace in self.workspaces.values():
            await workspace.close()

    async def _workspace(self, team: str) -> Workspace:
        """Where a message goes; the token is that workspace's.

        Before we are ready, we can't tell which messages an earlier run may have posted already.
        """
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._ready.wait()
        except TimeoutError:
            raise TryLater("Slack was not reached yet") from None
        if team not in self.workspaces:
            raise TryLater("the app is not installed there", ONCE_MENDED)
        return self.workspaces[team]

    async def _connect(self) -> None:
        for installation in await self._installed():
            await self._enter(installation)
        self._ready.set()
        if self._settings.app_token:
            token = self._settings.app_token.get_secret_value()
            self._socket = AsyncSocketModeHandler(self._bolt, token)
            await self._socket.connect_async()  # type: ignore[no-untyped-call] # Bolt's lacks types
        self.connected.set()
        log.info("slack-connected", teams=len(self.workspaces), http=self._settings.over_http)

    async def _installed(self) -> Sequence[Installation]:
        """Where we are: as it is kept, or as Slack says of the one token once it answers."""
        if self._installations is not None:
            return await self._installations.all()
        token, pause = self._settings.bot_token, FIRST_PAUSE
        assert token is not None
        while True:
            try:
                return [await introduced(Api(self._settings, token), token)]
            except NotDelivered as refusal:
                again = pause.total_seconds()
                log.warning("slack-not-reached", why=str(refusal), again_in=again)
                await asyncio.sleep(again)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _enter(self, installation: Installation) -> None:
        """Work in this workspace from now on, with this token."""
        assert self._receive is not None, "nobody installs before the start"
        workspace = Workspace(
            installation, self._settings, self._around, self._receive, self._watch
        )
        await workspace.open()
        before = self.workspaces.get(installation.team)
        self.workspaces[installation.team] = workspace
        if before is not None:
            await before.close()

    async def _leave(self, workspace: Workspace) -> None:
        """The bot is there no more; its other workspaces go on."""
        team = workspace.installation.team
        if self._installations is not None:
            await self._installations.drop(team)
            self.workspaces.pop(team, None)
            await workspace.close()

    def _made(self) -> AsyncApp:
        quiet = logging.getLogger("passerelle.slack")
        quiet.setLevel(logging.WARNING)  # Bolt's debug lines hold what people write

        # A function of its own: Bolt gives arguments by their names, and has no name for `self`.
        async def authorize(team_id: str | None) -> AuthorizeResult:
            return self.workspaces[str(team_id)].ourselves

        bolt = AsyncApp(
            logger=quiet, client=AsyncWebClient(base_url=self._settings.api_url),
            before_authorize=Gate(lambda team: team in self.workspaces), authorize=authorize,
            request_verification_enabled=False,  # the webhook did it, before the body was read
        )  # fmt: skip
        bolt.middleware(Door(self._take))
        return bolt

    def _routes(self) -> Sequence[BaseRoute]:
        if not self._settings.over_http:
            return []
        secret = self._settings.signing_secret
        assert secret is not None, "the settings see to it"
        events = web.route(secret.get_secret_value(), self._dispatch)
        if self._installations is None:
            return [events]
        return [events, *oauth.routes(self._settings, self._installations, States(self._around))]

    async def _take(self, request: AsyncBoltRequest) -> BoltResponse:
        """The one middleware: written down, then acknowledged."""
        workspace = self.workspaces[str(request.context.team_id)]
        try:
            taken = await workspace.entrance.take(request.body)
            if taken.gone and (taken.gone.by_removal or self._installations):
                await workspace.depart(taken.gone.event)
                await self._leave(workspace)
        except (SQLAlchemyError, WriterStopped) as fault:
            log.error("slack-not-written", fault=type(fault).__name__)
            return BoltResponse(status=503, body="")
        said = {"response_type": "ephemeral", "text": taken.line} if taken.line else ""
        return BoltResponse(status=200, body=said)

    async def _dispatch(self, request: AsyncBoltRequest) -> BoltResponse:
        if not self.connected.is_set():
            return BoltResponse(status=503, body="")
        return await self._bolt.async_dispatch(request)


def _attached(outgoing: Outgoing) -> Attached | None:
    about = render.upload(outgoing)
    if outgoing.file is None or about is None:
        return None
    return Attached(outgoing.file.content, about, render.refused(outgoing))
