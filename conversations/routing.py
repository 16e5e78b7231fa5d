"""Where an event goes: global words, then the standing question, then understanding, then help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from community import members, sensitive, standings
from conversations import (
    comings,
    early_needs,
    floor,
    guidance,
    late,
    relaying,
    shut_out,
    small_talk,
    waiting,
    wishes,
)
from conversations.addressing import told_of
from conversations.answers import shared, typed_answer
from conversations.bare_names import bare_name
from conversations.bringing import bring
from conversations.commands import Command, called, offered_to, typed
from conversations.floor import OpenDialogue
from conversations.incoming import Kind
from conversations.link_codes import alone, brought
from conversations.meaning import Step, next_step
from conversations.overhearing import overhear
from conversations.phrases import told
from conversations.pressing import filled_in, pressed, pressed_about_data
from conversations.spoken_to import meant_for_us
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import understand
from conversations.unseen import answerable
from conversations.urgent import urgent
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


def said(turn: Turn) -> None:
    """Words in the direct line."""
    text = turn.incoming.text
    if text.startswith("/"):
        return commanded(turn, *typed(text))
    command, standing = called(text), turn.standing()
    if guidance.given_to_newcomer(turn, text):
        return comings.welcome_first(turn) if standing is None else turn.ask_standing()
    if small_talk.asked_who(turn, standing):
        return None
    if command is not None and not _is_answer(turn, standing, text):
        return commanded(turn, command, "")
    asked = answerable(turn, standing)
    if asked is not None and asked.pending:
        if _heard(turn, asked, asked.pending):
            return None
        standing = _beneath(turn, asked) if asked is standing else standing
    if standing is None and late.answered(turn, text):
        return None
    return guessed(turn, standing)


def _heard(turn: Turn, standing: OpenDialogue, pending: Mapping[str, Any]) -> bool:
    """Whether words are an answer to the question that stands, or asked for what goes before it."""
    text, locale = turn.incoming.text, turn.member.locale
    if (step := _asked_instead(turn, standing)) is not None:
        turn.start(*step)
        return True
    if small_talk.met(turn, standing) or early_needs.kept_for_later(turn, standing):
        return True
    answer = typed_answer(pending, text, locale)
    if answer and pending["free"] and (step := urgent(turn, standing)):
        turn.start(*step)
    elif answer is not None:
        turn.answer(standing, answer)
    elif shared(pending, text, locale):
        turn.advance(standing, Text("answer-several"))
    else:
        return False
    return True


def _asked_instead(turn: Turn, standing: OpenDialogue) -> Step | None:
    """What words ask for that are no answer, whatever stands: to come back, or to be one's self.

    Where a member's words are asked for, a code would go to somebody else, who could use it.
    """
    text = turn.incoming.text
    if standing.yields and comings.wants_back(turn, text):
        return "resume", {}
    code = alone(text) if turn.member.welcomed else brought(text)
    return ("link", {"code": code}) if code else None


def guessed(turn: Turn, standing: OpenDialogue | None) -> None:
    """Neither a command nor an answer: understand it, or say what can be done here."""
    if not turn.member.welcomed:
        return comings.welcome_first(turn) if standing is None else turn.ask_again(standing)
    text = turn.incoming.text
    if plainly := _said_plainly(turn):
        return turn.start(*plainly)
    if small_talk.answered(turn, standing):
        return None
    if standing is None and (name := bare_name(turn.scope, text)):
        return turn.start("who", {"name": name})
    meant = understand(text, where="direct", locale=turn.member.locale)
    asked = standing is not None and not standing.is_put_off
    step = next_step(meant, text=text, asked=asked)
    if sensitive.subject(text) is not None and _misses_it(step):
        step = "ask", {"need": text}
    elif standing is None and small_talk.introduced(turn, step):
        return None
    if step is not None:
        return turn.start(*step)
    if standing is not None:
        return turn.ask_again(standing)
    return led_nowhere(turn, meant.intent)


def _misses_it(step: Step | None) -> bool:
    """Whether what is hard in a text would go unseen: “to die” alone is no cry for help."""
    if step is None or step[0] == "unsure":
        return True
    return step[0] == "ask" and sensitive.subject(str(step[1].get("need", ""))) is None


def _said_plainly(turn: Turn) -> Step | None:
    """What needs no guess: words about somebody, a wish, a phrase, or words for somebody else."""
    event = turn.incoming
    if (about := told_of(turn.scope, event.text)) is not None:
        return about[0], {"about": about[1]}
    if code := brought(event.text):
        return "link", {"code": code}
    if wish := wishes.wish(event.text):
        return "reached", {"wish": dict(wish)}
    if (dialogue := told(event.text)) is not None:
        return dialogue, {}
    if not event.data.get("for_the_bot") and (other := relaying.meant(turn)):
        meant = {"introduction": other.introduction, "words": event.text, "event": event.event}
        return "relay-meant", meant
    return None


def led_nowhere(turn: Turn, intent: str) -> None:
    """What leads to no dialogue."""
    match intent:
        case "thanks":
            if not relaying.kept_back(turn):
                turn.say(Text("welcome-to-it"))
        case "cancel" if standings.has_any(turn.scope):
            turn.start("where")
        case "cancel":
            cancelled(turn)
        case "help":
            small_talk.help_(turn)
        case _:
            small_talk.offer(turn, "nothing")


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
        return comings.welcome_first(turn)
    assert command.dialogue is not None
    args: dict[str, Any] = {command.argument: rest} if command.argument and rest else {}
    if command.here and "place" in turn.incoming.data:
        args["place"] = turn.incoming.data["place"]
    if command.spot and turn.incoming.spot:
        args["spot"] = turn.incoming.spot.kept()
    return turn.start(command.dialogue, args)


def cancelled(turn: Turn) -> None:
    """The standing dialogue ends; what waited behind it goes on."""
    standing = floor.holder(turn.dialogues)
    if standing is None or turn.is_unseen(standing):
        return turn.say(Text("cancel-nothing"))
    if not turn.registry[standing.name].cancellable:
        standing.put_off()
        return turn.say(Text("cancel-later"))
    turn.say(Text("cancelled"))
    return turn.cancel(standing)


def _is_answer(turn: Turn, standing: OpenDialogue | None, text: str) -> bool:
    """Whether a global word is what an option that stands right now is called: then it is that."""
    if standing is None or not standing.pending or turn.is_unseen(standing):
        return False
    answer = typed_answer(standing.pending, text, turn.member.locale)
    return answer is not None and ("chosen" in answer or not standing.pending["free"])


def _beneath(turn: Turn, standing: OpenDialogue) -> OpenDialogue | None:
    """Whose question words may be for that are no answer to this one: below a list that somebody
    looked up, what the list interrupted."""
    if standing.is_looked_at:
        return floor.interrupted(turn.dialogues)
    return None if standing.yields else standing


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
