"""Commands, also those that are only one word: "cancel", "aide"."""

from __future__ import annotations

from typing import Any

from community import sensitive, standings
from conversations import comings, floor, guidance, several, small_talk, stakes
from conversations.commands import Command, offered_to
from conversations.texts import Text
from conversations.turn import Turn

LISTS = ("where",)
"""Dialogues that show what is under way: to close one cancels nothing."""
OFFERS = ("menu", "unsure", "either", "withdraw", *LISTS)
"""Dialogues that only ask what somebody may have meant: one's own place is more than these."""


def commanded(turn: Turn, command: Command | None, rest: str) -> None:
    """A command, with what followed it."""
    small_talk.speak_as(turn)
    if command is None:
        return small_talk.unknown(turn)
    if command.name == "help":
        return small_talk.help_(turn)
    if command.name == "cancel":
        return cancelled(turn)
    if command not in offered_to(turn.member.role):
        return turn.say(Text("not-allowed"))
    if not (command.newcomers or turn.member.welcomed):
        guidance.given_to_newcomer(turn, rest)
        return comings.welcome_first(turn)
    assert command.dialogue is not None
    args: dict[str, Any] = {command.argument: rest} if command.argument and rest else {}
    if command.here and "place" in turn.incoming.data:
        args["place"] = turn.incoming.data["place"]
    if command.spot and turn.incoming.spot:
        args["spot"] = turn.incoming.spot.kept()
    if command.name == "ask" and sensitive.subject(rest) is None:
        steps = several.wishes(turn.scope, rest, turn.member.locale, asks=True)
        if steps:
            return several.begin(turn, steps)
    several.keep(turn, command.dialogue, args)
    return turn.start(command.dialogue, args)


def cancelled(turn: Turn) -> None:
    """The standing dialogue ends; what waited behind it goes on."""
    standing = floor.holder(turn.dialogues)
    begun = standing is not None and standing.name not in OFFERS
    if not begun and (step := stakes.held(turn.scope)):
        return turn.start(*step)
    if not begun and standings.waiting(turn.scope):
        return turn.start("withdraw", {})
    if standing is None or standing.name == "menu" or turn.is_unseen(standing):
        return turn.say(Text("cancel-nothing"))
    if standing.name in LISTS:
        turn.say(Text("where-kept"))
        return turn.cancel(standing)
    if not turn.registry[standing.name].cancellable:
        standing.put_off()
        return turn.say(Text("cancel-later"))
    turn.say(Text("cancelled"))
    return turn.cancel(standing)
