"""A knock that nobody hears: the message behind it is never lost, and it knocks again."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from connectors.whatsapp.knocks import OF_TEMPLATE
from connectors.whatsapp.outcomes import CODES
from connectors.whatsapp.templates import Template
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage import outbox
from storage.held import MOST_TRIES
from tests.connectors.whatsapp.conftest import AWA, BEN, Here
from tests.connectors.whatsapp.test_delivery import states

KNOCK = Template("team", "en").body


async def silent(here: Here) -> None:
    """Ben, an organiser, has not written for a day."""
    await here.approved()
    await here.later(hours=25)


async def later(here: Here, **time: float) -> None:
    """Time goes by, and in the end the platform's list is looked at, as every few minutes."""
    await here.later(**time)
    await here.connector.compare(here.clock.now())
    await here.settle()


def knocks(here: Here) -> int:
    return here.heard(BEN).count(KNOCK)


@pytest.mark.parametrize(("code", "hours"), [(63049, 24), (63018, 1 / 6), (63041, 6), (63016, 1)])
async def test_a_knock_that_failed_afterwards_knocks_again_in_its_time(
    here: Here, code: int, hours: float
) -> None:
    await silent(here)
    here.twilio.after_knocks = [code]
    await here.says(AWA, "/team un mot pour vous")
    assert (knocks(here), states(here, "dm:ben")) == (1, ["held"])
    await later(here, hours=hours - 0.1)
    assert knocks(here) == 1, "not before its time"
    await later(here, hours=0.2)
    assert (knocks(here), states(here, "dm:ben")) == (2, ["held"])
    await here.taps(BEN, "See it")
    assert "un mot pour vous" in here.last(BEN).body


async def test_after_a_knock_that_failed_the_next_message_knocks_at_once(here: Here) -> None:
    await silent(here)
    here.twilio.after_knocks = [63049]
    await here.says(AWA, "/team un mot pour vous")
    await here.says(AWA, "/team encore un mot")
    assert knocks(here) == 2
    await here.taps(BEN, "See it")
    assert sum("mot" in each for each in here.heard(BEN)) == 2


async def test_a_knock_fails_a_few_times_only_and_later_each_time(here: Here) -> None:
    await silent(here)
    here.twilio.after_knocks = [63018] * 100
    await here.says(AWA, "/team un mot pour vous")
    wait = timedelta(minutes=10)
    for n in range(MOST_TRIES):
        assert knocks(here) == n + 1
        await later(here, seconds=wait.total_seconds() + 1)
        wait *= 2
    for _ in range(3):
        await later(here, hours=4)
    assert knocks(here) == MOST_TRIES + 1
    await here.says(BEN, "/cancel")
    assert any("un mot pour vous" in each for each in here.heard(BEN)), "and it still waits"


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind != "opted-out"])
async def test_a_knock_that_is_refused_at_once_loses_nothing(here: Here, code: int) -> None:
    await silent(here)
    here.twilio.at_knocks = [code] * 100
    await here.says(AWA, "/team un mot pour vous")
    for _ in range(14):
        await later(here, hours=1)
    assert states(here, "dm:ben") == ["held"]
    assert 100 - len(here.twilio.at_knocks) <= MOST_TRIES + 1
    await here.says(BEN, "/cancel")
    assert any("un mot pour vous" in each for each in here.heard(BEN))


@pytest.mark.parametrize("code", [63003, 63024])
async def test_a_knock_that_can_never_be_heard_is_not_repeated(here: Here, code: int) -> None:
    await silent(here)
    here.twilio.after_knocks = [code] * 100
    await here.says(AWA, "/team un mot pour vous")
    for _ in range(3):
        await later(here, hours=4)
    assert (knocks(here), states(here, "dm:ben")) == (1, ["held"])


@pytest.mark.parametrize("afterwards", [True, False])
@pytest.mark.parametrize("code", sorted(OF_TEMPLATE))
async def test_a_template_that_was_refused_rests_until_the_list_is_read_anew(
    here: Here, code: int, afterwards: bool
) -> None:
    await silent(here)
    waiting = here.twilio.after_knocks if afterwards else here.twilio.at_knocks
    waiting.append(code)
    await here.says(AWA, "/team un mot pour vous")
    before = knocks(here)
    await here.says(AWA, "/team encore un mot")
    assert knocks(here) == before
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert knocks(here) == before + 1


async def test_what_waited_without_a_template_knocks_once_there_is_one(here: Here) -> None:
    await later(here, hours=25)
    await here.says(AWA, "/team un mot pour vous")
    assert here.heard(BEN) == []
    await here.approved()
    await here.settle()
    assert here.heard(BEN) == [KNOCK]


async def test_a_knock_that_fails_before_it_is_known_to_be_accepted_knocks_again(
    here: Here,
) -> None:
    await silent(here)
    here.twilio.after_knocks = [63018]
    here.twilio.tells_at_once = True
    await here.says(AWA, "/team un mot pour vous")
    here.twilio.tells_at_once = False
    await later(here, minutes=21)
    assert knocks(here) == 2


async def test_what_comes_to_many_does_not_keep_a_request_behind_it_from_knocking(
    here: Here,
) -> None:
    """Both leave at the same moment, as in the morning after a night of quiet hours."""
    await silent(here)
    row = {
        "space_id": here.connector._at_work().space,
        "place": "dm:ben",
        "member_id": None,
        "created_at": here.clock.now(),
    }
    rows = [
        row
        | {
            "purpose": purpose,
            "payload": Outgoing(text=Text(key), locale="en", zone="UTC").payload(),
        }
        for purpose, key in (("broadcast", "nothing-waits"), ("notice", "team-passed-on"))
    ]
    here.app.writer.submit(partial(outbox.add, rows=rows)).result()
    await later(here, minutes=1)
    assert states(here, "dm:ben") == ["held", "held"]
    assert here.heard(BEN) == [Template("news", "en").body]
