"""One thread writes. It carries out all the jobs that wait, then commits them together.

A job that hands in another one shares its commit with it. Each job has a savepoint of its own: one
that fails undoes only itself. A job's future is resolved after the commit, so whoever awaited it
knows that its rows are safe.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

import structlog
from sqlalchemy import Connection, Engine

from storage.database import reading, savepoint

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
    """Runs jobs, in the order given; it commits when none waits, or `longest` seconds are over."""

    def __init__(self, engine: Engine, *, longest: float = 0.1) -> None:
        self._engine = engine
        self._longest = longest
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

    def read(self, job: Job[T]) -> Future[T]:
        """Carry out a job that only reads, here and now, beside the thread that writes."""
        future: Future[T] = Future()
        try:
            with reading(self._engine) as connection:
                future.set_result(job(connection))
        except Exception as fault:  # noqa: BLE001 - the job's own fault goes to whoever gave it
            future.set_exception(fault)
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
        while first := self._waiting.get():
            self._commit_together(first)
        self._disconnect()

    def _commit_together(self, first: _Waiting) -> None:
        results: list[_Result] = []
        begun: list[Future[Any]] = []
        try:
            with self._connected().begin() as transaction:
                for waiting in self._batch(first):
                    if waiting.future.set_running_or_notify_cancel():
                        begun.append(waiting.future)
                        results.append(self._one(transaction.connection, waiting))
        except Exception as fault:  # noqa: BLE001 - a failed commit is every waiting job's fault
            log.error("commit-failed", fault=type(fault).__name__)
            self._disconnect()
            results = [(future, None, fault) for future in begun or [first.future]]
        for future, result, error in results:
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)

    def _batch(self, first: _Waiting) -> Iterator[_Waiting]:
        """The first, then what waits or comes in meanwhile."""
        until = time.monotonic() + self._longest
        yield first
        while time.monotonic() < until and not self._waiting.empty():
            following = self._waiting.get()
            if following is None:
                return self._waiting.put(None)
            yield following

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
