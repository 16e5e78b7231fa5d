"""The commands as Discord gets them: from the registry, translated, and only when they changed."""

from __future__ import annotations

import re

import discord
import pytest
from sqlalchemy import update

from connectors.discord.menu import application_commands, digest
from conversations.commands import COMMANDS
from conversations.language import render
from storage.tables import Fact, table
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import MODERATE_MEMBERS, Person
from tests.fakes.discord_spec import judge, needs_spec
from tests.fakes.discord_wire import ME, MODS, STAFF, Fault

MANAGE_GUILD = str(1 << 5)
SHAPE = re.compile(r"^[-_'\w]{1,32}$")
"""Discord docs, "Application Command Naming"."""
LONGEST = 8000


@needs_spec
def test_discord_takes_the_commands() -> None:
    judge("PUT", f"/applications/{ME}/commands", application_commands())


def test_every_command_of_the_registry_is_there_in_both_languages() -> None:
    slash = {each["name"]: each for each in application_commands() if each["type"] == 1}
    known = [command for command in COMMANDS if not command.here]
    assert list(slash) == [command.name for command in known]
    assert "listen" not in slash, "the bot hears nothing in Discord's channels"
    french = [each["name_localizations"]["fr"] for each in slash.values()]
    assert french == [command.called("fr") for command in known]
    assert len(set(french)) == len(french)
    assert all(SHAPE.match(name) and name == name.lower() for name in [*french, *slash])
    for command in known:
        told = slash[command.name]["description_localizations"]["fr"]
        assert told == render(command.help, "fr") != slash[command.name]["description"]


def test_arguments_have_names_in_both_languages_and_people_and_topics_are_suggested() -> None:
    found = {
        (each["name"], option["name"], option["name_localizations"]["fr"], option["autocomplete"])
        for each in application_commands() for option in each.get("options", ())
    }  # fmt: skip
    assert found == {
        ("ask", "need", "besoin", True), ("thanks", "whom", "qui", True),
        ("block", "who", "qui", True), ("report", "who", "qui", True),
        ("member", "who", "qui", True), ("pause-member", "who", "qui", True),
        ("remove-member", "who", "qui", True),
        ("team", "message", "message", False), ("link", "code", "code", False),
        ("intro", "who", "qui", True), ("intro", "to", "à", True),
        ("who", "member", "membre", True),
        ("gathering", "what", "quoi", False), ("ritual", "what", "quoi", False),
        ("group", "group", "groupe", False),
        ("pause", "until", "quand", False), ("resume", "until", "quand", False),
    }  # fmt: skip


def test_a_command_is_not_longer_than_allowed() -> None:
    for each in application_commands():
        words = [each["name"], each.get("description", "")]
        words += [*each["name_localizations"].values()]
        words += [*each.get("description_localizations", {}).values()]
        assert sum(map(len, words)) <= LONGEST


def test_people_and_messages_have_an_entry_in_their_menus() -> None:
    entries = {each["type"]: each for each in application_commands() if each["type"] in (2, 3)}
    assert {kind: each["name"] for kind, each in entries.items()} == {
        2: "Introduce to someone", 3: "Find someone who can help",
    }  # fmt: skip
    assert entries[2]["name_localizations"]["fr"] == "Présenter à quelqu’un"
    assert entries[3]["name_localizations"]["fr"] == "Trouver qui peut aider"
    assert entries[2]["default_member_permissions"] == int(MODERATE_MEMBERS)


def test_another_word_gives_another_digest() -> None:
    commands = application_commands()
    changed = [commands[0] | {"description": "x"}, *commands[1:]]
    assert digest(commands) == digest(application_commands()) != digest(changed)


async def test_commands_are_told_again_only_when_they_have_changed(town: Town) -> None:
    for _ in range(3):
        await town.stop()
        await town.start()
    assert len(town.fake.commands["everywhere"]) == 1
    synced = table(Fact).c.name.like("discord:commands:%")
    await town.read(
        lambda c: c.execute(update(table(Fact)).where(synced).values(value="an older release's"))
    )
    await town.stop()
    await town.start()
    assert len(town.fake.commands["everywhere"]) == 2


