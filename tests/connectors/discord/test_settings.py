"""What an organiser can set for Discord."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from connectors.discord.settings import DiscordSettings

TOKEN = "a.very.secret-token"


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.chdir(str(tmp_path))


def test_roles_are_ids_with_commas_between_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_MODERATOR_ROLES", "12, 34,")
    assert DiscordSettings().moderator_roles == {12, 34}


@pytest.mark.parametrize(
    ("name", "value"),
    [("GUILD_ID", "my-server"), ("INTRO_CHANNEL", "#general"), ("MODERATOR_ROLES", "12,@mods"),
     ("GUILD_ID", "-3"), ("INTRO_CHANNEL", str(2**64))],
)  # fmt: skip
def test_what_is_no_id_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"PASSERELLE_DISCORD_{name}", value)
    with pytest.raises(ValidationError, match=name.lower()) as wrong:
        DiscordSettings()
    assert value not in str(wrong.value)


def test_the_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_TOKEN", TOKEN)
    monkeypatch.setenv("PASSERELLE_DISCORD_GUILD_ID", "x")
    with pytest.raises(ValidationError) as wrong:
        DiscordSettings()
    monkeypatch.delenv("PASSERELLE_DISCORD_GUILD_ID")
    assert TOKEN not in repr(DiscordSettings()) + str(wrong.value)
