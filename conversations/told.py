"""Whether words below a question that asks for some tell a thing, and are no request: "j'ai signé
mon premier client", "Tom helped me with my taxes"."""

from __future__ import annotations

import re

from conversations.meaning import SURE
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.sayings import MOST_NAMED, is_short_answer
from conversations.understanding import Understanding
from conversations.understanding.asked import seeks, trade_asked_for

TALK = frozenset({"none", "yes", "no"})
"""Intents of words in which nothing is asked of the bot."""
FEWEST = 2
"""Words that tell something."""
_NONE = r"(?!(?:une|envie|peine|honte|hate|encore|meme|contre|comme|entre)\b)"
"""What ends like a verb of what was done, and is none."""
_DONE = re.compile(
    rf"(?:{pattern('has_done')}|(?<!\w)[mt]'a)\s+(?:{pattern('has_so')}\s+)*"
    rf"{_NONE}(?:\w{{3,}}(?:e|ee|es|ees)|{pattern('done')})(?!\w)"
)
_DID = re.compile(
    rf"(?:^|[.,;:!]\s*)(?:\w+\s+){{0,3}}(?:\w{{3,}}(?<!need)ed|{pattern('did')})(?!\w)"
)
_BEGUN = re.compile(r"(?!désolé|été)\w{2,}(?:é|ée|és|ées)(?!\w)", re.IGNORECASE)


def recounts(words: str) -> bool:
    """Whether words say what somebody did, or what was done for them."""
    said = plain(words)
    return any(found is not None for found in (
        _DONE.search(said), _DID.search(said), _BEGUN.match(words.strip()),
    ))  # fmt: skip


def requests(words: str) -> bool:
    """Whether words ask, now, for somebody or something."""
    asks = words.rstrip().endswith("?") or trade_asked_for(words, "") is not None
    said = plain(words)
    return asks or any(re.search(pattern(each), said) for each in ("wants_help", "wants_now"))


def tells(words: str, meant: Understanding) -> bool:
    """Whether words, as they were understood, tell something and request nothing.

    In doubt they may: whoever wrote them sees them before they go anywhere.
    """
    if requests(words) or is_short_answer(words):
        return False
    if recounts(words):
        return True
    count = len(words.split())
    if meant.intent == "find_help":
        return count >= MOST_NAMED and not seeks(words)
    if count <= MOST_NAMED:
        return meant.intent == "none" and count >= FEWEST
    return meant.intent in TALK or meant.confidence < SURE
