"""What stands before every call: the access token, and headers that keep the page to itself."""

from __future__ import annotations

import re
import secrets
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from connectors.local.door import door, opened_by_a_person
from connectors.local.loopback import is_loopback
from connectors.local.preference import preferred
from connectors.local.refusals import refusal

COOKIE = "passerelle_token"
OPEN = {"/healthz", "/readyz"}
_PORT = re.compile(r":\d*$")
HEADERS = {
    "Content-Security-Policy":
        "default-src 'self'; img-src 'self' data: https:; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}  # fmt: skip


class Guard:
    """With a token, lets in only who brings it; without one, the server listens only to itself."""

    def __init__(self, app: ASGIApp, token: str | None) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One call."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        return await (self._stopped(scope) or self._app)(scope, receive, with_headers)

    def _stopped(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self._token is None:
            return None if _own_host(headers) else refusal("not-here", 421, _locale(headers))
        if scope["path"] in OPEN or self._brings_token(headers):
            return None
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if scope["path"] == "/" and self._is_token(asked):
            return _with_cookie(asked)
        if opened_by_a_person(scope["path"], headers):
            return door(_locale(headers))
        return refusal("needs-token", 401, _locale(headers))

    def _brings_token(self, headers: Headers) -> bool:
        bearer = headers.get("authorization", "").removeprefix("Bearer ")
        cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        return self._is_token(bearer) or (cookie is not None and self._is_token(cookie.value))

    def _is_token(self, given: str) -> bool:
        return secrets.compare_digest(given.encode(), (self._token or "").encode())


def _own_host(headers: Headers) -> bool:
    """Whether the call names this machine: no page elsewhere reaches in by rebinding its name."""
    host = _PORT.sub("", headers.get("host", ""))
    return is_loopback(host.removeprefix("[").removesuffix("]"))


def _locale(headers: Headers) -> str:
    return preferred(headers.get("accept-language", ""))


def _with_cookie(token: str) -> Response:
    answer = RedirectResponse("/", 303)
    answer.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return answer
