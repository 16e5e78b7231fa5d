"""How fast we post, so that Slack need not tell us to slow down."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Watch:
    """How time goes by while we wait for our turn, in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


REAL_TIME = Watch()


class Pace:
    """Lets so many through in a minute, an eighth of them at once.

    Slack takes "several hundred messages per minute" of a workspace, and about one a second in each
    channel with bursts (docs.slack.dev, "Rate limits", posting messages).
    """

    def __init__(self, per_minute: int, watch: Watch) -> None:
        self._gap = 60 / per_minute
        self._ahead = self._gap * max(per_minute // 8, 1)
        self._watch = watch
        self._free = watch.now() - self._ahead

    async def turn(self) -> None:
        """Wait until it is our turn."""
        now = self._watch.now()
        self._free = max(self._free, now - self._ahead) + self._gap
        await self._watch.sleep(max(0, self._free - now))

    def hold(self, pause: timedelta) -> None:
        """Slack said stop: nobody's turn comes before that."""
        self._free = max(self._free, self._watch.now() + pause.total_seconds())
