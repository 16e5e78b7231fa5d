"""The words of buttons, and which button typed words name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from conversations.phrases import pattern
from conversations.questions import joined, plain

_SIGNS = re.compile(r"[^\w' -]+")
_MODIFIERS = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\\s]")
"""What varies a sign without making it another one: its colour, its style."""
SHORTEST = 3
"""Characters of words that may be a part of a label: fewer are in too many."""


def bare(words: str) -> str:
    """Words to compare, without signs beside them; of signs alone, each once."""
    said = plain(words)
    spoken = " ".join(_SIGNS.sub(" ", said).split()).strip("-' ")
    return spoken or "".join(dict.fromkeys(_MODIFIERS.sub("", said)))


def index(labels: Sequence[str], word: str, *, numbers: bool, begun: bool) -> int | None:
    """Which label it is: by its words, its number, or if `begun`, the beginning of it alone."""
    if word in labels:
        return labels.index(word) if labels.count(word) == 1 else None
    if numbers and word.isdecimal() and 1 <= int(word) <= len(labels):
        return int(word) - 1
    close = [n for n, label in enumerate(labels) if word and label.startswith(word)]
    return close[0] if begun and len(close) == 1 else None


def scale(labels: Sequence[str]) -> int:
    """The highest number of the scale that labels begin with; 0 where they begin with none.

    A number beyond it is not that of the option which comes next: "6" is no way out of "1 to 5".
    """
    counted = takewhile(lambda each: each[1] == str(each[0]), enumerate(labels, 1))
    most = len(list(counted))
    return most if most > 1 else 0


def shared(labels: Sequence[str], words: str) -> bool:
    """Whether several labels begin with these words, so that they name none of them."""
    said = f"{_kernel(words)} "
    begun = [any(each.startswith(said) for each in (f"{bare(label)} ", f"{_kernel(label)} "))
             for label in labels]  # fmt: skip
    return bool(said.strip()) and sum(begun) > 1


def called(labels: Sequence[str], words: str, *, within: bool) -> int | None:
    """Which label the words are, whatever stands around both: "test an idea", "yes another name".

    With `within`, also which one they are a part of, if it is one alone and has no "not" that the
    words have not; not where several begin with them, "not" or no "not".
    """
    said, known = _kernel(words), [_kernel(label) for label in labels]
    same = [n for n, label in enumerate(known) if said and joined(label) == joined(said)]
    if not same and within and len(said) >= SHORTEST and not shared(labels, words):
        same = [n for n, label in enumerate(known) if _is_part(said, label)]
    return same[0] if len(same) == 1 else None


def picked(labels: Sequence[str], words: str) -> int | None:
    """Which label stands among words with which one picks it: "ok Fatou", "Fatou is fine"."""
    around = pattern("picks")
    named = re.sub(rf"^(?:{around}\s+)+|(?:\s+{around})+$", "", bare(words))
    return called(labels, named, within=False) if named != bare(words) else None


def _is_part(said: str, label: str) -> bool:
    turned = re.compile(pattern("not"))
    return f" {said} " in f" {label} " and bool(turned.search(label)) == bool(turned.search(said))


def _kernel(words: str) -> str:
    """Words without signs and what only stands around them: an article, a polite word, a "to"."""
    around = pattern("around")
    return re.sub(rf"^(?:{around}\s+)+|(?:\s+{around})+$|^l'", "", bare(words))
