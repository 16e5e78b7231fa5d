"""Signed Slack events into the inbox and acknowledged, against Bolt with an empty listener.

Both are web applications on the same real Bolt, fed with the same signed requests by the same
loop: what differs is that ours finds the sender, writes the row and waits until it is on the disk.
The engine is not there: this is about taking in.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
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

from benchmarks import community, report
from benchmarks.report import verdict
from bot.server import spare_the_collector
from connectors.base import Surroundings
from connectors.ingress import Ingress
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from connectors.slack.web import PATH
from conversations.dialogues import __all__ as dialogues
from conversations.engine import Engine
from storage.database import open_database
from storage.writer import Writer
from tests.fakes import slack as fake

assert dialogues, "importing the dialogues registers them"

PEOPLE = 50
AT_ONCE = 50
ENOUGH = 0.5
_numbers = itertools.count(1)


@dataclass(slots=True)
class Round:
    """What one crowd of events took."""

    seconds: float = 0
    latencies: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Events a second."""
        return len(self.latencies) / self.seconds

    @property
    def p99(self) -> float:
        """In milliseconds."""
        return statistics.quantiles(self.latencies, n=100)[98] * 1000


def main() -> None:
    """Measure and show."""
    given = report.options(__doc__ or "", events=4000, rounds=5)
    with report.scratch() as folder:
        ours, bolt = asyncio.run(measure(folder, given.events, given.rounds))
    ratio = statistics.median(
        mine.rate / theirs.rate for mine, theirs in zip(ours, bolt, strict=True)
    )
    rows = [_row("Passerelle, into the inbox", ours), _row("Bolt with an empty listener", bolt)]
    title = f"{given.events} signed events, {AT_ONCE} at once, {given.rounds} rounds"
    report.show(title, ("", "best, events a second", "median", "p99 in ms"), rows)
    met = ratio >= ENOUGH
    print(f"Ours to it, median of the rounds: {ratio:.2f}, target ≥ {ENOUGH}: {verdict(met=met)}")
    report.finish(
        {
            "events_per_second": max(each.rate for each in ours),
            "bolt_per_second": max(each.rate for each in bolt),
            "p99_ms": min(each.p99 for each in ours), "to_bolt": ratio, "target": ENOUGH,
            "met": met,
        },
        as_json=given.json,
    )  # fmt: skip


async def measure(folder: Path, events: int, rounds: int) -> tuple[list[Round], list[Round]]:
    """Both in turn, in the same loop, on fresh events each time."""
    async with _ours(folder / "bot.db") as ours:
        bolt = _bolt()
        for app in (ours, bolt):
            await _feed(app, PEOPLE * 4)
        spare_the_collector()
        results: tuple[list[Round], list[Round]] = ([], [])
        for _ in range(rounds):
            results[0].append(await _feed(ours, events))
            results[1].append(await _feed(bolt, events))
    return results


@asynccontextmanager
async def _ours(file: Path) -> Any:
    """The connector over HTTP, its ingress and a writer on a real file."""
    settings = community.make(file, 1)
    database = open_database(settings.database_url)
    writer = Writer(database)

    async def nothing(token: str) -> None:
        return None

    async with fake.running() as slack:
        for n in range(PEOPLE):
            slack.person(f"U{n}", f"Person {n}")
        now = partial(datetime.now, UTC)
        around = Surroundings(
            writer=writer, reader=database, now=now, standing=nothing, wake=lambda: None
        )
        slack_settings = SlackSettings(
            bot_token=SecretStr(fake.BOT_TOKEN), signing_secret=SecretStr(fake.SECRET),
            api_url=f"{slack.url}/api",
        )  # fmt: skip
        connector = SlackConnector(slack_settings, around)
        await connector.start(Ingress(connector.name, writer, now, lambda: None))
        await connector.connected.wait()
        app = Starlette(routes=list(connector.routes))
        await _feed(app, PEOPLE)
        await asyncio.wrap_future(writer.submit(_meet))
        yield app
        await connector.stop()
        await asyncio.to_thread(writer.stop)
        database.dispose()


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
            begun = time.perf_counter()
            status = await _ask(app, scope, body)
            done.latencies.append(time.perf_counter() - begun)
            if status != 200:
                raise RuntimeError(f"not acknowledged: {status}")

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_ONCE):
            group.create_task(one_after_the_other())
    done.seconds = time.perf_counter() - started
    return done


async def _ask(app: ASGIApp, scope: dict[str, Any], body: bytes) -> int:
    given: Iterator[Message] = iter([{"type": "http.request", "body": body, "more_body": False}])
    answers: list[Message] = []

    async def receive() -> Message:
        return next(given)

    async def send(message: Message) -> None:
        answers.append(message)

    with suppress(StopIteration):
        await app(scope, receive, send)
    return int(answers[0]["status"])


def _requests(count: int) -> Sequence[tuple[dict[str, Any], bytes]]:
    return [_request(next(_numbers)) for _ in range(count)]


def _request(number: int) -> tuple[dict[str, Any], bytes]:
    who = f"U{number % PEOPLE}"
    words = "qui peut m’aider avec la comptabilité ?"
    event = {"type": "message", "channel_type": "im", "channel": f"D{who}", "user": who,
             "text": words, "ts": f"1.{number:06d}"}  # fmt: skip
    body = json.dumps({
        "type": "event_callback", "team_id": fake.TEAM, "api_app_id": "A", "event": event,
        "event_id": f"Ev{number}", "authorizations": [{"user_id": fake.BOT_USER}],
    }).encode()  # fmt: skip
    headers = {"content-type": "application/json"} | fake.signed(body)
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "POST", "path": PATH, "raw_path": PATH.encode(),
            "query_string": b"", "headers": raw, "http_version": "1.1", "scheme": "http",
            "server": ("bot", 80), "client": ("slack", 1), "root_path": ""}, body  # fmt: skip


def _row(name: str, rounds: Sequence[Round]) -> list[str]:
    rates = [each.rate for each in rounds]
    best = min(each.p99 for each in rounds)
    return [name, f"{max(rates):,.0f}", f"{statistics.median(rates):,.0f}", f"{best:.1f}"]


if __name__ == "__main__":
    main()
