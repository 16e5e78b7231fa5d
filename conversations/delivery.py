"""What leaves, and when: the rules of docs/delivery.md, in one place.

A reply and a notice leave at once, but for news that can wait for the morning. What the bot asks of
its own accord (a solicitation, a broadcast) waits for the end of the member's quiet hours, unless
it would be of no use then, or is refused; each with a reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from community import budget, peace
from community.peace import Reached
from community.scope import Scope
from conversations.dialogue import Definition
from storage.tables import Member


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a message: `rule` is a code, "" where nothing stood in its way.

    With `until` it waits, in the member's time zone `zone`; without, it is refused.
    """

    rule: str = ""
    until: datetime | None = None
    zone: str = ""

    @property
    def refused(self) -> bool:
        """Whether it never leaves."""
        return bool(self.rule) and self.until is None

    def kept(self) -> dict[str, Any]:
        """What the outbox row keeps of it: codes, never words."""
        if self.until is None:
            return {"rule": self.rule}
        return {"rule": self.rule, "until": self.until.isoformat(), "zone": self.zone}


AT_ONCE = Decision()


def decide(
    scope: Scope, member_id: int, definition: Definition, args: Mapping[str, Any]
) -> Decision:
    """Whether what the bot would say of its own accord may leave now."""
    if definition.purpose in {"reply", "notice"}:
        waits = definition.by_day and not args.get("asked")
        return _at_day(scope, peace.of(scope, member_id)) if waits else AT_ONCE
    asks = definition.purpose == "solicitation"
    if asks:
        _lock(scope, member_id)
    standing = peace.standing(scope, member_id)
    rule = standing.obstacle(suggestion=definition.suggestion)
    if not rule and definition.objection is not None:
        rule = definition.objection(scope, args)
    counted = definition.counts_as or definition.name
    if not rule and asks:
        rule = "" if budget.spend(scope, member_id, about(counted, args)) else "budget"
    if rule:
        return Decision(rule)
    morning = _at_day(scope, standing.reached)
    needed = definition.needed_by
    if needed and morning.until and morning.until > needed(scope, args):
        return AT_ONCE
    return morning


def _at_day(scope: Scope, reached: Reached) -> Decision:
    """At once, or at the end of the quiet hours that it is now."""
    until = reached.quiet.until(scope.now, reached.zone)
    return Decision("quiet-hours", until, reached.zone) if until else AT_ONCE


def about(name: str, args: Mapping[str, Any]) -> str:
    """What something is asked for: the dialogue and the ids it was begun with."""
    return ":".join([name, *(str(each) for each in args.values() if isinstance(each, int))])


def _lock(scope: Scope, member_id: int) -> None:
    """The member's row: nobody else counts what they are asked for at the same time."""
    scope.db.exec(select(Member.id).where(col(Member.id) == member_id).with_for_update()).one()
