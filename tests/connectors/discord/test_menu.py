"""The commands as Discord gets them: from the registry, translated, and only when they changed."""

from __future__ import annotations

import re

import discord
import pytest

from connectors.discord.menu import application_commands, digest
from conversations.commands import COMMANDS
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_spec import judge, needs_spec
from tests.fakes.discord_wire import ME

SHAPE = re.compile(r"^[-_'\w]{1,32}$")
"""Discord docs, "Application Command Naming"."""
LONGEST = 8000


@needs_spec
def test_discord_takes_the_commands() -> None:
    judge("PUT", f"/applications/{ME}/commands", application_commands())


def test_every_command_of_the_registry_is_there_in_both_languages() -> None:
    slash = [each for each in application_commands() if each["type"] == 1]
    assert [each["name"] for each in slash] == [command.name for command in COMMANDS]
    french = [each["name_localizations"]["fr"] for each in slash]
    assert "demander" in french
    assert len(set(french)) == len(french)
    names = [*french, *(each["name"] for each in slash)]
    assert all(SHAPE.match(name) and name == name.lower() for name in names)


def test_a_command_is_not_longer_than_allowed() -> None:
    for each in application_commands():
        words = [each["name"], each.get("description", "")]
        words += [*each["name_localizations"].values()]
        words += [*each.get("description_localizations", {}).values()]
        assert sum(map(len, words)) <= LONGEST


def test_people_and_messages_have_a_menu_entry_with_the_same_name() -> None:
    entries = [each for each in application_commands() if each["type"] in (2, 3)]
    assert {each["name"] for each in entries} == {"Find someone who can help"}
    assert {each["name_localizations"]["fr"] for each in entries} == {"Trouver qui peut aider"}


def test_another_word_gives_another_digest() -> None:
    commands = application_commands()
    changed = [commands[0] | {"description": "x"}, *commands[1:]]
    assert digest(commands) == digest(application_commands()) != digest(changed)


async def test_commands_are_told_once_and_not_at_the_next_start(town: Town) -> None:
    await town.start()
    await town.stop()
    await town.start()
    assert len(town.fake.commands["everywhere"]) == 1


async def test_for_development_they_are_told_to_one_server(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_GUILD_ID", "2000")
    await town.start()
    assert list(town.fake.commands) == ["2000"]


async def test_what_members_offer_is_suggested_while_a_need_is_typed(town: Town) -> None:
    await town.start()
    awa = town.person("Awa")
    await awa.joins()
    await welcomed(awa, offers="comptabilité, jardinage, la compta des ateliers")
    assert await awa.types("ask", "compta") == ["comptabilité", "la compta des ateliers"]
    assert await awa.types("ask", "JARDIN") == ["jardinage"]
    assert await awa.types("ask", "plongée") == []


def test_the_languages_are_discords_own() -> None:
    known = {each.value for each in discord.Locale}
    assert all(set(each["name_localizations"]) <= known for each in application_commands())
