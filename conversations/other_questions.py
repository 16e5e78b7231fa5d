"""Words that answer an open question which is not the one that stands: by its form, an answer is
for the question that it answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from conversations import phrases
from conversations.answers import labelled, typed_answer
from conversations.floor import OpenDialogue
from conversations.numbered import number
from conversations.sayings import is_short_answer
from conversations.turn import Turn

LATELY = timedelta(days=3)
"""For so long a yes may be for a question that something else came after."""
NEVER = datetime.min.replace(tzinfo=UTC)


def answered(turn: Turn, *, exactly: bool = False) -> bool:
    """Whether the words chose an option of another open question, the last put first. What may be
    for any question, a yes or a number, is for the one that stands."""
    text = turn.incoming.text
    if is_short_answer(text) or number(text, in_words=True) is not None:
        return False
    for each in sorted(turn.dialogues, key=lambda each: each.asked_at or NEVER, reverse=True):
        given = _given(turn, each, exactly=exactly)
        if given is not None and "chosen" in given and turn.has_a_point(each):
            turn.answer(each, given)
            return True
    return False


def put_again(turn: Turn) -> bool:
    """Whether words that are a yes, a no or a number, or begin with one, may be for a question that
    nobody has to answer: the last put of these days is put once more, and nothing is answered."""
    text = turn.incoming.text
    said = any(phrases.after(text, each) != " ".join(text.split()) for each in ("yes", "no"))
    if not said and number(text, in_words=True) is None:
        return False
    open_ = [each for each in turn.dialogues if _may_be_meant(turn, each)]
    last = max(reversed(open_), key=lambda each: each.asked_at or NEVER, default=None)
    if last is not None:
        turn.ask_again(last) if last.floor else turn.advance(last)
    return last is not None


def _may_be_meant(turn: Turn, other: OpenDialogue) -> bool:
    pending = other.pending or {}
    lately = turn.scope.now - (other.asked_at or NEVER) <= LATELY
    asks = other.status == "open" and pending.get("place") == "yielding"
    return asks and lately and not turn.is_unseen(other) and turn.has_a_point(other)


def _given(turn: Turn, other: OpenDialogue, *, exactly: bool) -> dict[str, Any] | None:
    """What words say to a question that does not stand: one that nobody has to answer is answered
    in any words, unless `exactly`; others, as what is asked of them comes back, by a button's own.
    """
    if other.status != "open" or not other.pending or other.floor or turn.is_unseen(other):
        return None
    loosely = not exactly and other.pending.get("place") == "yielding"
    reads = typed_answer if loosely else labelled
    return reads(other.pending, turn.incoming.text, turn.member.locale)
