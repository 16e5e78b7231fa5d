"""Approved templates: a knock at the door of somebody who has not written for a day.

A knock says that there is something and has one button; what there is comes once they answered, in
the open window. So nobody's words ever stand in a template, and approval depends on none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from twilio.rest import Client

from connectors.whatsapp.client import Body
from conversations.language import locales, render
from conversations.texts import Text

SEE = "see"
"""The id of the button of every knock."""
CATEGORY = "UTILITY"

KNOCKS: Mapping[str, frozenset[str]] = {
    "request": frozenset({
        "request-received", "request-again", "request-details", "request-no-details",
        "request-reworded",
    }),
    "reminder": frozenset({"request-reminder", "details-reminder"}),
    "news": frozenset({
        "buddy-offer", "buddy-request", "proposal", "thanks-received", "thanks-received-for",
        "thanks-received-plain", "thanks-received-words",
    }),
    "follow-up": frozenset({
        "follow-recall", "follow-recall-apart", "follow-talked", "follow-talked-again",
        "follow-talked-apart", "follow-talked-at", "round-end", "round-midway",
    }),
    "gathering": frozenset({
        "invitation", "invitation-once", "place-freed", "reminder-day", "reminder-day-maybe",
        "reminder-hour", "reminder-week", "reminder-week-maybe", "replay",
    }),
    "team": frozenset({
        "attendance", "energy-dips", "engine-fault", "reported", "review", "ritual-failed",
        "ritual-missed", "round-proposal", "roundup", "roundup-for-team", "story-for-the-team",
        "story-told", "survey-results", "survey-too-few", "team-answered", "team-message",
        "unanswered", "welcome-week",
    }),
}  # fmt: skip
"""Of each template, the texts that it announces. Any other notice is news, and so are words that
another member sends; what else the bot would ask or tell of its own accord waits in silence."""
ENDS = frozenset({
    "request-expired", "request-expired-team", "request-withdrawn", "request-withdrawn-gone",
})  # fmt: skip
"""That there is nothing to do any more is worth no knock: it is read with whatever else there is.
"""
IS_NEWS = ("notice", "relay")
"""What is somebody's own: see docs/delivery.md."""


@dataclass(frozen=True, slots=True)
class Template:
    """One of the needed set, in one language."""

    name: str
    locale: str

    @property
    def body(self) -> str:
        """What it says."""
        return render(Text(f"whatsapp-template-{self.name}"), self.locale)

    @property
    def friendly_name(self) -> str:
        """Its name at Twilio and Meta: other words are another template."""
        words = hashlib.sha256(self.body.encode()).hexdigest()[:8]
        return f"passerelle_{self.name.replace('-', '_')}_{self.locale}_{words}"

    def content(self) -> dict[str, Any]:
        """It, as the content API takes it."""
        title = render(Text("whatsapp-template-see"), self.locale)
        action = {"type": "QUICK_REPLY", "title": title, "id": SEE}
        return {
            "friendly_name": self.friendly_name, "language": self.locale,
            "types": {"twilio/quick-reply": {"body": self.body, "actions": [action]}},
        }  # fmt: skip


def needed() -> list[Template]:
    """Every template there should be."""
    return [Template(name, locale) for name in KNOCKS for locale in locales()]


def announcing(text: Text, purpose: str) -> str | None:
    """The name of the template that announces a text sent for this purpose; None for silence."""
    if text.key in ENDS:
        return None
    named = next((name for name, keys in KNOCKS.items() if text.key in keys), None)
    return named or ("news" if purpose in IS_NEWS else None)


@dataclass(frozen=True, slots=True)
class Known:
    """What Twilio knows of a template: `status` is Meta's word, or "unsubmitted"."""

    sid: str
    status: str


async def known(client: Client) -> dict[str, Known]:
    """What Twilio has of the needed set, by friendly name. Raises what the client does."""
    ours = {each.friendly_name for each in needed()}
    found = await client.content.v1.content_and_approvals.list_async()
    return {each.friendly_name: Known(each.sid, _status(each.approval_requests))
            for each in found if each.friendly_name in ours}  # fmt: skip


def _status(request: object) -> str:
    told = request.get("status") if isinstance(request, Mapping) else None
    return str(told or "unsubmitted")


async def submit(client: Client) -> int:
    """Send what is missing for approval; how many. Raises what the client does."""
    there = await known(client)
    missing = list(_missing(there))
    for template, sid in missing:
        made = sid or (await client.content.v1.contents.create_async(Body(template.content()))).sid
        ask = Body({"name": template.friendly_name, "category": CATEGORY})
        await client.content.v1.contents(made).approval_create.create_async(ask)
    return len(missing)


def _missing(there: Mapping[str, Known]) -> Iterator[tuple[Template, str | None]]:
    for template in needed():
        found = there.get(template.friendly_name)
        if found is None or found.status == "unsubmitted":
            yield template, found.sid if found else None
