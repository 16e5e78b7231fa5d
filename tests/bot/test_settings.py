"""Wrong settings: each gives one line that says which, and what to write instead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.platforms import PLATFORMS
from bot.platforms import WHAT_TO_WRITE as WHAT_OF_PLATFORMS
from bot.settings import WHAT_TO_WRITE, Settings, WrongSetting, read_settings, unknown_settings
from conversations.language import render
from tests.bot.conftest import Command

WRONG = {
    "PASSERELLE_PORT": ["65536", "-1", "eighty", "80.5", "1e3", "٨٠x"],
    "PASSERELLE_EVENTS_PER_MINUTE": ["0", "-5", "many"],
    "PASSERELLE_LOCALE": ["de", "FR", "fr-FR", "../fr"],
    "PASSERELLE_TIME_ZONE": ["Paris", "Europe/Nowhere", "+02:00", "../../etc/passwd"],
    "PASSERELLE_LOG_LEVEL": ["verbose", "INFO "],
    "PASSERELLE_ACCESS_TOKEN": ["mot de passe", "clé", "a\nb"],
    "PASSERELLE_EMBEDDINGS": ["multilingual", "a/b/c", "https://hub/model"],
    "PASSERELLE_ENCRYPTION_KEY": ["short", ",", "abc,def", "é" * 44],
    "PASSERELLE_DATABASE_URL": [
        "passerelle.db", "mysql://root@localhost/x", "sqlite://", "sqlite:///:memory:",
        "sqlite+aiosqlite:///x.db", "postgresql+asyncpg://h/d", "postgres://u:s3cret@h/d",
        "postgresql://h:port/d",
    ],
}  # fmt: skip
CASES = [(name, value) for name, values in WRONG.items() for value in values]


def complaint(locale: str) -> str:
    with pytest.raises(WrongSetting) as wrong:
        read_settings()
    return render(wrong.value.text, locale)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("name", "value"), CASES)
def test_a_wrong_value_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    fr, en = complaint("fr"), complaint("en")
    assert name in fr
    assert name in en
    assert fr != en
    assert "\n" not in fr


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("PORT", "65536", "between 1 and 65535"),
        ("PORT", "eighty", "between 1 and 65535"),
        ("EVENTS_PER_MINUTE", "0", "at least 1"),
        ("LOG_LEVEL", "verbose", "debug, info, warning or error"),
        ("LOCALE", "de", "en and fr"),
    ],
)
def test_a_complaint_says_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, allowed: str
) -> None:
    monkeypatch.setenv(f"PASSERELLE_{name}", value)
    assert allowed in complaint("en")
    assert f"“{value}”" in complaint("en")


def test_every_setting_has_its_own_complaint() -> None:
    assert set(WHAT_TO_WRITE) == set(Settings.model_fields)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org", "127.0.0.1.x"])
def test_listening_beyond_this_machine_needs_a_token(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("PASSERELLE_HOST", host)
    assert "PASSERELLE_ACCESS_TOKEN" in complaint("en")
    monkeypatch.setenv("PASSERELLE_ACCESS_TOKEN", "")
    assert "PASSERELLE_ACCESS_TOKEN" in complaint("fr")
    monkeypatch.setenv("PASSERELLE_ACCESS_TOKEN", "long-and-random")
    assert read_settings().host == host


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_this_machine_alone_needs_no_token(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("PASSERELLE_HOST", host)
    assert read_settings().only_here


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "mysql://u:s3cret@h/d"), ("ACCESS_TOKEN", "s3cret s3cret"),
     ("DATABASE_URL", "postgres://u:s3cret@h/d")],
)  # fmt: skip
def test_a_complaint_repeats_no_secret(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"PASSERELLE_{name}", value)
    assert "s3cret" not in complaint("en")


@pytest.mark.usefixtures("home")
def test_a_token_of_broken_bytes_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSERELLE_ACCESS_TOKEN", os.fsdecode(b"s3cret\xff"))
    assert "PASSERELLE_ACCESS_TOKEN" in complaint("en")
    assert "s3cret" not in complaint("fr")


def test_the_environment_goes_before_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / ".env").write_text("PASSERELLE_PORT=1111\nPASSERELLE_COMMUNITY=Été\n", "utf-8")
    assert (read_settings().port, read_settings().community) == (1111, "Été")
    monkeypatch.setenv("PASSERELLE_PORT", "2222")
    assert read_settings().port == 2222
    assert read_settings(port=0).port == 0


def test_a_file_that_is_not_utf8_is_named(home: Path) -> None:
    (home / ".env").write_text("PASSERELLE_COMMUNITY=Été\n", "cp1252")
    assert ".env" in complaint("en")
    assert "UTF-8" in complaint("fr")


@pytest.mark.usefixtures("home")
def test_an_empty_value_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = {name: field.default for name, field in Settings.model_fields.items()}
    for name in defaults:
        monkeypatch.setenv(f"PASSERELLE_{name}".upper(), "")
    assert read_settings().model_dump() == defaults


@pytest.mark.parametrize("command", ["run", "demo", "talk", "doctor", "db upgrade", "export x.csv",
                                     "import x.csv", "db backup x.db", "community",
                                     "community set x.toml", "role awa member"])  # fmt: skip
def test_every_command_ends_with_2_and_one_line(
    run: Command, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("PASSERELLE_TIME_ZONE", "Nowhere")
    fr, en = [run(*command.split(), lang=lang) for lang in ("fr_FR.UTF-8", "en_GB.UTF-8")]
    assert (fr.code, en.code) == (2, 2)
    assert en.lines == [
        "PASSERELLE_TIME_ZONE: “Nowhere” is not a time zone. Write for instance Europe/London."
    ]
    assert len(fr.lines) == 1
    assert "n’est pas un fuseau horaire" in fr.err


@pytest.mark.parametrize("name", ["PASSERELLE_COMMUNITY", "PASSERELLE_HOST"])
def test_a_value_of_broken_bytes_ends_in_one_line_too(spawn: Command, name: str) -> None:
    os.environb[name.encode()] = b"\xff\xfe"
    try:
        answer = spawn("doctor")
    finally:
        del os.environb[name.encode()]
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert name in answer.err


WRONG_PLATFORM = {
    "PASSERELLE_SLACK_BOT_TOKEN": ["s3cret", "xoxp-s3cret"],
    "PASSERELLE_SLACK_APP_TOKEN": ["xoxb-s3cret"],
    "PASSERELLE_SLACK_MESSAGES_PER_MINUTE": ["0", "s3cret"],
    "PASSERELLE_DISCORD_GUILD_ID": ["s3cret", "-1"],
    "PASSERELLE_DISCORD_INTRO_CHANNEL": ["#s3cret"],
    "PASSERELLE_DISCORD_MODERATOR_ROLES": ["12,@s3cret"],
    "PASSERELLE_WHATSAPP_ACCOUNT_SID": ["s3cret", "AC12"],
    "PASSERELLE_WHATSAPP_AUTH_TOKEN": [""],
    "PASSERELLE_WHATSAPP_NUMBER": ["+33612345678", "s3cret"],
    "PASSERELLE_WHATSAPP_PUBLIC_URL": ["bot.s3cret.example", "ftp://s3cret"],
}
ALL_PLATFORMS = {
    "PASSERELLE_SLACK_BOT_TOKEN": "xoxb-s3cret", "PASSERELLE_SLACK_APP_TOKEN": "xapp-s3cret",
    "PASSERELLE_DISCORD_TOKEN": "s3cret", "PASSERELLE_WHATSAPP_ACCOUNT_SID": f"AC{'0' * 32}",
    "PASSERELLE_WHATSAPP_AUTH_TOKEN": "s3cret",
    "PASSERELLE_WHATSAPP_NUMBER": "whatsapp:+33612345678",
    "PASSERELLE_WHATSAPP_PUBLIC_URL": "https://bot.example",
}  # fmt: skip


@pytest.fixture
def all_platforms(monkeypatch: pytest.MonkeyPatch, home: Path) -> pytest.MonkeyPatch:
    for name, value in ALL_PLATFORMS.items():
        monkeypatch.setenv(name, value)
    assert all(each.check() for each in PLATFORMS)
    return monkeypatch


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in WRONG_PLATFORM.items() for value in values],
)
def test_a_platforms_wrong_setting_is_one_line_without_the_secret(
    all_platforms: pytest.MonkeyPatch, run: Command, name: str, value: str
) -> None:
    all_platforms.setenv(name, value)
    for lang in ("fr_FR.UTF-8", "en_GB.UTF-8"):
        answer = run("run", "--port", "0", lang=lang)
        assert (answer.code, len(answer.lines)) == (2, 1)
        assert answer.lines[0].startswith(name)
        assert ".env.example" not in answer.err, "the line itself says what is allowed"
        assert "s3cret" not in answer.err + answer.out


def test_half_of_slack_is_named_with_what_is_missing(
    all_platforms: pytest.MonkeyPatch, run: Command
) -> None:
    all_platforms.delenv("PASSERELLE_SLACK_APP_TOKEN")
    answer = run("run", "--port", "0")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "PASSERELLE_SLACK_SIGNING_SECRET" in answer.err


def test_the_platforms_settings_are_known(all_platforms: pytest.MonkeyPatch) -> None:
    assert unknown_settings() == []
    all_platforms.setenv("PASSERELLE_SLACK_BOT_TOKENS", "x")
    assert unknown_settings() == ["PASSERELLE_SLACK_BOT_TOKENS"]


def test_every_platforms_setting_with_a_complaint_exists() -> None:
    known = {f"{each.settings.model_config['env_prefix']}{field}".upper()
             for each in PLATFORMS for field in ("", *each.settings.model_fields)}  # fmt: skip
    assert set(WHAT_OF_PLATFORMS) <= known
