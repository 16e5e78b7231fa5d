"""Words at the edges of a topic that are no part of it: "going agency nurse", "a grant person".

Which run of words is the topic is learned (`spans.py`); a few words, always the same, that only
lead to it or say who is asked for are taken off by rule.
"""

from __future__ import annotations

from collections.abc import Sequence

from conversations.understanding.lexicon import Run
from conversations.understanding.reading import TRADE, Word

_DOING = frozenset({"going", "doing", "getting", "having", "being", "becoming"})
_ARTICLES = frozenset({"a", "an", "the", "my", "our", "some"})
_GRASP = frozenset({"grasp", "understanding", "knowledge", "command"})
_WHO = frozenset({"person", "guy", "whiz", "whizz", "wizard", "geek", "geeks", "nerd", "nerds"})
_TRUSTED = frozenset({
    "honnete", "honnetes", "serieux", "serieuse", "sympa", "fiable", "competent", "competente",
    "patient", "patiente", "dispo", "disponible", "abordable",
})  # fmt: skip
"""What the name of a trade is praised for: "un mécano honnête"."""


def trimmed(words: Sequence[Word], run: Run) -> Run:
    """A topic without such words; never without any word."""
    first = _begun(words, *run)
    return first, _ended(words, first, run[1])


def _begun(words: Sequence[Word], first: int, last: int) -> int:
    if first + 2 <= last and words[first].plain in _GRASP and words[first + 1].plain == "of":
        return first + 2
    if first == last or words[first].plain not in _DOING:
        return first
    has_article = first + 2 <= last and words[first + 1].plain in _ARTICLES
    return first + (2 if has_article else 1)


def _ended(words: Sequence[Word], first: int, last: int) -> int:
    if first == last:
        return last
    before, word = words[last - 1], words[last].plain
    praised = before.sign == TRADE and word in _TRUSTED
    return last - 1 if praised or word in _WHO else last
