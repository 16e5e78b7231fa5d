"""A running bot with a few members, reached through its own web application."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import SecretStr
from sqlalchemy import Connection, func, select

from bot.app import App, build
from bot.time import machine_time
from community import roster
from community.scope import Scope
from connectors.local import history
from storage import inbox
from storage.database import reading
from storage.tables import Place, PlaceMember
from tests.fakes.homes import founded, settings_for

AWA = {"id": "awa", "name": "Awa", "locale": "fr", "offers": "vendre au marché"}
NADIA = {"id": "nadia", "name": "Nadia", "locale": "en", "role": "organiser"}
OMAR = {"id": "omar", "name": "Omar", "locale": "fr", "role": "moderator"}


@dataclass(slots=True)
class Community:
    """The bot, and whoever speaks with it."""

    app: App
    client: httpx.AsyncClient
    _ids: count[int] = field(default_factory=count)

    async def post(self, **fields: Any) -> httpx.Response:
        """An event with an id of its own, in the sender's direct line unless said otherwise."""
        sender = fields.get("sender", "awa")
        event = {"id": f"e{next(self._ids)}", "place": f"dm:{sender}", "sender": sender}
        return await self.client.post(
            "/local/api/events", content=json.dumps(event | fields),
            headers={"Content-Type": "application/json"},
        )  # fmt: skip

    async def say(self, text: str, **fields: Any) -> None:
        """Say something, and wait until all that follows from it has happened."""
        await self.happen(type="message", text=text, **fields)

    async def happen(self, **fields: Any) -> None:
        """Do something, and wait until all that follows from it has happened."""
        response = await self.post(**fields)
        assert response.status_code == 202, response.text
        await self.app.settle()

    async def heard(self, place: str = "dm:awa") -> list[dict[str, Any]]:
        """The messages of a place."""
        answer = await self.client.get(f"/local/api/places/{place}/messages")
        found: list[dict[str, Any]] = answer.json()["messages"]
        return found

    async def texts(self, place: str = "dm:awa") -> list[str]:
        """What was said in a place."""
        return [each["text"] for each in await self.heard(place)]

    async def question(self, place: str = "dm:awa") -> dict[str, Any]:
        """The question asked last in a place."""
        return [each for each in await self.heard(place) if each["token"]][-1]

    async def fill(self, place: str, count: int) -> None:
        """Put messages "0", "1", … into a place, straight into its history."""

        def write(connection: Connection) -> None:
            space, now = history.space_id(connection), self.app.clock.now()
            row = {"space_id": space, "place": place, "author": "awa", "author_name": "Awa"}
            rows = [row | {"at": now, "payload": {"text": str(n)}} for n in range(count)]
            history.write(connection, rows)

        await asyncio.wrap_future(self.app.writer.submit(write))

    async def joins_slowly(self, who: str, **values: str) -> None:
        """Write a join down as accepted, and tell nobody that it waits for its turn."""

        def write(connection: Connection) -> None:
            inbox.put(
                connection, space_id=history.space_id(connection), event_id=f"join-{who}",
                place=f"dm:{who}", sender=who, payload={"kind": "join", "values": values},
                now=self.app.clock.now(),
            )  # fmt: skip

        await asyncio.wrap_future(self.app.writer.submit(write))

    def events(self) -> int:
        """How many events were ever written down."""
        with reading(self.app.database) as connection:
            return connection.execute(select(func.count()).select_from(inbox.inbox)).scalar_one()


Starting = Callable[..., AbstractAsyncContextManager[Community]]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with three members, two of them in a room."""
    file = tmp_path_factory.mktemp("template") / "bot.db"
    founded(file, _settle_in)
    return file


def _settle_in(connection: Connection) -> None:
    space = history.space_id(connection)
    scope = Scope(connection, machine_time(), history.community_id(connection, space))
    for row in (AWA, NADIA, OMAR):
        roster.take(scope, space, roster.read_row(row))
    room = Place(space_id=space, key="room:1", kind="room", title="Awa & Nadia")
    scope.db.add(room)
    scope.db.flush()
    assert room.id is not None
    known = history.residents(connection, space, ["awa", "nadia"])
    for speaker in known.values():
        assert speaker.member_id is not None
        scope.db.add(PlaceMember(place_id=room.id, member_id=speaker.member_id))
    scope.close(keep=True)


@pytest.fixture(scope="session")
def starting(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Starting:
    """`async with starting(demo=False, access_token="…") as here:` a bot on its own database."""

    @asynccontextmanager
    async def start(
        *, demo: bool = True, access_token: str | None = None, **given: Any
    ) -> AsyncIterator[Community]:
        file = tmp_path_factory.mktemp("bot") / "bot.db"
        shutil.copy(template, file)
        token = SecretStr(access_token) if access_token else None
        app = build(settings_for(file, access_token=token, **given), demo=demo)
        await app.start()
        web = httpx.ASGITransport(app.web(), raise_app_exceptions=False)
        try:
            async with httpx.AsyncClient(transport=web, base_url="http://127.0.0.1") as client:
                yield Community(app, client)
        finally:
            await app.stop()

    return start


@pytest.fixture
async def here(starting: Starting) -> AsyncIterator[Community]:
    """A demonstration with its three members."""
    async with starting() as community:
        yield community
