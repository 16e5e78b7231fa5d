"""How fast Twilio is asked: evenly, never catching up, and not at all while it wants a rest."""

from __future__ import annotations

import asyncio
from collections import Counter

from connectors.whatsapp.pace import AT_ONCE, EACH_SECOND, Pace
from tests.connectors.whatsapp.conftest import Here
from tests.fakes import whatsapp_rates as limits
from tests.fakes.patience import Patience

PEOPLE = [f"whatsapp:+3361{n:07}" for n in range(1000)]
QUICK = PEOPLE[::20]
"""They answer before they were asked."""
LINES = 32


async def test_messages_go_evenly_and_the_first_at_once() -> None:
    own = Patience()
    pace = Pace(own.watch())
    await pace.turn()
    assert own.now == 100
    for _ in range(EACH_SECOND):
        await pace.turn()
    assert round(own.now, 6) == 101


async def test_time_that_was_slept_through_is_not_caught_up_with() -> None:
    own = Patience()
    pace = Pace(own.watch())
    await pace.turn()
    own.now += 10
    went = []
    for _ in range(EACH_SECOND):
        await pace.turn()
        went.append(own.now)
    assert Counter(went).most_common(1)[0][1] == 1


async def test_nobodys_turn_comes_before_the_rest_is_over() -> None:
    own = Patience()
    pace = Pace(own.watch())
    await pace.turn()
    pace.rest()
    await pace.turn()
    assert own.now == 101


def test_what_is_on_its_way_never_makes_it_too_much() -> None:
    assert EACH_SECOND + AT_ONCE <= limits.EACH_SECOND
    assert AT_ONCE <= limits.MOST_AT_ONCE


async def test_a_thousand_newcomers_in_a_minute_are_all_welcomed(here: Here) -> None:
    began = here.twilio.watch.now()
    waiting = [*((each, "bonjour") for each in PEOPLE), *((each, "Français") for each in QUICK)]
    waiting.reverse()

    async def line() -> None:
        while waiting:
            who, words = waiting.pop()
            assert await here.twilio.say(who, words) == 200

    await asyncio.gather(*(line() for _ in range(LINES)))
    await here.app.settle()
    assert all(here.twilio.to(each)[0].titles() == ["English", "Français"] for each in PEOPLE)
    for each in QUICK:
        welcome, mission, *_, rules = here.heard(each)
        assert welcome.startswith("Bonjour et bienvenue")
        assert mission.startswith("Bienvenue parmi")
        assert rules.startswith("Que choisissez-vous")
    assert len(here.twilio.messages) == 2 * len(PEOPLE) + len(QUICK) * 4
    assert (here.twilio.rates.refused, here.twilio.rates.most <= limits.EACH_SECOND) == (0, True)
    most = (len(PEOPLE) + len(QUICK) * 3) / EACH_SECOND
    assert most - 1 < here.twilio.watch.now() - began < most, "nor too slowly"
