"""What a sentence says is not wanted: "no plumber, a seamstress", "I don't need a lawyer".

Clauses that refuse are left out before a need is read: they name, often first, what it is not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from community.words import fold
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding.lexicon import lexicon, singular
from conversations.understanding.reading import pieces

_ELIDED = re.compile(r"\b([dlnqsj]u?)'")


def wanted(text: str) -> str:
    """The text without the clauses that say what is not wanted; "" when there are only these."""
    said = levelled(text)
    if not re.search(pattern("negation"), said):
        return text
    clauses = [each.span() for each in _clause().finditer(said)]
    ends = [*(start for start, _ in clauses[1:]), len(text)]
    kept = [
        text[start:following]
        for (start, end), following in zip(clauses, ends, strict=True)
        if not _refuses(said[start:end])
    ]
    return text if len(kept) == len(clauses) else "".join(kept).strip(" ,;:(")


def levelled(text: str) -> str:
    """Without case and accents, each character in its place."""
    return "".join(fold(each)[:1] or each for each in text.replace("’", "'"))


@lru_cache
def _clause() -> re.Pattern[str]:
    """Up to the marks that end it, or to words that set the next one against it."""
    marks = r",;.!?…:()\n"
    ends = rf"(?=\s*(?:[{marks}]|\Z)|(?<!\bque)\s+{pattern('sets_against')})"
    return re.compile(rf"(?:{pattern('sets_against')}\s+)?[^\s{marks}].*?{ends}\s*\??", re.DOTALL)


def _refuses(clause: str) -> bool:
    """Whether it says that something isn't wanted; a question asks whether it is, or is there."""
    if clause.endswith("?"):
        return False
    clause = _ELIDED.sub(r"\1e ", clause)
    if re.search(pattern("needs_not"), clause):
        return not re.search(pattern("needed_after_all"), clause)
    begun = re.match(rf"(?:{pattern('not_this')}\s+)+", clause)
    return begun is not None and _is_trade(clause[begun.end() :])


def _is_trade(said: str) -> bool:
    """Whether words are, but for small ones, the name of a trade or of what somebody does by it."""
    named = plain(re.sub(pattern("beside_the_refused"), " ", said))
    key = " ".join(map(singular, pieces(named)))
    return key in lexicon().trades or key in lexicon().names
