"""One thread writes. It takes all the jobs that wait and commits them together.

Each job has a savepoint of its own: one that fails undoes only itself. A job's future is resolved
after the commit, so whoever awaited it knows that its rows are safe.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Engine

from storage.database import savepoint

T = TypeVar("T")
Job = Callable[[Connection], T]
log = structlog.get_logger()


@dataclass(slots=True)
class _Waiting:
    job: Job[Any]
    future: Future[Any]


_Result = tuple[Future[Any], Any, BaseException | None]


class WriterStopped(RuntimeError):
    """The writer has stopped: nothing can be written any more."""


class Writer:
    """Runs jobs, in the order given, in batches of at most `most` a commit."""

    def __init__(self, engine: Engine, *, most: int = 128) -> None:
        self._engine = engine
        self._most = most
        self._waiting: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._stopped = False
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job[T]) -> Future[T]:
        """Run the job in the next batch. The future carries its result, or why it was undone.

        A job whose future is cancelled before its batch begins is not run.
        """
        if self._stopped:
            raise WriterStopped(WriterStopped.__doc__)
        future: Future[T] = Future()
        self._waiting.put(_Waiting(job, future))
        return future

    @property
    def alive(self) -> bool:
        """Whether jobs are still being carried out."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Finish what waits, then end the thread."""
        self._stopped = True
        self._waiting.put(None)
        self._thread.join()

    def _run(self) -> None:
        while batch := self._next_batch():
            self._commit_together(batch)
        self._disconnect()

    def _next_batch(self) -> list[_Waiting]:
        """All that waits, at least one; empty when the writer is to stop."""
        first = self._waiting.get()
        batch = [first] if first else []
        while batch and len(batch) < self._most and not self._waiting.empty():
            following = self._waiting.get()
            if following is None:
                self._waiting.put(None)
                break
            batch.append(following)
        return batch

    def _commit_together(self, batch: list[_Waiting]) -> None:
        wanted = [each for each in batch if each.future.set_running_or_notify_cancel()]
        results: list[_Result] = []
        try:
            connection = self._connected()
            with connection.begin():
                results = [self._one(connection, waiting) for waiting in wanted]
        except Exception as fault:  # noqa: BLE001 - a failed commit is every waiting job's fault
            log.error("commit-failed", fault=type(fault).__name__)
            self._disconnect()
            results = [(waiting.future, None, fault) for waiting in wanted]
        for future, result, error in results:
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _disconnect(self) -> None:
        """Let go of the connection: after a fault nobody knows what state it is in."""
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None

    @staticmethod
    def _one(connection: Connection, waiting: _Waiting) -> _Result:
        try:
            with savepoint(connection, "job"):
                return waiting.future, waiting.job(connection), None
        except Exception as fault:  # noqa: BLE001 - the job's own fault goes to whoever gave it
            return waiting.future, None, fault
