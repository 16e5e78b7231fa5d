"""Slack over HTTP: one address for events, commands and interactions, each of them signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

import structlog
from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

log = structlog.get_logger()

PATH = "/hooks/slack/events"
MOST_BYTES = 1024 * 1024
"""Slack's bodies are far smaller; the limit is ours."""

REFUSALS = {400: "not text", 401: "signature", 413: "too large"}

Dispatch = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def route(dispatch: Dispatch) -> Route:
    """The webhook. `dispatch` checks the signature over the raw body before anything else."""

    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return _refused(request, 413)
        try:
            words = body.decode()
        except UnicodeDecodeError:
            return _refused(request, 400)
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        answer = await dispatch(AsyncBoltRequest(body=words, headers=headers))
        return _refused(request, 401) if answer.status == 401 else to_starlette_response(answer)

    return Route(PATH, events, methods=["POST"])


def _refused(request: Request, status: int) -> Response:
    """Nothing of it is known to be Slack's but what it says of itself: when it was signed."""
    signed = request.headers.get("x-slack-request-timestamp", "")
    log.warning(
        "slack-request-refused", why=REFUSALS[status], see="passerelle doctor",
        signed=int(signed) if signed.isdecimal() and len(signed) < 12 else None,
    )  # fmt: skip
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
