"""Two who agreed to meet, where their thread can't be opened: later when it can, else without."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from connectors.base import Undeliverable
from storage import outbox
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import CHANNEL, GUILD, Fault

ELSEWHERE = "n’a pas pu s’ouvrir"


async def agree(town: Town) -> tuple[Person, Person]:
    """Zoé asked, and Awa accepted."""
    zoe, awa = town.person("Zoé"), town.person("Awa")
    for who, offers in ((awa, "comptabilité"), (zoe, "")):
        await who.joins()
        await welcomed(who, offers)
    await zoe.commands("ask", here=True, need="comptabilité")
    await zoe.hears("j’ai pensé à cette personne")
    await zoe.presses("Awa")
    await zoe.hears("un mot de contexte")
    await zoe.writes("Pour le bilan.")
    await awa.hears("aimerait votre aide")
    await awa.presses("J’accepte")
    await zoe.hears("accepte de vous aider")
    await town.app.settle()
    return zoe, awa


async def an_hour_passes(town: Town, times: int = 1) -> None:
    for _ in range(times):
        town.clock.move_to(town.clock.now() + timedelta(hours=1, minutes=1))
        await town.app.sweep()
        await town.app.settle()


def said_in_the_thread(town: Town) -> list[dict[str, Any]]:
    (made,) = town.fake.threads
    return town.fake.places[made]


@pytest.mark.parametrize(
    "fault",
    [Fault("/threads$", 403, code=50013), Fault("/threads$", 403, code=50001),
     Fault("/threads$", 404, code=10003), Fault("/thread-members/", 403, code=50013),
     Fault("/messages", 403, code=50013, times=0)],
    ids=["no-right", "no-access", "no-channel", "nobody-added", "no-right-to-write"],
)  # fmt: skip
async def test_a_thread_that_discord_refuses_is_opened_when_that_is_mended(
    town: Town, fault: Fault
) -> None:
    await town.start()
    if not fault.times:
        fault.path, fault.times = r"/channels/1\d{4}/messages", 1
    town.fake.faults.append(fault)
    zoe, awa = await agree(town)
    assert not fault.times
    await an_hour_passes(town)
    assert "Bonjour Zoé, bonjour Awa" in said_in_the_thread(town)[0]["content"]
    assert "bilan" in said_in_the_thread(town)[1]["content"]
    assert set(next(iter(town.fake.threads.values()))["people"]) == {zoe.id, awa.id}


async def test_a_thread_that_was_begun_before_a_restart_is_taken_up_again(town: Town) -> None:
    await town.start()
    town.fake.faults.append(Fault("/thread-members/3001", 403, code=50013))
    zoe, awa = await agree(town)
    (begun,) = town.fake.threads.values()
    assert len(begun["people"]) == 1
    await town.stop()
    await town.start()
    await an_hour_passes(town)
    assert "Bonjour Zoé, bonjour Awa" in said_in_the_thread(town)[0]["content"]
    assert set(begun["people"]) == {zoe.id, awa.id}


async def test_a_thread_of_two_who_met_before_is_not_taken_for_another_pair(town: Town) -> None:
    await town.start()
    zoe, awa = await agree(town)
    (discord,) = (each for each in town.app.platforms if each.name == "discord")
    again = await discord.open_room(GUILD, [zoe.id, awa.id], "Zoé & Awa", "another")
    assert len(town.fake.threads) == 2
    assert again in town.fake.threads


async def test_a_server_without_a_channel_for_it_may_still_get_one(town: Town) -> None:
    town.fake.system_channel = None
    await town.start()
    await agree(town)
    assert not town.fake.threads
    town.fake.system_channel = CHANNEL
    await town.stop()
    await town.start()
    await an_hour_passes(town)
    assert "Bonjour Zoé" in said_in_the_thread(town)[0]["content"]


async def test_where_none_can_be_opened_the_two_are_asked_how_else_to_meet(town: Town) -> None:
    town.fake.system_channel = None
    await town.start()
    zoe, awa = await agree(town)
    await an_hour_passes(town, 12)
    for who in (zoe, awa):
        await who.hears(ELSEWHERE)
        await who.hears("Voulez-vous écrire par moi")
    assert await town.read(outbox.waiting) == 0


async def test_somebody_whom_discord_knows_no_more_is_not_waited_for(town: Town) -> None:
    await town.start()
    town.fake.faults.append(Fault("/thread-members/", 404, code=10007))
    zoe, _awa = await agree(town)
    await zoe.hears(ELSEWHERE)
    (made,) = town.fake.threads
    assert town.fake.places[made] == [], "a word to one is no introduction of two"
    assert town.fake.threads[made]["archived"], "nor is a thread with one in it"


async def test_no_thread_is_opened_for_somebody_who_is_not_in_the_server(town: Town) -> None:
    await town.start()
    zoe = town.person("Zoé")
    await zoe.joins()
    await zoe.hears("Dans quelle langue")
    (discord,) = (each for each in town.app.platforms if each.name == "discord")
    with pytest.raises(Undeliverable):
        await discord.open_room(GUILD, [zoe.id, "9999"], "Zoé & Awa", "1")
    assert town.fake.threads == {}
