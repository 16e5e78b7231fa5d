"""Connecting: the manifest judged by Slack's schema, the settings, and what the doctor finds."""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError
from typer.testing import CliRunner

from bot.cli import app
from bot.manifest import written
from connectors.slack.commands import MOST_COMMANDS, meant, names, said
from connectors.slack.manifest import MOST_SHORTCUT, SCOPES, TO_LISTEN, manifest
from connectors.slack.settings import SlackSettings, examine
from conversations.commands import COMMANDS, called
from conversations.language import render
from conversations.texts import Text
from tests.fakes.homes import settings_for
from tests.fakes.slack import ALL_SCOPES, APP_TOKEN, BOT_TOKEN, FakeSlack, Fault
from tests.fakes.slack_judge import commands_are_right

NAMED = re.compile(r"(?<![\w/.:])/([a-z]+(?:-[a-z]+)*)(?![\w/-])")
ENTRY = re.compile(r"^(?=[a-zA-Z][\w-]* *=)", re.MULTILINE)
VARIABLE = re.compile(r"\$(\w[\w-]*)")

SPECS = Path(os.environ.get("PASSERELLE_SPECS") or Path(__file__).parents[4] / "shared" / "specs")
SCHEMA = SPECS / "slack_manifest.schema.json"
WEBHOOK = "https://bot.example.org/hooks/slack/events"

needs_schema = pytest.mark.skipif(
    not SCHEMA.exists(), reason=f"Slack's manifest schema is not at {SCHEMA}"
)


@needs_schema
@pytest.mark.parametrize("url", [None, WEBHOOK])
@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_manifest_is_what_slack_takes(locale: str, url: str | None) -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(manifest("Les Passeurs", locale, url), schema)


@needs_schema
def test_a_community_with_a_long_name_has_a_manifest_too() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(manifest("Les Passeurs de Provence " * 5, "fr", None), schema)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_no_name_is_one_that_slack_keeps_for_itself(locale: str) -> None:
    commands_are_right(manifest("x", locale, None))


def test_the_fake_refuses_the_names_that_slack_keeps() -> None:
    made = manifest("x", "fr", None)
    made["features"]["slash_commands"][0]["command"] = "/who"
    with pytest.raises(AssertionError, match="/who"):
        commands_are_right(made)


def test_every_command_of_the_registry_is_in_the_manifest() -> None:
    made = manifest("x", "fr", None)["features"]["slash_commands"]
    known = [called(meant(each["command"]).removeprefix("/")) for each in made]
    assert known[: len(COMMANDS)] == list(COMMANDS)
    assert len(made) == MOST_COMMANDS, "and as many French names as there is room for"


def test_the_french_names_that_members_read_most_are_in_the_manifest() -> None:
    made = {each["command"] for each in manifest("x", "fr", None)["features"]["slash_commands"]}
    assert made >= {"/aide", "/annuler", "/enquete", "/temoignage", "/evenements", "/equipe"}


def written_in(locale: str) -> Iterator[tuple[str, str]]:
    """Every message's key, and how it is written."""
    for file in sorted((Path(__file__).parents[3] / "locales" / locale).glob("*.ftl")):
        for entry in ENTRY.split(file.read_text(encoding="utf-8"))[1:]:
            key, _, written = entry.partition("=")
            yield key.strip(), re.sub("^#.*", "", written, flags=re.MULTILINE)


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_every_command_that_a_text_names_is_one_that_slack_knows(locale: str) -> None:
    naming = 0
    for key, source in written_in(locale):
        if not any(map(called, NAMED.findall(source))):
            continue
        shown = said(Text(key, **dict.fromkeys(VARIABLE.findall(source), 1)), locale)
        there = {name for name in NAMED.findall(shown) if called(name)}
        assert there <= set(names()), key
        naming += bool(there)
    assert naming > 50


def test_what_people_write_is_not_changed_with_the_names() -> None:
    text = Text("relay-words", name="/quitter", words="tape /quitter ou /temoin, et/ou /leave")
    assert said(text, "fr") == render(text, "fr")


@pytest.mark.parametrize("locale", ["fr", "en"])
def test_the_menu_of_a_message_is_not_cut(locale: str) -> None:
    assert len(render(Text("slack-shortcut"), locale)) <= MOST_SHORTCUT


def test_with_an_address_everything_goes_there_and_without_one_through_the_socket() -> None:
    over_http, over_socket = manifest("x", "fr", WEBHOOK), manifest("x", "fr", None)
    commands = len(over_http["features"]["slash_commands"])
    assert json.dumps(over_http).count(WEBHOOK) == 2 + commands
    assert over_http["settings"]["socket_mode_enabled"] is False
    assert "http" not in json.dumps(over_socket)
    assert over_socket["settings"]["socket_mode_enabled"] is True


def test_the_command_line_writes_it_with_the_webhook_s_path(tmp_path: Path) -> None:
    made = json.loads(written("slack", settings_for(tmp_path / "x.db"), "https://bot.example.org/"))
    assert made["settings"]["interactivity"]["request_url"] == WEBHOOK
    assert made["display_information"]["name"] == "Les Essais"


