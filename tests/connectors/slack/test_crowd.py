"""A thousand people join within a minute: all are welcomed, as fast as Slack allows and no faster.

Time goes by as quickly as the bot keeps up with it: a tick at a time, in the bot's own event loop.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from heapq import heappop, heappush
from itertools import count
from pathlib import Path

import pytest

from connectors.pace import Watch
from tests.connectors.slack.conftest import Workspace, connected
from tests.fakes.slack import BOT_USER, TEAM, FakeSlack

CROWD = 1000
MOST_A_MINUTE = 300
"""Of a workspace (docs.slack.dev, "Rate limits": several hundred a minute)."""
MOST_A_SECOND = 2
"""In a channel (the same page: one, with bursts)."""
TICK = 0.25


class Ticking:
    """Seconds that last as long as it takes the event loop to come round."""

    def __init__(self) -> None:
        self._time = 0.0
        self._asleep: list[tuple[float, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def now(self) -> float:
        return self._time

    async def sleep(self, seconds: float) -> None:
        if seconds > 0:
            woken = asyncio.get_running_loop().create_future()
            heappush(self._asleep, (self._time + seconds, next(self._numbers), woken))
            await woken

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Watch]:
        ticking = asyncio.create_task(self._tick())
        try:
            yield Watch(self.now, self.sleep)
        finally:
            ticking.cancel()
            await asyncio.gather(ticking, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK / 100)
            self._time += TICK
            while self._asleep and self._asleep[0][0] <= self._time:
                _, _, woken = heappop(self._asleep)
                if not woken.done():
                    woken.set_result(None)


@pytest.fixture
async def busy(
    slack: FakeSlack, settings: pytest.MonkeyPatch, empty: Path
) -> AsyncIterator[Workspace]:
    """A workspace that is strict about its rates, with a bot at its usual pace."""
    settings.delenv("PASSERELLE_SLACK_MESSAGES_PER_MINUTE")
    slack.most_a_minute, slack.most_a_second = MOST_A_MINUTE, MOST_A_SECOND
    async with Ticking().running() as watch:
        slack.now = watch.now
        async with connected(slack, empty, http=False, watch=watch) as here:
            yield here


async def test_a_thousand_who_join_at_once_are_welcomed_within_slack_s_rates(
    busy: Workspace,
) -> None:
    people = [f"U{n:04d}" for n in range(CROWD)]
    async with asyncio.TaskGroup() as group:
        for who in people:
            group.create_task(joins_and_asks(busy.slack, who, asks=who.endswith("0")))
    await busy.settle()
    heard = defaultdict[str, list[int]](list)
    for each in busy.slack.messages:
        heard[each["channel"]].append(int(each["metadata"]["event_payload"]["key"][:-2]))
    assert set(heard) == {f"D{who}" for who in people}
    assert all(keys == sorted(keys) for keys in heard.values()), "in order"
    assert len(busy.slack.messages) == CROWD + 2 * CROWD // 10, "a help and the question"
    assert busy.slack.refused == 0, "Slack need not say 429 once"
    assert busy.slack.now() > 60 * (CROWD / MOST_A_MINUTE - 1), "so it did take its time"


async def joins_and_asks(slack: FakeSlack, who: str, *, asks: bool) -> None:
    """Somebody joins; some also ask for help at once."""
    joining = {"type": "team_join", "user": slack.person(who, who)}
    writing = {"type": "message", "channel_type": "im", "channel": f"D{who}", "user": who,
               "text": "aide", "ts": slack.ts()}  # fmt: skip
    for event in (joining, writing)[: 2 if asks else 1]:
        body = {
            "type": "event_callback", "team_id": TEAM, "event": event,
            "event_id": f"Ev{slack.number()}",
            "authorizations": [{"team_id": TEAM, "user_id": BOT_USER, "is_bot": True}],
        }  # fmt: skip
        assert await slack.envelope("events_api", body, patience=60) is not None
