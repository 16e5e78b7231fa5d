"""Content templates for buttons and lists: made when first needed, then known by their shape."""

from __future__ import annotations

import asyncio
import hashlib
import json
from functools import partial
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from twilio.rest import Client

from connectors.whatsapp.client import Body
from connectors.whatsapp.render import Shape
from storage.tables import Fact, table
from storage.writer import Writer

facts = table(Fact)


class Contents:
    """The ids of the templates of all shapes, kept as facts of the installation."""

    def __init__(self, client: Client, writer: Writer, account: str) -> None:
        self._client = client
        self._writer = writer
        self._account = account
        self._ids: dict[Shape, str] = {}
        self._making = asyncio.Lock()

    async def id(self, shape: Shape) -> str:
        """The template's id; raises what the client does."""
        if shape in self._ids:
            return self._ids[shape]
        async with self._making:
            name = self._name(shape)
            kept = await self._write(partial(_read, name=name))
            self._ids[shape] = kept or await self._make(shape, name)
        return self._ids[shape]

    async def forget(self, shape: Shape) -> None:
        """It is not there any more: somebody took it away."""
        self._ids.pop(shape, None)
        await self._write(partial(_drop, name=self._name(shape)))

    def _name(self, shape: Shape) -> str:
        whole = json.dumps([self._account, shape.locale, shape.types()], sort_keys=True)
        return f"whatsapp-content:{hashlib.sha256(whole.encode()).hexdigest()[:24]}"

    async def _make(self, shape: Shape, name: str) -> str:
        body = {"friendly_name": name, "language": shape.locale, "types": shape.types()}
        made = await self._client.content.v1.contents.create_async(Body(body))
        await self._write(partial(_keep, name=name, sid=made.sid))
        return str(made.sid)

    async def _write(self, job: Any) -> Any:
        return await asyncio.wrap_future(self._writer.submit(job))


def _read(connection: Connection, name: str) -> str | None:
    found: str | None = connection.execute(
        select(facts.c.value).where(facts.c.name == name)
    ).scalar()
    return found


def _keep(connection: Connection, name: str, sid: str) -> None:
    _drop(connection, name)
    connection.execute(insert(facts).values(name=name, value=sid))


def _drop(connection: Connection, name: str) -> None:
    connection.execute(delete(facts).where(facts.c.name == name))
