"""Hearing at once: the stream over a real connection, from a real server."""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import Connection

from bot.server import Server, address, listen
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage import outbox
from tests.connectors.conftest import Community

PATIENCE = 20


@dataclass(slots=True)
class Served:
    """A community behind a real server."""

    here: Community
    url: str
    server: Server

    @asynccontextmanager
    async def hearing(
        self, *places: str, **headers: str
    ) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """The events of a stream, as they come; it is open from the first line on."""
        query = {"place": list(places)}
        async with (
            asyncio.timeout(PATIENCE),
            httpx.AsyncClient(base_url=self.url, timeout=PATIENCE) as client,
            client.stream("GET", "/local/api/stream", params=query, headers=headers) as answer,
        ):
            assert answer.headers["Content-Type"].startswith("text/event-stream")
            lines = lines_of(answer)
            assert await anext(lines) == "retry: 1000"
            yield events(lines)


async def lines_of(answer: httpx.Response) -> AsyncIterator[str]:
    """The lines as the format knows them: httpx's own would also end at a U+2028."""
    rest = ""
    async for piece in answer.aiter_text():
        *whole, rest = (rest + piece).split("\n")
        for line in whole:
            yield line


async def events(lines: AsyncIterator[str]) -> AsyncIterator[dict[str, Any]]:
    """Events of a text/event-stream: what is in their `data`, with `id` beside it if they have."""
    event: dict[str, str] = {}
    async for line in lines:
        name, _, value = line.partition(": ")
        if line:
            event[name] = value
        elif event.get("event") == "message":
            yield json.loads(event["data"]) | {"id": event.get("id")}
            event = {}


async def tells(here: Community, words: str) -> None:
    """The bot says this in Awa's line, in the place of what it said before."""
    line = Outgoing(
        text=Text("card-title", name=words), locale="fr", zone="UTC", replaces="line"
    ).payload()

    def add(connection: Connection) -> None:
        outbox.add(connection, [{
            "space_id": 1, "place": "dm:awa", "member_id": None, "purpose": "notice",
            "payload": line, "created_at": here.app.clock.now(),
        }])  # fmt: skip

    await asyncio.wrap_future(here.app.writer.submit(add))
    await here.app.settle()


async def some(stream: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """That many events."""
    return [await anext(stream) for _ in range(count)]


def texts(messages: Iterable[dict[str, Any]]) -> list[str]:
    return [each["text"] for each in messages]


@pytest.fixture
async def served(here: Community) -> AsyncIterator[Served]:
    ready = asyncio.Event()
    listening = listen("127.0.0.1", 0)
    server = Server(here.app, ready.set)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    await ready.wait()
    try:
        yield Served(here, address("127.0.0.1", listening), server)
    finally:
        server.handle_exit(signal.SIGTERM, None)
        async with asyncio.timeout(PATIENCE):
            await serving


async def test_a_listener_hears_a_message_at_once(served: Served) -> None:
    async with served.hearing("general") as stream:
        await served.here.say("Bonjour", place="general")
        heard = await anext(stream)
    assert (heard["text"], heard["author"], heard["place"]) == ("Bonjour", "awa", "general")
    assert heard["id"] == str(heard["n"])


async def test_an_event_of_the_stream_is_the_message_as_the_api_shows_it(served: Served) -> None:
    async with served.hearing("dm:awa") as stream:
        await served.here.happen(type="command", command="profile")
        heard = await some(stream, 2)
    for each in heard:
        del each["id"]
    assert heard == await served.here.heard()


async def test_several_places_are_heard_and_no_others(served: Served) -> None:
    async with served.hearing("general", "room:1") as stream:
        await served.here.say("à part", place="dm:awa")
        await served.here.say("un", place="room:1")
        await served.here.say("deux", place="general")
        assert texts(await some(stream, 2)) == ["un", "deux"]


async def test_line_breaks_do_not_break_the_stream(served: Served) -> None:
    words = "un\n\ndata: faux\nid: 999\u2028fin"
    async with served.hearing("general") as stream:
        await served.here.say(words, place="general")
        assert (await anext(stream))["text"] == words


async def test_a_backlog_of_more_than_200_is_heard_whole_and_in_order(served: Served) -> None:
    await served.here.fill("general", 450)
    async with served.hearing("general") as stream:
        assert texts(await some(stream, 450)) == [str(n) for n in range(450)]
        await served.here.say("et ensuite", place="general")
        assert (await anext(stream))["text"] == "et ensuite"


async def test_who_comes_back_loses_nothing_and_hears_nothing_twice(served: Served) -> None:
    await served.here.fill("general", 5)
    async with served.hearing("general") as stream:
        before = await some(stream, 3)
    await served.here.say("entre-temps", place="general")
    async with served.hearing("general", **{"Last-Event-ID": before[-1]["id"]}) as stream:
        after = await some(stream, 3)
        await served.here.say("enfin", place="general")
        after.append(await anext(stream))
    assert texts(before + after) == ["0", "1", "2", "3", "4", "entre-temps", "enfin"]


async def test_a_message_that_changes_is_heard_again_under_its_number(served: Served) -> None:
    await tells(served.here, "5 sur 10")
    async with served.hearing("dm:awa") as stream:
        first = await anext(stream)
        await tells(served.here, "10 sur 10")
        changed = await anext(stream)
        await served.here.say("merci")
        following = await anext(stream)
    assert changed == first | {"text": "10 sur 10", "id": None}, "it is no place to go on from"
    assert (first["text"], first["token"]) == ("5 sur 10", None)
    assert (following["text"], following["id"]) == ("merci", str(following["n"]))


async def test_who_comes_back_hears_what_has_changed_meanwhile(served: Served) -> None:
    await tells(served.here, "5 sur 10")
    async with served.hearing("dm:awa") as stream:
        first = await anext(stream)
    await tells(served.here, "9 sur 10")
    await tells(served.here, "10 sur 10")
    async with served.hearing("dm:awa", **{"Last-Event-ID": first["id"]}) as stream:
        changed = await anext(stream)
    assert (changed["text"], changed["n"]) == ("10 sur 10", first["n"])
    assert await served.here.texts() == ["10 sur 10"]


async def test_many_messages_at_once_reach_every_listener_once_each(served: Served) -> None:
    async with served.hearing("general") as one, served.hearing("general") as other:
        posts = [served.here.post(type="message", text=str(n), place="general") for n in range(60)]
        await asyncio.gather(*posts)
        heard = texts(await some(one, 60))
        assert sorted(heard, key=int) == [str(n) for n in range(60)]
        assert texts(await some(other, 60)) == heard


async def test_a_stream_ends_when_the_server_closes(served: Served) -> None:
    async with served.hearing("general", "dm:awa") as stream:
        served.server.handle_exit(signal.SIGTERM, None)
        assert [each async for each in stream] == []


async def test_a_listener_that_leaves_is_forgotten(served: Served) -> None:
    async with served.hearing("general"):
        assert list(served.here.app.local.hub._listeners) == ["general"]
    await served.here.say("Il y a quelqu’un ?", place="general")
    async with served.hearing("room:1") as stream:
        await served.here.say("Bonjour", place="room:1")
        await anext(stream)
        assert list(served.here.app.local.hub._listeners) == ["room:1"]
