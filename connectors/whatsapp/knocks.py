"""A knock's fate: noted once it is on its way, taken back where it failed, and then tried again.

The message behind it never goes with it: it is held until the person writes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select

from connectors.rooms import DIRECT
from connectors.whatsapp import people
from connectors.whatsapp.outcomes import LATER, ORGANISERS, of_code
from connectors.whatsapp.templates import Template
from storage import held
from storage.tables import Sending, table

sendings = table(Sending)

PREFIX = "knock:"
"""Before the outbox row that it is for: the key of its one piece."""
CLOSED, NO_TEMPLATE = "the window is closed", "no template"
"""Why a message is held where nothing was refused."""

OF_TEMPLATE = frozenset({21655, 63005, 63013, 63016, 63021, 63040, 63041, 63042})
"""Codes that, of a knock, speak against its template and not against the person."""


def what(template: Template) -> dict[str, Any]:
    """What is kept of one on its way."""
    return {"knock": template.name, "template": template.friendly_name}


def again(code: int | None, status: int | None = None) -> timedelta | None:
    """After how long one that was refused so is tried once more; None for never."""
    outcome = of_code(code, status)
    if code in OF_TEMPLATE:
        return outcome.after or ORGANISERS.after
    return outcome.after or LATER.after if outcome.kind == "retry" else None


def sent(connection: Connection, key: str, space: int, person: str, template: Template) -> bool:
    """Note that it is on its way, unless it is known by now to have failed."""
    under_way = select(sendings.c.key).where(sendings.c.key == f"{PREFIX}{key}")
    if connection.execute(under_way).first() is None:
        return False
    people.knocked(connection, space, person, template.name)
    return True


def failed(connection: Connection, row: Row[Any], code: int | None, now: datetime) -> str | None:
    """It was accepted, and did not arrive; gives the template that this speaks against."""
    about = row.payload or {}
    person = row.place.removeprefix(DIRECT)
    people.not_knocked(connection, row.space_id, person, about.get("knock", ""))
    behind = int(row.key.removeprefix(PREFIX))
    held.hold(connection, behind, f"Held: {refused(code)}", now, again(code))
    return about.get("template") if code in OF_TEMPLATE else None


def refused(code: int | None) -> str:
    """Why a message is held behind a knock that was refused."""
    return f"twilio {code or '?'}"


def look_again(connection: Connection, space: int, now: datetime, approved: bool) -> int:
    """Knock once more where it is time, and, once one was `approved`, for want of a template."""
    tried = held.try_again(connection, space, now)
    if approved:
        tried += held.try_those(connection, space, f"Held: {NO_TEMPLATE}", now)
    return tried
