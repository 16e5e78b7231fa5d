"""Twilio's list, in whatever state it is: what it has is taken in, and it is asked again."""

from __future__ import annotations

import asyncio

import pytest

from connectors.whatsapp.client import FAULTS, Unreadable
from tests.connectors.whatsapp.conftest import AWA, NOTHING, ZOE, Here
from tests.connectors.whatsapp.test_first_words import names

ODD = ["<html>maintenance</html>", "", "[]", "null", '{"messages": null, "page": 0}',
       '{"messages": ["x"]}', '{"messages": [{"sid": "SM1", "date_sent": 5}]}',
       '{"contents": [], "meta": null}']  # fmt: skip

SOUND = ['{"contents": [], "meta": {"key": "contents"}}', '{"messages": []}']


async def alone(here: Here) -> None:
    """Nothing is compared but by the test."""
    task = here.connector._comparing
    assert task is not None
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("odd", ODD)
async def test_an_answer_that_makes_no_sense_is_a_fault_like_others(
    here: Here, odd: str, at: int
) -> None:
    """Of the approvals, of what came, of what went."""
    await alone(here)
    here.twilio.inbound(AWA, "/cancel")
    here.twilio.odd = [*SOUND[:at], odd]
    with pytest.raises(Unreadable):
        await here.connector.compare(here.clock.now())
    assert issubclass(Unreadable, FAULTS)
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.heard(AWA) == [NOTHING]


async def test_the_comparison_outlives_an_answer_that_makes_no_sense(
    here: Here, capsys: pytest.CaptureFixture[str]
) -> None:
    here.twilio.odd = ["<html>"]
    await here.restart()
    async with asyncio.timeout(10):
        while "not-compared" not in "".join(capsys.readouterr()):
            await here.app.settle()
            await asyncio.sleep(0)
    task = here.connector._comparing
    assert task is not None
    assert not task.done()


async def test_a_message_on_its_way_is_left_for_the_next_time(here: Here) -> None:
    here.twilio.inbound(AWA, "/cancel")
    here.twilio.messages[-1].is_dated = False
    here.twilio.inbound(ZOE, "bonjour")
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.heard(AWA) == []
    assert here.last(ZOE).titles() == ["English", "Français"], "others are not held up"
    for each in here.twilio.messages:
        each.is_dated = True
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.heard(AWA) == [NOTHING]


async def test_messages_of_one_second_keep_their_order(here: Here) -> None:
    await here.says(ZOE, "bonjour")
    await here.taps(ZOE, "Français")
    await here.taps(ZOE, 0)
    await here.taps(ZOE, 0)
    for words in ("Zoé Martin", "Jardinière"):
        here.twilio.inbound(ZOE, words)
    await here.connector.compare(here.clock.now())
    await here.settle()
    for _ in range(3):
        await here.says(ZOE, "passer")
    await here.taps(ZOE, 0)
    assert names(here)[-1] == "Zoé Martin"
