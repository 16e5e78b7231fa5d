"""STOP, a block, and every way back: who came back is reached, others are not (P9)."""

from __future__ import annotations

import re

import pytest

from connectors.whatsapp.outcomes import CODES
from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here

MAX = "whatsapp:+33600000004"
OPTED_OUT = [code for code in CODES if CODES[code].kind == "opted-out"]


async def is_reached(here: Here, who: str) -> bool:
    """Whether a word of the bot's own accord comes to an organiser."""
    before = len(here.heard(who))
    await here.says(AWA, "/team un mot")
    return len(here.heard(who)) > before


async def asks_awa(here: Here) -> None:
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")


@pytest.mark.parametrize("stop", ["STOP", "/stop"])
@pytest.mark.parametrize(
    "back", ["/reprendre", "/resume", "je voudrais reprendre", "START", "/start"]
)
async def test_whoever_comes_back_is_reached_again(here: Here, stop: str, back: str) -> None:
    await here.says(BEN, stop)
    assert not await is_reached(here, BEN)
    await here.says(BEN, back)
    assert await is_reached(here, BEN)


async def test_whoever_comes_back_as_they_were_told_gets_requests(here: Here) -> None:
    here.twice = True
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(AWA, "STOP")
    assert "/reprendre" in here.last(AWA).body
    await here.says(AWA, "/reprendre")
    await asks_awa(here)
    assert "comptabilité" in here.last(AWA).body


async def test_whoever_stopped_and_writes_something_else_is_left_in_peace(here: Here) -> None:
    await here.says(BEN, "STOP")
    for words in ("/help", "hello", "/profile", "who can help me with bookkeeping?"):
        await here.says(BEN, words)
        assert not await is_reached(here, BEN), words


async def test_a_pause_after_the_return_is_only_a_pause(here: Here) -> None:
    await here.says(BEN, "STOP")
    await here.says(BEN, "/resume")
    await here.says(BEN, "/pause")
    await here.taps(BEN, 0)
    assert await is_reached(here, BEN), "news of one's own comes in a pause too"


async def test_a_second_stop_after_the_return_is_confirmed_and_holds(here: Here) -> None:
    for _ in range(2):
        await here.says(BEN, "STOP")
        assert "/resume" in here.last(BEN).body
        assert not await is_reached(here, BEN)
        await here.says(BEN, "/resume")
    assert await is_reached(here, BEN)


async def test_a_stop_holds_from_the_moment_it_is_heard(here: Here) -> None:
    """Before its turn was taken, too: what is on its way to them stays here."""
    await here.says(BEN, "/resume")
    here.twilio.faults = [(503, 0)] * 2
    await here.says(AWA, "/team un mot")
    before = len(here.heard(BEN))
    await here.twilio.say(BEN, "STOP")
    await here.later(hours=1)
    assert ["/resume" in each for each in here.heard(BEN)[before:]] == [True]


async def test_a_stranger_who_stopped_and_joins_after_all_is_reached(here: Here) -> None:
    await here.says(ZOE, "STOP")
    await here.welcome(ZOE, "Zoé Martin", offers="la couture")
    await here.says(AWA, "qui peut m’aider en couture ?")
    await here.taps(AWA, "Zoé Martin")
    await here.says(AWA, "passer")
    assert "couture" in here.last(ZOE).body


@pytest.mark.parametrize("at_once", [False, True])
@pytest.mark.parametrize("code", OPTED_OUT)
async def test_a_block_is_over_with_the_first_words_after_it(
    here: Here, code: int, at_once: bool
) -> None:
    if at_once:
        here.twilio.faults = [(400, code)]
    else:
        here.twilio.failing = [code]
    await here.says(BEN, "/cancel")
    assert not await is_reached(here, BEN)
    await here.says(BEN, "hello again")
    assert await is_reached(here, BEN)


@pytest.mark.parametrize("at_once", [False, True])
async def test_a_request_to_whoever_blocked_us_goes_on(here: Here, at_once: bool) -> None:
    await here.welcome(ZOE, "Zoé Martin")
    if at_once:
        here.twilio.faults = [(400, 63014)]
    else:
        here.twilio.failing = [63014]
    await here.says(AWA, "/cancel")
    await asks_awa(here)
    await here.later(minutes=1)
    assert all("aimerait votre aide" not in each.body or each.error for each in here.twilio.to(AWA))
    assert "Je l’ai confiée à l’équipe" in here.last(ZOE).body
    assert "comptabilité" in here.last(BEN).body


async def test_start_on_another_number_of_theirs_ends_a_stop(here: Here) -> None:
    """“Je ne connais pas” was all, and both numbers stayed silent."""
    await here.says(AWA, "/relier")
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}", here.last(AWA).body)
    assert code
    await here.says(ZOE, code[0])
    await here.taps(ZOE, "C’est moi")
    await here.says(AWA, "STOP")
    await here.says(ZOE, "START")
    assert here.last(ZOE).body.startswith("Content de vous retrouver")
    await here.says(AWA, "/annuler")
    await here.welcome(MAX, "Max Roy")
    await here.says(MAX, "qui peut m’aider en comptabilité ?")
    await here.taps(MAX, "Awa Diop")
    await here.says(MAX, "passer")
    assert "comptabilité" in here.last(AWA).body
