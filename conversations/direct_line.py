"""Words in the direct line: global ones, then an answer to what stands, then a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from conversations import (
    answered_first,
    at_length,
    comings,
    cries,
    diverted,
    early_needs,
    floor,
    guidance,
    late,
    other_questions,
    phrases,
    second_thoughts,
    small_talk,
)
from conversations.answers import shared, typed_answer
from conversations.commanded import commanded
from conversations.commands import called, typed
from conversations.floor import OpenDialogue
from conversations.guessed import about_a_place, backed_out, guessed
from conversations.link_codes import alone, brought
from conversations.meaning import Step
from conversations.sayings import says
from conversations.texts import Text
from conversations.turn import Turn
from conversations.unseen import answerable
from conversations.urgent import lifts_a_block, urgent

GUESSES = ("unsure", "either")
"""Dialogues that ask whether something was meant, …"""
GUESS = "guess"
"""… and the name of their question: what was meant may go on below it."""
SOON = ("ask", "details")
"""Dialogues in which "je reviens" asks for a moment, whatever else it is a word for."""
LISTENED = timedelta(days=3)
"""For so long any words are shown as the thanks that were asked for."""
THANKED = timedelta(days=14)
"""For so long they are some where they can be nothing else; later they may thank anybody."""


def said(turn: Turn) -> None:
    """Words in the direct line."""
    text = turn.incoming.text
    if text.startswith("/"):
        return commanded(turn, *typed(text))
    command = called(text)
    if cries.heard(turn) or (command is None and late.missed(turn, text)):
        return None
    standing = _standing(turn)
    if guidance.given_to_newcomer(turn, text):
        return comings.welcome_first(turn) if standing is None else turn.ask_standing()
    if small_talk.asked_who(turn, standing) or diverted.asked_who_was_found(turn, standing):
        return None
    if command is not None and not _is_answer(turn, standing, text):
        return commanded(turn, command, "")
    asked = answerable(turn, standing)
    if asked is not None and asked.pending:
        if _heard(turn, asked, asked.pending) or answered_first.both(turn, asked):
            return None
        _explain(turn, asked)
        standing = _beneath(turn, asked) if asked is standing else standing
        if standing is not None and standing is not asked and _chose(turn, standing):
            return None
    if other_questions.answered(turn) or (standing is None and late.answered(turn, text)):
        return None
    return guessed(turn, standing)


def _standing(turn: Turn) -> OpenDialogue | None:
    """What stands; what nobody has to answer in words is waited for so long, and no more."""
    standing = turn.standing()
    if standing is None or standing.asked_at is None:
        return standing
    if turn.scope.now - standing.asked_at <= _patience(standing):
        return standing
    turn.cancel(standing)
    return turn.standing()


def _patience(standing: OpenDialogue) -> timedelta:
    """So long it may be meant: a word of thanks that was asked for, or what goes into a box."""
    if _asks_thanks(standing):
        return THANKED
    in_confidence = standing.yields and (standing.pending or {}).get("confidential")
    return floor.SILENCE if in_confidence else timedelta.max


def _asks_thanks(standing: OpenDialogue) -> bool:
    return (standing.pending or {}).get("leaves") == ""


def _heard(turn: Turn, standing: OpenDialogue, pending: Mapping[str, Any]) -> bool:
    """Whether words are an answer to the question that stands, or asked for what goes before it."""
    text, locale = turn.incoming.text, turn.member.locale
    if (step := _asked_instead(turn, standing)) is not None:
        turn.start(*step)
        return True
    if _is_no_answer(turn, standing):
        return True
    answer = second_thoughts.answer(pending, text) or typed_answer(pending, text, locale)
    own_words = answer is not None and "text" in answer and turn.member.welcomed
    if own_words and _is_about_another(turn, standing):
        return True
    step = urgent(turn, standing) if answer and pending["free"] else None
    step = step or (_pauses(text) if answer and "text" in answer and not pending["free"] else None)
    if step is not None:
        turn.start(*step)
    elif answer and "text" in answer and diverted.done(turn, standing):
        return True
    elif answer and "text" in answer and _comes_late(turn, standing):
        standing.put_off()
        return False
    elif answer is not None:
        turn.answer(standing, answer)
    else:
        return _heard_otherwise(turn, standing, pending)
    return True


def _heard_otherwise(turn: Turn, standing: OpenDialogue, pending: Mapping[str, Any]) -> bool:
    """Whether words that are no plain answer are one at length, or are told what they lack."""
    text, locale = turn.incoming.text, turn.member.locale
    if shared(pending, text, locale):
        turn.advance(standing, Text("answer-several"))
    elif (value := _said_at_length(turn, standing, pending)) is not None:
        turn.answer(standing, {"chosen": [value]})
    elif (missing := diverted.has_no_such_choice(standing, text)) is not None:
        turn.advance(standing, missing)
    else:
        return False
    return True


def _said_at_length(turn: Turn, asked: OpenDialogue, pending: Mapping[str, Any]) -> str | None:
    """The value of what words say with a yes, or with a no to what is offered for a need.

    Behind a no to a guess stands what was meant.
    """
    text, locale = turn.incoming.text, turn.member.locale
    if pending["free"]:
        return None
    offered = asked.name in small_talk.ASKING and pending["name"] != GUESS
    no = at_length.declined(pending, text, locale) if offered else None
    return no or at_length.agreed(pending, text, locale)


def _is_no_answer(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether words were for us, whatever may be answered to what stands: a greeting or a need in
    the welcome, a question about it where any words are an answer or one is for good, or that it
    comes later."""
    if small_talk.met(turn, standing) or early_needs.kept_for_later(turn, standing):
        return True
    pending = standing.pending or {}
    takes_all = pending.get("confidential") or pending.get("free")
    puts_off = says(turn.incoming.text, *small_talk.PUTS_OFF)
    return bool(takes_all or puts_off) and small_talk.explained(turn, standing)


