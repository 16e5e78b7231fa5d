"""What the connector remembers of the installation: which commands Discord has, who came last."""

from __future__ import annotations

import asyncio
from functools import partial

from sqlalchemy import Connection, delete, insert, select

from storage.tables import Fact, table
from storage.writer import Writer

facts = table(Fact)


async def kept(writer: Writer, name: str) -> str | None:
    """The value, if there is one."""
    return await asyncio.wrap_future(writer.submit(partial(_read, name=name)))


async def keep(writer: Writer, name: str, value: str) -> None:
    """Remember the value; it replaces an earlier one."""
    await asyncio.wrap_future(writer.submit(partial(_write, name=name, value=value)))


def _read(connection: Connection, name: str) -> str | None:
    found: str | None = connection.execute(
        select(facts.c.value).where(facts.c.name == name)
    ).scalar()
    return found


def _write(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(facts).where(facts.c.name == name))
    connection.execute(insert(facts), {"name": name, "value": value})
