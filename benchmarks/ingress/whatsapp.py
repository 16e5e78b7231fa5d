"""Signed webhooks of Twilio into the inbox and acknowledged, by a bare signed endpoint's measure.

The reference, in the same run and on the same server: an endpoint that reads the form, checks the
signature and answers, and writes nothing down.
"""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

import uvicorn
from aiohttp import ClientSession, TCPConnector
from pydantic import SecretStr
from sqlalchemy import Connection, insert
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from twilio.request_validator import RequestValidator

from benchmarks.ingress.rounds import Pair, Platform, Round, inbox, timed
from bot.time import machine_time
from community import roster, spaces
from community.scope import Scope
from connectors.whatsapp.connector import WhatsAppConnector
from connectors.whatsapp.settings import WhatsAppSettings, path
from storage.tables import Alias, table

PEOPLE = 100
LINES = 64
"""Connections by which webhooks come at the same time."""
BARE = "/bare"
SETTINGS = WhatsAppSettings(
    account_sid="AC" + "a" * 32, auth_token=SecretStr("token"), number="whatsapp:+15550001111",
    public_url="https://bot.example",
)  # fmt: skip
VALIDATOR = RequestValidator("token")


def measure(folder: Path, events: int, rounds: int) -> list[Pair]:
    """Ours and the bare one, in turn, on fresh events each time."""
    return asyncio.run(_measure(folder, events, rounds))


async def _measure(folder: Path, events: int, rounds: int) -> list[Pair]:
    found = []
    async with inbox(folder / "whatsapp.db") as box:
        await asyncio.wrap_future(box.writer.submit(_settle))
        connector = WhatsAppConnector(SETTINGS, box.around)
        await connector.start(box.ingress(connector.name))
        routes = [*connector.routes, Route(BARE, _bare, methods=["POST"])]
        async with _Served(routes) as port:
            for n in range(rounds):
                bodies = [_fields(n * events + each) for each in range(events)]
                ours = await _send(port, path("message"), bodies)
                found.append(Pair(ours, await _send(port, BARE, bodies)))
        await connector.stop()
    return found


def _settle(connection: Connection) -> None:
    """Members who have written from WhatsApp before."""
    space = spaces.settle(connection, WhatsAppConnector.name, SETTINGS.number)
    scope = Scope(connection, machine_time(), 1)
    for n in range(PEOPLE):
        roster.take(scope, space, roster.read_row({"id": f"p{n}", "name": f"Personne {n}"}))
    scope.close(keep=True)
    alias = {"space_id": space, "heard_at": machine_time(), "knocked": "", "erased": False}
    rows = [alias | {"address": _address(n), "person": f"p{n}"} for n in range(PEOPLE)]
    connection.execute(insert(table(Alias)), rows)


def _address(n: int) -> str:
    return f"whatsapp:+336{n:08}"


async def _bare(request: Request) -> Response:
    """What nobody can leave out: the body, the signature, the answer."""
    fields = dict(parse_qsl((await request.body()).decode(), keep_blank_values=True))
    signature = request.headers["X-Twilio-Signature"]
    good = VALIDATOR.validate(SETTINGS.public_url + BARE, fields, signature)
    return Response("<Response/>" if good else "", 200 if good else 403, media_type="text/xml")


def _fields(n: int) -> dict[str, str]:
    """The fields of a message as Twilio sends them."""
    sid, sender = f"SM{n:032x}", _address(n % PEOPLE)
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


async def _send(port: int, where: str, bodies: Sequence[dict[str, str]]) -> Round:
    """All of them, over many connections at once; signed beforehand."""
    url = SETTINGS.public_url + where
    signed = [
        (urlencode(each), VALIDATOR.compute_signature(url, each)) for each in reversed(bodies)
    ]
    done = Round()
    async with ClientSession(connector=TCPConnector(limit=LINES)) as session:

        async def post(body: str, signature: str) -> None:
            headers = {
                "X-Twilio-Signature": signature,
                "Content-Type": "application/x-www-form-urlencoded",
            }
            address = f"http://127.0.0.1:{port}{where}"
            async with session.post(address, data=body, headers=headers) as answer:
                assert answer.status == 200, answer.status

        done.seconds = await _all(
            signed, lambda body, signature: timed(done, post(body, signature))
        )
    return done


async def _all(signed: list[tuple[str, str]], post: Callable[[str, str], Awaitable[None]]) -> float:
    """Seconds until the last one was answered."""

    async def line() -> None:
        while signed:
            await post(*signed.pop())

    before = time.perf_counter()
    await asyncio.gather(*(line() for _ in range(LINES)))
    return time.perf_counter() - before


PLATFORM = Platform("whatsapp", "a bare signed endpoint", 1000, measure)
