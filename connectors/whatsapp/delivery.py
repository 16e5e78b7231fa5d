"""The way out: one message in its pieces, each asked about before it is ever sent twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection
from twilio.rest import Client

from connectors.base import Held, NotDelivered, OptedOut, TryLater, Undeliverable
from connectors.ingress import direct
from connectors.pace import Watch
from connectors.whatsapp import files, knocks, people, sendings, silence, templates
from connectors.whatsapp.approvals import Approvals
from connectors.whatsapp.client import FAULTS, told
from connectors.whatsapp.contents import Contents
from connectors.whatsapp.outcomes import LATER, of_code, refusal
from connectors.whatsapp.pace import AT_ONCE, Pace
from connectors.whatsapp.people import Reach
from connectors.whatsapp.render import Media, Menu, Message, messages
from connectors.whatsapp.sendings import Piece
from connectors.whatsapp.settings import WhatsAppSettings
from connectors.whatsapp.templates import Template
from conversations.outgoing import Outgoing
from storage.held import CAME_FOR
from storage.writer import Job, Writer

T = TypeVar("T")

BEFORE = timedelta(minutes=1)
"""Twilio's clock and ours may differ by that much."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a message goes to a person, and what it is for."""

    reach: Reach | None
    purpose: str
    is_unwanted: bool
    """Whether they want nothing but answers, and it is none. What waited until they wrote is like
    one: they came for what there is."""


