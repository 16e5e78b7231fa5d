"""Slack over HTTP: one address for events, commands and interactions, each of them signed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from slack_bolt.adapter.starlette.async_handler import to_starlette_response
from slack_bolt.async_app import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

PATH = "/hooks/slack/events"
MOST_BYTES = 1024 * 1024
"""Slack's bodies are far smaller; the limit is ours."""

Dispatch = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def route(dispatch: Dispatch) -> Route:
    """The webhook. `dispatch` checks the signature over the raw body before anything else."""

    async def events(request: Request) -> Response:
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            words = body.decode()
        except UnicodeDecodeError:
            return Response(status_code=400)
        headers: dict[str, str | Sequence[str]] = dict(request.headers)
        return to_starlette_response(await dispatch(AsyncBoltRequest(body=words, headers=headers)))

    return Route(PATH, events, methods=["POST"])


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
