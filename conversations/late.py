"""Answers that come too late and count all the same: what was asked can still be done."""

from __future__ import annotations

from conversations import floor
from conversations.answers import labelled, typed_answer
from conversations.floor import OpenDialogue
from conversations.meaning import next_step
from conversations.turn import Turn
from conversations.understanding import understand


def still_counts(turn: Turn, dialogue: OpenDialogue) -> bool:
    """Whether an answer to its question does something: it stands, or it was overtaken in vain."""
    if dialogue.status == "over":
        reopens = turn.registry[dialogue.name].reopens
        return reopens is not None and reopens(turn.scope, dialogue.args)
    return dialogue.status == "open" and turn.has_a_point(dialogue)


def missed(turn: Turn, words: str) -> bool:
    """Whether the words answer a question that was overtaken since it was put: they are told so.

    After a while they may be for something else, as they are from the start for what yields.
    """
    standing = floor.holder(turn.dialogues)
    if standing is None or standing.yields or turn.is_unseen(standing):
        return False
    pending, put_at = standing.pending, standing.asked_at
    just_put = put_at is not None and turn.scope.now - put_at < floor.SILENCE
    if not (pending and just_put) or turn.has_a_point(standing):
        return False
    given = typed_answer(pending, words, turn.member.locale)
    if given is None or ("text" in given and _is_for_the_bot(turn, words)):
        return False
    turn.overtaken(standing)
    return True


def _is_for_the_bot(turn: Turn, words: str) -> bool:
    """Whether words of one's own are surely no answer, but a wish: another need, a pause."""
    meant = understand(words, where="direct", locale=turn.member.locale)
    return next_step(meant, text=words, asked=True) is not None


def answered(turn: Turn, words: str) -> bool:
    """Whether the words are what stands on a button of a question that was overtaken in vain.

    One that was never shown is no more than shown now; of one that held what they wrote, they are
    told that it is over.
    """
    for each in reversed(turn.dialogues):
        if each.status != "over" or not each.pending:
            continue
        given = labelled(each.pending, words, turn.member.locale)
        if given is None:
            continue
        if each.pending["name"] in turn.registry[each.name].goes_on:
            turn.say(turn.too_late(each))
            return True
        if still_counts(turn, each):
            if not turn.is_unseen(each):
                turn.answer(each, given)
            return True
    return False
