"""Several workspaces: installed with OAuth, each with its own token, none of it kept in clear."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import typer
from cryptography.fernet import Fernet
from pydantic import SecretStr, ValidationError

from bot import doctor
from bot.app import build
from bot.terminal import faults
from bot.time import machine_time
from connectors.slack.settings import SlackSettings
from tests.connectors.slack.conftest import Workspace, connected
from tests.connectors.slack.test_entrance import message
from tests.connectors.slack.test_story import AWA, LEA, welcome
from tests.fakes import slack as fake
from tests.fakes import slack_oauth
from tests.fakes.homes import settings_for
from tests.fakes.slack import BOT_USER, FakeSlack, Fault

ONE, TWO, STRANGE = "T0ONE", "T0TWO", "T0STRANGE"
KEY = Fernet.generate_key().decode()


@pytest.fixture
def several(settings: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What several workspaces need in the settings."""
    settings.delenv("PASSERELLE_SLACK_BOT_TOKEN")
    settings.delenv("PASSERELLE_SLACK_APP_TOKEN")
    settings.setenv("PASSERELLE_SLACK_SIGNING_SECRET", fake.SECRET)
    settings.setenv("PASSERELLE_SLACK_CLIENT_ID", slack_oauth.CLIENT_ID)
    settings.setenv("PASSERELLE_SLACK_CLIENT_SECRET", slack_oauth.CLIENT_SECRET)
    settings.setenv("PASSERELLE_SLACK_WORKSPACES", f"{ONE}, {TWO}")
    return settings


@pytest.fixture
async def both(
    slack: FakeSlack, several: pytest.MonkeyPatch, empty: Path
) -> AsyncIterator[Workspace]:
    """A bot that two workspaces have installed."""
    async with connected(slack, empty, http=True, encryption_key=SecretStr(KEY)) as here:
        for team in (ONE, TWO):
            answer = await install(here, team)
            assert (answer.status_code, team in answer.text) == (200, True)
        yield here


def browser(here: Workspace) -> httpx.AsyncClient:
    """Somebody's browser; cookies of an installation travel over https only."""
    web = httpx.ASGITransport(here.bot.web())
    return httpx.AsyncClient(transport=web, base_url="https://bot.example")


async def install(here: Workspace, team: str, **other: str) -> httpx.Response:
    """Somebody opens the page, says yes at Slack's, and comes back."""
    async with browser(here) as client:
        sent = await client.get("/hooks/slack/install")
        assert sent.status_code == 302
        back = slack_oauth.agree(here.slack, sent.headers["location"], team) | other
        return await client.get("/hooks/slack/oauth_redirect", params=back)


async def in_both(here: Workspace) -> None:
    """Awa lives in one workspace, Léa in the other."""
    for here.team, who, name in ((ONE, AWA, "Awa"), (TWO, LEA, "Léa")):
        await welcome(here, who, name)


def everything(here: Workspace) -> bytes:
    """The database's files, byte by byte."""
    return b"".join(each.read_bytes() for each in here.file.parent.glob("bot.db*"))


async def test_each_workspace_is_answered_with_its_own_token(both: Workspace) -> None:
    await in_both(both)
    assert {each["channel"]: each["team"] for each in both.slack.messages} == {
        f"D{AWA}": ONE, f"D{LEA}": TWO,
    }  # fmt: skip


async def test_they_are_there_again_after_a_restart(both: Workspace) -> None:
    both.team = TWO
    await both.joins(LEA, "Léa")
    both.killed = True
    await both.restart()
    await both.presses(LEA, "Français")
    assert "Bienvenue parmi" in "".join(both.texts(LEA))


async def test_no_token_is_kept_in_clear_or_logged(
    both: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    await install(both, TWO)
    await install(both, ONE, code="never-given")
    both.slack.faults["chat.postMessage"].append(Fault(error="invalid_auth"))
    await in_both_once(both)
    tokens = set(both.slack.teams) - {fake.BOT_TOKEN}
    assert len(tokens) == 3
    kept, logged = everything(both), "".join(capfd.readouterr())
    for each in (*tokens, slack_oauth.CLIENT_SECRET, fake.SECRET, "never-given", KEY):
        assert each.encode() not in kept
        assert each not in logged
    assert ONE.encode() in kept, "the right files were searched"


async def in_both_once(here: Workspace) -> None:
    for here.team, who in ((ONE, AWA), (TWO, LEA)):
        await here.joins(who, who)


@pytest.mark.parametrize(
    "gone", [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}}]
)
async def test_where_the_app_is_taken_out_everybody_leaves_and_the_others_go_on(
    both: Workspace, gone: dict[str, Any]
) -> None:
    await in_both(both)
    both.team = ONE
    await both.event(gone)
    assert both.rows("SELECT name FROM member WHERE left_at IS NULL") == [("Léa",)]
    assert both.rows("SELECT team FROM slack_installation") == [(TWO,)]
    both.team = TWO
    await both.commands(LEA, "/help")
    assert "/demander" in both.last(LEA)
    both.team = ONE
    assert (await both.post("events_api", message("EvLate") | {"team_id": ONE})).status_code == 403


