"""Signed webhooks of Twilio into the inbox and acknowledged, by a bare signed endpoint's measure.

The reference, in the same run and on the same server: an endpoint that reads the form, checks the
signature and answers, and writes nothing down.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import structlog
import uvicorn
from aiohttp import ClientSession, TCPConnector
from pydantic import SecretStr
from sqlalchemy import Connection, insert
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from twilio.request_validator import RequestValidator

from benchmarks import community, report
from bot.time import machine_time
from community import roster, spaces
from community.scope import Scope
from connectors.base import Surroundings
from connectors.ingress import Ingress
from connectors.whatsapp.connector import WhatsAppConnector
from connectors.whatsapp.settings import WhatsAppSettings, path
from conversations.outgoing import Outgoing
from storage.database import open_database
from storage.tables import Alias, table
from storage.writer import Writer

TARGET = 0.5
LINES = 64
"""Connections by which webhooks come at the same time."""
BARE = "/bare"
SETTINGS = WhatsAppSettings(
    account_sid="AC" + "a" * 32, auth_token=SecretStr("token"), number="whatsapp:+15550001111",
    public_url="https://bot.example",
)  # fmt: skip
VALIDATOR = RequestValidator("token")


@dataclass(frozen=True, slots=True)
class Measured:
    """How fast a number of webhooks was taken."""

    each_second: float
    p99: float


def main() -> None:
    """Measure, print, and say what was missed."""
    given = report.options(__doc__ or "", events=4000, people=500, rounds=5)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with report.scratch() as folder:
        rounds = asyncio.run(_measure(folder, given.events, given.people, given.rounds))
    _show(rounds, given.events)
    report.finish(_figures(rounds), as_json=given.json)


async def _measure(
    folder: Path, events: int, people: int, rounds: int
) -> list[tuple[Measured, Measured]]:
    """Ours and the bare one, in turn."""
    file = folder / "bot.db"
    community.make(file, 1)
    writer = Writer(open_database(f"sqlite:///{file}"))
    writer.submit(partial(_settle, people=people)).result()
    connector = WhatsAppConnector(SETTINGS, _around(writer))
    receive = Ingress(connector.name, writer, machine_time, lambda: None)
    await connector.start(receive)
    routes = [*connector.routes, Route(BARE, _bare, methods=["POST"])]
    found = []
    async with _Served(routes) as port:
        for n in range(rounds):
            bodies = [_fields(n * events + each, people) for each in range(events)]
            ours = await _send(port, path("message"), bodies)
            found.append((ours, await _send(port, BARE, bodies)))
    await connector.stop()
    await asyncio.to_thread(writer.stop)
    return found


def _settle(connection: Connection, people: int) -> None:
    """Members who have written from WhatsApp before."""
    space = spaces.settle(connection, WhatsAppConnector.name, SETTINGS.number)
    scope = Scope(connection, machine_time(), 1)
    for n in range(people):
        roster.take(scope, space, roster.read_row({"id": f"p{n}", "name": f"Personne {n}"}))
    scope.close(keep=True)
    alias = {"space_id": space, "heard_at": machine_time(), "knocked": "", "erased": False}
    rows = [alias | {"address": _address(n), "person": f"p{n}"} for n in range(people)]
    connection.execute(insert(table(Alias)), rows)


def _address(n: int) -> str:
    return f"whatsapp:+336{n:08}"


def _around(writer: Writer) -> Surroundings:
    async def standing(_token: str) -> Outgoing | None:
        return None

    return Surroundings(
        writer=writer, reader=writer._engine, now=machine_time, standing=standing,
        wake=lambda: None,
    )  # fmt: skip


async def _bare(request: Request) -> Response:
    """What nobody can leave out: the body, the signature, the answer."""
    fields = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    signature = request.headers["X-Twilio-Signature"]
    good = VALIDATOR.validate(SETTINGS.public_url + BARE, fields, signature)
    return Response("<Response/>" if good else "", 200 if good else 403, media_type="text/xml")


def _fields(n: int, people: int) -> dict[str, str]:
    """The fields of a message as Twilio sends them."""
    sid, sender = f"SM{n:032x}", _address(n % people)
    return {
        "MessageSid": sid, "SmsSid": sid, "SmsMessageSid": sid, "NumMedia": "0",
        "AccountSid": SETTINGS.account_sid, "From": sender, "To": SETTINGS.number,
        "Body": "qui peut m’aider en comptabilité ?", "WaId": sender.partition("+")[2],
        "ProfileName": "Zoé",
        "SmsStatus": "received", "NumSegments": "1", "ApiVersion": "2010-04-01",
        "MessageType": "text", "ChannelMetadata": '{"type":"whatsapp"}',
        "ReferralNumMedia": "0",
    }  # fmt: skip


class _Served:
    """A server on a free port of this machine."""

    def __init__(self, routes: Sequence[BaseRoute]) -> None:
        config = uvicorn.Config(Starlette(routes=routes), log_config=None, access_log=False)
        self._server = uvicorn.Server(config)

    async def __aenter__(self) -> int:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        listening.listen()
        self._serving = asyncio.create_task(self._server.serve(sockets=[listening]))
        return port

    async def __aexit__(self, *_: object) -> None:
        self._server.should_exit = True
        await self._serving


async def _send(port: int, where: str, bodies: Sequence[dict[str, str]]) -> Measured:
    """All of them, over many connections at once; signed beforehand."""
    url = SETTINGS.public_url + where
    signed = [
        (urlencode(each), VALIDATOR.compute_signature(url, each)) for each in reversed(bodies)
    ]
    times: list[float] = []
    async with ClientSession(connector=TCPConnector(limit=LINES)) as session:

        async def post(body: str, signature: str) -> None:
            before = time.perf_counter()
            headers = {
                "X-Twilio-Signature": signature,
                "Content-Type": "application/x-www-form-urlencoded",
            }
            address = f"http://127.0.0.1:{port}{where}"
            async with session.post(address, data=body, headers=headers) as answer:
                assert answer.status == 200, answer.status
            times.append(time.perf_counter() - before)

        taken = await _all(signed, post)
    return Measured(len(times) / taken, statistics.quantiles(times, n=100)[98])


async def _all(signed: list[tuple[str, str]], post: Callable[[str, str], Awaitable[None]]) -> float:
    """Seconds until the last one was answered."""

    async def line() -> None:
        while signed:
            await post(*signed.pop())

    before = time.perf_counter()
    await asyncio.gather(*(line() for _ in range(LINES)))
    return time.perf_counter() - before


def _ratio(rounds: Sequence[tuple[Measured, Measured]]) -> float:
    return statistics.median(ours.each_second / bare.each_second for ours, bare in rounds)


def _show(rounds: Sequence[tuple[Measured, Measured]], events: int) -> None:
    rows = []
    for n, name in enumerate(("Passerelle, into the inbox", "a bare signed endpoint")):
        speed = statistics.median(pair[n].each_second for pair in rounds)
        p99 = timedelta(seconds=statistics.median(pair[n].p99 for pair in rounds))
        rows.append([name, f"{speed:,.0f}", f"{p99 / timedelta(milliseconds=1):.1f}"])
    title = f"Signed WhatsApp webhooks over HTTP, {events:,} a round, {LINES} connections"
    report.show(title, ("", "a second", "p99, ms"), rows)
    ratio = _ratio(rounds)
    print(f"{ratio:.2f} of the bare endpoint (≥ {TARGET}: {report.verdict(met=ratio >= TARGET)})")


def _figures(rounds: Sequence[tuple[Measured, Measured]]) -> report.Figures:
    ours, bare = ([pair[n] for pair in rounds] for n in (0, 1))
    return {
        "events_s": round(statistics.median(each.each_second for each in ours)),
        "p99_ms": round(statistics.median(each.p99 for each in ours) * 1000, 1),
        "reference_events_s": round(statistics.median(each.each_second for each in bare)),
        "to_reference": round(_ratio(rounds), 3), "target": TARGET,
    }  # fmt: skip


if __name__ == "__main__":
    main()
