"""How fast one sender may go."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable

REMEMBERED = 10_000
"""Senders that are watched at once; the one silent longest is forgotten first."""


class Pace:
    """A token bucket a sender: `per_minute` on average, a quarter of it in one burst."""

    def __init__(self, per_minute: int, seconds: Callable[[], float]) -> None:
        self._rate = per_minute / 60
        self._burst = max(per_minute / 4, 1.0)
        self._seconds = seconds
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, sender: str) -> int:
        """0 if the sender may go on, else the seconds to wait."""
        now = self._seconds()
        left, at = self._left.pop(sender, (self._burst, now))
        left = min(self._burst, left + max(now - at, 0) * self._rate)
        self._left[sender] = (left - 1 if left >= 1 else left, now)
        if len(self._left) > REMEMBERED:
            self._left.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) / self._rate)
