"""The WhatsApp connector: puts the way in and the way out together."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from starlette.routing import BaseRoute
from twilio.rest import Client

from community import spaces
from connectors.base import Abilities, Address, Receive, Surroundings, TryLater, Undeliverable
from connectors.pace import REAL_TIME, Watch
from connectors.pictures import Attached, bring
from connectors.whatsapp import files, hooks, knocks, listed, people, sendings, templates
from connectors.whatsapp.client import API, FAULTS, Line, dial
from connectors.whatsapp.delivery import Delivery
from connectors.whatsapp.hooks import Fields
from connectors.whatsapp.incoming import Heard, Listener, read
from connectors.whatsapp.people import Seal
from connectors.whatsapp.render import MOST_ITEMS
from connectors.whatsapp.settings import WhatsAppSettings, read_settings
from connectors.whatsapp.words import MOST_TEXT
from conversations.outgoing import Outgoing
from storage.writer import Job, WriterStopped

log = structlog.get_logger()
T = TypeVar("T")

EVERY = timedelta(minutes=5)
"""How often the platform's list is compared with what was heard."""
LOOK_BACK = timedelta(hours=24)
"""How far, at the start; later twice the time between two comparisons."""
GONE = {"failed", "undelivered"}
ARRIVED = {"delivered", "read"}
"""Statuses of a message (spec twilio_api_v2010, message_enum_status)."""


def connect(around: Surroundings) -> WhatsAppConnector | None:
    """The connector, where WhatsApp is set up. Raises ValidationError for half a set-up."""
    settings = read_settings()
    return WhatsAppConnector(settings, around) if settings else None


@dataclass(frozen=True, slots=True)
class _Open:
    """What there is between start and stop."""

    space: int
    line: Line
    client: Client
    delivery: Delivery
    listener: Listener
    receive: Receive