def test_the_fake_grants_what_the_manifest_asks_for() -> None:
    assert set(ALL_SCOPES.split(",")) == {*SCOPES, *TO_LISTEN}


def test_the_command_line_prints_nothing_but_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(app, ["manifest", "slack"])
    assert answer.exit_code == 0
    assert json.loads(answer.stdout)["settings"]["socket_mode_enabled"] is True


@pytest.mark.parametrize(
    "url", ["bot.example.org", "http://bot.example.org", "https://", "https://bot.example.org/?a=1"]
)
def test_an_address_that_slack_never_calls_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = CliRunner().invoke(app, ["manifest", "slack", "--url", url])
    assert answer.exit_code != 0
    assert answer.stdout == ""
    assert "https" in answer.stderr


# Settings


def test_a_wrong_token_stops_the_start_with_a_word_and_is_not_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PASSERELLE_SLACK_BOT_TOKEN", "a-secret")
    answer = CliRunner().invoke(app, ["run", "--port", "0"])
    assert answer.exit_code == 2
    assert "PASSERELLE_SLACK_BOT_TOKEN" in answer.output
    assert "a-secret" not in answer.output


@pytest.mark.parametrize(
    "given",
    [
        {"bot_token": "xoxb-1"},
        {"bot_token": "xoxp-1", "app_token": "xapp-1"},
        {"bot_token": "xoxb-1", "app_token": "xoxb-1"},
        {"bot_token": "xoxb-1", "app_token": "xapp-1", "messages_per_minute": 0},
    ],
)
def test_settings_that_can_not_work_are_refused_without_being_told(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        SlackSettings.model_validate(given)
    assert "xox" not in str(refused.value).replace("begins with xoxb-", "")


def test_an_app_token_means_socket_mode() -> None:
    given = {"bot_token": "xoxb-1", "app_token": "xapp-1", "signing_secret": "s"}
    both = SlackSettings.model_validate(given)
    assert not both.over_http
    assert "xoxb-1" not in repr(both)


@pytest.mark.usefixtures("settings")
def test_variables_of_slack_s_own_library_are_not_ours(settings: pytest.MonkeyPatch) -> None:
    settings.delenv("PASSERELLE_SLACK_BOT_TOKEN")
    settings.setenv("SLACK_BOT_TOKEN", "xoxb-other")
    assert SlackSettings().bot_token is None


# The doctor


@pytest.fixture
def found(settings: pytest.MonkeyPatch) -> Callable[..., Any]:
    """What the doctor finds, as the keys of its sentences."""

    async def look(away: timedelta = timedelta()) -> list[str]:
        findings = await asyncio.to_thread(lambda: list(examine(datetime.now(UTC) + away)))
        for each in findings:
            shown = render(each.text, "en")
            assert BOT_TOKEN not in shown
            assert APP_TOKEN not in shown
        return [each.text.key.removeprefix("doctor-slack-") for each in findings]

    return look


async def test_where_all_is_well_the_doctor_says_so(
    found: Callable[..., Any],
) -> None:
    assert await found() == ["ok", "socket-ok"]


async def test_without_any_token_the_doctor_has_nothing_to_say(
    found: Callable[..., Any], settings: pytest.MonkeyPatch
) -> None:
    settings.delenv("PASSERELLE_SLACK_BOT_TOKEN")
    settings.delenv("PASSERELLE_SLACK_APP_TOKEN")
    assert await found() == []


@pytest.mark.parametrize(
    ("method", "fault", "says"),
    [
        ("auth.test", Fault(error="invalid_auth"), ["token"]),
        ("auth.test", Fault(error="account_inactive"), ["token"]),
        ("auth.test", Fault(status=503), ["unreachable"]),
        ("auth.test", Fault(status=429), ["busy"]),
        ("apps.connections.open", Fault(status=429), ["ok", "busy"]),
        ("apps.connections.open", Fault(error="not_allowed_token_type"), ["ok", "socket"]),
    ],
)
async def test_what_slack_refuses_is_named(
    slack: FakeSlack, found: Callable[..., Any], method: str, fault: Fault, says: list[str]
) -> None:
    slack.faults[method].append(fault)
    assert await found() == says


async def test_a_missing_scope_is_named(slack: FakeSlack, found: Callable[..., Any]) -> None:
    slack.scopes = "chat:write"
    assert await found() == ["ok", "scopes", "socket-ok"]


async def test_a_clock_that_is_wrong_is_named(found: Callable[..., Any]) -> None:
    assert await found(timedelta(minutes=6)) == ["ok", "clock", "socket-ok"]


async def test_a_group_that_is_not_there_is_named(
    slack: FakeSlack, found: Callable[..., Any], settings: pytest.MonkeyPatch
) -> None:
    settings.setenv("PASSERELLE_SLACK_MODERATORS", "S1")
    assert "group" in await found()
    slack.groups["S1"] = []
    assert "group-ok" in await found()


@pytest.mark.usefixtures("over_http")
async def test_over_http_the_address_is_told(found: Callable[..., Any]) -> None:
    assert await found() == ["ok", "http-ok"]
