"""Buttons and forms: they answer the question that they came with, whatever stands by now."""

from __future__ import annotations

from datetime import timedelta

from conversations import shut_out
from conversations.answers import pressed_answer
from conversations.floor import OpenDialogue
from conversations.texts import Text
from conversations.turn import Turn

IMPATIENT = timedelta(minutes=1)
"""A button that is pressed again within this time was pressed twice, and meant once."""


def pressed(turn: Turn) -> None:
    """Buttons always work: also after a restart, also when another question stands.

    What has just answered may be pressed again, by an impatient finger; that needs no words. Later
    the same button is as stale as any, and whoever presses it waits for something.
    """
    tokens = [action.rpartition(":") for action in turn.incoming.actions]
    owner = _asked_with(turn, tokens[0][0]) if tokens else None
    indexes = [
        int(index) for token, _, index in tokens if index.isdecimal() and _same(owner, token)
    ]
    answer = None
    if owner is not None and owner.pending and len(indexes) == len(tokens):
        answer = pressed_answer(owner.pending, indexes)
    buttons, question = " ".join(turn.incoming.actions), " ".join({each[0] for each in tokens})
    if owner is not None and owner.pending and answer is not None:
        turn.pressed = question if owner.pending.get("confidential") else buttons
        return turn.answer(owner, answer)
    if turn.pressed in {buttons, question} and _just_now(turn):
        return None
    return turn.say(Text("stale-button"))


def _just_now(turn: Turn) -> bool:
    return turn.heard_at is not None and turn.scope.now - turn.heard_at < IMPATIENT


def filled_in(turn: Turn) -> None:
    """A form that was sent."""
    owner = _asked_with(turn, turn.incoming.actions[0]) if turn.incoming.actions else None
    if owner is None or not owner.pending or not owner.pending["form"]:
        return turn.say(Text("stale-button"))
    return turn.answer(owner, {"values": dict(turn.incoming.values)})


def pressed_about_data(turn: Turn) -> None:
    """Of the buttons of somebody whom the team has removed, only those about their data work."""
    turn.keep_only(shut_out.DATA)
    if turn.incoming.actions and _asked_with(turn, turn.incoming.actions[0].rpartition(":")[0]):
        pressed(turn)


def _asked_with(turn: Turn, token: str) -> OpenDialogue | None:
    return next((each for each in turn.dialogues if each.token == token and token), None)


def _same(owner: OpenDialogue | None, token: str) -> bool:
    return owner is not None and owner.token == token
