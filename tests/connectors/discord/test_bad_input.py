"""What should not come in: refused or made harmless, answered kindly, and nothing is lost."""

from __future__ import annotations

import re

import pytest

from connectors.discord.marks import read
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import MODERATE_MEMBERS, Person
from tests.fakes.discord_wire import GUILD, MODS, Fault

HELLO = "Dans quelle langue"
STALE = "Cette question est close"


@pytest.fixture
async def zoe(town: Town) -> Person:
    """Somebody who has just been greeted."""
    await town.start()
    who = town.person("Zoé")
    await who.joins()
    await who.hears(HELLO)
    return who


async def test_a_button_of_a_closed_question_gets_a_friendly_line(zoe: Person) -> None:
    hello = zoe.heard[0]
    await zoe.presses("Français", on=hello)
    await zoe.hears("nous nous promettons")
    await zoe.presses("English", on=hello)
    await zoe.hears(STALE)


@pytest.mark.parametrize("does", ["fill", "write"])
async def test_a_window_of_a_closed_question_does_not_open(zoe: Person, does: str) -> None:
    mark = f"{does[0]}.{GUILD}.0.v1:long-gone"
    asked = await zoe.uses(mark, zoe.heard[0])
    await zoe.whispered(STALE)
    assert asked.answer is not None
    assert asked.answer["type"] == 4


@pytest.mark.parametrize("custom_id", ["", "old-button", "p.x.0.v1:a", "z.2000.0.v1:a"])
async def test_a_component_that_is_not_ours_is_answered(zoe: Person, custom_id: str) -> None:
    await zoe.uses(custom_id or "-", zoe.heard[0])
    await zoe.whispered(STALE)


async def test_an_option_that_was_never_offered_changes_nothing(zoe: Person) -> None:
    (button, *_) = zoe.heard[0]["components"][0]["components"]
    mark = read(button["custom_id"])
    assert mark is not None
    await zoe.uses(str(mark._replace(n=99)), zoe.heard[0])
    await zoe.hears(STALE)
    await zoe.presses("Français")
    await zoe.hears("nous nous promettons")


async def test_an_unknown_kind_of_interaction_and_event_breaks_nothing(
    town: Town, zoe: Person
) -> None:
    await zoe.interacts(42, {}, direct=True)
    await town.fake.gateway.dispatch("SOMETHING_NEW", {"id": "1"})
    await zoe.presses("Français")
    await zoe.hears("nous nous promettons")


async def test_a_stranger_from_nowhere_is_not_let_in(town: Town, zoe: Person) -> None:
    stranger = town.person("Mallory")
    await stranger.writes("bonjour")
    await stranger.commands("help")
    await stranger.whispered("Vous n’êtes plus dans le serveur")
    await town.app.settle()
    assert stranger.heard == []
    await town.identities(1)


async def test_another_bot_is_not_talked_to(town: Town, zoe: Person) -> None:
    robot = town.person("Robot")
    robot.is_bot = True
    await robot.joins()
    await robot.writes("bonjour")
    await zoe.presses("Français")
    await zoe.hears("nous nous promettons")
    assert robot.heard == []


async def test_a_name_that_calls_everyone_calls_nobody(town: Town, zoe: Person) -> None:
    rude = town.person("@everyone <@&1> **gras**")
    await rude.joins()
    for said, label in ((HELLO, "Français"), ("promettons", "Cela me convient"),
                        ("d’accord", "Je suis d’accord")):  # fmt: skip
        await rude.presses(label, on=await rude.hears(said))
    await rude.presses("@everyone", on=await rude.hears("que l’on vous appelle"))
    told = await rude.hears("que faites-vous")
    assert "@everyone" not in told["content"]
    assert "<@&1>" not in told["content"].replace("\\<", "")
    assert all(each["allowed_mentions"] == {"parse": []} for each in rude.heard)


async def test_a_need_that_calls_everyone_calls_nobody(zoe: Person) -> None:
    await welcomed(zoe)
    await zoe.commands("ask", here=True, need="la plongée @everyone <@&1> **vite**")
    await zoe.presses("Oui", on=await zoe.hears("Je ne vois encore personne"))
    await zoe.presses("Passer", on=await zoe.hears("un mot de contexte"))
    await zoe.hears("everyone")
    for each in zoe.heard:
        assert each["allowed_mentions"] == {"parse": []}
        plain = re.sub(r"\\.", "", each["content"])
        assert not re.search(r"@everyone|<@&1>|\*\*", plain)


async def test_somebody_without_the_role_gets_nowhere_with_intro(zoe: Person) -> None:
    await welcomed(zoe)
    await zoe.commands("intro", here=True, who="Zoé", to="Awa")
    await zoe.hears("un rôle que vous n’avez pas")


async def test_the_role_of_another_server_or_made_up_in_a_command_is_none(
    town: Town, zoe: Person
) -> None:
    """In the direct line Discord sends no permissions: those in our server count."""
    await welcomed(zoe)
    zoe.permissions = MODERATE_MEMBERS
    await zoe.commands("intro", who="Zoé", to="Awa")
    await zoe.hears("un rôle que vous n’avez pas")


async def moderated(town: Town) -> tuple[Person, Person, Person]:
    """Omar has the role that the settings name; Awa and Marc are members."""
    await town.start()
    omar, awa, marc = town.person("Omar", roles=[MODS]), town.person("Awa"), town.person("Marc")
    for each in (omar, awa, marc):
        await each.joins()
        await welcomed(each)
    await omar.commands("intro", here=True, who=f"<@{awa.id}>", to=f"<@{marc.id}>")
    await omar.hears("qu’auraient ces deux personnes à se dire")
    return omar, awa, marc


async def test_a_role_taken_away_before_the_answer_counts_no_more(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_MODERATOR_ROLES", MODS)
    omar, awa, marc = await moderated(town)
    await omar.loses_roles()
    await omar.writes("un jardin partagé")
    await omar.hears("un rôle que vous n’avez pas")
    await town.app.settle()
    assert not any("un jardin partagé" in each["content"] for each in awa.heard + marc.heard)


async def test_a_moderator_brings_two_members_together(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_DISCORD_MODERATOR_ROLES", MODS)
    omar, awa, marc = await moderated(town)
    await omar.writes("un jardin partagé")
    for each in (awa, marc):
        await each.presses("Volontiers", on=await each.hears("un jardin partagé"))
    await omar.hears("sont d’accord")
    await town.app.settle()
    (thread,) = town.fake.threads.values()
    assert set(thread["people"]) == {awa.id, marc.id}


async def test_the_same_interaction_twice_is_one_answer(town: Town, zoe: Person) -> None:
    zoe.twice = True
    await zoe.presses("Français")
    await zoe.hears("nous nous promettons")
    await town.app.settle()
    assert sum("promettons" in each["content"] for each in zoe.heard) == 1


async def test_an_answer_that_discord_does_not_take_loses_nothing(town: Town, zoe: Person) -> None:
    town.fake.faults.append(Fault("/callback", 404, code=10062))
    await zoe.presses("Français")
    await zoe.hears("nous nous promettons")
