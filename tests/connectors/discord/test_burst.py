"""A thousand people at once: all welcomed, each in order, and never faster than Discord allows."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from pydantic import SecretStr

from bot.time import Clock
from connectors.base import Connector, Surroundings, TryLater
from connectors.discord.connector import A_SECOND, AT_ONCE, DiscordConnector
from connectors.discord.pause import Pause
from connectors.discord.settings import DiscordSettings
from connectors.pace import Pace, Watch
from storage import outbox
from tests.connectors.discord.conftest import Town
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import TOKEN, Fault

HELLO = "Dans quelle langue"
PEOPLE = 1000
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Hourglass:
    """Time that goes on only when the fake has answered whatever was asked of it until then."""

    def __init__(self, fake: FakeDiscord) -> None:
        self._fake = fake
        self._now = 0.0
        self._let_through = 0
        self._waiting: list[tuple[float, int, asyncio.Event]] = []
        self._numbers = count()

    def seconds(self) -> float:
        """What time it is."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Wait for that moment to come."""
        turn = asyncio.Event()
        heapq.heappush(self._waiting, (self._now + seconds, next(self._numbers), turn))
        await self._fake.tell()
        await turn.wait()

    async def run(self) -> None:
        """Let one after the other go on."""
        fake = self._fake
        while True:
            async with fake.changed:
                await fake.changed.wait_for(
                    lambda: self._waiting and len(fake.asked_at) >= self._let_through
                )
            at, _, turn = heapq.heappop(self._waiting)
            self._now = max(self._now, at)
            self._let_through = len(fake.asked_at) + 1
            turn.set()


@pytest.fixture
async def hurried(town: Town) -> AsyncIterator[Town]:
    """A town in which the bot's waiting costs no time."""
    glass = Hourglass(town.fake)
    running = asyncio.create_task(glass.run())

    def connect(around: Surroundings) -> list[Connector]:
        pace = Pace(A_SECOND, AT_ONCE, Watch(glass.seconds, glass.sleep))
        settings = DiscordSettings()
        return [DiscordConnector(settings, SecretStr(TOKEN), around, pace)]

    town.fake.seconds = glass.seconds
    await town.start(connect)
    yield town
    running.cancel()


async def test_a_thousand_who_join_at_once_are_all_welcomed_within_the_rate(hurried: Town) -> None:
    people = [hurried.person(f"Membre {n}") for n in range(PEOPLE)]
    for each in people:
        await each.joins()
    await hurried.identities(PEOPLE, patience=90)
    await hurried.app.settle()
    assert {len(each.heard) for each in people} == {1}
    assert all(HELLO in each.heard[0]["content"] for each in people)
    assert hurried.fake.too_fast == 0
    times = hurried.fake.asked_at
    assert len(times) >= 2 * PEOPLE
    assert max(b - a for a, b in zip(times, times[50:], strict=False)) <= 1.5, "nor too slowly"


async def test_what_is_said_to_each_of_many_stays_in_order(hurried: Town) -> None:
    people = [hurried.person(f"Membre {n}") for n in range(20)]
    for each in people:
        await each.joins()
        await each.writes("/rules")
        await each.writes("/help")
    await hurried.identities(len(people))
    await hurried.app.settle()
    told = [[message["content"] for message in each.heard] for each in people]
    assert len(told[0]) > 3
    assert all(each == told[0] for each in told)


async def test_direct_lines_that_are_opened_too_fast_are_opened_one_after_the_other(
    town: Town,
) -> None:
    await town.start()
    refusal = Fault("/users/@me/channels", 403, code=40003, times=1)
    town.fake.faults.append(refusal)
    people = [town.person(f"Membre {n}") for n in range(20)]
    for each in people:
        await each.joins()
    await town.identities(len(people))
    await town.app.settle()
    asked = [path for _, path in town.fake.requests if path == "/users/@me/channels"]
    assert len(asked) < len(people), "who comes after the refusal does not ask"
    while await town.read(outbox.waiting):
        town.clock.move_to(town.clock.now() + timedelta(seconds=30))
        await town.app.sweep()
        await town.app.settle()
    assert {len(each.heard) for each in people} == {1}


def test_whoever_waits_for_the_end_of_a_pause_comes_back_alone() -> None:
    clock = Clock(lambda: NOON)
    pause = Pause("why", clock.now, timedelta(seconds=1))
    pause.check()
    found = [pause.begin(timedelta(minutes=1)).after]
    for _ in range(3):
        with pytest.raises(TryLater) as later:
            pause.check()
        found.append(later.value.after)
    assert found == [timedelta(seconds=n) for n in (61, 62, 63, 64)]
    clock.move_to(NOON + timedelta(minutes=1))
    pause.check()
