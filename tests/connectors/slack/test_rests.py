"""Slack asks for a pause: what it asks it for rests, and everything else goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from pydantic import SecretStr

from connectors.pace import Watch
from connectors.slack.api import Api
from connectors.slack.errors import TooFast
from connectors.slack.mail import MOST_A_MINUTE, Mail
from connectors.slack.settings import SlackSettings
from tests.fakes.slack import BOT_TOKEN, FakeSlack, Fault

POST = "chat.postMessage"
Post = Callable[[str], Awaitable[dict[str, Any]]]


class Time:
    """A clock that goes on while somebody waits."""

    def __init__(self) -> None:
        self.seconds = 0.0

    async def sleep(self, seconds: float) -> None:
        """Let it pass."""
        self.seconds += seconds
        await asyncio.sleep(0)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def api(slack: FakeSlack, settings: pytest.MonkeyPatch, time: Time) -> Api:
    for who in ("U1", "U2", "U3"):
        slack.person(who, who)
    return Api(SlackSettings(), SecretStr(BOT_TOKEN), Watch(lambda: time.seconds, time.sleep))


@pytest.fixture
def post(api: Api) -> Post:
    async def say(to: str) -> dict[str, Any]:
        metadata = {"event_type": "x", "event_payload": {"key": "1"}}
        text = {"type": "mrkdwn", "text": "bonjour", "verbatim": True}
        blocks = [{"type": "section", "text": text}]
        return await api.post(channel=to, text="bonjour", blocks=blocks, metadata=metadata,
                              unfurl_links=False, unfurl_media=False)  # fmt: skip

    return say


async def test_one_channel_s_pause_is_no_other_s(slack: FakeSlack, time: Time, post: Post) -> None:
    slack.faults[POST].append(Fault(status=429, retry_after=30))
    with pytest.raises(TooFast):
        await post("U1")
    await post("U2")
    assert time.seconds < 1, "nobody else waited"
    with pytest.raises(TooFast) as rests:
        await post("U1")
    assert rests.value.pause.total_seconds() > 29
    assert slack.calls.count(POST) == 2, "Slack is left alone"
    time.seconds = 31
    await post("U1")


async def test_two_channels_at_once_are_the_workspace_s_limit(
    slack: FakeSlack, time: Time, post: Post
) -> None:
    slack.faults[POST] += [Fault(status=429, retry_after=30)] * 2
    for who in ("U1", "U2"):
        with pytest.raises(TooFast):
            await post(who)
    await post("U3")
    assert time.seconds >= 30


async def test_every_method_is_left_alone_for_as_long_as_slack_asks(
    slack: FakeSlack, time: Time, api: Api
) -> None:
    slack.faults["users.info"].append(Fault(status=429, retry_after=30))
    for _ in range(3):
        with pytest.raises(TooFast):
            await api.call(api.client.users_info, user="U1")
    assert slack.calls.count("users.info") == 1
    await api.call(api.client.auth_test)
    time.seconds = 31
    await api.call(api.client.users_info, user="U1")


async def test_rooms_are_opened_no_faster_than_slack_allows(
    slack: FakeSlack, time: Time, api: Api
) -> None:
    mail = Mail(api, Watch(lambda: time.seconds, time.sleep))
    for _ in range(MOST_A_MINUTE):
        await mail.room(["U1", "U2"])
    assert time.seconds > 50
