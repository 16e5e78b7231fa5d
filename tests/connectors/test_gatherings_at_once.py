"""Many press the same button at the same moment, over HTTP: no place is given twice (P19)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection, func, select

from bot.app import App, build
from bot.settings import read_settings
from community import hosting, roster
from community.hosting import Plan
from community.scope import Scope
from connectors.local import history
from storage.database import open_database, reading
from storage.tables import Guest, Identity, table
from tests.fakes.homes import found

PEOPLE, PLACES = 30, 8
CROWD = [f"p{n:02}" for n in range(PEOPLE)]
BACKENDS = ("sqlite", "postgresql")


@asynccontextmanager
async def running(url: str) -> AsyncIterator[tuple[App, httpx.AsyncClient]]:
    settings = read_settings(
        _env_file=(), database_url=url, events_per_minute=1_000_000, community="Les Essais"
    )
    engine = open_database(url)
    with engine.begin() as connection:
        found(connection, settings)
    engine.dispose()
    app = build(settings, demo=True)
    await app.start()
    web = httpx.ASGITransport(app.web(), raise_app_exceptions=False)
    try:
        async with httpx.AsyncClient(transport=web, base_url="http://127.0.0.1") as client:
            yield app, client
    finally:
        await app.stop()


async def write(app: App, job: Callable[[Scope, int], Any]) -> Any:
    def within(connection: Connection) -> Any:
        space = history.space_id(connection)
        scope = Scope(connection, app.clock.now(), history.community_id(connection, space))
        done = job(scope, space)
        scope.close(keep=True)
        return done

    return await asyncio.wrap_future(app.writer.submit(within))


def settle_in(scope: Scope, space: int) -> None:
    """A crowd, and Nadia who has planned something for a few of them."""
    for name in (*CROWD, "nadia"):
        role = "organiser" if name == "nadia" else "member"
        roster.take(scope, space, roster.read_row({"id": name, "name": name, "role": role}))
    line = select(table(Identity).c.member_id).where(table(Identity).c.external_id == "nadia")
    scope.actor_id = scope.connection.execute(line).scalar_one()
    starts_at = scope.now + timedelta(days=5)
    hosting.plan(scope, Plan(title="A", venue="B", starts_at=starts_at, minutes=60, places=PLACES))


async def button(client: httpx.AsyncClient, who: str, label: str) -> str:
    """The token of a button in the last question somebody was asked."""
    answer = await client.get(f"/local/api/places/dm:{who}/messages")
    asked = [each for each in answer.json()["messages"] if each["token"]][-1]
    return str(next(each["action"] for each in asked["choices"] if each["label"] == label))


async def press(client: httpx.AsyncClient, who: str, n: int, token: str) -> None:
    event = {"id": f"{who}-{n}", "place": f"dm:{who}", "sender": who, "type": "action",
             "actions": [token]}  # fmt: skip
    # Delivered twice, as an impatient finger or an unsure network would.
    first, again = await asyncio.gather(
        *(client.post("/local/api/events", json=event) for _ in range(2))
    )
    assert {first.status_code, again.status_code} == {202, 200}


def counted(app: App) -> dict[str, int]:
    guest = table(Guest)
    query = select(guest.c.state, func.count()).group_by(guest.c.state)
    with reading(app.database) as connection:
        return {row[0]: row[1] for row in connection.execute(query)}


@pytest.mark.parametrize("backend", BACKENDS)
async def test_a_crowd_that_presses_at_once_gets_as_many_places_as_there_are(
    backend: str, new_database: Callable[[str], str]
) -> None:
    async with running(new_database(backend)) as (app, client):
        await write(app, settle_in)
        await app.advance(60)
        yes = {who: await button(client, who, "Je viens") for who in CROWD}
        await asyncio.gather(*(press(client, who, 0, yes[who]) for who in CROWD))
        await app.settle()
        assert counted(app) == {"yes": PLACES, "waiting": PEOPLE - PLACES}
        heard = [(await client.get(f"/local/api/places/dm:{who}/messages")).json()["messages"]
                 for who in CROWD]  # fmt: skip
        placed = ["une place est à vous" in "".join(each["text"] for each in texts)
                  for texts in heard]  # fmt: skip
        assert sum(placed) == PLACES, "and they are told what is true"
