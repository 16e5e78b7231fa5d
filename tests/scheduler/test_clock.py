"""The clock of the sweeps ends in peace."""

from __future__ import annotations

import asyncio

import pytest

from scheduler import clock
from scheduler.clock import SweepClock


async def test_a_sweep_that_runs_is_waited_for_and_no_fault_is_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(clock, "SWEEP_SECONDS", 0.01)
    begun, may_end, swept = asyncio.Event(), asyncio.Event(), []

    async def sweep() -> None:
        begun.set()
        await may_end.wait()
        swept.append(True)

    sweeps = SweepClock(sweep, sweep)
    sweeps.start()
    await begun.wait()
    stopping = asyncio.create_task(sweeps.stop())
    await asyncio.wait([stopping], timeout=0.1)
    assert not stopping.done(), "the sweep still runs"
    may_end.set()
    await stopping
    assert swept == [True]
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []
