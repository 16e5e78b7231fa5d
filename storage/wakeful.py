"""A part that works when somebody wakes it, and lives through a database that is away."""

from __future__ import annotations

import asyncio

import structlog
from sqlalchemy.exc import SQLAlchemyError

log = structlog.get_logger()


class Wakeful:
    """`wake` it from anywhere in the loop; `run` works until cancelled."""

    def __init__(self) -> None:
        self._wanted = asyncio.Event()

    def wake(self) -> None:
        """There may be something to do."""
        self._wanted.set()

    async def run(self) -> None:
        """Work until cancelled; what the database kept from being done waits for the next wake."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self.work()
            except SQLAlchemyError as fault:
                log.error("database-away", part=type(self).__name__, fault=type(fault).__name__)

    async def work(self) -> None:
        """Do what there is to do."""
        raise NotImplementedError
