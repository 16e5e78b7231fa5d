"""Where members fetch their own data: an address that works once, within an hour.

Chat apps open every link to show a preview, so looking at it spends nothing: a button does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from community import own_data
from community.scope import Scope
from connectors.local.preference import preferred
from conversations.language import render
from conversations.own_data import document, packed
from conversations.texts import Text
from storage.tables import Member
from storage.writer import Writer

HEADERS = {
    "Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex",
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class OwnData:
    """The two calls of such an address."""

    writer: Writer
    now: Callable[[], datetime]

    def routes(self) -> Sequence[Route]:
        """What the web server answers."""
        address = "/mydata/{token}"
        return [
            Route(address, self.look, methods=["GET"]),
            Route(address, self.fetch, methods=["POST"]),
        ]

    def look(self, request: Request) -> Response:
        """A page with a button; nothing is told yet."""
        locale, token = _asked(request)
        known = self.writer.submit(lambda c: own_data.holder(c, token, self.now())).result()
        if known is None:
            return _gone(locale)
        button = escape(render(Text("own-data-fetch"), locale))
        form = f'<form method="post"><button>{button}</button></form>'
        return HTMLResponse(document(locale, form), headers=HEADERS)

    def fetch(self, request: Request) -> Response:
        """The data, once."""
        locale, token = _asked(request)
        data = self.writer.submit(lambda connection: self._take(connection, token)).result()
        if data is None:
            return _gone(locale)
        named = {"Content-Disposition": 'attachment; filename="passerelle.zip"'}
        return Response(data, media_type="application/zip", headers=HEADERS | named)

    def _take(self, connection: Connection, token: str) -> bytes | None:
        member_id = own_data.holder(connection, token, self.now())
        if member_id is None:
            return None
        own_data.spend(connection, token)
        scope = Scope(connection, self.now(), 0, actor_id=member_id)
        member = scope.db.get_one(Member, member_id)
        scope.community_id = member.community_id
        data = packed(scope)
        scope.close(keep=True)
        return data


def _asked(request: Request) -> tuple[str, str]:
    return preferred(request.headers.get("accept-language", "")), request.path_params["token"]


def _gone(locale: str) -> Response:
    words = escape(render(Text("own-data-gone"), locale))
    return HTMLResponse(document(locale, f"<p>{words}</p>"), 404, headers=HEADERS)
