"""A cry for help is heard before anything else that the same words may say or answer."""

from __future__ import annotations

from community import sensitive
from conversations import at_length, rescheduling
from conversations.answers import typed_answer
from conversations.floor import OpenDialogue
from conversations.meaning import Step
from conversations.turn import Turn
from conversations.urgent import LOOK_AFTER, TO_THE_TEAM, is_answered_for, kept_from_others, urgent

CARED_FOR = ("care", "cried")
"""What the names of the questions end with below which somebody reads where help is, …"""
LEAVE = "leave"
"""… and the value of the no to it."""


def heard(turn: Turn) -> bool:
    """Whether somebody cried for help, and reads where it is, or what goes before that.

    "Je ne peux plus" alone may be about a promise: it is read where those are.
    """
    text = turn.incoming.text
    subject = sensitive.cry(text) if turn.member.welcomed else None
    if subject is None or rescheduling.gives_out(text):
        return False
    standing = turn.standing()
    if standing is not None and standing.name in LOOK_AFTER | TO_THE_TEAM:
        return _heard_once_more(turn, standing, subject)
    if standing is not None and is_answered_for(standing, subject):
        return False
    turn.start(*_step(turn, standing))
    return True


def _step(turn: Turn, standing: OpenDialogue | None) -> Step:
    """Words about somebody, or for the team, lead to where help is as well."""
    before = kept_from_others(turn) if standing is None else urgent(turn, standing)
    return before or ("ask", {"need": turn.incoming.text})


def _heard_once_more(turn: Turn, standing: OpenDialogue, subject: str) -> bool:
    """Whether it takes no help that stands there, nor names any: what helps is put once more."""
    if not _misses_care(turn, standing):
        return False
    if is_answered_for(standing, subject):
        turn.advance(standing)
    else:
        turn.start("ask", {"need": turn.incoming.text})
    return True


def _misses_care(turn: Turn, standing: OpenDialogue) -> bool:
    pending = standing.pending
    if pending is None or not str(pending["name"]).endswith(CARED_FOR):
        return False
    text, locale = turn.incoming.text, turn.member.locale
    given = typed_answer(pending, text, locale)
    if given is None:
        return at_length.agreed(pending, text, locale) is None
    return given.get("chosen") == [LEAVE]