def _pauses(text: str) -> Step | None:
    """What words ask for that name a day behind a pause, where a day alone would be an answer."""
    command, until = typed(text)
    if command is None or command.dialogue is None or command.argument != "until" or not until:
        return None
    return command.dialogue, {"until": until, "words": text}


def _is_about_another(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether words where any are an answer were about a place or a ritual, and led to that, or
    were another question's."""
    step = about_a_place(turn, standing)
    if step is not None:
        turn.start(*step)
    return step is not None or other_questions.answered(turn, exactly=True)


def _explain(turn: Turn, asked: OpenDialogue) -> None:
    """What somebody says instead of whether a guess is right is read without what only says that
    it is not: "mais non, je cherche quelqu'un pour la compta"."""
    explained = turn.incoming.text if asked.name in GUESSES else ""
    while explained:
        turn.incoming = replace(turn.incoming, text=explained)
        explained = phrases.after(explained, "corrects").lstrip(" ,.;:")


def _comes_late(turn: Turn, standing: OpenDialogue) -> bool:
    """Whether words that would leave for somebody else, about nothing that is still under way, come
    so late that they may be for anything; those that can only be thanks are still some."""
    late = standing.asked_at is not None and turn.scope.now - standing.asked_at > LISTENED
    return _asks_thanks(standing) and late and not second_thoughts.are_thanks(turn.incoming.text)


def _asked_instead(turn: Turn, standing: OpenDialogue) -> Step | None:
    """What words ask for that are no answer, whatever stands: to come back, or to be one's self.

    Where a member's words are asked for, a code would go to somebody else, who could use it.
    """
    text = turn.incoming.text
    if comings.wants_back(turn, standing, text):
        return "resume", {}
    if step := backed_out(turn) or lifts_a_block(turn):
        return step
    code = alone(text) if turn.member.welcomed else brought(text)
    return ("link", {"code": code}) if code else None


def _is_answer(turn: Turn, standing: OpenDialogue | None, text: str) -> bool:
    """Whether a global word is what an option that stands right now is called: then it is that."""
    if standing is None or not standing.pending or turn.is_unseen(standing):
        return False
    answer = typed_answer(standing.pending, text, turn.member.locale)
    if answer is not None and second_thoughts.asks_time(text):
        return standing.name in SOON
    return answer is not None and ("chosen" in answer or not standing.pending["free"])


def _chose(turn: Turn, interrupted: OpenDialogue) -> bool:
    """Whether the words chose an option of a question below a list: "yes" is none of the list's."""
    if not interrupted.pending or turn.is_unseen(interrupted):
        return False
    given = typed_answer(interrupted.pending, turn.incoming.text, turn.member.locale)
    chose = given is not None and "chosen" in given and not turn.incoming.text.strip().isdecimal()
    if given is not None and chose:
        turn.answer(interrupted, given)
    return chose


def _beneath(turn: Turn, standing: OpenDialogue) -> OpenDialogue | None:
    """Whose question words may be for that are no answer to this one: below a list that somebody
    looked up, what the list interrupted."""
    if standing.is_looked_at:
        return floor.interrupted(turn.dialogues)
    return None if standing.yields else standing
