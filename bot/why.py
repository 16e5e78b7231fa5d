"""Why a message left when it did, waits, or never left: for organisers, in one line."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from conversations.texts import Text
from storage.outbox import outbox

RULES = {
    "left": "why-rule-left", "newcomer": "why-rule-newcomer", "paused": "why-rule-paused",
    "stopped": "why-rule-stopped", "no-suggestions": "why-rule-no-suggestions",
    "budget": "why-rule-budget", "blocked": "why-rule-blocked",
    "quiet-hours": "why-rule-quiet-hours", "floor": "why-rule-floor",
    "settled": "why-rule-settled",
}  # fmt: skip
"""What `conversations.delivery.Decision.rule` means."""
STATES = {"sent": "why-sent", "queued": "why-queued", "held": "why-platform",
          "failed": "why-failed", "dropped": "why-dropped"}  # fmt: skip


def explained(connection: Connection, message: int) -> Text | None:
    """What became of a message, and by which rule; None when there is none of that number."""
    row = connection.execute(select(outbox).where(outbox.c.id == message)).first()
    if row is None:
        return None
    told = row.decision or {}
    if row.state == "refused":
        return Text("why-refused", id=str(row.id), rule=_rule(told))
    waited = _waited(told) if "until" in told else _purpose(row)
    if row.state == "waiting":
        return Text("why-line", id=str(row.id), what=waited)
    reason = {"reason": row.reason or ""} if row.state in {"failed", "held"} else {}
    return Text("why-and", id=str(row.id), what=waited, then=Text(STATES[row.state], **reason))


def _purpose(row: Row[Any]) -> Text:
    return Text("why-at-once", purpose=row.purpose)


def _waited(told: dict[str, str]) -> Text:
    there = datetime.fromisoformat(told["until"]).astimezone(ZoneInfo(told["zone"]))
    return Text("why-held", at=f"{there:%H:%M}", zone=told["zone"], rule=_rule(told))


def _rule(told: dict[str, str]) -> Text:
    return Text(RULES[told["rule"]])
