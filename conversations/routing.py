"""Where an event goes: each kind its own way, and who was removed few of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from community import members
from conversations import (
    comings,
    relaying,
    shut_out,
    waiting,
)
from conversations.bringing import bring
from conversations.commanded import commanded
from conversations.commands import typed
from conversations.direct_line import said
from conversations.incoming import Kind
from conversations.overhearing import calls, overhear
from conversations.pressing import filled_in, pressed, pressed_about_data
from conversations.spoken_to import meant_for_us
from conversations.texts import Text
from conversations.turn import Turn
from storage import inbox


def route(turn: Turn) -> None:
    """Do what one event asks for."""
    if turn.person is not None and turn.person.removed:
        return REMOVED.get(turn.incoming.kind, shut_out.silent)(turn)
    match turn.incoming.kind:
        case "join":
            comings.joined(turn)
        case kind if turn.person is not None:
            ROUTES[kind](turn)


def started(turn: Turn) -> None:
    """The bot has something to say or to ask of its own accord."""
    turn.spontaneous = True
    turn.start(turn.incoming.data["dialogue"], turn.incoming.data["args"])


def spoken(turn: Turn) -> None:
    """Words or a command, somewhere; a button that is pressed after them is meant."""
    turn.pressed = None
    if turn.incoming.place_kind != "direct":
        overheard(turn)
    elif turn.incoming.kind == "command":
        commanded(turn, *typed(f"{turn.incoming.command} {turn.incoming.text}"))
    elif command := relaying.command_beside(turn):
        commanded(turn, *typed(command))
    elif relaying.passed(turn):
        return
    elif not (turn.incoming.lost or turn.incoming.picture):
        said(turn)
    elif turn.incoming.text:
        turn.say(Text("only-the-words"))
        said(turn)
    elif not relaying.kept_back(turn):
        turn.say(Text("only-words"))


def fallen_due(turn: Turn) -> None:
    """A timer: of a dialogue that waits, that wants the floor, or that was broken and mended."""
    turn.spontaneous = True
    for dialogue in turn.dialogues:
        if dialogue.id != turn.incoming.data["dialogue"] or dialogue.status == "open":
            continue
        if dialogue.status == "over":
            turn.end(dialogue)
        elif dialogue.status in {"held", "queued"}:
            bring(turn, dialogue)
        else:
            turn.advance(dialogue)


def overheard(turn: Turn) -> None:
    """In a channel or a room the bot answers only when spoken to, and then privately.

    What was said there happens once more in the direct line of whoever spoke, with the same claim
    to a role: where somebody spoke takes nothing from what they may do.
    """
    event = turn.incoming
    words = meant_for_us(event)
    if words is None and calls(turn):
        words = event.text
    if words is None:
        return overhear(turn)
    line = members.direct_line(turn.scope, turn.member.id)
    assert line is not None
    privately = replace(
        event, kind="message", place_kind="direct", text=words, command="",
        data={"place": event.place, "command": event.kind == "command"},
    )  # fmt: skip
    inbox.put(
        turn.scope.connection, space_id=line.space_id, event_id=f"{inbox.OURS}direct:{event.event}",
        place=line.direct_place, sender=line.external_id, now=turn.scope.now,
        payload=privately.payload(),
    )  # fmt: skip
    turn.scope.close(keep=True)


ROUTES: dict[Kind, Callable[[Turn], None]] = {
    "start": started,
    "due": fallen_due,
    "leave": comings.left,
    "change": comings.changed,
    "look": waiting.looked,
    "erase": comings.erased,
    "merge": comings.merged,
    "part": comings.parted,
    "message": spoken,
    "command": spoken,
    "action": pressed,
    "form": filled_in,
}
REMOVED: dict[Kind, Callable[[Turn], None]] = {
    "message": shut_out.spoken,
    "command": shut_out.spoken,
    "action": pressed_about_data,
    "erase": comings.erased,
}
"""What whoever was removed by the team may still do."""
