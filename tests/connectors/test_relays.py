"""Two people on two platforms, over both wires: asked, accepted, and talking through the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest
import sqlmodel
from icalendar import Calendar
from sqlalchemy import Connection, select
from sqlmodel import col

from community import directory, members, profiles
from community.scope import Scope
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from storage.tables import Identity, Outbox, table
from tests.connectors.contract import NASTY, Platform, settles_in, write
from tests.connectors.slack.conftest import Workspace, connect_to
from tests.connectors.slack.platform import InSlack
from tests.fakes import discord, slack
from tests.fakes.homes import founded, settings_for
from tests.fakes.local import Page
from tests.fakes.whatsapp_people import Phones

outboxes = table(Outbox)


@dataclass(frozen=True, slots=True)
class Two:
    """Zoé on one platform and Awa, who keeps books, on another; one bot for both."""

    hers: Platform
    other: Platform


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
        page = Page(settings_for(folder / "bot.db"))
        await page.stand_beside(server.app)
        yield Two(server, page)
        await page.close()


PAIRS = {"slack-whatsapp": slack_and_whatsapp, "discord-local": discord_and_the_page}


@pytest.fixture(params=list(PAIRS))
async def two(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Two]:
    """They have settled in, and never met."""
    async with PAIRS[request.param](tmp_path) as made:
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


async def meet(two: Two) -> None:
    """Zoé asks, Awa accepts, and both would write through the bot."""
    await two.hers.says("zoe", "/ask bookkeeping")
    await two.hers.answers("zoe", "Awa Diop")
    await two.hers.answers("zoe", "Skip")
    assert "zoe" not in str(await two.other.hears("awa")).casefold()
    await two.other.answers("awa", "I accept")
    assert await two.hers.rooms() == []
    await two.other.answers("awa", "Awa Diop")
    await two.other.answers("awa", "No thanks")
    name = (await two.hers.hears("zoe"))[-1].labels[0]
    await two.hers.answers("zoe", name)
    await two.hers.answers("zoe", "No thanks")


async def test_words_pass_between_two_platforms_and_nothing_of_them_is_kept(two: Two) -> None:
    await meet(two)
    await two.hers.says("zoe", "@Awa kanarivogel good evening")
    assert "kanarivogel good evening" in await last(two.other, "awa")
    await two.other.says("awa", "@ with pleasure")
    assert "Awa: with pleasure" in (await last(two.hers, "zoe")).replace("\N{NO-BREAK SPACE}", "")
    kept = await write(two.hers, lambda c: [
        str(c.execute(select(each)).all()) for each in Outbox.metadata.sorted_tables
        if each.name not in {"local_message", "sending"}
    ])  # fmt: skip
    assert "kanarivogel" not in "".join(kept)
    states = await write(two.hers, lambda c: c.execute(
        select(outboxes.c.state, outboxes.c.payload).where(outboxes.c.purpose == "relay")
    ).all())  # fmt: skip
    assert set(states) == {("sent", None)}


async def test_a_time_to_talk_is_in_both_calendars_across_platforms(two: Two) -> None:
    await meet(two)
    time, *_ = (await two.hers.hears("zoe"))[-1].labels
    await two.hers.answers("zoe", time)
    await two.other.answers("awa", "Yes, that suits me")
    kept = [await two.hers.files("zoe"), await two.other.files("awa")]
    (hers,), (awas,) = (Calendar.from_ical(files[-1][1]).walk("VEVENT") for files in kept)
    for name in ("UID", "DTSTART", "DTEND"):
        assert hers[name].to_ical() == awas[name].to_ical()


async def test_what_passes_is_never_live_on_the_other_platform(two: Two) -> None:
    await meet(two)
    for here, sender, there, reader, name in (
        (two.hers, "zoe", two.other, "awa", "@Awa"), (two.other, "awa", two.hers, "zoe", "@"),
    ):  # fmt: skip
        await here.says(sender, f"{name} {NASTY}")
        (seen,) = (await there.hears(reader))[-1:]
        assert "everyone" in seen.text
        assert not there.is_live(seen, seen.text)


async def test_either_ends_it_and_the_other_hears_of_it(two: Two) -> None:
    await meet(two)
    await two.other.says("awa", "leave")
    assert "has ended the exchange" in await last(two.hers, "zoe")
    before = len(await two.other.hears("awa"))
    await two.hers.says("zoe", "@Awa still there?")
    assert len(await two.other.hears("awa")) == before


async def test_contacts_cross_only_when_both_are_given(two: Two) -> None:
    await two.hers.says("zoe", "/ask bookkeeping")
    await two.hers.answers("zoe", "Awa Diop")
    await two.hers.answers("zoe", "Skip")
    await two.other.answers("awa", "I accept")
    await two.other.answers("awa", "Rather not")
    await two.other.says("awa", "room four")
    await two.hers.answers("zoe", "Rather not")
    assert "room four" not in str(await two.hers.hears("zoe"))
    await two.hers.says("zoe", "the blue door")
    assert "room four" in await last(two.hers, "zoe")
    assert "the blue door" in await last(two.other, "awa")
