"""How the API says no: the same form for every refusal, in the caller's language."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from connectors.local.events import BadEvent
from connectors.local.preference import preferred
from conversations.language import best, render
from conversations.texts import Text

CALLS = {404: "no-such-call", 405: "wrong-method"}


def refusal(
    code: str,
    status: int,
    locale: str,
    *,
    field: str | None = None,
    most: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to what is refused: `code` for programs, a sentence for people."""
    message = render(Text(f"api-{code}", field=field or "", most=most or 0), locale)
    return JSONResponse(
        {"error": code, "message": message, "field": field}, status, headers=headers
    )


def bad_event(request: Request, wrong: Exception) -> Response:
    """A body or a parameter that can't be used."""
    assert isinstance(wrong, BadEvent)
    locale = locale_of(request)
    return refusal(wrong.code, wrong.status, locale, field=wrong.field, most=wrong.most)


def no_such_call(request: Request, wrong: Exception) -> Response:
    """An address or a method that there is not."""
    assert isinstance(wrong, HTTPException)
    code = CALLS.get(wrong.status_code, "no-such-call")
    return refusal(code, wrong.status_code, locale_of(request), headers=wrong.headers)


def locale_of(request: Request) -> str:
    """The language asked for in the address, else the one that the browser would rather read."""
    accepted = preferred(request.headers.get("Accept-Language", ""))
    return best(request.query_params.get("locale"), accepted)
