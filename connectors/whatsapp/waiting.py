"""What waits until people write, as the doctor tells it: how much, since when, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from connectors.base import Finding
from connectors.whatsapp.knocks import NO_TEMPLATE
from connectors.whatsapp.templates import KNOCKS
from conversations.outgoing import Outgoing
from conversations.texts import Text
from storage.held import HELD
from storage.outbox import outbox, spaces

_CODE = re.compile(r"twilio (\S+)")
OURS = {
    "closed": "doctor-whatsapp-held-closed",
    "no-template": "doctor-whatsapp-held-no-template",
}  # fmt: skip
"""Causes that are no refusal, as they are told; any other is a code of Twilio's."""


def findings(connection: Connection) -> Iterator[Finding]:
    """A line for each reason; what the team does not read, or nobody hears of, is a fault."""
    groups: dict[tuple[bool, str], list[Row[Any]]] = defaultdict(list)
    for row in _held(connection):
        groups[_is_for_the_team(row), _cause(row.reason or "")].append(row)
    for (for_team, cause), rows in sorted(groups.items(), reverse=True):
        key = "doctor-whatsapp-held-team" if for_team else "doctor-whatsapp-held"
        fault = for_team or cause not in OURS
        yield Finding(not fault, _told(key, cause, rows), hint=not fault)


def _held(connection: Connection) -> Sequence[Row[Any]]:
    query: Select[Any] = (
        select(outbox.c.space_id, outbox.c.place, outbox.c.reason, outbox.c.payload,
               outbox.c.created_at)
        .join(spaces, spaces.c.id == outbox.c.space_id)
        .where(HELD, spaces.c.connector == "whatsapp")
        .order_by(outbox.c.id)
    )  # fmt: skip
    return connection.execute(query).all()


def _is_for_the_team(row: Row[Any]) -> bool:
    return Outgoing.of(row.payload).text.key in KNOCKS["team"]


def _cause(reason: str) -> str:
    code = _CODE.search(reason)
    if code is not None:
        return code[1]
    return "no-template" if NO_TEMPLATE in reason else "closed"


def _told(key: str, cause: str, rows: Sequence[Row[Any]]) -> Text:
    people = {(row.space_id, row.place) for row in rows}
    since = min(row.created_at for row in rows)
    why = Text(OURS.get(cause, "doctor-whatsapp-held-refused"), code=cause)
    return Text(
        key, count=len(rows), people=len(people), since=f"{since:%Y-%m-%d}",
        why=why,
    )  # fmt: skip
