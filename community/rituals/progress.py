"""How far what is told to many has come: who has it, who waits and why, who can't be reached.

Read from the outbox, whose rows stay for a week after they were sent (`outbox.IDS_KEPT`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Case, case, func
from sqlmodel import col, select

from community.scope import Scope
from storage.outbox import IDS_KEPT
from storage.tables import Broadcast, Inbox, Outbox

WAITS = ("soon", "quiet-hours", "floor", "window", "platform")
"""Why somebody does not have it yet: it is their turn soon; it is night where they are; another
question waits for their answer; the platform takes nothing before they write; it asks for patience.
"""
MISSES = ("closed", "failed", "budget", "paused", "peace")
"""Why somebody won't get it: their direct messages are closed; the platform does not take it; they
were asked for enough this week; they are paused; they want to be left in peace."""


@dataclass(frozen=True, slots=True)
class Progress:
    """People: `total` in all, `got` have it; how many for each of WAITS and MISSES."""

    total: int = 0
    got: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def over(self) -> bool:
        """Whether nobody waits any more."""
        return not any(self.counts.get(each) for each in WAITS)


def of_runs(scope: Scope, run_ids: Sequence[int]) -> dict[int, Progress]:
    """By run, how far its messages have come; runs that told nobody in the last days are left out.

    Of a run that tells something twice (a question, then its round-up) it is the last.
    """
    query = (
        select(Broadcast)
        .where(col(Broadcast.run_id).in_(run_ids), col(Broadcast.begun_at) > scope.now - IDS_KEPT)
        .order_by(col(Broadcast.id))
    )
    last = {row.run_id: row for row in scope.db.exec(query) if row.run_id is not None}
    return {run_id: of(scope, row) for run_id, row in last.items()}


def of_run(scope: Scope, run_id: int) -> Progress:
    """How far the messages of one run have come; of nobody when it tells nobody."""
    return of_runs(scope, [run_id]).get(run_id, Progress())


def of(scope: Scope, row: Broadcast) -> Progress:
    """How far one of them has come."""
    rows = select(_what().label("what")).where(col(Outbox.broadcast_id) == row.id).subquery()
    query = select(rows.c.what, func.count()).group_by(rows.c.what)
    found: dict[str, int] = dict(scope.db.exec(query).all())
    got, to_come = found.pop("got", 0), max(row.total - row.told, 0) if row.due_at else 0
    found["soon"] = found.get("soon", 0) + to_come + _to_begin(scope, row)
    return Progress(row.total, got, {each: found.get(each, 0) for each in (*WAITS, *MISSES)})


def _what() -> Case[str]:
    """What became of a message, in one word."""
    state, closed = col(Outbox.state), col(Outbox.reason).startswith("Closed:")
    rule = col(Outbox.decision)["rule"].as_string()
    return case(
        (state == "sent", "got"), (state == "held", "window"),
        ((state == "refused") & rule.in_(("budget", "paused")), rule),
        (state == "refused", "peace"), (state == "waiting", rule),
        ((state == "failed") & closed, "closed"), (state == "failed", "failed"),
        (state == "dropped", "dropped"), (col(Outbox.attempts) > 0, "platform"), else_="soon",
    )  # fmt: skip


def _to_begin(scope: Scope, row: Broadcast) -> int:
    """How many of those who were told will be told by the engine in a moment."""
    query = select(func.count(col(Inbox.id))).where(
        col(Inbox.state) == "pending", col(Inbox.event_id).startswith(f"our:broadcast:{row.id}:")
    )
    return scope.db.exec(query).one()
