"""What should not come in: refused or made harmless, answered kindly, and nothing is lost."""

from __future__ import annotations

import pytest

from connectors.discord.marks import read
from tests.connectors.discord.conftest import Town
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import GUILD, Fault

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
    await stranger.whispered("Réessayez")
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
