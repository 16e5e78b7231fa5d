"""The page, its API and the health checks, as one ASGI application."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any, Protocol

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from connectors.local import files as downloadable
from connectors.local import history
from connectors.local.connector import LocalConnector
from connectors.local.events import (
    MOST_BYTES,
    MOST_WITH_PICTURE,
    BadEvent,
    read_event,
    read_json,
    too_large,
)
from connectors.local.guard import Guard
from connectors.local.hub import Listener, News
from connectors.local.pace import Pace
from connectors.local.refusals import bad_event, locale_of, no_such_call, refusal
from conversations.commands import offered_to
from conversations.language import keys, render
from conversations.texts import Text
from storage import downloads
from storage.database import reading

MOST_AHEAD = 400 * 24 * 3600
STATUS = {
    "accepted": 202,
    "seen": 200,
    "unknown-sender": 404,
    "unknown-place": 404,
    "not-there": 403,
    "welcome-first": 403,
}
PING_SECONDS = 20


class Demo(Protocol):
    """What only a demonstration can do."""

    async def advance(self, seconds: float) -> None:
        """Move time on, through everything that falls due on the way."""


@dataclass(frozen=True, slots=True)
class Web:
    """Answers the calls of docs/local-api.md."""

    connector: LocalConnector
    community: Callable[[], str]
    fault: Callable[[], str | None]
    """Why the server is not ready, if it isn't."""
    pace: Pace
    demo: Demo | None

    async def post_event(self, request: Request) -> Response:
        event = read_event(await _body(request, MOST_WITH_PICTURE))
        if pause := self.pace.wait(event.sender):
            later = {"Retry-After": str(pause)}
            return refusal("too-fast", 429, locale_of(request), headers=later)
        receipt = await self.connector.receive(event)
        if receipt in {"accepted", "seen"}:
            return JSONResponse({"status": receipt}, STATUS[receipt])
        return refusal(receipt, STATUS[receipt], locale_of(request))

    def get_messages(self, request: Request) -> Response:
        after = _number(request.query_params.get("after"), "after")
        place = request.path_params["place"]
        self._expect([place])
        with reading(self.connector.reader) as connection:
            space = history.space_id(connection)
            answering = history.is_answering(connection, space, place, self.connector.now())
            found = history.read(connection, space, [place], after, locale_of(request))
        return JSONResponse({"messages": found, "answering": answering})

    def get_places(self, request: Request) -> Response:
        member = request.query_params.get("member", "")
        if not member:
            raise BadEvent("missing-field", 422, "member")
        with reading(self.connector.reader) as connection:
            space = history.space_id(connection)
            speaker = history.residents(connection, space, [member]).get(member)
            if speaker is None:
                raise BadEvent("unknown-sender", 404, "member")
            found = [] if speaker.removed else history.places_of(connection, space, speaker)
            others = history.companions(connection, space, speaker)
        locale = locale_of(request)
        title = render(Text("bot-name"), locale)
        direct = {"place": f"dm:{member}", "title": title, "kind": "direct"}
        shown = [_titled(each, others.get(each["place"], []), locale) for each in found]
        return JSONResponse({"places": [direct, *shown]})

    def get_members(self, request: Request) -> Response:
        with reading(self.connector.reader) as connection:
            space = history.space_id(connection)
            found = history.everyone(connection, space, self.connector.now(), locale_of(request))
        return JSONResponse({"members": found})

    def get_commands(self, request: Request) -> Response:
        locale = locale_of(request)
        shown = [
            {"command": f"/{each.called(locale)}", "help": render(each.help, locale)}
            for each in offered_to("member")
        ]
        return JSONResponse({"commands": shown})

    def get_texts(self, request: Request) -> Response:
        locale = locale_of(request)
        own = sorted(key for key in keys(locale) if key.startswith("page-"))
        texts = {key: render(Text(key), locale) for key in own}
        return JSONResponse({"community": self.community(), "texts": texts})

    def get_file(self, request: Request) -> Response:
        key, now = request.path_params["key"], self.connector.now()
        with reading(self.connector.reader) as connection:
            space = history.space_id(connection)
            found = downloads.find(connection, space, key, now) if key.isdecimal() else None
        if found is None:
            raise BadEvent("no-such-file", 404)
        return downloadable.handed_out(found)

    def get_clock(self, request: Request) -> Response:
        return JSONResponse(
            {"now": self.connector.now().isoformat(), "demo": self.demo is not None}
        )

    async def post_clock(self, request: Request) -> Response:
        if self.demo is None:
            raise BadEvent("demo-only", 403)
        await self.demo.advance(_seconds(await _body(request)))
        return self.get_clock(request)

    async def stream(self, request: Request) -> Response:
        places = request.query_params.getlist("place")
        if not places:
            raise BadEvent("missing-field", 422, "place")
        seen = request.headers.get("Last-Event-ID") or request.query_params.get("after")
        after = _number(seen, "after")
        await run_in_threadpool(self._expect, places[:50])
        return StreamingResponse(
            self._events(places[:50], after, locale_of(request)),
            media_type="text/event-stream",
            headers={"Cache-Control": "no-store"},
        )

    def _expect(self, places: list[str]) -> None:
        """Refuse places that are none; a direct line is there before its member is."""
        others = [place for place in places if not place.startswith("dm:")]
        if others:
            with reading(self.connector.reader) as connection:
                space = history.space_id(connection)
                known = history.place_kinds(connection, space, others)
            if set(others) - set(known):
                raise BadEvent("unknown-place", 404, "place")

    async def _events(self, places: list[str], after: int, locale: str) -> AsyncIterator[str]:
        with self.connector.hub.listening(places) as listener:
            yield "retry: 1000\n\n"
            news: set[News] = {"changed"}  # perhaps, while nobody listened
            while "end" not in news:
                if "changed" in news:
                    for each in await run_in_threadpool(self._lines, places, after, locale):
                        yield _change(each)
                while new := await run_in_threadpool(self._messages, places, after, locale):
                    after = new[-1]["n"]
                    yield "".join(map(_event, new))
                news = await _news(listener)
                if not news:
                    yield ": still here\n\n"

    def _lines(self, places: list[str], upto: int, locale: str) -> list[dict[str, Any]]:
        with reading(self.connector.reader) as connection:
            space = history.space_id(connection)
            return history.lines(connection, space, places, upto, locale)

    def _messages(self, places: list[str], after: int, locale: str) -> list[dict[str, Any]]:
        with reading(self.connector.reader) as connection:
            return history.read(connection, history.space_id(connection), places, after, locale)

    def health(self, request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    def ready(self, request: Request) -> Response:
        if fault := self.fault():
            return JSONResponse({"status": "not ready", "message": fault}, 503)
        return JSONResponse({"status": "ready"})

    def application(self, token: str | None) -> Starlette:
        """The ASGI application; with a token, every call but the health checks needs it."""
        page = files("connectors.local") / "page"
        with as_file(page) as folder:
            static = StaticFiles(directory=folder)
            index = folder / "index.html"
        api = "/local/api"
        routes = [
            Route("/", lambda _request: FileResponse(index)),
            Mount("/local/page", static),
            Route(f"{api}/events", self.post_event, methods=["POST"]),
            Route(f"{api}/places/{{place}}/messages", self.get_messages),
            Route(f"{api}/places", self.get_places),
            Route(f"{api}/members", self.get_members),
            Route(f"{downloadable.PATH}{{key}}", self.get_file),
            Route(f"{api}/commands", self.get_commands),
            Route(f"{api}/texts", self.get_texts),
            Route(f"{api}/clock", self.get_clock),
            Route(f"{api}/clock", self.post_clock, methods=["POST"]),
            Route(f"{api}/stream", self.stream),
            Route("/healthz", self.health),
            Route("/readyz", self.ready),
        ]
        return Starlette(
            routes=routes,
            middleware=[Middleware(Guard, token=token)],
            exception_handlers={BadEvent: bad_event, HTTPException: no_such_call},
        )


def _titled(place: dict[str, str], others: list[str], locale: str) -> dict[str, str]:
    """A room bears the names of the others in it; what nobody else is in keeps its own."""
    return place | {"title": render(Text("room-title", others=others), locale)} if others else place


def _event(message: dict[str, Any]) -> str:
    return f"id: {message['n']}\n{_change(message)}"


def _change(message: dict[str, Any]) -> str:
    """Without an id: whoever comes back goes on from the last new message, not from this one."""
    shown = json.dumps(message, ensure_ascii=False)
    return f"event: message\ndata: {shown}\n\n"


async def _news(listener: Listener) -> set[News]:
    """What there is; nothing when nothing happened for long."""
    try:
        async with asyncio.timeout(PING_SECONDS):
            news = {await listener.get()}
    except TimeoutError:
        return set()
    while not listener.empty():
        news.add(listener.get_nowait())
    return news


async def _body(request: Request, most: int = MOST_BYTES) -> bytes:
    """The body, as long as it keeps within the limit."""
    media_type = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if media_type != "application/json":
        raise BadEvent("not-json", 415)
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise too_large(most)
    except ClientDisconnect:
        raise BadEvent("not-json", 400) from None
    return bytes(body)


def _number(given: str | None, field: str) -> int:
    if given and not (given.isascii() and given.isdecimal() and len(given) < 16):
        raise BadEvent("wrong-value", 422, field)
    return int(given or 0)


def _seconds(body: bytes) -> float:
    data = read_json(body)
    if not isinstance(data, dict):
        raise BadEvent("not-json", 400)
    for name in data.keys() - {"advance_seconds"}:
        raise BadEvent("unknown-field", 422, name)
    asked = data.get("advance_seconds")
    if asked is None:
        raise BadEvent("missing-field", 422, "advance_seconds")
    if isinstance(asked, bool) or not isinstance(asked, (int, float)):
        raise BadEvent("wrong-value", 422, "advance_seconds")
    if not 0 < asked <= MOST_AHEAD:
        raise BadEvent("wrong-value", 422, "advance_seconds")
    return asked