async def test_a_workspace_that_comes_back_is_served_with_its_new_token(both: Workspace) -> None:
    both.team = ONE
    await both.joins(AWA, "Awa")
    await both.event({"type": "app_uninstalled"})
    for token in [token for token, team in both.slack.teams.items() if team == ONE]:
        del both.slack.teams[token]
    await install(both, ONE)
    heard = len(both.heard(AWA))
    await both.says(AWA, "bonjour")
    assert len(both.heard(AWA)) > heard
    assert both.heard(AWA)[-1]["team"] == ONE
    assert both.rows("SELECT count(*), max(left_at) FROM member") == [(1, None)]


async def test_a_workspace_that_is_not_installed_is_refused_by_id_and_nothing_is_lost(
    both: Workspace, capfd: pytest.CaptureFixture[str]
) -> None:
    body = message("EvElse", "un secret") | {"team_id": STRANGE}
    assert (await both.post("events_api", body)).status_code == 403, "Slack sends it again"
    logged = "".join(capfd.readouterr())
    assert STRANGE in logged
    assert "un secret" not in logged
    assert both.rows("SELECT count(*) FROM inbox") == [(0,)]
    await in_both_once(both)
    assert both.rows("SELECT count(*) FROM member") == [(2,)]


async def test_who_was_not_invited_can_not_install(both: Workspace) -> None:
    answer = await install(both, STRANGE)
    assert (answer.status_code, "PASSERELLE_SLACK_WORKSPACES" in answer.text) == (403, True)
    assert both.rows("SELECT team FROM slack_installation ORDER BY team") == [(ONE,), (TWO,)]


@pytest.mark.parametrize(
    ("back", "status"),
    [({"state": "forged"}, 400), ({"code": "forged"}, 401), ({"error": "access_denied"}, 200)],
)
async def test_an_installation_that_was_not_agreed_to_keeps_nothing(
    both: Workspace, back: dict[str, str], status: int
) -> None:
    before = both.rows("SELECT token FROM slack_installation")
    assert (await install(both, ONE, **back)).status_code == status
    assert both.rows("SELECT token FROM slack_installation") == before


async def test_an_answer_counts_once_and_for_ten_minutes(both: Workspace) -> None:
    async with browser(both) as client:
        sent = await client.get("/hooks/slack/install")
        cookie = {"Cookie": sent.headers["set-cookie"].split(";")[0]}
        back = slack_oauth.agree(both.slack, sent.headers["location"], ONE)
        path = "/hooks/slack/oauth_redirect"
        await both.passes(timedelta(minutes=11))
        assert (await client.get(path, params=back, headers=cookie)).status_code == 401
        sent = await client.get("/hooks/slack/install")
        cookie = {"Cookie": sent.headers["set-cookie"].split(";")[0]}
        for status in (200, 401):
            back = slack_oauth.agree(both.slack, sent.headers["location"], ONE)
            assert (await client.get(path, params=back, headers=cookie)).status_code == status


async def test_the_page_speaks_the_browser_s_language(both: Workspace) -> None:
    async with browser(both) as client:
        client.headers["Accept-Language"] = "fr-FR,fr;q=0.9,en;q=0.8"
        answer = await client.get("/hooks/slack/oauth_redirect", params={"error": "access_denied"})
    assert "recommencer" in answer.text


# The key, and the settings


async def test_a_new_key_in_front_seals_the_tokens_anew(both: Workspace) -> None:
    new = Fernet.generate_key().decode()
    both.given["encryption_key"] = SecretStr(f"{new},{KEY}")
    await both.restart()
    both.given["encryption_key"] = SecretStr(new)
    await both.restart()
    assert set(both.connector.workspaces) == {ONE, TWO}


async def test_with_another_key_a_workspace_waits_and_the_doctor_names_it(both: Workspace) -> None:
    both.given["encryption_key"] = SecretStr(Fernet.generate_key().decode())
    await both.restart()
    assert both.connector.workspaces == {}
    assert await found(both) == ["several", "sealed", "sealed"]
    both.given["encryption_key"] = SecretStr(KEY)
    await both.restart()
    assert set(both.connector.workspaces) == {ONE, TWO}


async def test_without_a_key_nothing_starts_and_the_doctor_says_so(
    several: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = settings_for(tmp_path / "bot.db")
    with pytest.raises(typer.Exit), faults(settings):
        build(settings)
    assert "PASSERELLE_ENCRYPTION_KEY" in capsys.readouterr().err
    assert "doctor-slack-key" in [
        each.text.key for each in doctor.examine(settings, machine_time())
    ]


async def test_the_doctor_asks_about_each_workspace(both: Workspace) -> None:
    assert await found(both) == ["several", "ok", "ok"]
    for token in [token for token, team in both.slack.teams.items() if team == TWO]:
        del both.slack.teams[token]
    assert await found(both) == ["several", "ok", "reinstall"]


async def found(here: Workspace) -> list[str]:
    """What the doctor finds of Slack."""
    settings = settings_for(here.file, **here.given)
    findings = await asyncio.to_thread(lambda: list(doctor.examine(settings, machine_time())))
    prefix = "doctor-slack-"
    return [
        each.text.key.removeprefix(prefix) for each in findings if each.text.key.startswith(prefix)
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"client_id": "1.2"},
        {"client_id": "1.2", "client_secret": "s", "signing_secret": "s"},
        {"client_id": "1.2", "client_secret": "s", "workspaces": ONE},
        {"client_id": "1.2", "client_secret": "s", "workspaces": ONE, "signing_secret": "s",
         "bot_token": "xoxb-1"},
    ],
)  # fmt: skip
def test_settings_of_several_workspaces_belong_together(given: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        SlackSettings.model_validate(given)
