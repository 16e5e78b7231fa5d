"""Installing in several workspaces: Slack's own steps (OAuth), what is kept of them by us.

docs.slack.dev, "Installing with OAuth". Of an installation we keep the bot's token, sealed, and its
ids; nothing of the person who installed it.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

import structlog
from pydantic import SecretStr
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Installation as Granted
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from sqlalchemy import Connection, delete, insert, select, update

from connectors.base import Surroundings
from connectors.secrets import NoKey, Safe, WrongKey
from connectors.slack.workspace import Installation
from storage.tables import SlackInstallation, SlackState, table

log = structlog.get_logger()
T = TypeVar("T")

installations, states = table(SlackInstallation), table(SlackState)

GOOD_FOR = timedelta(minutes=10)
"""That somebody has for saying yes on Slack's page."""


class NotInvited(BoltError):
    """The workspace is not among PASSERELLE_SLACK_WORKSPACES: whoever can open the address of the
    installation could else bring their workspace into this community."""


class Installations(AsyncInstallationStore):
    """Where Bolt puts what Slack grants. `entered` is told of each workspace once it is kept."""

    def __init__(
        self,
        around: Surroundings,
        invited: frozenset[str],
        entered: Callable[[Installation], Awaitable[None]],
    ) -> None:
        if around.safe is None:
            raise NoKey(NoKey.__doc__)
        self._around = around
        self._safe = around.safe
        self._invited = invited
        self._entered = entered

    async def async_save(self, installation: Granted) -> None:
        """Keep it; raises NotInvited."""
        if installation.team_id not in self._invited or not installation.bot_token:
            log.warning("slack-not-invited", team=installation.team_id)
            raise NotInvited(NotInvited.__doc__)
        granted = Installation(
            team=installation.team_id, bot_user=installation.bot_user_id or "",
            bot=installation.bot_id or "", token=SecretStr(installation.bot_token),
        )  # fmt: skip
        await self._written(partial(self._keep, granted=granted))
        await self._entered(granted)

    async def all(self) -> list[Installation]:
        """Every workspace whose token can be opened; sealed with the first key from now on."""
        return await self._written(lambda connection: list(self._opened(connection)))

    async def drop(self, team: str) -> None:
        """The bot is there no more, and its token is worth nothing."""
        await self._written(lambda connection: _drop(connection, team))

    def _keep(self, connection: Connection, granted: Installation) -> None:
        _drop(connection, granted.team)
        connection.execute(insert(installations), {
            "team": granted.team, "bot_user": granted.bot_user, "bot": granted.bot,
            "token": self._safe.seal(granted.token), "installed_at": self._around.now(),
        })  # fmt: skip

    def _opened(self, connection: Connection) -> Iterator[Installation]:
        for kept in rows(connection):
            try:
                sealed = self._safe.reseal(kept.token)
            except WrongKey:
                log.error("slack-token-sealed-with-another-key", team=kept.team)
                continue
            here = installations.c.team == kept.team
            connection.execute(update(installations).where(here).values(token=sealed))
            yield opened(kept, self._safe)

    async def _written(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._around.writer.submit(job))


class States(AsyncOAuthStateStore):
    """Ties Slack's answer to whoever began: each state is good once."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def async_issue(self, *args: object, **kwargs: object) -> str:
        """A new one; those that nobody came back with are dropped."""
        state, now = secrets.token_urlsafe(24), self._around.now()

        def issue(connection: Connection) -> None:
            connection.execute(delete(states).where(states.c.expires_at <= now))
            row = {"state": state, "expires_at": now + GOOD_FOR}
            connection.execute(insert(states), row)

        await asyncio.wrap_future(self._around.writer.submit(issue))
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether it was good until now."""
        good = (states.c.state == state) & (states.c.expires_at > self._around.now())
        used = self._around.writer.submit(
            lambda connection: connection.execute(delete(states).where(good)).rowcount
        )
        dropped: int = await asyncio.wrap_future(used)
        return dropped > 0


def rows(connection: Connection) -> list[Any]:
    """What is kept of every workspace, tokens sealed."""
    return list(connection.execute(select(installations).order_by(installations.c.team)))


def opened(kept: Any, safe: Safe) -> Installation:
    """A workspace as it can be worked with; raises WrongKey."""
    return Installation(
        team=kept.team, bot_user=kept.bot_user, bot=kept.bot, token=safe.open(kept.token)
    )


def _drop(connection: Connection, team: str) -> None:
    connection.execute(delete(installations).where(installations.c.team == team))
