"""Files on WhatsApp: Twilio, or the member, fetches each from an address of ours for a while."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from functools import partial

from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from community.files import File
from connectors.base import Surroundings
from connectors.ingress import direct
from connectors.whatsapp.settings import WhatsAppSettings, path
from storage import downloads
from storage.database import reading
from storage.downloads import Kept

FETCHED_WITHIN = timedelta(days=1)
"""Time enough for Twilio to come twice, and for a member to open what can only be linked."""
HEADERS = {
    "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'; sandbox",
}  # fmt: skip


def put_away(
    connection: Connection, settings: WhatsAppSettings, space: int, person: str, key: str,
    file: File, now: datetime,
) -> str:  # fmt: skip
    """Keep the file of a message, and give its address: the same for the same message."""
    kept = Kept(file.name, file.kind, file.content)
    until = downloads.put(connection, space, direct(person), key, kept, now + FETCHED_WITHIN)
    end = str(int(until.timestamp()))
    about = f"{space}-{key}"
    return f"{settings.webhook('file')}/{about}/{end}/{_seal(settings, about, end)}"


def route(settings: WhatsAppSettings, around: Surroundings) -> Route:
    """Where files are fetched. Starlette answers HEAD, with which Twilio comes first, as well."""
    handed_out = partial(_handed_out, settings, around)
    return Route(f"{path('file')}/{{about}}/{{end}}/{{seal}}", handed_out)


async def _handed_out(
    settings: WhatsAppSettings, around: Surroundings, request: Request
) -> Response:
    about, end, seal = (request.path_params[name] for name in ("about", "end", "seal"))
    if not hmac.compare_digest(seal.encode(), _seal(settings, about, end).encode()):
        return Response(status_code=403, headers=HEADERS)
    file = await run_in_threadpool(_find, around, about)
    if file is None:
        return Response(status_code=410, headers=HEADERS)
    named = {"Content-Disposition": f'inline; filename="{file.name}"'}
    return Response(file.content, media_type=file.kind, headers=HEADERS | named)


def _find(around: Surroundings, about: str) -> Kept | None:
    space, _, key = about.partition("-")
    with reading(around.reader) as connection:
        return downloads.find(connection, int(space), key, around.now())


def _seal(settings: WhatsAppSettings, about: str, end: str) -> str:
    """What nobody can make who was not given the address."""
    secret = settings.auth_token.get_secret_value().encode()
    return hmac.new(secret, f"file:{about}:{end}".encode(), "sha256").hexdigest()
