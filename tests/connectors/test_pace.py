"""How fast we post: a burst, then evenly, and not at all while Slack wants a pause."""

from __future__ import annotations

from datetime import timedelta

from connectors.pace import Pace
from tests.fakes.patience import Patience


async def test_a_burst_goes_at_once_and_the_rest_evenly() -> None:
    own = Patience()
    pace = Pace(4, 30, own.watch())
    for _ in range(33):
        await pace.turn()
    assert own.slept[:30] == [0] * 30
    assert own.slept[-3:] == [0.25] * 3
    assert own.now == 100.75


async def test_over_a_minute_no_more_than_agreed_go_beyond_the_burst() -> None:
    own = Patience()
    pace = Pace(4, 30, own.watch())
    sent = 0
    while own.now < 160:
        await pace.turn()
        sent += 1
    assert sent <= 240 + 30 + 1


async def test_nobody_s_turn_comes_before_the_pause_is_over() -> None:
    own = Patience()
    pace = Pace(4, 30, own.watch())
    pace.hold(timedelta(seconds=30))
    await pace.turn()
    assert own.now >= 130
    pace.hold(timedelta(seconds=-5))
    await pace.turn()
    assert own.now < 131
