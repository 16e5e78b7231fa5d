"""Where all that happens on Discord is written down; a server that is new to us becomes a space."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import structlog

from community import spaces
from community.words import clean
from connectors.base import Arrival, Receipt, Receive, Surroundings

log = structlog.get_logger()

CONNECTOR = "discord"


class Entry:
    """Cleans what people wrote, and hands it in."""

    def __init__(self, around: Surroundings, receive: Receive) -> None:
        self._around = around
        self._receive = receive
        self._left: deque[tuple[Arrival, asyncio.Future[Receipt]]] = deque()
        self._watching: asyncio.Task[None] | None = None

    async def hand_in(self, arrival: Arrival) -> Receipt:
        """Write it down; awaited until it is safe. Raises what the database raised."""
        arrival = _cleaned(arrival)
        receipt = await self._receive(arrival)
        if receipt == "unknown-space":
            job = partial(spaces.settle, connector=CONNECTOR, external_id=arrival.space)
            await asyncio.wrap_future(self._around.writer.submit(job))
            receipt = await self._receive(arrival)
        return receipt

    def leave(self, arrival: Arrival) -> None:
        """Hand it in where nobody waits for an answer: thousands may be on their way at once."""
        self._left.append((arrival, asyncio.ensure_future(self._receive(_cleaned(arrival)))))
        if self._watching is None or self._watching.done():
            self._watching = asyncio.create_task(self._watch())

    async def _watch(self) -> None:
        """See that each is written down: one look for all that are written together."""
        while self._left:
            arrival, written = self._left.popleft()
            if not written.done():
                await asyncio.wait((written,))
            if fault := written.exception():
                log.error("discord-event-broke", event=arrival.event, fault=type(fault).__name__)
            elif written.result() == "unknown-space":
                self._left.append((arrival, asyncio.ensure_future(self.hand_in(arrival))))


def _cleaned(arrival: Arrival) -> Arrival:
    """What people wrote, without what nobody sees; a name of which nothing shows is none."""
    text, values = clean(arrival.text), _clear(arrival.values)
    known = _clear(arrival.known)
    if (text, values, known) == (arrival.text, arrival.values, arrival.known):
        return arrival
    shown = {name: words for name, words in known.items() if words}
    return replace(arrival, text=text, values=values, known=shown)


def _clear(told: Mapping[str, str]) -> Mapping[str, str]:
    return {name: clean(words) for name, words in told.items()} if told else told
