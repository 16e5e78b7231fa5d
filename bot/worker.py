"""The worker: gives the engine the inbox, as long as there is something in it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from conversations.engine import Drained, Engine
from storage.wakeful import Wakeful
from storage.writer import Writer


class Worker(Wakeful):
    """Drains the inbox in the writer's thread; `after` is called when there may be mail to send."""

    def __init__(self, writer: Writer, engine: Engine, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._writer = writer
        self._engine = engine
        self._now = now
        self.after: Callable[[], None] = lambda: None

    async def work(self) -> None:
        """Give every waiting event its turn."""
        while (drained := await self._some()).turns:
            self.after()
            if not drained.more:
                return

    async def _some(self) -> Drained:
        return await asyncio.wrap_future(self._writer.submit(self._job))

    def _job(self, connection: Connection) -> Drained:
        return self._engine.drain(connection, self._now())
