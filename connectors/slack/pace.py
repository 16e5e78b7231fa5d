"""How fast we post, so that Slack need not tell us to slow down."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta


class Pace:
    """Lets so many through in a minute, an eighth of them at once.

    Slack takes "several hundred messages per minute" of a workspace, and about one a second in each
    channel with bursts (docs.slack.dev, "Rate limits", posting messages). `now` is in seconds.
    """

    def __init__(
        self,
        per_minute: int,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap = 60 / per_minute
        self._ahead = self._gap * max(per_minute // 8, 1)
        self._now = now
        self._sleep = sleep
        self._free = now() - self._ahead

    async def turn(self) -> None:
        """Wait until it is our turn."""
        now = self._now()
        self._free = max(self._free, now - self._ahead) + self._gap
        await self._sleep(max(0, self._free - now))

    def hold(self, pause: timedelta) -> None:
        """Slack said stop: nobody's turn comes before that."""
        self._free = max(self._free, self._now() + pause.total_seconds())
