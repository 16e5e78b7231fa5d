"""Slack over HTTP: one address for events, commands and interactions, each of them signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

log = structlog.get_logger()

PATH = "/hooks/slack/events"
MOST_BYTES = 1024 * 1024
"""Slack's bodies are far smaller; the limit is ours."""

Dispatch = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def route(secret: str, dispatch: Dispatch) -> Route:
    """The webhook. Nothing of a body is read before its signature was found right."""
    verifier = SignatureVerifier(secret)

    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return _refused(request, 413, "too large")
        if not _is_text(body):
            return _refused(request, 400, "not text")
        if not _is_signed(verifier, request, body):
            return _refused(request, 401, "signature")
        asked = _read(request, body.decode())
        if asked is None:
            return _refused(request, 400, "shape")
        return to_starlette_response(await dispatch(asked))

    return Route(PATH, events, methods=["POST"])


def _is_text(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_signed(verifier: SignatureVerifier, request: Request, body: bytes) -> bool:
    """Whether Slack signed it lately; what the verifier itself would stumble over is no signature.

    (docs.slack.dev, "Verifying requests from Slack")
    """
    at, signature = _signed_at(request), request.headers.get("x-slack-signature", "")
    return (
        at is not None
        and signature.isascii()
        and verifier.is_valid(body=body, timestamp=str(at), signature=signature)
    )


def _signed_at(request: Request) -> int | None:
    """When, by its own word: seconds since 1970."""
    signed = request.headers.get("x-slack-request-timestamp", "")
    return int(signed) if signed.isdecimal() and len(signed) < 12 else None


def _read(request: Request, words: str) -> AsyncBoltRequest | None:
    """What Bolt makes of it; None where it would stumble over the shape, here or later."""
    headers: dict[str, str | Sequence[str]] = dict(request.headers)
    try:
        asked = AsyncBoltRequest(body=words, headers=headers)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None
    event, team = asked.body.get("event", {}), asked.context.team_id
    return asked if isinstance(event, Mapping) and isinstance(team, str | None) else None


def _refused(request: Request, status: int, why: str) -> Response:
    """Nothing of it is told but what it says of itself: when it was signed."""
    log.warning(
        "slack-request-refused", why=why, see="passerelle doctor", signed=_signed_at(request)
    )
    return Response(status_code=status)


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is too long."""
    whole = bytearray()
    try:
        async for chunk in request.stream():
            whole += chunk
            if len(whole) > MOST_BYTES:
                return None
    except ClientDisconnect:
        return None
    return bytes(whole)
