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
LOOKED_AT = frozenset({"received", "pending"})
"""Statuses of a template that takes nothing but time (spec twilio_content_v1, approvals)."""

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

    def content(self, number: int) -> dict[str, Any]:
        """It, as the content API takes it, at its n-th try."""
        title = render(Text("whatsapp-template-see"), self.locale)
        action = {"type": "QUICK_REPLY", "title": title, "id": SEE}
        return {
            "friendly_name": _numbered(self.friendly_name, number), "language": self.locale,
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
    """What Twilio knows of a template: `status` is Meta's word, or "unsubmitted".

    `number` counts its names: one that was refused is submitted again under another. `category` is
    Meta's, and `reason` what Twilio says of a refusal.
    """

    sid: str
    status: str
    number: int = 1
    category: str = CATEGORY
    reason: str = ""

    @property
    def is_refused(self) -> bool:
        """Whether it can't be used, and time alone will not help."""
        return self.status not in {"unsubmitted", "approved", *LOOKED_AT}


async def known(client: Client) -> dict[str, Known]:
    """What Twilio has of the needed set, by friendly name without a number: of each the one that
    is approved, or else the newest. Raises what the client does."""
    found: dict[str, Known] = {}
    for each in await client.content.v1.content_and_approvals.list_async():
        name, number = _parted(str(each.friendly_name))
        here, other = _read(each, number), found.get(name)
        if other is None or _rank(here) > _rank(other):
            found[name] = here
    return {name: found[name] for name in (each.friendly_name for each in needed())
            if name in found}  # fmt: skip


def _read(content: Any, number: int) -> Known:
    request = content.approval_requests
    told = request if isinstance(request, Mapping) else {}
    return Known(
        content.sid, str(told.get("status") or "unsubmitted"), number,
        str(told.get("category") or CATEGORY), str(told.get("rejection_reason") or ""),
    )  # fmt: skip


def _rank(known: Known) -> tuple[bool, int]:
    return known.status == "approved", known.number


def _numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}_v{number}"


def _parted(name: str) -> tuple[str, int]:
    """A name at Twilio, and its number."""
    base, mark, number = name.rpartition("_v")
    return (base, int(number)) if mark and number.isdecimal() else (name, 1)


async def submit(client: Client, again: bool = False) -> int:
    """Send what is missing for approval; how many. Raises what the client does.

    `again` also sends what was refused, under a new name: that of a deleted template can't be
    taken for 30 days (Infobip docs, "Delete WhatsApp template").
    """
    missing = list(_missing(await known(client), again))
    for template, number, sid in missing:
        content = template.content(number)
        made = sid or (await client.content.v1.contents.create_async(Body(content))).sid
        ask = Body({"name": content["friendly_name"], "category": CATEGORY})
        await client.content.v1.contents(made).approval_create.create_async(ask)
    return len(missing)


def _missing(there: Mapping[str, Known], again: bool) -> Iterator[tuple[Template, int, str | None]]:
    for template in needed():
        found = there.get(template.friendly_name)
        if found is None:
            yield template, 1, None
        elif found.status == "unsubmitted":
            yield template, found.number, found.sid
        elif again and found.is_refused:
            yield template, found.number + 1, None
