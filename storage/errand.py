"""A job that is wanted again and again, and stands in the writer's queue at most once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Generic, TypeVar

import structlog
from sqlalchemy import Connection

from storage.writer import Job, Writer, WriterStopped

Result = TypeVar("Result")
log = structlog.get_logger()


class Errand(Generic[Result]):
    """`wake` it from any thread, also from within a job: then it shares that job's commit.

    `done` gets each result after its commit, in the writer's thread. A fault, such as a database
    that is away, is logged, and the next wake tries again.
    """

    def __init__(
        self,
        writer: Writer,
        job: Job[Result],
        done: Callable[[Result], object] = lambda _result: None,
    ) -> None:
        self._writer = writer
        self._job = job
        self._done = done
        self._lock = threading.Lock()
        self._queued: Future[Result] | None = None

    def wake(self) -> None:
        """There may be something to do. Once the writer has stopped, nothing is done any more."""
        with suppress(WriterStopped):
            self.run()

    def run(self) -> Future[Result]:
        """What the next time brings; raises WriterStopped. It is many callers': don't cancel it."""
        with self._lock:
            queued = self._queued or self._writer.submit(self._begin)
            is_new, self._queued = queued is not self._queued, queued
        if is_new:
            queued.add_done_callback(self._ended)
        return queued

    def _begin(self, connection: Connection) -> Result:
        with self._lock:
            self._queued = None
        return self._job(connection)

    def _ended(self, future: Future[Result]) -> None:
        with self._lock:
            if self._queued is future:  # its transaction could not even begin
                self._queued = None
        if fault := future.exception():
            log.error("errand-failed", job=self._job, fault=type(fault).__name__)
        else:
            self._done(future.result())
