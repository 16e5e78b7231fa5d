"""Twilio's REST client, as the connector uses it."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import ClientError, encode_basic_auth
from twilio.base.exceptions import (
    TwilioException,
    TwilioRestException,
    TwilioServiceException,
)
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from connectors.pictures import NotHandedOver, download
from connectors.whatsapp.settings import WhatsAppSettings

SECONDS = 20.0
"""After which nobody knows whether a request was carried out; without it, one may wait for ever."""

API = "https://api.twilio.com"

FAULTS = (TwilioException, ClientError, TimeoutError, OSError)
"""Everything that can come of a request."""
LISTS = ("messages", "contents", "senders")
"""Under which names Twilio lists what is asked for here."""


class Unreadable(TwilioException):  # type: ignore[misc] # the library has no types
    """The answer says nothing that can be read, as from a page of maintenance: ask again later."""


class Line(AsyncTwilioHttpClient):  # type: ignore[misc] # the library has no types
    """The library's asynchronous line, with a time limit, in JSON where the API takes JSON.

    twilio 9.13 forgets both: it hands aiohttp no limit, and a JSON body as if it were a form. It
    uses a class that aiohttp 3.14 warns of, and logs whom it asks about: somebody's number.
    """

    async def request(
        self,
        method: str,
        url: str,
        params: dict[str, object] | None = None,
        data: Any = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the library's signature
        allow_redirects: bool = False,
    ) -> Response:
        """One request; raises what aiohttp raises, and Unreadable."""
        headers = dict(headers or {})
        if headers.get("Content-Type") == "application/json":
            data = json.dumps(data)
        if auth is not None:
            headers["Authorization"] = encode_basic_auth(*auth)
        try:
            answer: Response = await super().request(
                method, url, params, data, headers, None, timeout or SECONDS, allow_redirects
            )
            if answer.status_code < 300:
                _judge(json.loads(answer.text))
        except ValueError as fault:
            raise Unreadable(type(fault).__name__) from fault
        return answer

    async def file(self, url: str, settings: WhatsAppSettings) -> bytes:
        """A file that somebody sent; raises as `connectors.pictures.Fetch` does.

        Our credentials open it at Twilio's own address alone (Twilio docs, "Media resource").
        """
        if not url.startswith(f"{API}/2010-04-01/Accounts/{settings.account_sid}/"):
            raise NotHandedOver
        token = settings.auth_token.get_secret_value()
        known = {"Authorization": encode_basic_auth(settings.account_sid, token)}
        return await self.download(url, known)

    async def download(self, url: str, headers: dict[str, str]) -> bytes:
        """What is at an address of Twilio's."""
        return await download(url, headers)

    def log_request(self, kwargs: dict[str, Any]) -> None:
        """Nothing: what is sent is nobody's business."""

    def log_response(self, status_code: int, response: object) -> None:
        """Nothing."""


def _judge(answer: Any) -> None:
    """Raises Unreadable for what the library would stumble over."""
    if not isinstance(answer, dict) or not isinstance(answer.get("meta", {}), dict):
        raise Unreadable("no object")
    for rows in (answer[name] for name in LISTS if name in answer):
        if not isinstance(rows, list) or not all(map(_is_record, rows)):
            raise Unreadable("no list")


def _is_record(row: Any) -> bool:
    """Whether it is an object in which a date is words, or nothing."""
    if not isinstance(row, dict):
        return False
    dates = (value for name, value in row.items() if name.startswith("date_"))
    return all(value is None or isinstance(value, str) for value in dates)


def told(fault: Exception) -> tuple[int | None, int]:
    """Twilio's code and the HTTP status of a refusal; (None, 0) where there was no answer.

    The library raises one kind of exception for a single thing, and another for a list.
    """
    if isinstance(fault, TwilioRestException | TwilioServiceException):
        return fault.code, fault.status
    answer = fault.args[1] if len(fault.args) > 1 else None
    if not isinstance(answer, Response):
        return None, 0
    try:
        return json.loads(answer.text).get("code"), answer.status_code
    except ValueError:
        return None, answer.status_code


def dial(settings: WhatsAppSettings, line: AsyncTwilioHttpClient) -> Client:
    """A client of this account on that line. Create the line in the running event loop."""
    token = settings.auth_token.get_secret_value()
    return Client(settings.account_sid, token, http_client=line)


class Body:
    """A JSON body as it is: the library's own classes add a null for every field there is."""

    def __init__(self, body: dict[str, Any]) -> None:
        self._body = body

    def to_dict(self) -> dict[str, Any]:
        """What is sent."""
        return self._body
