"""Messages that meet with trouble: none is lost, and none comes twice where that can be helped."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from connectors.whatsapp import templates
from connectors.whatsapp.outcomes import CODES, of_code
from connectors.whatsapp.pace import REST
from storage.database import reading
from storage.outbox import outbox
from storage.tables import Sending, table
from tests.connectors.whatsapp.conftest import AWA, BEN, NOTHING, Here


def states(here: Here, place: str = "dm:awa") -> list[str]:
    with reading(here.app.database) as connection:
        query = select(outbox.c.state).where(outbox.c.place == place).order_by(outbox.c.id)
        return list(connection.execute(query).scalars())


def underway(here: Here) -> int:
    with reading(here.app.database) as connection:
        return len(connection.execute(select(table(Sending))).all())


@pytest.mark.parametrize("fault", [(429, 20429), (500, 0), (503, 30410), (0, 0)])
async def test_a_passing_fault_is_tried_again(here: Here, fault: tuple[int, int]) -> None:
    here.twilio.faults = [fault, fault]
    await here.says(AWA, "/help")
    for _ in range(6):
        await here.later(seconds=30)
    assert sum("je sais faire" in each for each in here.heard(AWA)) == 1
    assert set(states(here)) == {"sent"}
    assert underway(here) == 0


async def test_a_time_out_after_acceptance_sends_nothing_twice(here: Here) -> None:
    here.twilio.faults = [(0, 1)]
    await here.says(AWA, "/help")
    await here.later(seconds=30)
    assert sum("Voici ce que je sais faire" in each for each in here.heard(AWA)) == 1
    assert set(states(here)) == {"sent"}


async def test_a_time_out_of_which_no_status_tells_is_looked_up(here: Here) -> None:
    here.twilio.faults = [(0, 1)]
    assert await here.twilio.say(AWA, "/cancel") == 200
    await here.app.settle()
    here.last(AWA).reported = True
    await here.later(seconds=30)
    assert here.heard(AWA) == [NOTHING]
    assert states(here) == ["sent"]


async def test_the_same_words_twice_are_two_messages(here: Here) -> None:
    here.twilio.faults = [(0, 0)]
    for _ in range(2):
        await here.says(AWA, "/cancel")
    await here.later(seconds=30)
    assert here.heard(AWA) == [NOTHING] * 2


@pytest.mark.parametrize("delivered", [True, False])
async def test_a_lost_message_is_not_taken_for_an_earlier_one_with_the_same_words(
    here: Here, delivered: bool
) -> None:
    """The look-up before a second try finds the earlier one, which is another message's."""
    assert await here.twilio.say(AWA, "/cancel") == 200
    await here.app.settle()
    if delivered:
        await here.settle()
    here.twilio.faults = [(0, 0)]
    assert await here.twilio.say(AWA, "/cancel") == 200
    await here.app.settle()
    await here.later(seconds=30)
    assert here.heard(AWA) == [NOTHING] * 2


async def test_after_too_many_requests_nobody_asks_for_a_while(here: Here) -> None:
    here.twilio.faults = [(429, 20429)]
    await here.says(AWA, "/help")
    began = here.twilio.watch.now()
    await here.says(BEN, "/help")
    assert here.heard(BEN)
    assert here.twilio.watch.now() - began >= REST.total_seconds()


@pytest.mark.parametrize("code", [63024, 63003, 21211])
async def test_a_number_that_is_none_is_given_up_and_shown(here: Here, code: int) -> None:
    here.twilio.faults = [(400, code)]
    await here.says(AWA, "/cancel")
    assert states(here) == ["failed"]


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind == "retry"])
async def test_a_failure_after_acceptance_is_tried_again_later(here: Here, code: int) -> None:
    here.twilio.failing = [code]
    await here.says(AWA, "/cancel")
    after = CODES[code].after
    if after is not None:
        assert states(here) == ["sent", "queued"]
        await here.later(seconds=after.total_seconds() - 60)
        assert len(here.heard(AWA)) == 1, "not before its time"
        here.twilio.wrote_before(AWA)
        await here.says(AWA, "", MessageType="sticker")
    await here.later(minutes=2)
    assert here.heard(AWA).count(NOTHING) == 2
    assert set(states(here)) == {"sent"}
    assert underway(here) == 0


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind == "dead"])
async def test_a_failure_for_good_after_acceptance_is_shown(here: Here, code: int) -> None:
    here.twilio.failing = [code]
    await here.says(AWA, "/cancel")
    assert states(here) == ["sent", "failed"]
    assert underway(here) == 0


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind == "closed"])
async def test_a_window_that_was_closed_after_all_keeps_the_message(here: Here, code: int) -> None:
    here.twilio.failing = [code]
    await here.says(AWA, "/cancel")
    assert states(here) == ["sent", "held"]
    await here.says(AWA, "", MessageType="sticker")
    assert here.heard(AWA).count(NOTHING) == 2


@pytest.mark.parametrize("code", [code for code in CODES if CODES[code].kind == "opted-out"])
async def test_whoever_blocked_us_is_left_in_peace(here: Here, code: int) -> None:
    here.twilio.failing = [code]
    await here.says(BEN, "/cancel")
    await here.says(AWA, "/team bonjour")
    assert len(here.heard(BEN)) == 1
    assert "failed" in states(here, "dm:ben")
    await here.says(BEN, "start")
    await here.says(AWA, "/team rebonjour")
    assert "rebonjour" in here.last(BEN).body


@pytest.mark.parametrize("code", [21610, 63014])
async def test_whoever_is_refused_at_once_is_left_in_peace(here: Here, code: int) -> None:
    here.twilio.faults = [(400, code)]
    await here.says(AWA, "/cancel")
    assert (states(here), here.heard(AWA)) == (["failed"], [])


