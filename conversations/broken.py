"""A dialogue that broke: its answers stay, and the fix will go on from there."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import structlog

from community import members
from conversations.floor import OpenDialogue
from conversations.texts import Text

if TYPE_CHECKING:
    from conversations.turn import Turn

log = structlog.get_logger()


def broke(turn: Turn, dialogue: OpenDialogue, fault: Exception) -> None:
    """Apologise once, and tell the organisers."""
    where = traceback.format_tb(fault.__traceback__)
    log.error("dialogue-broke", dialogue=dialogue.name, fault=type(fault).__name__, where=where)
    if dialogue.status != "broken":
        turn.say(Text("engine-sorry"))
        _tell_organisers(turn, dialogue.name, type(fault).__name__)
    dialogue.step_back("broken")
    turn.pass_the_floor()


def _tell_organisers(turn: Turn, dialogue: str, fault: str) -> None:
    scope = turn.scope
    occasion = f"{dialogue}:{fault}:{scope.now.date()}"
    for organiser in members.organisers(scope):
        scope.notify(
            organiser, "fault", once_for=occasion, as_staff=True, dialogue=dialogue, fault=fault
        )
    scope.close(keep=True)
