"""Who listens to which place, right now."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

Listener = asyncio.Queue[bool]
"""Gets True when there is something new, False when the server closes."""


class Hub:
    """Tells listeners that a place has something new; what it is they read for themselves."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)

    @contextmanager
    def listening(self, wanted: Iterable[str]) -> Iterator[Listener]:
        """A queue that gets an item whenever one of the places has something new."""
        listener: Listener = asyncio.Queue()
        places = set(wanted)
        for place in places:
            self._listeners[place].add(listener)
        try:
            yield listener
        finally:
            for place in places:
                self._leave(place, listener)

    def _leave(self, place: str, listener: Listener) -> None:
        self._listeners[place].discard(listener)
        if not self._listeners[place]:
            del self._listeners[place]

    def publish(self, places: Iterable[str]) -> None:
        """There is something new in these places."""
        for place in places:
            for listener in self._listeners.get(place, ()):
                listener.put_nowait(True)

    def close(self) -> None:
        """Let every listener go."""
        for listener in set().union(*self._listeners.values()):
            listener.put_nowait(False)
