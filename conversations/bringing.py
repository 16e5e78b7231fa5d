"""What the bot has to say of its own accord: now, later or never, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from conversations import delivery
from conversations.delivery import Decision
from conversations.floor import OpenDialogue
from storage import outbox

if TYPE_CHECKING:
    from conversations.turn import Turn

log = structlog.get_logger()


def bring(turn: Turn, opened: OpenDialogue) -> None:
    """Begin it, keep it for later, or let it be.

    One that waits has not begun: what it would replace stands until it does.
    """
    opened.touched = True
    if not turn.has_a_point(opened):
        return opened.step_back("ended")
    definition = turn.registry[opened.name]
    decision = delivery.decide(turn.scope, turn.member.id, definition, opened.args)
    if decision.until is not None:
        _hold(turn, opened, decision)
    elif decision.refused:
        _refuse(turn, opened, decision)
    else:
        return turn.begin(opened)
    return turn.scope.close(keep=True)


def note(turn: Turn, opened: OpenDialogue, state: str, decision: Decision) -> None:
    """The row by which organisers are told why, before there is anything to say in it."""
    connection, kept = turn.scope.connection, decision.kept()
    if opened.held is not None:
        return outbox.decide(connection, opened.held, state, kept)
    purpose = turn.registry[opened.name].purpose
    row = {
        "space_id": turn.incoming.space_id, "place": turn.incoming.place, "purpose": purpose,
        "member_id": turn.member.id, "decision": kept, "created_at": turn.scope.now,
        "broadcast_id": turn.broadcast,
    }  # fmt: skip
    opened.held = outbox.note(connection, state, row)
    return None


def _hold(turn: Turn, opened: OpenDialogue, decision: Decision) -> None:
    for former in turn.dialogues:
        same = former.name == opened.name and former.args == opened.args
        if former is not opened and same and former.status == "held":
            turn.end(former)
    note(turn, opened, "waiting", decision)
    log.info("held", message=opened.held, dialogue=opened.name, rule=decision.rule)
    opened.step_back("held", decision.until)


def _refuse(turn: Turn, opened: OpenDialogue, decision: Decision) -> None:
    refused = turn.registry[opened.name].refused
    if refused is not None:
        refused(turn.scope, opened.args)
    note(turn, opened, "refused", decision)
    log.info("refused", message=opened.held, dialogue=opened.name, rule=decision.rule)
    opened.held = None
    opened.step_back("ended")
