"""Statements compiled once for all tests: every test has its own database, and all say the same.

An engine forgets what it has compiled when it goes, and that is most of what a short test does. A
bot that runs compiles each statement once, so nothing is tested less.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from sqlalchemy import Connection, Engine, event

Key = tuple[Any, ...]


class Compiled(MutableMapping[Key, Any]):
    """What SQLAlchemy's `compiled_cache` asks for; an engine's dialect, first in each key, stands
    here for all of its kind."""

    def __init__(self) -> None:
        self._kept: dict[Key, Any] = {}

    def __getitem__(self, key: Key) -> Any:
        return self._kept[_alike(key)]

    def __setitem__(self, key: Key, compiled: Any) -> None:
        self._kept[_alike(key)] = compiled

    def __delitem__(self, key: Key) -> None:
        del self._kept[_alike(key)]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)


def _alike(key: Key) -> Key:
    dialect, *rest = key
    return (dialect.name, *rest)


def share() -> None:
    """From now on every connection of every engine finds what any of them has compiled."""
    compiled = Compiled()

    def given(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)

    event.listen(Engine, "engine_connect", given)
