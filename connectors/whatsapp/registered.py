"""What Twilio and Meta know of us: our number, whom it calls, our templates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urldefrag

from twilio.rest import Client

from connectors.base import Finding
from connectors.whatsapp import templates
from connectors.whatsapp.settings import WhatsAppSettings
from conversations.texts import Text

SANDBOX = "whatsapp:+14155238886"
"""Twilio's own number to try things with: it belongs to no account, and takes Twilio's templates
only (Twilio docs, "WhatsApp Sandbox")."""
ONLINE = {"ONLINE", "ONLINE:UPDATING"}
"""Statuses of a number that sends and receives (twilio 9.13, ChannelsSenderInstance.Status)."""


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
        if (status := str(sender.status)) not in ONLINE:
            yield Finding(False, Text("doctor-whatsapp-number-offline", status=status))
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
    """What is to be done about them, by where they stand."""
    groups: dict[str, list[str]] = defaultdict(list)
    for each in templates.needed():
        stands = _stands(there.get(each.friendly_name))
        groups[stands].append(f"{each.name} ({each.locale})")
    if missing := groups["missing"]:
        yield Finding(False, Text("doctor-whatsapp-templates-missing", count=len(missing)))
    if refused := groups["refused"]:
        yield Finding(False, Text("doctor-whatsapp-templates-refused", names=refused))
    if waiting := groups["waiting"]:
        told = Text("doctor-whatsapp-templates-waiting", count=len(waiting))
        yield Finding(True, told, hint=True)
    if moved := groups["moved"]:
        yield Finding(True, Text("doctor-whatsapp-templates-moved", names=moved), hint=True)
    if not (missing or refused or waiting):
        yield Finding(True, Text("doctor-whatsapp-templates-ok"))


def _stands(known: templates.Known | None) -> str:
    if known is None or known.status == "unsubmitted":
        return "missing"
    if known.is_refused:
        return "refused"
    if known.status != "approved":
        return "waiting"
    return "well" if known.category == templates.CATEGORY else "moved"
