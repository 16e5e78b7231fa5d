"""The local page in the contract: people act through its JSON API."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import delete, select

from bot.app import App, build
from bot.settings import Settings
from storage.tables import Identity, LocalMessage, Place, PlaceMember, table
from tests.connectors.contract import Fault, Platform, Seen
from tests.fakes.homes import founded

places, in_place, identities = table(Place), table(PlaceMember), table(Identity)


@asynccontextmanager
async def platform(folder: Path) -> AsyncIterator[Platform]:
    """The page with nobody on it yet."""
    settings = founded(folder / "bot.db")
    made = Page(settings)
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


class Page:
    """The bot, and its API in this process."""

    app: App
    faults: frozenset[Fault] = frozenset()
    stale_buttons = True
    has_rooms = True
    edits = True

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ids = count()
        self._last: dict[str, Any] = {}

    async def start(self) -> None:
        """A new bot on the database."""
        await self.stand_beside(build(self._settings))
        await self.app.start()

    async def stand_beside(self, app: App) -> None:
        """The page of a bot that somebody else starts and stops."""
        self.app = app
        web = httpx.ASGITransport(self.app.web())
        self._client = httpx.AsyncClient(transport=web, base_url="http://127.0.0.1")

    async def close(self) -> None:
        """Nobody looks at the page any more."""
        await self._client.aclose()

    async def stop(self) -> None:
        """The bot stops."""
        await self.close()
        await self.app.stop()

    async def restart(self) -> None:
        """Another bot on the same database."""
        await self.stop()
        await self.start()

    def id_of(self, person: str) -> str:
        """People are called here what the test calls them."""
        return person

    async def joins(self, person: str) -> None:
        """Somebody comes to the page."""
        await self._do(person, type="join")

    async def says(self, person: str, text: str) -> None:
        """Somebody writes."""
        await self._do(person, type="message", text=text)

    async def sends(self, person: str, text: str, content: bytes, kind: str) -> None:
        """Somebody sends a picture, with words beside it."""
        picture = b64encode(content).decode()
        await self._do(person, type="message", text=text, picture=picture)

    async def is_refused(self, person: str, text: str, content: bytes) -> str:
        """Somebody sends what the page does not take; what it says of that."""
        event = {"id": f"e{next(self._ids)}", "place": f"dm:{person}", "sender": person}
        event |= {"type": "message", "text": text, "picture": b64encode(content).decode()}
        answer = await self._client.post("/local/api/events", json=event)
        assert answer.status_code in {413, 422}, answer.text
        return str(answer.json()["message"])

    async def answers(self, person: str, label: str, of: Seen | None = None) -> None:
        """Somebody presses a button."""
        asked = of or [each for each in await self.hears(person) if each.labels][-1]
        choice = next(each for each in asked.wire["choices"] if each["label"] == label)
        await self._do(person, type="action", action=choice["action"])

    async def fills(self, person: str, values: dict[str, str]) -> None:
        """Somebody sends the form."""
        form = [each for each in await self.hears(person) if each.wire["form"]][-1]
        await self._do(person, type="form", action=form.wire["token"], values=values)

    async def repeats(self) -> None:
        """The page posts its last event again."""
        await self._post(200)

    async def hears(self, person: str) -> Sequence[Seen]:
        """The bot's messages in a direct line."""
        return await self._said(f"dm:{person}")

    async def files(self, person: str) -> Sequence[tuple[str, bytes]]:
        """What the page lets them download."""
        found = [each.wire["file"] for each in await self.hears(person) if each.wire["file"]]
        return [(each["name"], (await self._client.get(each["url"])).content) for each in found]

    async def rooms(self) -> Sequence[tuple[set[str], Sequence[Seen]]]:
        """The shared rooms."""
        query = (
            select(places.c.key, identities.c.external_id)
            .join(in_place, in_place.c.place_id == places.c.id)
            .join(identities, identities.c.member_id == in_place.c.member_id)
            .where(places.c.kind == "room")
        )
        read = self.app.writer.submit(lambda connection: connection.execute(query).all())
        people: dict[str, set[str]] = {}
        for row in await asyncio.wrap_future(read):
            people.setdefault(row.key, set()).add(row.external_id)
        return [(those, await self._said(key)) for key, those in people.items()]

    def is_live(self, seen: Seen, words: str) -> bool:
        """The page shows text as text: it is inert as long as it comes as it was written."""
        return bool(seen.text != words)

    def copied(self, seen: Seen) -> Sequence[str]:
        """The lines, as they are."""
        return seen.text.splitlines()

    def fail_next(self, fault: Fault) -> None:
        """Nothing stands between this platform and the bot's database."""
        raise AssertionError(fault)

    async def loses(self, person: str) -> None:
        """It is deleted from the history."""
        last = (await self.hears(person))[-1].wire["n"]
        gone = delete(table(LocalMessage)).where(table(LocalMessage).c.n == last)
        await asyncio.wrap_future(self.app.writer.submit(lambda c: c.execute(gone).rowcount))

    async def _said(self, place: str) -> list[Seen]:
        answer = await self._client.get(f"/local/api/places/{place}/messages")
        return [
            Seen(each["text"], _lasting(each), tuple(c["label"] for c in each["choices"] or ()))
            for each in answer.json()["messages"] if each["author"] == "bot"
        ]  # fmt: skip

    async def _do(self, person: str, **fields: Any) -> None:
        event = {"id": f"e{next(self._ids)}", "place": f"dm:{person}", "sender": person}
        self._last = event | fields
        await self._post(202)

    async def _post(self, status: int) -> None:
        answer = await self._client.post("/local/api/events", json=self._last)
        assert answer.status_code == status, answer.text
        await self.app.settle()


def _lasting(message: dict[str, Any]) -> dict[str, Any]:
    """What doesn't change of a message once it is there."""
    return {name: value for name, value in message.items() if name != "open"}
