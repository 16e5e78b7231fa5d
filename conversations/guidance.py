"""Where help is at any hour, in words: before anything else, also for whoever has just come."""

from __future__ import annotations

from community import sensitive
from community.sensitive import Guidance
from conversations.texts import Text
from conversations.turn import Turn


def in_words(touched: Guidance) -> Text:
    """The numbers to call, and the community's own policy."""
    numbers = Text(f"sensitive-{touched.subject}")
    if not touched.policy:
        return numbers
    return Text("two-paragraphs", first=numbers, second=touched.policy)


def given_to_newcomer(turn: Turn, words: str) -> bool:
    """Whether somebody cried for help in their welcome, and was told at once where it is.

    Such words are no answer to what the welcome asks, and wait for no end of it.
    """
    return not turn.member.welcomed and _given(turn, words)


def given_beside(turn: Turn, words: str) -> None:
    """Tell whoever cries for help to somebody they write to where it is, beside what they did."""
    _given(turn, words)


def _given(turn: Turn, words: str) -> bool:
    if sensitive.cry(words) is None:
        return False
    touched = sensitive.guidance(turn.scope, words, turn.member.locale)
    if touched is not None:
        turn.say(in_words(touched))
    return touched is not None
