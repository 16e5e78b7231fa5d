"""The doctor's look at WhatsApp: account, clock, number, templates, webhook, signature."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from twilio.base.exceptions import TwilioException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.request_validator import SIGNATURE_HEADER, RequestValidator
from twilio.rest import Client

from connectors.base import Finding
from connectors.whatsapp import templates
from connectors.whatsapp.client import SECONDS, Line, dial, told
from connectors.whatsapp.settings import WhatsAppSettings, read_settings
from conversations.texts import Text

MOST_DRIFT = 60
"""Seconds by which the clocks may differ: the window is reckoned with two minutes to spare."""

Call = Callable[[str, Mapping[str, str], str], Awaitable[int]]
"""Post these fields to that address with that signature; the HTTP status."""


async def examined(now: datetime) -> list[Finding]:
    """Every finding; none where WhatsApp is not set up at all."""
    settings = read_settings()
    if settings is None:
        return []
    line = Line()
    try:
        return [finding async for finding in examine(settings, line, called, now)]
    finally:
        await line.close()


async def examine(
    settings: WhatsAppSettings, line: AsyncTwilioHttpClient, call: Call, now: datetime
) -> AsyncIterator[Finding]:
    """Look at one thing after the other; without an account at nothing further."""
    client = dial(settings, line)
    try:
        account = client.api.v2010.accounts(settings.account_sid)
        answer = await account.fetch_with_http_info_async()
        yield Finding(True, Text("doctor-whatsapp-account-ok"))
        yield _clock(answer.headers, now)
        yield await _number(client, settings)
        yield await _templates(client)
    except TwilioException as fault:
        why = str(told(fault)[0] or type(fault).__name__)
        yield Finding(False, Text("doctor-whatsapp-account-wrong", why=why))
    except (ClientError, OSError) as fault:
        yield Finding(False, Text("doctor-whatsapp-unreachable", why=type(fault).__name__))
    yield await _webhook(settings, call)
    if not settings.public_url.startswith("https://"):
        yield Finding(False, Text("doctor-whatsapp-plain-wrong"))


async def called(url: str, fields: Mapping[str, str], signature: str) -> int:
    """A webhook as Twilio would bring it; raises what aiohttp does."""
    async with ClientSession(timeout=ClientTimeout(total=SECONDS)) as session:
        headers = {SIGNATURE_HEADER: signature}
        async with session.post(url, data=fields, headers=headers) as answer:
            return answer.status


def _clock(headers: Mapping[str, Any], now: datetime) -> Finding:
    told = headers.get("Date")
    off = round(abs((parsedate_to_datetime(told) - now).total_seconds())) if told else 0
    if off > MOST_DRIFT:
        return Finding(False, Text("doctor-whatsapp-clock-wrong", seconds=str(off)))
    return Finding(True, Text("doctor-whatsapp-clock-ok"))


async def _number(client: Client, settings: WhatsAppSettings) -> Finding:
    senders = await client.messaging.v2.channels_senders.list_async(channel="whatsapp")
    there = settings.number in {each.sender_id for each in senders}
    name = "doctor-whatsapp-number-ok" if there else "doctor-whatsapp-number-wrong"
    return Finding(there, Text(name, number=settings.number.removeprefix("whatsapp:")))


async def _templates(client: Client) -> Finding:
    there = await templates.known(client)
    wanted = [there.get(each.friendly_name) for each in templates.needed()]
    lacking = sum(each is None or each.status != "approved" for each in wanted)
    if lacking:
        return Finding(False, Text("doctor-whatsapp-templates-wrong", count=lacking))
    return Finding(True, Text("doctor-whatsapp-templates-ok"))


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
    if (signed, forged) != (200, 403):
        return _wrong(url, f"{signed}, {forged}")
    return Finding(True, Text("doctor-whatsapp-webhook-ok", url=url))


def _wrong(url: str, why: str) -> Finding:
    return Finding(False, Text("doctor-whatsapp-webhook-wrong", url=url, why=why))
