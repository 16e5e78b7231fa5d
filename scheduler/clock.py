"""The clock that drives the sweeps: APScheduler, in memory, coalescing what it missed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

SWEEP_SECONDS = 5
TIDY_HOURS = 6


class SweepClock:
    """Calls `sweep` every few seconds and `tidy` every few hours, never twice at a time."""

    def __init__(
        self, sweep: Callable[[], Awaitable[None]], tidy: Callable[[], Awaitable[None]]
    ) -> None:
        self._at_work: set[asyncio.Task[None]] = set()
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(self._run, "interval", [sweep], seconds=SWEEP_SECONDS, id="sweep")
        self._scheduler.add_job(self._run, "interval", [tidy], hours=TIDY_HOURS, id="tidy")

    def start(self) -> None:
        """Begin, inside the running event loop."""
        self._scheduler.start()

    def pause(self) -> None:
        """Begin no more sweeps."""
        self._scheduler.pause()

    async def stop(self) -> None:
        """No more sweeps; one that runs is waited for, since APScheduler logs a cancelled one.

        What was begun at this very moment takes its first step first, and is waited for as well.
        """
        self._scheduler.pause()
        await asyncio.sleep(0)
        await asyncio.gather(*self._at_work, return_exceptions=True)
        self._scheduler.shutdown(wait=False)

    async def _run(self, work: Callable[[], Awaitable[None]]) -> None:
        task = asyncio.current_task()
        assert task is not None, "APScheduler gives every job a task of its own"
        self._at_work.add(task)
        task.add_done_callback(self._at_work.discard)
        await work()
