"""How fast we write, so that Discord need not tell us to slow down; and what we do when it does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from connectors.base import TryLater

A_SECOND, AT_ONCE = 40, 5
"""Together less than the 50 requests of a bot in any second (Discord docs, "Rate Limits", global):
the library has some of its own to ask. What answers an interaction doesn't count."""


class Pace:
    """Lets so many requests through in a second, and a few at once after a silence."""

    def __init__(
        self,
        seconds: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._seconds = seconds
        self._sleep = sleep
        self._gap = 1 / A_SECOND
        self._free = seconds() - self._gap * AT_ONCE

    async def turn(self) -> None:
        """Wait until it is our turn."""
        now = self._seconds()
        self._free = max(self._free, now - self._gap * AT_ONCE) + self._gap
        await self._sleep(max(0.0, self._free - now))


class Pause:
    """Discord was asked too fast: until it ends nobody asks, and then one after the other.

    Without it everybody who waits would ask again at the same moment, and be refused again: 10,000
    refusals in ten minutes shut the bot out (Discord docs, "Invalid Request Limit").
    """

    def __init__(self, why: str, now: Callable[[], datetime], gap: timedelta) -> None:
        self._why = why
        self._now = now
        self._gap = gap
        self._until = self._next = now()

    def check(self) -> None:
        """Raise TryLater, each time for a later moment, as long as it lasts."""
        if self._now() < self._until:
            raise self._put_off()

    def begin(self, pause: timedelta) -> TryLater:
        """It lasts so long from now on; what to raise for whoever was refused."""
        self._until = self._now() + pause
        return self._put_off()

    def _put_off(self) -> TryLater:
        self._next = max(self._next, self._until) + self._gap
        return TryLater(self._why, self._next - self._now())
