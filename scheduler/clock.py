"""The clock that drives the sweeps: APScheduler, in memory, coalescing what it missed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

SWEEP_SECONDS = 5
TIDY_HOURS = 6


class SweepClock:
    """Calls `sweep` every few seconds and `tidy` every few hours, never twice at a time."""

    def __init__(
        self, sweep: Callable[[], Awaitable[None]], tidy: Callable[[], Awaitable[None]]
    ) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(sweep, "interval", seconds=SWEEP_SECONDS)
        self._scheduler.add_job(tidy, "interval", hours=TIDY_HOURS)

    def start(self) -> None:
        """Begin, inside the running event loop."""
        self._scheduler.start()

    def stop(self) -> None:
        """No more sweeps; one that runs is not waited for, since it is correct at any time."""
        self._scheduler.shutdown(wait=False)
