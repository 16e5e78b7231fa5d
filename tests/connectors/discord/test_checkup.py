"""The doctor's questions to Discord, and what it says to do."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from connectors.discord.checkup import NEEDED, findings
from conversations.language import render
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import CHANNEL, GUILD, TOKEN, Fault


@pytest.fixture(autouse=True)
def connected(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PASSERELLE_DISCORD_TOKEN", TOKEN)


async def told(locale: str = "en") -> list[str]:
    """What is not well, asked as the command line asks: in a thread without a loop."""
    found = await asyncio.to_thread(lambda: list(findings()))
    return [render(each.text, locale) for each in found if not each.well]


@pytest.mark.usefixtures("fake")
async def test_all_is_well() -> None:
    assert await told() == []
    assert len(await asyncio.to_thread(lambda: list(findings()))) == 2


async def test_without_a_token_discord_is_not_asked(
    fake: FakeDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PASSERELLE_DISCORD_TOKEN")
    assert await told() == []
    assert fake.requests == []


@pytest.mark.usefixtures("fake")
async def test_a_refused_token_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_TOKEN", "another.secret")
    (fault,) = await told()
    assert "PASSERELLE_DISCORD_TOKEN" in fault
    assert "another.secret" not in fault


async def test_a_missing_intent_is_named(fake: FakeDiscord) -> None:
    fake.application_flags = 0
    (fault,) = await told()
    assert "Server Members" in fault


async def test_missing_rights_are_named_with_the_server(fake: FakeDiscord) -> None:
    fake.permissions = str(NEEDED.value & ~(1 << 36))
    (fault,) = await told()
    assert "Les Essais" in fault
    assert "create_private_threads" in fault


async def test_the_right_to_send_files_is_needed_as_the_bot_sends_some(fake: FakeDiscord) -> None:
    fake.permissions = str(NEEDED.value & ~(1 << 15))
    (fault,) = await told()
    assert "attach_files" in fault


async def test_a_server_without_a_channel_for_threads_is_named(fake: FakeDiscord) -> None:
    fake.system_channel = None
    (fault,) = await told()
    assert "Les Essais" in fault
    assert "PASSERELLE_DISCORD_INTRO_CHANNEL" in fault


async def test_the_channel_of_the_settings_will_do(
    fake: FakeDiscord, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.system_channel = None
    monkeypatch.setenv("PASSERELLE_DISCORD_INTRO_CHANNEL", CHANNEL)
    assert await told() == []


async def test_rights_that_the_channel_takes_away_are_named(fake: FakeDiscord) -> None:
    fake.permissions = str(NEEDED.value)
    fake.denied = str(1 << 36)
    (fault,) = await told()
    assert "accueil" in fault
    assert "create_private_threads" in fault


async def test_a_bot_that_is_nowhere_gets_its_invitation(fake: FakeDiscord) -> None:
    fake.nowhere = True
    (fault,) = await told()
    assert "scope=bot+applications.commands" in fault
    assert GUILD not in fault


async def test_a_silent_discord_is_no_crash(fake: FakeDiscord) -> None:
    fake.faults.append(Fault("/users/@me", 503, times=9))
    (fault,) = await told("fr")
    assert "Discord ne répond pas" in fault


@pytest.mark.usefixtures("fake")
async def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_INTRO_CHANNEL", "#general")
    (fault,) = await told()
    assert "PASSERELLE_DISCORD_INTRO_CHANNEL" in fault