async def test_commands_that_discord_does_not_take_leave_the_rest_running(town: Town) -> None:
    town.fake.faults.append(Fault("/commands", 400, code=50035))
    await town.start()
    assert town.fake.commands == {}
    await town.stop()
    await town.start()
    assert len(town.fake.commands["everywhere"]) == 1, "and they are told at the next start"


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
    assert list(await awa.types("ask", "compta")) == ["comptabilité", "la compta des ateliers"]
    assert await awa.types("ask", "JARDIN") == {"jardinage": "jardinage"}
    assert await awa.types("ask", "plongée") == {}


@pytest.fixture
async def team(town: Town) -> tuple[Person, Person]:
    """Awa, and Omar who moderates; both have settled in."""
    await town.start()
    awa, omar = town.person("Awa"), town.person("Omar", MODERATE_MEMBERS, roles=[MODS])
    for each in (awa, omar):
        await each.joins()
        await welcomed(each)
    return awa, omar


async def test_members_are_suggested_to_who_may_introduce_them(
    town: Town, team: tuple[Person, Person]
) -> None:
    awa, omar = team
    newcomer = town.person("Awatif")
    await newcomer.joins()
    await newcomer.hears("Dans quelle langue")
    assert await omar.types("intro", "AW", "who") == {"Awa": f"<@{awa.id}>"}
    assert set(await omar.types("intro", "", "to")) == {"Awa", "Omar"}
    assert await awa.types("intro", "om", "who") == {}, "the command is not hers"


async def test_who_has_agreed_to_nothing_is_shown_nobody(
    town: Town, team: tuple[Person, Person]
) -> None:
    newcomer, stranger = town.person("Oscar"), town.person("Inconnu")
    await newcomer.joins()
    await newcomer.hears("Dans quelle langue")
    await stranger.lives_here()
    for each in (newcomer, stranger):
        assert await each.types("who", "a", "member") == {}
        assert await each.types("ask", "", "need") == {}


async def test_whoever_is_on_a_pause_can_still_be_named_but_not_introduced(
    team: tuple[Person, Person],
) -> None:
    awa, omar = team
    await awa.commands("pause", until="lundi")
    await awa.hears("lundi")
    named = {"Awa": f"<@{awa.id}>"}
    for command, argument in (("report", "who"), ("thanks", "whom"), ("who", "member")):
        assert await omar.types(command, "aw", argument) == named
    assert await omar.types("pause-member", "aw", "who") == named
    assert await omar.types("intro", "aw", "who") == {}


async def test_an_argument_that_is_no_topic_and_nobody_gets_no_suggestion(
    team: tuple[Person, Person],
) -> None:
    awa, _ = team
    assert await awa.types("team", "aw", "message") == {}
    assert await awa.types("no-such-command", "aw", "message") == {}


async def test_whoever_is_suggested_twice_under_a_name_is_told_apart(
    town: Town, team: tuple[Person, Person]
) -> None:
    awa, omar = team
    other = town.person("Awa")
    await other.joins()
    await welcomed(other)
    await omar.commands("intro", here=True, who=f"<@{other.id}>", to=f"<@{awa.id}>")
    await omar.hears("qu’auraient ces deux personnes à se dire")


async def test_where_no_channel_is_heard_the_bot_offers_no_listening_and_says_why(
    town: Town,
) -> None:
    await town.start()
    ines = town.person("Inès", MANAGE_GUILD, roles=[STAFF])
    await ines.joins()
    await welcomed(ines)
    await ines.writes("/ecoute on")
    await ines.hears("je ne lis rien de ce qui s’écrit dans les canaux")
    await ines.writes("/aide")
    shown = await ines.hears("/groupe")
    assert "/ecoute" not in shown["content"]


def test_the_languages_are_discords_own() -> None:
    known = {each.value for each in discord.Locale}
    assert all(set(each["name_localizations"]) <= known for each in application_commands())
