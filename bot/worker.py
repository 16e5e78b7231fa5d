"""The worker: gives the engine the inbox, as long as there is something in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from conversations.engine import Drained, Engine
from storage.errand import Errand
from storage.writer import Writer


class Worker:
    """Drains the inbox in the writer's thread; `after` is called when there may be mail to send.

    Woken by a job that writes into the inbox, it takes its turn in the same commit.
    """

    def __init__(self, writer: Writer, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine = engine
        self._now = now
        self._drain = Errand(writer, self._some)
        self.after: Callable[[], None] = lambda: None

    def wake(self) -> None:
        """There may be something in the inbox; from any thread."""
        self._drain.wake()

    async def work(self) -> None:
        """Give every waiting event its turn."""
        while (await asyncio.shield(asyncio.wrap_future(self._drain.run()))).more:
            pass

    def _some(self, connection: Connection) -> Drained:
        drained = self._engine.drain(connection, self._now())
        if drained.turns:
            self.after()
        if drained.more:
            self.wake()
        return drained
