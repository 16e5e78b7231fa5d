"""Many small writes of one kind, carried out as one job while the one before is on its way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, TypeVar

from sqlalchemy import Connection

from storage.writer import Writer, WriterStopped

Item = TypeVar("Item")
Result = TypeVar("Result")


class Together(Generic[Item, Result]):
    """Awaiting it with an item gives the item's result after the commit it was part of.

    `job` gets all items that gathered meanwhile and gives one result for each.
    """

    def __init__(
        self, writer: Writer, job: Callable[[Connection, list[Item]], Sequence[Result]]
    ) -> None:
        self._writer = writer
        self._job = job
        self._gathered: list[tuple[Item, asyncio.Future[Result]]] = []
        self._writing: asyncio.Task[None] | None = None

    def __call__(self, item: Item) -> asyncio.Future[Result]:
        """Write the item, awaited or not; raises what the job raised."""
        result: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self._gathered.append((item, result))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return result

    async def _write(self) -> None:
        while self._gathered:
            batch, self._gathered = self._gathered, []
            items = [item for item, _ in batch]
            results = [result for _, result in batch]
            try:
                written = asyncio.wrap_future(self._writer.submit(partial(self._run, items=items)))
            except WriterStopped as stopped:
                _refuse(results, stopped)
                continue
            await asyncio.wait([written])
            _resolve(written, results)

    def _run(self, connection: Connection, items: list[Item]) -> Sequence[Result]:
        return self._job(connection, items)


def _refuse(results: Sequence[asyncio.Future[Result]], why: BaseException) -> None:
    for result in results:
        if not result.done():
            result.set_exception(why)


def _resolve(
    written: asyncio.Future[Sequence[Result]], results: Sequence[asyncio.Future[Result]]
) -> None:
    fault = written.exception()
    if fault is not None:
        return _refuse(results, fault)
    for result, given in zip(results, written.result(), strict=True):
        if not result.done():
            result.set_result(given)
    return None
