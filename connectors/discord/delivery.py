"""The way out: direct messages, and what stands in for them where they are closed."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any, NamedTuple, TypeVar

import discord
from discord.http import Route
from sqlalchemy import Connection

from community.files import File
from connectors.base import Surroundings, TryLater, Undeliverable
from connectors.discord import lines
from connectors.discord.errors import MINUTE, Closed, Gone, OpenedTooFast, ShutOut, outcomes
from connectors.discord.lines import Line
from connectors.discord.multipart import given
from connectors.discord.pause import Pause
from connectors.discord.people import member_of
from connectors.discord.render import Payload, messages
from connectors.discord.threads import Threads
from connectors.pace import Pace
from conversations.language import render
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage import outbox

T = TypeVar("T")
Refusals = tuple[type[TryLater], ...]

ANSWERABLE = timedelta(minutes=14)
"""A little less than an interaction's token lives (docs, "Receiving and Responding")."""
ACKNOWLEDGED_WITHIN = 3
"""Seconds after which an interaction that has no answer is dead."""
EPHEMERAL = 64
NONCE = 25
REMEMBERED = 10_000


class _Answerable(NamedTuple):
    """An interaction that can be answered, where only its person sees it, once acknowledged."""

    token: str
    until: datetime
    acknowledged: asyncio.Event


