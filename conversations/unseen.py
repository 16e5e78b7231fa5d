"""Words that come while questions waited unseen: they answer what had been seen, and no other."""

from __future__ import annotations

from conversations import floor
from conversations.answers import typed_answer
from conversations.floor import OpenDialogue
from conversations.turn import Turn


def answerable(turn: Turn, standing: OpenDialogue | None) -> OpenDialogue | None:
    """Whose question the words may answer: the one that was seen last.

    None where they would also choose an option of one that is only shown now: whoever was told
    that something waits for them may have meant that one.
    """
    if not turn.held or standing is None:
        return standing
    if any(_chooses(turn, each) for each in turn.dialogues if turn.is_unseen(each)):
        return None
    if not turn.is_unseen(standing):
        return standing
    seen = floor.interrupted(each for each in turn.dialogues if not turn.is_unseen(each))
    return seen if seen is not None and turn.has_a_point(seen) else None


def _chooses(turn: Turn, dialogue: OpenDialogue) -> bool:
    if dialogue.status != "open" or not dialogue.pending:
        return False
    answer = typed_answer(dialogue.pending, turn.incoming.text, turn.member.locale)
    return answer is not None and "chosen" in answer
