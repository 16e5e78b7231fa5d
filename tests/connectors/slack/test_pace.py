"""How fast we post: a burst, then evenly, and not at all while Slack wants a pause."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from connectors.slack.pace import Pace


@dataclass
class Watch:
    """A clock that goes on only while somebody sleeps by it."""

    now: float = 100.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


async def test_a_burst_goes_at_once_and_the_rest_evenly() -> None:
    watch = Watch()
    pace = Pace(240, watch, watch.sleep)
    for _ in range(33):
        await pace.turn()
    assert watch.slept[:30] == [0] * 30
    assert watch.slept[-3:] == [0.25] * 3
    assert watch.now == 100.75


async def test_over_a_minute_no_more_than_agreed_go_beyond_the_burst() -> None:
    watch = Watch()
    pace = Pace(240, watch, watch.sleep)
    sent = 0
    while watch.now < 160:
        await pace.turn()
        sent += 1
    assert sent <= 240 + 30 + 1


async def test_nobody_s_turn_comes_before_the_pause_is_over() -> None:
    watch = Watch()
    pace = Pace(240, watch, watch.sleep)
    pace.hold(timedelta(seconds=30))
    await pace.turn()
    assert watch.now >= 130
    pace.hold(timedelta(seconds=-5))
    await pace.turn()
    assert watch.now < 131
