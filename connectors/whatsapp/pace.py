"""How fast we ask Twilio, so that it need not refuse anything."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from connectors.pace import REAL_TIME, Watch

AT_ONCE = 16
"""Requests side by side: Twilio answers too many of them with 429 (error 20429)."""
EACH_SECOND = 64
"""Messages: with those still on their way never more than the 80 that Twilio sends in a second
(Twilio docs, "WhatsApp rate limits": MPS of a sender); beyond them it may fail with 63018."""
REST = timedelta(seconds=1)
"""After such an answer nobody asks for a while."""


class Pace:
    """Lets one message go after the other, each a moment after the one before.

    The moments are counted from when a message really goes, so that a machine that stood still for
    a while does not catch up all at once.
    """

    def __init__(self, watch: Watch = REAL_TIME) -> None:
        self._watch = watch
        self._next = watch.now()
        self._turn = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until it is our turn."""
        async with self._turn:
            while (wait := self._next - self._watch.now()) > 0:
                await self._watch.sleep(wait)
            self._next = self._watch.now() + 1 / EACH_SECOND

    def rest(self) -> None:
        """Twilio had too many: nobody's turn comes before the rest is over."""
        self._next = max(self._next, self._watch.now() + REST.total_seconds())
