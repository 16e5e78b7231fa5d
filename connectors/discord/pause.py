"""What we do when Discord tells us to slow down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from connectors.base import TryLater


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