class Delivery:
    """Sends to people; `approvals` say which templates may be used."""

    def __init__(
        self,
        client: Client,
        settings: WhatsAppSettings,
        space: int,
        writer: Writer,
        now: Callable[[], datetime],
        watch: Watch,
    ) -> None:
        self.approvals = Approvals()
        self._client = client
        self._settings = settings
        self._space = space
        self._writer = writer
        self._now = now
        self._contents = Contents(client, writer, settings.account_sid)
        self._requests = asyncio.Semaphore(AT_ONCE)
        self._pace = Pace(watch)

    async def send(self, person: str, outgoing: Outgoing, key: str) -> str:
        """Deliver it; the id of its last piece. Raises as `Connector.send` does."""
        try:
            return await self._send(person, outgoing, key)
        except OptedOut as unwanted:
            met = partial(silence.met, space=self._space, person=person, now=self._now())
            await self._write(met)
            if await self._write(partial(_is_theirs, key=key)):
                raise Held(str(unwanted)) from unwanted
            raise

    async def _send(self, person: str, outgoing: Outgoing, key: str) -> str:
        way = await self._write(partial(self._way, person=person, key=key))
        if way.reach is None:
            raise Undeliverable("no such person")
        if way.is_unwanted:
            raise OptedOut("stopped")
        if not way.reach.is_open(self._now()):
            await self._hold(person, way, outgoing, key)
        sid = ""
        for n, message in enumerate(messages(outgoing, await self._file(person, outgoing, key))):
            piece = Piece(key, n, self._space, direct(person), message.body, outgoing.payload())
            try:
                sid = await self._deliver(piece, way.reach.address, message)
            except _Closed:
                await self._write(partial(people.close, space=self._space, person=person))
                await self._hold(person, way, outgoing, key)
        return sid

    async def _file(self, person: str, outgoing: Outgoing, key: str) -> str:
        """Where the message's file can be fetched."""
        if outgoing.file is None:
            return ""
        return await self._write(partial(
            files.put_away, settings=self._settings, space=self._space, person=person, key=key,
            file=outgoing.file, now=self._now(),
        ))  # fmt: skip

    def _way(self, connection: Connection, person: str, key: str) -> _Way:
        row = sendings.message(connection, key)
        purpose = row.purpose if row is not None else "reply"
        is_answer = row is None or purpose == "reply" or row.reason == CAME_FOR
        by = silence.wanted_by(connection, self._space, person, self._now())
        reach = people.reach(connection, self._space, person)
        return _Way(reach, purpose, is_unwanted=by is not None and not is_answer)

    async def _hold(self, person: str, way: _Way, outgoing: Outgoing, key: str) -> None:
        """Knock, if there is a template for it that they have not seen; then keep the message."""
        name = templates.announcing(outgoing.text, way.purpose)
        if name is not None and way.reach and name not in way.reach.knocked:
            await self._knock(person, way.reach, Template(name, outgoing.locale), key)
        raise Held(knocks.CLOSED)

    async def _knock(self, person: str, reach: Reach, template: Template, key: str) -> None:
        """Raises Held, or OptedOut, where nobody hears it: the message behind it stays."""
        found = self.approvals.sid(template.friendly_name)
        if found is None:
            raise Held(knocks.NO_TEMPLATE)
        place, about = direct(person), knocks.what(template)
        piece = Piece(f"{knocks.PREFIX}{key}", 0, self._space, place, template.body, about)
        try:
            await self._try(piece, reach.address, content=(found, {}))
        except FAULTS as fault:
            raise self._unheard(fault, template) from fault
        noted = partial(
            knocks.sent, key=key, space=self._space, person=person, template=template
        )  # fmt: skip
        if not await self._write(noted):
            raise Held(knocks.refused(None), LATER.after)

    def _unheard(self, fault: Exception, template: Template) -> NotDelivered:
        """What becomes of a message whose knock was refused at once."""
        code, status = told(fault)
        if status == 429:
            self._pace.rest()
        if of_code(code, status).kind == "opted-out":
            return refusal(fault)
        if code in knocks.OF_TEMPLATE:
            self.approvals.refused(template.friendly_name)
        return Held(knocks.refused(code or status), knocks.again(code, status or 500))

    async def _deliver(self, piece: Piece, address: str, message: Message) -> str:
        """One piece, unless the platform has it already."""
        try:
            return await self._try(piece, address, message)
        except FAULTS as fault:
            raise await self._refused(fault, message) from fault

    async def _try(
        self,
        piece: Piece,
        address: str,
        message: Message | None = None,
        content: tuple[str, dict[str, str]] | None = None,
    ) -> str:
        """The same; raises what the client does."""
        earlier = await self._write(partial(sendings.begin, piece=piece, now=self._now()))
        if earlier is not None and earlier.sid:
            return str(earlier.sid)
        sid = await self._found(piece, address, earlier.begun_at) if earlier else None
        sid = sid or await self._post(piece, address, message, content)
        await self._write(partial(sendings.accepted, piece=piece, sid=sid))
        return sid

    async def _found(self, piece: Piece, address: str, since: datetime) -> str | None:
        """What an earlier try, of which nobody knows the end, has left at the platform."""
        async with self._requests:
            there = await self._client.messages.list_async(
                to=address, from_=self._settings.number, date_sent_after=since - BEFORE
            )
        same = [each.sid for each in there if each.body == piece.body]
        taken = await self._write(partial(sendings.taken, sids=same))
        return next((sid for sid in same if sid not in taken), None)

    async def _post(
        self,
        piece: Piece,
        address: str,
        message: Message | None,
        content: tuple[str, dict[str, str]] | None,
    ) -> str:
        async with self._requests:
            what = await self._what(message, content)
            await self._pace.turn()
            callback = f"{self._settings.webhook('status')}?message={piece.name}"
            made = await self._client.messages.create_async(
                to=address, from_=self._settings.number, status_callback=callback, **what
            )
        return str(made.sid)

    async def _what(
        self, message: Message | None, content: tuple[str, dict[str, str]] | None
    ) -> dict[str, Any]:
        if isinstance(message, Media):
            return {"media_url": [message.url]}
        if isinstance(message, Menu):
            content = await self._contents.id(message.shape), message.variables
        if content is None:
            return {"body": message.body if message else ""}
        sid, variables = content
        filled = {"content_variables": json.dumps(variables, ensure_ascii=False)}
        return {"content_sid": sid} | (filled if variables else {})

    async def _refused(self, fault: Exception, message: Message) -> Exception:
        code, status = told(fault)
        outcome = of_code(code, status) if status else None
        if status == 429:
            self._pace.rest()
        if outcome is not None and outcome.kind == "content" and isinstance(message, Menu):
            await self._contents.forget(message.shape)
        if outcome is not None and outcome.kind == "closed":
            return _Closed()
        return refusal(fault)

    async def _write(self, job: Job[T]) -> T:
        return await asyncio.wrap_future(self._writer.submit(job))


class _Closed(TryLater):
    """The platform says at once that the window is closed."""

    def __init__(self) -> None:
        super().__init__("the window is closed")


def _is_theirs(connection: Connection, key: str) -> bool:
    """Whether it is news of something that is theirs, kept until they come for it.

    What the bot asks of its own accord goes to others; what somebody wrote to them is not kept, and
    its writer is told.
    """
    row = sendings.message(connection, key)
    return row is not None and row.purpose == "notice"
