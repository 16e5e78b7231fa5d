"""Somebody whom the team has removed: their data is theirs to have and to erase, no more (P42)."""

from __future__ import annotations

from community import moderation
from conversations.answers import typed_answer
from conversations.commands import called, typed
from conversations.meaning import next_step
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import understand

DATA = "mydata-removed"
"""The one dialogue that is left to them."""


def spoken(turn: Turn) -> None:
    """An answer about their data, or a wish for it; all else is told once what is left, and how."""
    turn.keep_only(DATA)
    if turn.incoming.place_kind != "direct":
        return
    text, standing = _said(turn), turn.standing()
    if standing is not None and standing.pending:
        answer = typed_answer(standing.pending, text, turn.member.locale)
        if answer is not None:
            return turn.answer(standing, answer)
    if _is_about_data(turn, text):
        turn.start(DATA)
    elif moderation.answer_once(turn.scope):
        turn.say(Text("removed-answer"))


def silent(_: Turn) -> None:
    """They were told that nobody writes to them any more."""


def _said(turn: Turn) -> str:
    event = turn.incoming
    if event.kind == "message":
        return event.text
    return f"/{event.command.removeprefix('/')} {event.text}".strip()


def _is_about_data(turn: Turn, text: str) -> bool:
    command = typed(text)[0] if text.startswith("/") else called(text)
    if command is not None:
        return command.name == "mydata"
    meant = understand(text, where="direct", locale=turn.member.locale)
    step = next_step(meant, text=text, asked=False)
    return step is not None and step[0] == "mydata"
