"""How much Twilio takes at once and in a second."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

MOST_AT_ONCE = 20
"""Requests side by side; Twilio does not say how many an account has (error 20429)."""
EACH_SECOND = 80
"""Messages of one sender (Twilio docs, "WhatsApp rate limits"; error 63018)."""


@dataclass
class Rates:
    """What was asked lately, by a clock of seconds; `refused` counts what came too fast."""

    now: Callable[[], float]
    refused: int = 0
    most: int = 0
    """Messages in the fullest second so far."""
    _open: int = 0
    _taken: deque[float] = field(default_factory=deque)

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """As long as a request is."""
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1

    def take(self) -> bool:
        """Whether another message can be taken beside those under way."""
        if self._open > MOST_AT_ONCE:
            self.refused += 1
            return False
        now = self.now()
        self._taken.append(now)
        while self._taken[0] <= now - 1:
            self._taken.popleft()
        self.most = max(self.most, len(self._taken))
        return True

    def is_exceeded(self) -> bool:
        """Whether more were taken within this second than can be sent."""
        exceeded = len(self._taken) > EACH_SECOND
        self.refused += exceeded
        return exceeded
