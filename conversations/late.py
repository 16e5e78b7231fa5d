"""Answers that come too late and count all the same: what was asked can still be done."""

from __future__ import annotations

from conversations.answers import labelled
from conversations.floor import OpenDialogue
from conversations.turn import Turn


def still_counts(turn: Turn, dialogue: OpenDialogue) -> bool:
    """Whether an answer to its question does something: it stands, or it was overtaken in vain."""
    if dialogue.status == "over":
        reopens = turn.registry[dialogue.name].reopens
        return reopens is not None and reopens(turn.scope, dialogue.args)
    return dialogue.status == "open" and turn.has_a_point(dialogue)


def answered(turn: Turn, words: str) -> bool:
    """Whether the words are what stands on a button of a question that was overtaken in vain.

    One that was never shown is no more than shown now.
    """
    for each in reversed(turn.dialogues):
        if each.status != "over" or not each.pending:
            continue
        given = labelled(each.pending, words, turn.member.locale)
        if given is not None and still_counts(turn, each):
            if not turn.is_unseen(each):
                turn.answer(each, given)
            return True
    return False
