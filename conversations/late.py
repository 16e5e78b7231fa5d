"""Answers that come too late and count all the same: what was asked can still be done."""

from __future__ import annotations

from datetime import timedelta

from conversations import floor
from conversations.answers import labelled, typed_answer
from conversations.floor import OpenDialogue
from conversations.meaning import next_step
from conversations.questions import ACCEPT
from conversations.sayings import says
from conversations.turn import Turn
from conversations.understanding import understand

LATELY = timedelta(days=3)
"""For so long after their time, whoever would gladly help can mean only what was asked last."""


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


def _accepts(turn: Turn, late: OpenDialogue, words: str) -> bool:
    """Whether words of their own are a yes to a request that was before them and is no more."""
    if turn.is_unseen(late) or ACCEPT not in (
        value for value, _ in (late.pending or {})["options"]
    ):
        return False
    counts, lately = still_counts(turn, late), _lately(turn, late)
    return (counts or lately) and says(words, "glad", "accepts", *(["yes"] if counts else []))


def _lately(turn: Turn, late: OpenDialogue) -> bool:
    over = late.due_at and late.due_at - floor.REMEMBERED
    return over is not None and turn.scope.now - over < LATELY


def _asked_whether(turn: Turn, late: OpenDialogue) -> bool:
    """A yes in words may be for something else: it is asked about, or they read that it is over."""
    if still_counts(turn, late):
        turn.start("late-yes", {"introduction": late.args["introduction"]})
    else:
        turn.say(turn.too_late(late))
    return True


def answered(turn: Turn, words: str) -> bool:
    """Whether the words are what stands on a button of a question that was overtaken in vain, or a
    yes to it.

    One that was never shown is no more than shown now; of one that held what they wrote, they are
    told that it is over.
    """
    for each in reversed(turn.dialogues):
        if each.status != "over" or not each.pending:
            continue
        given = labelled(each.pending, words, turn.member.locale)
        if given is None and _accepts(turn, each, words):
            return _asked_whether(turn, each)
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
