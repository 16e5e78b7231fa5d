"""Double taps: the buttons that have just answered in a place, pressed once more, say nothing new.

The question is closed by then and its dialogue may be over, so the place itself remembers them.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select, update

from conversations.turn import Turn
from storage.tables import Conversation, table

conversations = table(Conversation)

_here = (
    conversations.c.space_id == bindparam("space"),
    conversations.c.place == bindparam("in"),
)
_last = select(conversations.c.pressed).where(*_here)
_keep = update(conversations).where(*_here).values(pressed=bindparam("actions"))


def keep(turn: Turn) -> None:
    """Remember the buttons that answer now, until others do."""
    turn.scope.connection.execute(_keep, _place(turn) | {"actions": _actions(turn)})


def is_repeated(turn: Turn) -> bool:
    """Whether these very buttons answered last."""
    return turn.scope.connection.execute(_last, _place(turn)).scalar() == _actions(turn)


def _place(turn: Turn) -> dict[str, object]:
    return {"space": turn.incoming.space_id, "in": turn.incoming.place}


def _actions(turn: Turn) -> str:
    return " ".join(turn.incoming.actions)
