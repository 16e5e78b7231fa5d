"""The webhooks: a signed form, a limit on its size, and an answer once it is safe."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from functools import partial
from urllib.parse import parse_qsl

import structlog
from starlette.datastructures import ImmutableMultiDict
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.request_validator import (
    SIGNATURE_HEADER,
    SIGNATURE_SETTINGS_HEADER,
    RequestValidator,
    get_signature_algorithm,
)

from connectors.base import TryLater
from connectors.whatsapp.settings import ADDRESS, WhatsAppSettings, path
from storage.writer import WriterStopped

log = structlog.get_logger()

MOST_BYTES = 64 * 1024
"""A webhook has some forty short fields; WhatsApp's longest message is 4,096 characters."""

ELSEWHERE = 421
"""Signed as it must be, for an account or a number that is not ours (RFC 9110, "Misdirected")."""
_SID = re.compile(r"[!-~]{1,64}")

Fields = ImmutableMultiDict[str, str]
Take = Callable[[Fields, str], Awaitable[None]]
"""Deals with the fields of one webhook, and what the query names."""


def routes(settings: WhatsAppSettings, heard: Take, reported: Take) -> list[Route]:
    """The two webhooks: what people send, and what became of what they were sent."""
    return [
        Route(path(what), partial(_answer, settings, what, take), methods=["POST"])
        for what, take in (("message", heard), ("status", reported))
    ]


async def _answer(settings: WhatsAppSettings, what: str, take: Take, request: Request) -> Response:
    body = await _body(request)
    if body is None:
        return _refused(413, what, "too-long")
    fields: Fields = ImmutableMultiDict(parse_qsl(body, keep_blank_values=True))
    if not _is_signed(settings, what, request, fields):
        return _refused(403, what, "signature")
    if not _is_ours(settings, what, fields):
        return _refused(ELSEWHERE, what, "another-account")
    if not _is_whole(what, fields):
        return _refused(400, what, "no-message")
    try:
        await take(fields, request.query_params.get("message", ""))
    except (WriterStopped, TryLater):
        return _refused(503, what, "stopping")
    return Response("<Response/>", media_type="text/xml")


async def _body(request: Request) -> str | None:
    """The body; None when it is too long, read no further than that."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            return None
    return body.decode("utf-8", errors="replace")


def _is_signed(settings: WhatsAppSettings, what: str, request: Request, fields: Fields) -> bool:
    """Signed over the address that Twilio knows, whatever a proxy made of it."""
    query = request.url.query
    url = settings.webhook(what) + (f"?{query}" if query else "")
    validator = RequestValidator(settings.auth_token.get_secret_value())
    signature = request.headers.get(SIGNATURE_HEADER, "")
    algorithm = get_signature_algorithm(request.headers.get(SIGNATURE_SETTINGS_HEADER))
    return bool(validator.validate(url, fields, signature, algorithm))


def _is_ours(settings: WhatsAppSettings, what: str, fields: Fields) -> bool:
    """Whether it is about this account and number."""
    number = fields.get("To" if what == "message" else "From")
    return fields.get("AccountSid") == settings.account_sid and number == settings.number


def _is_whole(what: str, fields: Fields) -> bool:
    """Whether it names a message, and of one that came in a sender on WhatsApp."""
    named = _SID.fullmatch(fields.get("MessageSid", ""))
    return bool(named and (what != "message" or ADDRESS.fullmatch(fields.get("From", ""))))


def _refused(status: int, what: str, why: str) -> Response:
    log.warning("webhook-refused", platform="whatsapp", webhook=what, why=why)
    return Response(status_code=status)
