"""The documentation is complete: what can be set, called or said is written somewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pydantic import SecretStr
from pydantic_settings import BaseSettings
from starlette.routing import Mount, Route

import conversations.dialogues as _dialogues
from bot.app import App, build
from bot.settings import PREFIX, Settings, read_settings
from connectors.discord.settings import PREFIX as DISCORD
from connectors.discord.settings import DiscordSettings
from connectors.slack.settings import SlackSettings
from connectors.whatsapp import settings as whatsapp
from conversations.commands import COMMANDS
from conversations.dialogue import REGISTRY
from conversations.language import keys

assert _dialogues.__all__, "importing the dialogues registers them"

ROOT = Path(__file__).parent.parent
EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
API = (ROOT / "docs" / "local-api.md").read_text(encoding="utf-8")
API_ERRORS = {key.removeprefix("api-") for key in keys("en") if key.startswith("api-")}
SETTINGS: dict[str, type[BaseSettings]] = {
    PREFIX: Settings, DISCORD: DiscordSettings,
    SlackSettings.model_config["env_prefix"]: SlackSettings,
}  # fmt: skip
SETTING = re.compile(rf"^# ({PREFIX}\w+)=(.*)$", re.MULTILINE)

PLATFORM_SETTINGS = [f"{whatsapp.PREFIX}{name}".upper()
                     for name in whatsapp.WhatsAppSettings.model_fields]  # fmt: skip


@cache
def documentation() -> str:
    """Everything that is written for people who use or run the bot."""
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def shown(default: object) -> str:
    """A default as it is written in .env.example."""
    assert not isinstance(default, SecretStr), "a secret has no default"
    return "" if default in (None, frozenset()) else str(default)


def test_the_example_has_every_setting_with_its_default_and_no_other() -> None:
    defaults = {
        f"{prefix}{name}".upper(): shown(field.default)
        for prefix, kind in SETTINGS.items()
        for name, field in kind.model_fields.items()
    }
    defaults |= dict.fromkeys(PLATFORM_SETTINGS, "")
    assert dict(SETTING.findall(EXAMPLE)) == defaults


def test_the_example_explains_every_setting_right_above_it() -> None:
    lines = EXAMPLE.splitlines()
    for n, line in enumerate(lines):
        if SETTING.match(line):
            assert re.match(r"# (?!PASSERELLE_)\S", lines[n - 1]), line


def test_the_example_changes_nothing_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert read_settings(_env_file=file) == read_settings(_env_file=())


def test_the_example_works_with_every_line_taken_in(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(SETTING.sub(r"\1=\2", EXAMPLE), encoding="utf-8")
    assert read_settings(_env_file=file) == read_settings(_env_file=())


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    assert f"{PREFIX}{name}".upper() in documentation() + EXAMPLE


@pytest.mark.parametrize("name", PLATFORM_SETTINGS)
def test_every_platforms_setting_is_documented(name: str) -> None:
    assert name in documentation()


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_every_command_is_documented(name: str) -> None:
    assert re.search(rf"/{name}\b", documentation()), f"/{name} is in no page of docs/ or README"


@pytest.mark.parametrize(("page", "locale"), [("README.md", "en"), ("README.fr.md", "fr")])
def test_each_readme_names_every_command_as_its_language_does(page: str, locale: str) -> None:
    written = (ROOT / page).read_text(encoding="utf-8")
    assert [each.name for each in COMMANDS if f"`/{each.called(locale)}`" not in written] == []


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_dialogue_is_documented(name: str) -> None:
    assert f"`{name}`" in documentation(), f"the dialogue `{name}` is in no page of docs/ or README"


def test_every_path_of_the_api_is_documented(tmp_path: Path) -> None:
    app = build(read_settings(_env_file=(), database_url=f"sqlite:///{tmp_path}/bot.db"))
    try:
        paths = {route.path for route in _routes(app)}
    finally:
        app.writer.stop()
    assert {path for path in paths - {"/"} if path not in API} == set()


def _routes(app: App) -> list[Route]:
    """Every address, those of the page behind its guard too."""
    outer = app.web().routes
    inner = [each for mount in outer if isinstance(mount, Mount) for each in mount.routes]
    return [each for each in (*outer, *inner) if isinstance(each, Route)]


def test_every_documented_path_of_the_api_exists(tmp_path: Path) -> None:
    app = build(read_settings(_env_file=(), database_url=f"sqlite:///{tmp_path}/bot.db"))
    try:
        known = {(method, route.path) for route in _routes(app) for method in route.methods or ()}
    finally:
        app.writer.stop()
    written = set(re.findall(r"`(GET|POST) (/[\w/{}]*)", API))
    assert written
    assert written <= known


@pytest.mark.parametrize("code", sorted(API_ERRORS))
def test_every_error_of_the_api_is_documented(code: str) -> None:
    assert f"`{code}`" in API, f"docs/local-api.md does not explain the error `{code}`"


def test_every_documented_error_of_the_api_has_its_words() -> None:
    table = API.partition("| error | status |")[2].partition("\n\n")[0]
    first_cells = [row.split("|")[1] for row in table.splitlines() if row.startswith("| `")]
    codes = set(re.findall(r"`([a-z0-9-]+)`", " ".join(first_cells)))
    assert len(codes) > 10
    assert codes <= API_ERRORS


def test_every_page_that_is_linked_exists() -> None:
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        missing = [link for link in links if not (page.parent / link).exists()]
        assert missing == [], page.name
