"""How fast a connector asks its platform for things, so that it need not be told to slow down."""

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
    """Lets so many through in a second, and after a silence some `at_once`."""

    def __init__(self, per_second: float, at_once: int, watch: Watch = REAL_TIME) -> None:
        self._gap = 1 / per_second
        self._ahead = self._gap * at_once
        self._watch = watch
        self._free = watch.now() - self._ahead

    async def turn(self) -> None:
        """Wait until it is our turn."""
        now = self._watch.now()
        self._free = max(self._free, now - self._ahead) + self._gap
        await self._watch.sleep(max(0.0, self._free - now))

    def hold(self, pause: timedelta) -> None:
        """The platform said stop: nobody's turn comes before that."""
        self._free = max(self._free, self._watch.now() + pause.total_seconds())