class Delivery:
    """Sends through a client that is logged in. `intro` is the channel that threads are under."""

    def __init__(
        self, client: discord.Client, around: Surroundings, intro: int | None, pace: Pace
    ) -> None:
        self._client = client
        self._around = around
        self._threads = Threads(client, intro, self._call, self._write)
        self._pace = pace
        self._pauses: Mapping[type[TryLater], Pause] = {
            ShutOut: Pause("discord: shut out", around.now, timedelta(milliseconds=100)),
            OpenedTooFast: Pause("discord: opened too fast", around.now, timedelta(seconds=1)),
        }
        self._answerable: dict[tuple[str, str], _Answerable] = {}
        self._channels: dict[str, str] = {}
        self._closed: set[str] = set()
        self._rooms: dict[str, str] = {}

    async def remember(self) -> None:
        """Read who takes no direct messages; before the first message goes."""
        self._closed = await self._write(lines.everybody)

    async def direct(self, space: str, person: str, outgoing: Outgoing, key: str) -> str:
        """To one person: in the direct line, or where nobody else sees it."""
        line = await self.line(space, person)
        if line is None:
            try:
                bodies = messages(outgoing, space)
                return await self._to_person(person, bodies, outgoing.file, key)
            except Closed:
                self._closed.add(person)
                await self._write(partial(lines.close, space=space, person=person))
        return await self._beside(space, person, outgoing, key)

    async def shared(self, space: str, channel: str, outgoing: Outgoing, key: str) -> str:
        """To a channel or a room."""
        return await self._post(channel, messages(outgoing, space), outgoing.file, key)

    async def change_direct(self, space: str, person: str, outgoing: Outgoing, former: str) -> str:
        """Put this where an earlier message to the person stands, in whichever line is theirs."""
        line = await self.line(space, person)
        channel = await self._direct_line(person) if line is None else line.thread
        if channel is None:
            raise Gone("discord: no line in which it stands")
        return await self.change(space, channel, outgoing, former, direct=line is None)

    async def change(
        self, space: str, channel: str, outgoing: Outgoing, former: str, *, direct: bool = True
    ) -> str:
        """Put this where an earlier message stands; what that had and this lacks goes."""
        body, *more = messages(outgoing, space, direct=direct)
        if more:
            raise Undeliverable("discord: a message of several parts takes the place of none")
        full: Payload = {"embeds": [], "components": []} | body
        path = "/channels/{channel_id}/messages/{message_id}"
        await self._call("PATCH", path, body=full, channel_id=channel, message_id=former)
        return former

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """A private thread with these people in it; for fewer of them there is none."""
        if key not in self._rooms:
            await self._are_there(space, people)
            _remember(self._rooms, key, await self._threads.open(space, people, title))
        try:
            for person in people:
                await self._threads.add(self._rooms[key], person)
        except Undeliverable:
            await self._threads.archive(self._rooms.pop(key))
            raise
        return self._rooms[key]

    def answerable(self, space: str, person: str, token: str) -> asyncio.Event:
        """What follows may be said as this interaction's answer; set the event at its ack."""
        until, acknowledged = self._around.now() + ANSWERABLE, asyncio.Event()
        _remember(self._answerable, (space, person), _Answerable(token, until, acknowledged))
        return acknowledged

    async def line(self, space: str, person: str) -> Line | None:
        """The line of somebody whose direct messages are closed, as far as we know."""
        if person not in self._closed:
            return None
        return await self._write(partial(lines.closed, space=space, person=person))

    def is_closed(self, person: str) -> bool:
        """Whether the direct line did not work when it was last tried."""
        return person in self._closed

    async def opened(self, person: str) -> None:
        """The direct line works: they just wrote in it."""
        if self.is_closed(person):
            await self._write(partial(lines.opened, person=person))
            self._closed.discard(person)

    async def _to_person(
        self, person: str, bodies: Sequence[Payload], file: File | None, key: str
    ) -> str:
        return await self._post(await self._direct_line(person), bodies, file, key)

    async def _direct_line(self, person: str) -> str:
        if person not in self._channels:
            _remember(self._channels, person, await self._open(person))
        return self._channels[person]

    async def _open(self, person: str) -> str:
        minding, body = (ShutOut, OpenedTooFast), {"recipient_id": person}
        made = await self._call("POST", "/users/@me/channels", minding, body=body)
        return str(made["id"])

    async def _beside(self, space: str, person: str, outgoing: Outgoing, key: str) -> str:
        """What answers what the person did just now, beside it; all else in a thread of their own.

        What only they see beside it is gone once they close Discord, and news may come later.
        """
        bodies = messages(outgoing, space, direct=False)
        known = self._answerable.get((space, person))
        answers = await self._write(partial(outbox.is_answer, key=key))
        if answers and known and known.until > self._around.now():
            with suppress(Gone, TimeoutError):
                async with asyncio.timeout(ACKNOWLEDGED_WITHIN):
                    await known.acknowledged.wait()
                return await self._follow_up(known.token, bodies, outgoing.file)
        return await self._in_thread(space, person, bodies, outgoing, key)

    async def _in_thread(
        self, space: str, person: str, bodies: Sequence[Payload], outgoing: Outgoing, key: str
    ) -> str:
        line = await self.line(space, person)
        if line is None:
            raise Closed("discord: closed, and not a member any more")
        thread = line.thread or await self._own_thread(space, person, line, outgoing.locale)
        try:
            return await self._post(thread, bodies, outgoing.file, key)
        except Gone as gone:
            await self._write(partial(lines.note_thread, line=line.id, thread=None))
            raise TryLater(str(gone)) from None

    async def _are_there(self, space: str, people: Sequence[str]) -> None:
        self._threads.parent(space)  # an outage, or no channel yet, is waited for
        for person in people:
            with outcomes():
                if await member_of(self._client, int(person), space) is None:
                    raise Undeliverable("discord: not in the server")

    async def _own_thread(self, space: str, person: str, line: Line, locale: str) -> str:
        """A thread for one; its title says nothing about them."""
        thread = await self._threads.open(space, [person], render(Text("bot-name"), locale))
        await self._threads.add(thread, person)
        await self._write(partial(lines.note_thread, line=line.id, thread=thread))
        return thread

    async def _post(
        self, channel: str, bodies: Sequence[Payload], file: File | None, key: str
    ) -> str:
        """Each part once: a nonce is known again for a few minutes (docs, "Create Message")."""
        sent = ""
        for n, body in enumerate(bodies):
            nonce = _nonce(key, channel, str(n), json.dumps(body))
            full = body | {"nonce": nonce, "enforce_nonce": True}
            path = "/channels/{channel_id}/messages"
            made = await self._call("POST", path, body=full, file=file, channel_id=channel)
            sent = str(made["id"])
        return sent

    async def _follow_up(self, token: str, bodies: Sequence[Payload], file: File | None) -> str:
        sent, ours = "", self._client.application_id
        path = "/webhooks/{webhook_id}/{webhook_token}"
        for body in bodies:
            hidden = body | {"flags": EPHEMERAL}
            made = await self._ask(
                "POST", path, body=hidden, file=file, webhook_id=ours, webhook_token=token
            )
            sent = str(made["id"])
        return sent

    async def _call(
        self, method: str, path: str, minding: Refusals = (ShutOut,), **given: Any
    ) -> Any:
        """Ask when it is our turn, unless one of these refusals put everybody off."""
        await self._pace.turn()
        for kind in minding:
            self._pauses[kind].check()
        try:
            return await self._ask(method, path, **given)
        except minding as refusal:
            raise self._pauses[type(refusal)].begin(MINUTE) from None

    async def _ask(
        self, method: str, path: str, *, body: Any = None, file: File | None = None, **ids: Any
    ) -> Any:
        sent = {} if body is None else given(body, file)
        with outcomes():
            return await self._client.http.request(Route(method, path, **ids), **sent)

    async def _write(self, job: Callable[[Connection], T]) -> T:
        return await asyncio.wrap_future(self._around.writer.submit(job))


def _nonce(*parts: str) -> str:
    """The same for the same message, and for no other one.

    The key alone won't do: SQLite gives a number out again after an erasure, and Discord would take
    the new message for the old one.
    """
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:NONCE]


def _remember(known: dict[Any, Any], key: Any, value: Any) -> None:
    """Keep it, and let go of the oldest when there are many."""
    known[key] = value
    if len(known) > REMEMBERED:
        del known[next(iter(known))]
