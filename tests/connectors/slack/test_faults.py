"""When Slack is slow, silent, full, gone or has changed its mind: nothing lost, nothing doubled."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy import text

from connectors.base import NotDelivered, TryLater, Undeliverable
from connectors.slack.errors import LATER, NEVER, meaning
from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import welcome
from tests.fakes.slack import BOT_USER, TEAM, Fault

AWA = "U0AWA"
POST = "chat.postMessage"
SOON = timedelta(minutes=5)


def posted(here: Workspace) -> int:
    return len(here.heard(AWA))


@pytest.mark.parametrize("status", [500, 502, 503])
async def test_a_message_that_slack_could_not_take_comes_later(
    here: Workspace, status: int
) -> None:
    here.slack.faults[POST].append(Fault(status=status))
    await here.joins(AWA, "Awa")
    assert posted(here) == 0
    await here.passes(SOON)
    assert posted(here) == 1


async def test_a_message_whose_answer_was_lost_is_not_sent_again(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(lost=True))
    await here.joins(AWA, "Awa")
    await here.passes(SOON)
    assert posted(here) == 1
    assert here.slack.calls.count(POST) == 1
    [(platform_id, state)] = here.rows("SELECT platform_id, state FROM outbox")
    assert (platform_id, state) == (f"D{AWA}:{here.heard(AWA)[0]['ts']}", "sent")


async def test_nor_when_the_bot_was_stopped_before_it_could_look(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(lost=True))
    await here.joins(AWA, "Awa")
    await here.restart()
    await here.passes(SOON)
    assert posted(here) == 1
    assert here.slack.calls.count(POST) == 1


async def test_nor_when_the_bot_was_killed_before_it_knew(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(lost=True))
    await here.joins(AWA, "Awa")
    as_it_was = text("UPDATE outbox SET next_at = created_at, attempts = 0, reason = NULL")
    await asyncio.wrap_future(here.bot.writer.submit(lambda c: c.execute(as_it_was)))
    here.killed = True
    await here.restart()
    await here.settle()
    assert here.slack.calls.count(POST) == 1
    assert here.rows("SELECT state FROM outbox") == [("sent",)]


async def test_what_got_lost_on_its_way_to_slack_is_sent_again(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(status=504))
    await here.joins(AWA, "Awa")
    await here.restart()
    await here.passes(SOON)
    assert posted(here) == 1


async def test_without_the_right_to_look_a_message_rather_comes_twice_than_never(
    here: Workspace,
) -> None:
    here.slack.scopes = "chat:write"
    here.slack.faults[POST].append(Fault(lost=True))
    await here.joins(AWA, "Awa")
    await here.passes(SOON)
    assert posted(here) == 2


async def test_slack_is_left_alone_for_as_long_as_it_asks(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(status=429, retry_after=2))
    await here.joins(AWA, "Awa")
    await here.settle()
    assert posted(here) == 0
    [(state, reason)] = here.rows("SELECT state, reason FROM outbox")
    assert state == "queued"
    assert "ratelimited" in reason
    await here.passes(timedelta(seconds=3))
    assert posted(here) == 1


async def test_a_person_who_can_not_be_reached_holds_up_nobody(here: Workspace) -> None:
    here.slack.person(AWA, "Awa")
    here.slack.closed.add(AWA)
    await here.says(AWA, "bonjour")
    await here.joins("U0LEA", "Léa")
    assert here.heard(AWA) == []
    assert len(here.heard("U0LEA")) == 1
    failed = here.rows("SELECT reason, payload FROM outbox WHERE state = 'failed'")
    assert {reason for reason, _ in failed} == {
        "Undeliverable: chat_postMessage: channel_not_found"
    }
    assert {payload for _, payload in failed} <= {None, "null"}


async def test_a_request_that_can_not_be_brought_goes_to_somebody_else(here: Workspace) -> None:
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, "U0MARC", "Marc", offers="comptabilité")
    await welcome(here, "U0LEA", "Léa")
    here.slack.closed.add(AWA)
    await here.restart()
    await here.commands("U0LEA", "/demander", "comptabilité")
    await here.presses("U0LEA", "Awa")
    await here.presses("U0LEA", "Passer")
    assert "Marc" in here.last("U0LEA")
    assert here.rows("SELECT state FROM introduction ORDER BY id") == [
        ("expired",), ("requested",)
    ]  # fmt: skip
    assert "comptabilité" in here.last("U0MARC")


def refused(code: str, status: int = 200, **headers: str) -> NotDelivered:
    """What we make of a refusal of Slack's."""
    answer = AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data={"ok": False, "error": code},
        headers=headers, status_code=status,
    )  # fmt: skip
    return meaning("m", SlackApiError("", answer))  # type: ignore[no-untyped-call] # the SDK's