class WhatsAppConnector:
    """One number. `line` makes the client's HTTP line, `watch` is what it waits for its turn by."""

    name = "whatsapp"
    abilities = Abilities(
        text=MOST_TEXT, options=MOST_ITEMS, fields=0, rooms=False, private_replies=True, edits=False
    )

    def __init__(
        self,
        settings: WhatsAppSettings,
        around: Surroundings,
        line: Callable[[], Line] = Line,
        watch: Watch = REAL_TIME,
    ) -> None:
        self.routes: Sequence[BaseRoute] = [
            *hooks.routes(settings, self._heard, self._reported), files.route(settings, around),
        ]  # fmt: skip
        self._settings = settings
        self._around = around
        self._make_line = line
        self._watch = watch
        self._line: Line | None = None
        self._open: _Open | None = None
        self._comparing: asyncio.Task[None] | None = None

    async def start(self, receive: Receive) -> None:
        """Be ready for webhooks, then look for what was missed."""
        around, settings = self._around, self._settings
        space = await self._write(partial(_settle, number=settings.number))
        line = self._line = self._make_line()
        client = dial(settings, line)
        delivery = Delivery(client, settings, space, around.writer, around.now, self._watch)
        listener = Listener(around.writer, space, settings, around.now)
        self._open = _Open(space, line, client, delivery, listener, receive)
        self._comparing = asyncio.create_task(self._compare_for_ever())

    async def stop(self) -> None:
        """Hang up."""
        if self._comparing is not None:
            self._comparing.cancel()
            await asyncio.gather(self._comparing, return_exceptions=True)
        self._open = None
        if self._line is not None:
            await self._line.close()

    async def send(self, to: Address, outgoing: Outgoing, key: str) -> str:
        """One message to a person."""
        here = self._at_work()
        if to.space != self._settings.number or not to.direct:
            raise Undeliverable("another number, or a room")
        return await here.delivery.send(to.id, outgoing, key)

    async def open_room(self, space: str, people: Sequence[str], title: str, key: str) -> str:
        """Refused: WhatsApp has no rooms that a bot could open."""
        raise Undeliverable("no rooms here")

    async def compare(self, since: datetime) -> None:
        """Take in what the platform knows and we don't: messages, statuses, approvals."""
        here, number = self._at_work(), self._settings.number
        approved = here.delivery.approvals.learn(await templates.known(here.client))
        again = partial(
            knocks.look_again, space=here.space, now=self._around.now(), approved=approved
        )
        if await self._write(again):
            self._around.wake()
        inbound = await here.client.messages.list_async(to=number, date_sent_after=since)
        for each in listed.heard(inbound):
            await self._take(each)
        outbound = await here.client.messages.list_async(from_=number, date_sent_after=since)
        for each in outbound:
            await self._became(each.sid, each.status, each.error_code)
        await self._write(partial(_tidy, seal=self._settings.seal, now=self._around.now()))

    async def _compare_for_ever(self) -> None:
        since = self._around.now() - LOOK_BACK
        while True:
            began = self._around.now()
            try:
                await self.compare(since)
                since = began - EVERY
            except (*FAULTS, DBAPIError) as fault:
                log.warning("not-compared", platform=self.name, why=type(fault).__name__)
            except WriterStopped:
                return
            await asyncio.sleep(EVERY.total_seconds())

    async def _heard(self, fields: Fields, _query: str) -> None:
        await self._take(read(fields, self._around.now()))

    async def _take(self, heard: Heard) -> None:
        """Hand it in, if it is for the bot; it is safe afterwards."""
        here = self._at_work()
        arrival = await here.listener(heard)
        if arrival is None:
            return self._around.wake()
        came = heard.attached or await self._listed(heard)
        fetch = partial(here.line.file, settings=self._settings)
        await here.receive(await bring(arrival, came, fetch))

    async def _listed(self, heard: Heard) -> Sequence[Attached]:
        """What came with a message that was missed: its list names how many, and not what."""
        if not heard.media:
            return ()
        listed = await self._at_work().client.messages(heard.sid).media.list_async()
        return [
            Attached(f"{API}{each.uri.removesuffix('.json')}", each.content_type) for each in listed
        ]

    async def _reported(self, fields: Fields, name: str) -> None:
        """A status callback: it names the piece that it is about."""
        about = sendings.NAME.fullmatch(name)
        if about is None:
            return
        key, part = about.groups()
        code = fields.get("ErrorCode", "")
        number = int(code) if code.isdecimal() else None
        status, sid = fields.get("MessageStatus", ""), fields["MessageSid"]
        await self._settle(key, int(part), sid, status, number)

    async def _became(self, sid: str, status: str, code: int | None) -> None:
        if status not in GONE | ARRIVED:
            return
        found = await self._write(partial(sendings.named, sid=sid))
        if found is not None:
            await self._settle(*found, sid, status, code)

    async def _settle(self, key: str, part: int, sid: str, status: str, code: int | None) -> None:
        if status in ARRIVED:
            await self._write(partial(sendings.delivered, key=key, part=part, sid=sid))
        elif status in GONE:
            now = self._around.now()
            fate = partial(sendings.failed, key=key, part=part, code=code, now=now)
            if template := await self._write(fate):
                self._at_work().delivery.approvals.refused(template)
            self._around.wake()

    def _at_work(self) -> _Open:
        """Raises TryLater before the start and after the stop."""
        if self._open is None:
            raise TryLater("not connected")
        return self._open

    async def _write(self, job: Job[T]) -> T:
        return await asyncio.wrap_future(self._around.writer.submit(job))


def _settle(connection: Connection, number: str) -> int:
    return spaces.settle(connection, WhatsAppConnector.name, number, rooms=False)


def _tidy(connection: Connection, seal: Seal, now: datetime) -> None:
    """Drop what need not be kept any longer."""
    people.forget(connection, seal, now)
    sendings.forget_old(connection, now)
