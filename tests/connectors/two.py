"""Zoé and Awa, who share no platform: two real connectors on one bot, over both wires."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest
import sqlmodel
from sqlalchemy import Connection
from sqlmodel import col

from community import directory, members, profiles
from community.scope import Scope
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from storage.tables import Identity
from tests.connectors.contract import Platform, settles_in, write
from tests.connectors.slack.conftest import Workspace, connect_to
from tests.connectors.slack.platform import InSlack
from tests.fakes import discord, slack
from tests.fakes.homes import founded, settings_for
from tests.fakes.local import Page
from tests.fakes.whatsapp_people import Phones


class WithFiles(Platform, Protocol):
    """A platform on which people send files."""

    async def sends(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody writes to the bot, with a file of that media type."""


@dataclass(frozen=True, slots=True)
class Two:
    """Zoé on one platform and Awa, who keeps books, on another; one bot for both."""

    hers: WithFiles
    other: WithFiles


@asynccontextmanager
async def slack_and_whatsapp(folder: Path) -> AsyncIterator[Two]:
    """Zoé is in Slack and Awa has a phone."""
    settings = founded(folder / "bot.db")
    async with AsyncExitStack() as stack:
        environment = stack.enter_context(pytest.MonkeyPatch.context())
        server = await stack.enter_async_context(slack.running())
        connect_to(server, environment)
        phones = Phones(settings, lambda around: [SlackConnector(SlackSettings(), around)])
        await phones.twilio.start()
        stack.push_async_callback(phones.twilio.stop)
        await phones.start()
        stack.push_async_callback(phones.stop)
        workspace = Workspace(server, folder / "bot.db", phones.app)
        await workspace.connector.connected.wait()
        yield Two(InSlack(workspace), phones)
    assert phones.twilio.wrong == []


@asynccontextmanager
async def discord_and_the_page(folder: Path) -> AsyncIterator[Two]:
    """Zoé is on Discord and Awa on the community's page."""
    async with discord.platform(folder) as server:
        assert isinstance(server, discord.Server)
        page = Page(settings_for(folder / "bot.db"))
        await page.stand_beside(server.app)
        yield Two(server, page)
        await page.close()


PAIRS = {"slack-whatsapp": slack_and_whatsapp, "discord-local": discord_and_the_page}


async def restart(two: Two) -> None:
    """Another bot on the same database, for Slack and WhatsApp."""
    assert isinstance(two.hers, InSlack)
    assert isinstance(two.other, Phones)
    await two.other.restart()
    two.hers.stand_beside(two.other.app)
    await two.hers.workspace.connector.connected.wait()


@asynccontextmanager
async def strangers(pair: str, folder: Path) -> AsyncIterator[Two]:
    """They have settled in, and never met."""
    async with PAIRS[pair](folder) as made:
        await settles_in(made.hers, "zoe")
        await settles_in(made.other, "awa")
        now = made.other.app.clock.now()
        await write(made.other, lambda c: _keeps_books(c, made.other.id_of("awa"), now))
        yield made


def _keeps_books(connection: Connection, external_id: str, now: datetime) -> None:
    scope = Scope(connection, now, 1)
    query = sqlmodel.select(Identity).where(col(Identity.external_id) == external_id)
    scope.actor_id = scope.db.exec(query).one().member_id
    members.consent(scope, 1, "en", "")
    known = replace(profiles.mine(scope), name="Awa Diop", offers=["bookkeeping"])
    profiles.write(scope, known)
    scope.db.flush()
    # The first search of a process reads the thesaurus, for longer than Slack waits for an answer.
    scope.actor_id = None
    assert directory.find_helpers(scope, "bookkeeping")
    scope.close(keep=True)


async def last(platform: Platform, person: str) -> str:
    """What somebody has heard last."""
    return (await platform.hears(person))[-1].text


async def copied(platform: Platform, person: str) -> Sequence[str]:
    """What somebody can copy of what they have heard last."""
    return platform.copied((await platform.hears(person))[-1])


async def meet(two: Two) -> None:
    """Zoé asks, Awa accepts, and both would write through the bot."""
    await two.hers.says("zoe", "/ask bookkeeping")
    await two.hers.answers("zoe", "Awa Diop")
    await two.hers.answers("zoe", "Skip")
    read = [" ".join((each.text, *each.labels)) for each in await two.other.hears("awa")]
    assert "zoe" not in " ".join(read).casefold()
    await two.other.answers("awa", "I accept")
    assert await two.hers.rooms() == []
    await two.other.answers("awa", "Yes, under my name")
    await two.other.answers("awa", "No thanks")
    await two.hers.answers("zoe", "Yes, under my name")
    await two.hers.answers("zoe", "No thanks")