@pytest.mark.parametrize("code", sorted(NEVER))
def test_what_slack_will_never_take_is_given_up_at_once(code: str) -> None:
    assert isinstance(refused(code), Undeliverable)


@pytest.mark.parametrize("code", [*sorted(LATER), "missing_scope", "something_new"])
def test_what_slack_may_take_later_is_tried_again(code: str) -> None:
    assert isinstance(refused(code), TryLater)


def test_no_error_means_two_things() -> None:
    assert not NEVER & set(LATER)


@pytest.mark.parametrize(("given", "seconds"), [("7", 7), ("", 30), ("soon", 30)])
def test_a_pause_is_as_long_as_slack_says(given: str, seconds: int) -> None:
    put_off = refused("ratelimited", 429, **{"Retry-After": given})
    assert isinstance(put_off, TryLater)
    assert put_off.after == timedelta(seconds=seconds)


@pytest.mark.parametrize("politely", [True, False])
async def test_a_new_line_is_opened_when_slack_hangs_up(here: Workspace, *, politely: bool) -> None:
    await here.joins(AWA, "Awa")
    await here.slack.hang_up(politely=politely)
    await here.says(AWA, "Français")
    assert "Bienvenue parmi" in "".join(here.texts(AWA))


async def test_what_could_not_be_written_down_is_not_acknowledged(here: Workspace) -> None:
    await here.joins(AWA, "Awa")
    await asyncio.to_thread(here.bot.writer.stop)
    event = {"type": "message", "channel_type": "im", "user": AWA, "text": "Français", "ts": "1.2",
             "channel": f"D{AWA}"}  # fmt: skip
    body = {"type": "event_callback", "team_id": TEAM, "event_id": "EvLost", "event": event}
    assert await here.slack.envelope("events_api", body, patience=0.5) is None
    await here.restart()
    assert await here.slack.envelope("events_api", body, retry=1) is not None
    await here.settle()
    assert "Bienvenue parmi" in "".join(here.texts(AWA))


async def test_people_are_met_also_when_slack_does_not_say_who_they_are(here: Workspace) -> None:
    here.slack.person(AWA, "Awa", is_admin=True)
    here.slack.faults["users.info"].append(Fault(status=429, retry_after=30))
    await here.says(AWA, "bonjour")
    assert posted(here) > 0
    assert here.rows("SELECT name FROM member") == [("",)]


async def test_a_revoked_token_keeps_messages_until_the_app_is_back(here: Workspace) -> None:
    here.slack.faults[POST].append(Fault(error="token_revoked"))
    await here.event({"type": "tokens_revoked", "tokens": {"bot": [BOT_USER]}})
    await here.joins(AWA, "Awa")
    assert posted(here) == 0
    await here.passes(timedelta(hours=1, minutes=1))
    assert posted(here) == 1


async def test_somebody_who_leaves_is_not_written_to_any_more(here: Workspace) -> None:
    await here.joins(AWA, "Awa")
    user = here.slack.person(AWA, "Awa", deleted=True)
    await here.event({"type": "user_change", "user": user})
    [(left,)] = here.rows("SELECT left_at FROM member")
    assert left is not None


async def test_somebody_who_had_left_and_writes_again_is_met_again(here: Workspace) -> None:
    await here.joins(AWA, "Awa")
    user = here.slack.person(AWA, "Awa", deleted=True)
    await here.event({"type": "user_change", "user": user})
    here.slack.person(AWA, "Awa")
    before = posted(here)
    await here.says(AWA, "bonjour")
    assert posted(here) > before
    assert here.rows("SELECT count(*), max(left_at) FROM member") == [(1, None)]


async def test_a_crowd_that_joins_at_once_is_welcomed_within_the_rates(here: Workspace) -> None:
    here.slack.most_a_second = 1
    people = [f"U{n:04d}" for n in range(100)]
    for who in people:
        here.slack.person(who, who)
    async with asyncio.TaskGroup() as group:
        for who in people:
            event = {"type": "team_join", "user": here.slack.people[who]}
            body = {"type": "event_callback", "team_id": TEAM, "event_id": who, "event": event}
            group.create_task(here.slack.envelope("events_api", body))
    await here.settle()
    assert [len(here.heard(who)) for who in people] == [1] * len(people)
    assert here.slack.calls.count("users.info") == 0, "who joins is told of by Slack itself"
