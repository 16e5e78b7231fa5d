"""An answer with a wish behind it: "oui et je cherche un avocat" below an invitation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from community import sensitive
from conversations import several
from conversations.answers import typed_answer
from conversations.floor import OpenDialogue
from conversations.meaning import VERY_SURE, Step, next_step
from conversations.phrases import after, pattern
from conversations.turn import Turn
from conversations.understanding import understand
from conversations.understanding.asked import seeks

INVITING = ("invitation", "place-freed", "round-invite", "round-third", "round-midway", "round-end")
"""Dialogues whose questions are the bot's own: words below them are for nobody else."""


def both(turn: Turn, asked: OpenDialogue) -> bool:
    """Whether words answered the question and went on with a wish: then both were heard."""
    text, pending = turn.incoming.text, asked.pending
    if asked.name not in INVITING or not pending or turn.is_unseen(asked):
        return False
    if len(text) > several.MOST_SAID or sensitive.subject(text) is not None:
        return False
    for head, rest in _partings(text):
        given, step = typed_answer(pending, head, turn.member.locale), _wish(turn, rest)
        if given is not None and "chosen" in given and step is not None:
            turn.answer(asked, given)
            turn.start(*step)
            return True
    return False


def _partings(text: str) -> Iterator[tuple[str, str]]:
    """What stands before and behind each sign or "and", or a yes."""
    for link in re.finditer(rf"[,;.!]+\s+|\s{pattern('joins')}\s", text, re.IGNORECASE):
        yield text[: link.start()], text[link.end() :]
    if rest := after(text, "yes"):
        yield text.removesuffix(rest), rest


def _wish(turn: Turn, words: str) -> Step | None:
    """What words lead to, if they can be nothing else than a wish."""
    meant = understand(words, where="direct", locale=turn.member.locale)
    step = next_step(meant, text=words, asked=True) if meant.confidence >= VERY_SURE else None
    if step is None or step[0] not in several.ABOUT:
        return None
    return step if step[0] != "ask" or seeks(words) else None
