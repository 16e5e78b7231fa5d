"""The doctor's look at WhatsApp: account, clock, what is registered, webhook, signature, proxy."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from twilio.base.exceptions import TwilioException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.request_validator import SIGNATURE_HEADER, RequestValidator

from connectors.base import Finding
from connectors.whatsapp import registered
from connectors.whatsapp.client import SECONDS, Line, dial, told
from connectors.whatsapp.hooks import ELSEWHERE
from connectors.whatsapp.settings import WhatsAppSettings, read_settings
from conversations.texts import Text

MOST_DRIFT = 60
"""Seconds by which the clocks may differ: the window is reckoned with two minutes to spare."""

PAGE, OURS = "/local/api/clock", '"demo"'
"""Something of the page that stays on this machine, and what it says."""

Call = Callable[[str, Mapping[str, str], str], Awaitable[int]]
"""Post these fields to that address with that signature; the HTTP status."""
Look = Callable[[str], Awaitable[str]]
"""What is to be read at that address; "" where nothing is."""


async def examined(now: datetime) -> list[Finding]:
    """Every finding; none where WhatsApp is not set up at all."""
    settings = read_settings()
    if settings is None:
        return []
    line = Line()
    try:
        return [finding async for finding in examine(settings, line, called, looked, now)]
    finally:
        await line.close()


async def examine(
    settings: WhatsAppSettings, line: AsyncTwilioHttpClient, call: Call, look: Look, now: datetime
) -> AsyncIterator[Finding]:
    """Look at one thing after the other; without an account at nothing further."""
    client = dial(settings, line)
    try:
        account = client.api.v2010.accounts(settings.account_sid)
        answer = await account.fetch_with_http_info_async()
        yield Finding(True, Text("doctor-whatsapp-account-ok"))
        yield _clock(answer.headers, now)
        async for finding in registered.findings(client, settings):
            yield finding
    except TwilioException as fault:
        why = str(told(fault)[0] or type(fault).__name__)
        yield Finding(False, Text("doctor-whatsapp-account-wrong", why=why))
    except (ClientError, OSError) as fault:
        yield Finding(False, Text("doctor-whatsapp-unreachable", why=type(fault).__name__))
    yield await _webhook(settings, call)
    if await _is_open(settings, look):
        yield Finding(False, Text("doctor-whatsapp-proxy-wrong", url=settings.public_url))
    if not settings.public_url.startswith("https://"):
        yield Finding(False, Text("doctor-whatsapp-plain-wrong"))


async def called(url: str, fields: Mapping[str, str], signature: str) -> int:
    """A webhook as Twilio would bring it; raises what aiohttp does."""
    async with ClientSession(timeout=ClientTimeout(total=SECONDS)) as session:
        headers = {SIGNATURE_HEADER: signature}
        async with session.post(url, data=fields, headers=headers) as answer:
            return answer.status


async def looked(url: str) -> str:
    """What anybody reads there; raises what aiohttp does."""
    async with (
        ClientSession(timeout=ClientTimeout(total=SECONDS)) as session,
        session.get(url, allow_redirects=False) as answer,
    ):
        return await answer.text(errors="replace") if answer.status == 200 else ""


async def _is_open(settings: WhatsAppSettings, look: Look) -> bool:
    """Whether our own page answers anybody from outside, as behind a proxy that hides the Host."""
    try:
        return OURS in await look(f"{settings.public_url.rstrip('/')}{PAGE}")
    except (ClientError, OSError):
        return False


def _clock(headers: Mapping[str, Any], now: datetime) -> Finding:
    told = headers.get("Date")
    off = round(abs((parsedate_to_datetime(told) - now).total_seconds())) if told else 0
    if off > MOST_DRIFT:
        return Finding(False, Text("doctor-whatsapp-clock-wrong", seconds=str(off)))
    return Finding(True, Text("doctor-whatsapp-clock-ok"))


async def _webhook(settings: WhatsAppSettings, call: Call) -> Finding:
    """A status of no message: with its signature it is taken, without it is refused."""
    url = settings.webhook("status")
    fields = {
        "AccountSid": settings.account_sid, "From": settings.number, "To": settings.number,
        "MessageSid": "SM" + "0" * 32, "MessageStatus": "queued",
    }  # fmt: skip
    validator = RequestValidator(settings.auth_token.get_secret_value())
    signature = validator.compute_signature(url, fields)
    try:
        signed, forged = await call(url, fields, signature), await call(url, fields, "forged")
    except (ClientError, OSError) as fault:
        return _wrong(url, type(fault).__name__)
    if signed == 403:
        return Finding(False, Text("doctor-whatsapp-signature-wrong", url=url))
    if signed == ELSEWHERE:
        return Finding(False, Text("doctor-whatsapp-another-wrong", url=url))
    if (signed, forged) != (200, 403):
        return _wrong(url, f"{signed}, {forged}")
    return Finding(True, Text("doctor-whatsapp-webhook-ok", url=url))


def _wrong(url: str, why: str) -> Finding:
    return Finding(False, Text("doctor-whatsapp-webhook-wrong", url=url, why=why))
