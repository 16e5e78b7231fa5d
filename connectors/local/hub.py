"""Who listens to which place, right now."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Literal

News = Literal["new", "changed", "end"]
"""There is something new; something that was there is not what it was; the server closes."""
Listener = asyncio.Queue[News]


class Hub:
    """Tells listeners that a place has something new; what it is they read for themselves."""

    def __init__(self) -> None:
        self._listeners: dict[str, set[Listener]] = defaultdict(set)

    @contextmanager
    def listening(self, wanted: Iterable[str]) -> Iterator[Listener]:
        """A queue that gets an item whenever there is news of one of the places."""
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

    def publish(self, places: Iterable[str], news: News = "new") -> None:
        """There is something new in these places, or something has changed."""
        for place in places:
            for listener in self._listeners.get(place, ()):
                listener.put_nowait(news)

    def close(self) -> None:
        """Let every listener go."""
        for listener in set().union(*self._listeners.values()):
            listener.put_nowait("end")
