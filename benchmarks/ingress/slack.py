"""Signed Slack events into the inbox and acknowledged, against Bolt with an empty listener.

Both are web applications on the same real Bolt, fed with the same signed requests by the same
loop: what differs is that ours finds the sender, writes the row and waits until it is on the disk.
The engine is not there: this is about taking in.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import Connection
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message

from benchmarks.ingress.rounds import Inbox, Pair, Platform, Round, inbox, timed
from bot.server import spare_the_collector
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from connectors.slack.web import PATH
from conversations.dialogues import __all__ as dialogues
from conversations.engine import Engine
from tests.fakes import slack as fake

assert dialogues, "importing the dialogues registers them"

PEOPLE = 50
AT_ONCE = 50
AUTHORIZED = {"enterprise_id": None, "team_id": fake.TEAM, "user_id": fake.BOT_USER}
_numbers = itertools.count(1)


def measure(folder: Path, events: int, rounds: int) -> list[Pair]:
    """Both in turn, in the same loop, on fresh events each time."""
    return asyncio.run(_measure(folder, events, rounds))


async def _measure(folder: Path, events: int, rounds: int) -> list[Pair]:
    async with inbox(folder / "slack.db") as box, _ours(box) as ours:
        bolt = _bolt()
        for app in (ours, bolt):
            await _feed(app, PEOPLE * 4)
        spare_the_collector()
        return [Pair(await _feed(ours, events), await _feed(bolt, events)) for _ in range(rounds)]


@asynccontextmanager
async def _ours(box: Inbox) -> AsyncIterator[Starlette]:
    """The connector over HTTP, with people it has met before."""
    async with fake.running() as slack:
        for n in range(PEOPLE):
            slack.person(f"U{n}", f"Person {n}")
        settings = SlackSettings(
            bot_token=SecretStr(fake.BOT_TOKEN), signing_secret=SecretStr(fake.SECRET),
            api_url=f"{slack.url}/api",
        )  # fmt: skip
        connector = SlackConnector(settings, box.around)
        await connector.start(box.ingress(connector.name))
        await connector.connected.wait()
        app = Starlette(routes=list(connector.routes))
        await _feed(app, PEOPLE)
        await asyncio.wrap_future(box.writer.submit(_meet))
        yield app
        await connector.stop()


def _meet(connection: Connection) -> None:
    """Everybody has been here before: the engine takes their first words."""
    while Engine().drain(connection, datetime.now(UTC)).more:
        pass


def _bolt() -> Starlette:
    """Bolt as its own examples show it."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None, team_id=fake.TEAM, bot_user_id=fake.BOT_USER,
            bot_token=fake.BOT_TOKEN,
        )  # fmt: skip

    app = AsyncApp(signing_secret=fake.SECRET, authorize=authorize)

    @app.event("message")
    async def said() -> None:
        """Nothing."""

    handler = AsyncSlackRequestHandler(app)

    async def endpoint(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route(PATH, endpoint, methods=["POST"])])


async def _feed(app: ASGIApp, count: int) -> Round:
    """So many new events, so many at once; each must be acknowledged."""
    waiting, done = iter(_requests(count)), Round()
    started = time.perf_counter()

    async def one_after_the_other() -> None:
        for scope, body in waiting:
            await timed(done, _acknowledged(app, scope, body))

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_the_other())
    done.seconds = time.perf_counter() - started
    return done


async def _acknowledged(app: ASGIApp, scope: dict[str, Any], body: bytes) -> None:
    given: Iterator[Message] = iter([{"type": "http.request", "body": body, "more_body": False}])
    answers: list[Message] = []

    async def receive() -> Message:
        return next(given)

    async def send(message: Message) -> None:
        answers.append(message)

    with suppress(StopIteration):
        await app(scope, receive, send)
    if answers[0]["status"] != 200:
        raise RuntimeError(f"not acknowledged: {answers[0]['status']}")


def _requests(count: int) -> Sequence[tuple[dict[str, Any], bytes]]:
    return [_request(next(_numbers)) for _ in range(count)]


def _request(number: int) -> tuple[dict[str, Any], bytes]:
    who = f"U{number % PEOPLE}"
    words = "qui peut m’aider avec la comptabilité ?"
    event = {"type": "message", "channel_type": "im", "channel": f"D{who}", "user": who,
             "text": words, "ts": f"1.{number:06d}"}  # fmt: skip
    body = json.dumps({
        "type": "event_callback", "team_id": fake.TEAM, "api_app_id": "A", "event": event,
        "event_id": f"Ev{number}", "authorizations": [AUTHORIZED],
    }).encode()  # fmt: skip
    headers = {"content-type": "application/json"} | fake.signed(body)
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "POST", "path": PATH, "raw_path": PATH.encode(),
            "query_string": b"", "headers": raw, "http_version": "1.1", "scheme": "http",
            "server": ("bot", 80), "client": ("slack", 1), "root_path": ""}, body  # fmt: skip


PLATFORM = Platform("slack", "Bolt with an empty listener", 1000, measure)