async def test_statuses_out_of_order_and_twice_change_nothing(here: Here) -> None:
    await here.says(AWA, "/cancel")
    message = here.last(AWA)
    for status, error in (("failed", 63016), ("sent", None), ("delivered", None)):
        message.status, message.error = status, error
        assert await here.twilio.callback(message) == 200
    await here.settle()
    assert len(here.heard(AWA)) == 1


async def test_outside_the_window_a_template_knocks_once_and_the_message_waits(here: Here) -> None:
    await here.approved()
    await here.later(hours=25)
    for _ in range(2):
        await here.says(AWA, "/team un mot pour vous")
    assert [each.titles() for each in here.twilio.to(BEN)] == [["See it"]]
    assert states(here, "dm:ben") == ["held", "held"]
    await here.taps(BEN, "See it")
    assert sum("un mot pour vous" in each for each in here.heard(BEN)) == 2
    assert states(here, "dm:ben") == ["sent", "sent"]


async def test_any_words_open_the_window_too(here: Here) -> None:
    await here.later(hours=25)
    await here.says(AWA, "/team un mot pour vous")
    assert here.heard(BEN) == []
    await here.says(BEN, "/cancel")
    assert "un mot pour vous" in here.heard(BEN)[0]


async def test_a_window_that_closes_on_the_way_loses_nothing(here: Here) -> None:
    await here.approved()
    here.twilio.opened[BEN] -= timedelta(days=2)
    await here.says(AWA, "/team un mot pour vous")
    first, knock = here.twilio.to(BEN)
    assert (first.error, knock.titles()) == (63016, ["See it"])
    await here.taps(BEN, "See it")
    assert "un mot pour vous" in here.last(BEN).body


async def test_a_window_that_closes_before_the_second_try_loses_nothing(here: Here) -> None:
    await here.approved()
    await here.later(hours=23, minutes=57)
    here.twilio.faults = [(500, 0), (500, 0)]
    await here.says(AWA, "/team un mot pour vous")
    assert here.heard(BEN) == []
    await here.later(minutes=5)
    assert here.last(BEN).titles() == ["See it"]
    assert states(here, "dm:ben") == ["held"]
    await here.taps(BEN, "See it")
    assert "un mot pour vous" in here.last(BEN).body


async def test_a_missed_tap_on_a_knock_is_known_by_its_words(here: Here) -> None:
    await here.approved()
    await here.says(BEN, "/ask")
    await here.later(hours=25)
    await here.says(AWA, "/team un mot pour vous")
    here.twilio.inbound(BEN, "See it")
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert "un mot pour vous" in here.last(BEN).body
    assert not any("“See it”" in each for each in here.heard(BEN)), "it is no answer"


async def test_a_missed_tap_is_an_answer_by_its_words(here: Here) -> None:
    await here.says(AWA, "/mydata")
    title = here.last(AWA).titles()[-1]
    before = len(here.heard(AWA))
    here.twilio.inbound(AWA, title)
    for _ in range(2):
        await here.connector.compare(here.clock.now())
        await here.settle()
    assert len(here.heard(AWA)) == before + 1


async def test_missed_webhooks_are_found_in_the_list(here: Here) -> None:
    here.twilio.inbound(AWA, "/cancel")
    await here.connector.compare(here.clock.now())
    await here.settle()
    await here.connector.compare(here.clock.now())
    await here.settle()
    assert here.heard(AWA) == [NOTHING]


async def test_missed_statuses_are_found_in_the_list(here: Here) -> None:
    here.twilio.failing = [63018]
    assert await here.twilio.say(AWA, "/cancel") == 200
    await here.app.settle()
    here.last(AWA).status, here.last(AWA).reported = "failed", True
    await here.connector.compare(here.clock.now())
    await here.later(hours=1)
    assert len(here.heard(AWA)) == 2


async def test_a_content_that_was_deleted_is_made_anew(here: Here) -> None:
    await here.says(AWA, "/pause")
    here.twilio.faults = [(400, 21655)]
    made = len(here.twilio.contents)
    await here.says(AWA, "/pause")
    await here.later(seconds=30)
    assert len(here.twilio.contents) == made + 1
    assert len([each for each in here.twilio.to(AWA) if each.content]) == 2


async def test_the_same_kind_of_question_needs_one_template(here: Here) -> None:
    for _ in range(2):
        await here.says(AWA, "/pause")
    await here.restart()
    await here.says(AWA, "/pause")
    assert len(here.twilio.contents) == 1


async def test_templates_are_submitted_once(here: Here) -> None:
    await here.approved()
    assert len(here.twilio.approvals) == len(templates.needed()) == 12
    await here.approved()
    assert len(here.twilio.contents) == 12


async def test_an_account_that_is_refused_loses_nothing(here: Here) -> None:
    here.twilio.faults = [(401, 20003)]
    await here.says(AWA, "/cancel")
    assert states(here) == ["queued"]
    await here.later(hours=2)
    assert here.heard(AWA) == [NOTHING]


@pytest.mark.parametrize("code", [63007, 63015])
async def test_what_organisers_have_to_put_right_loses_nothing(here: Here, code: int) -> None:
    here.twilio.faults = [(400, code)]
    await here.says(AWA, "/cancel")
    assert states(here) == ["queued"]
    await here.later(hours=2)
    assert here.heard(AWA) == [NOTHING]


def test_every_listed_code_has_an_outcome_and_others_have_one_by_status() -> None:
    assert {of_code(code).kind for code in CODES} >= {"retry", "dead", "closed", "opted-out"}
    assert of_code(12345, 500).kind == "retry"
    assert of_code(12345, 400).kind == "dead"
    assert of_code(None, 403).after is not None
