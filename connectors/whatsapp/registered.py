"""What Twilio and Meta know of us: our number, whom it calls, our templates."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urldefrag

from twilio.rest import Client

from connectors.base import Finding
from connectors.whatsapp import templates
from connectors.whatsapp.settings import WhatsAppSettings
from connectors.whatsapp.templates import Template
from conversations.texts import Text

SANDBOX = "whatsapp:+14155238886"
"""Twilio's own number to try things with: it belongs to no account, and takes Twilio's templates
only (Twilio docs, "WhatsApp Sandbox")."""
LOOKED_AT = {"received", "pending"}
"""Statuses of a template that takes nothing but time (spec twilio_content_v1, approvals)."""


async def findings(client: Client, settings: WhatsAppSettings) -> AsyncIterator[Finding]:
    """Of the number and its templates. Raises what the client does."""
    if settings.number == SANDBOX:
        yield Finding(True, Text("doctor-whatsapp-sandbox", url=_wanted(settings)), hint=True)
        return
    senders = await client.messaging.v2.channels_senders.list_async(channel="whatsapp")
    sid = next((each.sid for each in senders if each.sender_id == settings.number), None)
    name = "doctor-whatsapp-number-ok" if sid else "doctor-whatsapp-number-wrong"
    yield Finding(bool(sid), Text(name, number=settings.number.removeprefix("whatsapp:")))
    if sid:
        sender = await client.messaging.v2.channels_senders(sid).fetch_async()
        yield _heard(sender.webhook or {}, _wanted(settings))
    for finding in _of_templates(await templates.known(client)):
        yield finding


def _wanted(settings: WhatsAppSettings) -> str:
    return settings.webhook("message")


def _heard(webhook: dict[str, Any], url: str) -> Finding:
    """Whether Twilio calls us when somebody writes; what follows a # is its own, and never sent."""
    called, method = webhook.get("callback_url") or "", webhook.get("callback_method") or "POST"
    if not called:
        return Finding(False, Text("doctor-whatsapp-inbound-missing", url=url))
    if (urldefrag(called).url, method) != (url, "POST"):
        there = f"{method} {called}"
        return Finding(False, Text("doctor-whatsapp-inbound-wrong", url=url, there=there))
    return Finding(True, Text("doctor-whatsapp-inbound-ok", url=url))


def _of_templates(there: dict[str, templates.Known]) -> Iterator[Finding]:
    """Of those that lack approval, what is to be done, by where they stand."""
    missing, waiting, refused = list[Template](), list[Template](), list[Template]()
    for each in templates.needed():
        found = there.get(each.friendly_name)
        status = found.status if found else "unsubmitted"
        if status == "unsubmitted":
            missing.append(each)
        elif status in LOOKED_AT:
            waiting.append(each)
        elif status != "approved":
            refused.append(each)
    if missing:
        yield Finding(False, Text("doctor-whatsapp-templates-missing", count=len(missing)))
    if refused:
        names = [f"{each.name} ({each.locale})" for each in refused]
        yield Finding(False, Text("doctor-whatsapp-templates-refused", names=names))
    if waiting:
        yield Finding(
            True, Text("doctor-whatsapp-templates-waiting", count=len(waiting)), hint=True
        )
    if not (missing or refused or waiting):
        yield Finding(True, Text("doctor-whatsapp-templates-ok"))
