"""What is said in a channel as a need and is none of one's own: a notice, somebody else's need."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.understanding.reading import Word

_CALLS = frozenset({"HELP", "SOMEBODY", "KNOWS", "ASK_ABOUT", "?"})
"""With any of these, who writes of lodgings or of hiring asks for something after all."""
_FLAT = re.compile(r"\bflat share\b|\b(?:flat|room|house) to (?:rent|let|share)\b")
_NEEDED_BY = re.compile(
    r"\bje connais [\w']+(?: \w+)? qui (?:a besoin|cherche|recherche|veut|voudrait)\b"
    r"|\bi know (?:a )?\w+ (?:who|that) (?:needs|wants|is looking|could do with)\b"
)


def is_notice(words: Sequence[Word]) -> bool:
    """Whether nobody in the channel is asked: rooms, jobs, or what somebody else needs."""
    said, signs = " ".join(word.plain for word in words), {word.sign for word in words}
    if _NEEDED_BY.search(said):
        return "HELP" not in signs and "?" not in signs
    lodging = bool(signs & {"LODGING", "HIRING"} or _FLAT.search(said))
    return lodging and signs.isdisjoint(_CALLS)
