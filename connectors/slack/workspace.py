"""One workspace that has the bot: its token, its people, its way in and its way out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from typing import Any

from pydantic import SecretStr
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Connection, select

from community import spaces
from connectors.base import Arrival, Receive, Surroundings
from connectors.pace import Watch
from connectors.slack.api import Api
from connectors.slack.entrance import Entrance
from connectors.slack.mail import Mail
from connectors.slack.people import People
from connectors.slack.settings import NAME, SlackSettings
from storage.outbox import QUEUED, outbox

MOST_ON_THEIR_WAY = 256
"""As many as the sender looks for at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installation:
    """The bot in a workspace: `bot_user` is its user there, `bot` the id behind what it posts."""

    team: str
    bot_user: str
    bot: str
    token: SecretStr


class Workspace:
    """Everything that goes between the bot and one workspace, with that workspace's own token."""

    def __init__(
        self,
        installation: Installation,
        settings: SlackSettings,
        around: Surroundings,
        receive: Receive,
        watch: Watch,
    ) -> None:
        self.installation = installation
        self._around = around
        self._receive = receive
        self._api = Api(settings, installation.token, watch)
        self.mail = Mail(self._api, watch)
        self.people = People(self._api, settings.moderators, watch.now, team=installation.team)
        self.entrance = Entrance(
            around, self._api, self.people, receive, installation.team, installation.bot_user
        )

    @property
    def ourselves(self) -> AuthorizeResult:
        """Who we are there: Bolt needs it to tell our own events from others'."""
        return AuthorizeResult(
            enterprise_id=None, team_id=self.installation.team,
            bot_user_id=self.installation.bot_user, bot_id=self.installation.bot,
            bot_token=self.installation.token.get_secret_value(),
        )  # fmt: skip

    async def open(self) -> None:
        """Begin to work there; what an earlier run may have posted already is looked for."""
        self._api.open()
        taken_in = self._around.writer.submit(partial(_settle, team=self.installation.team))
        on_their_way: list[str] = await asyncio.wrap_future(taken_in)
        self.mail.doubt(on_their_way)

    async def close(self) -> None:
        """Stop working there."""
        await self.entrance.errands.end()
        await self._api.close()

    async def depart(self, event: str) -> None:
        """The bot was taken out: nobody there can be reached or asked any more."""
        team = self.installation.team
        known = self._around.writer.submit(partial(spaces.people, connector=NAME, external_id=team))
        leaving = [
            Arrival(space=team, event=f"{event}:{person}", sender=person, kind="leave")
            for person in await asyncio.wrap_future(known)
        ]
        await asyncio.gather(*(self._receive(each) for each in leaving))


async def introduced(api: Api, token: SecretStr) -> Installation:
    """Who we are with that token, as Slack says; raises what `Api.call` does."""
    me: dict[str, Any] = await api.call(api.client.auth_test)
    return Installation(
        team=str(me["team_id"]), bot_user=str(me["user_id"]), bot=str(me.get("bot_id") or ""),
        token=token,
    )  # fmt: skip


def _settle(connection: Connection, team: str) -> list[str]:
    """Take the workspace in; the messages that an earlier run may have been sending.

    They are those tried before, and the first in the queue.
    """
    space = spaces.settle(connection, NAME, team)
    queued = select(outbox.c.id).where(QUEUED, outbox.c.space_id == space)
    first = queued.order_by(outbox.c.id).limit(MOST_ON_THEIR_WAY)
    tried = queued.where(outbox.c.attempts > 0)
    return [str(row.id) for query in (first, tried) for row in connection.execute(query)]
