"""A yes or a no with more words than it needs: "ok passe-la", "non merci, j'ai trouvé".

A yes may be for good, so that nothing stands behind it but what its own option says; a no may give
any reason, where it asks for nothing and names no other option.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from conversations import answers
from conversations.labels import bare
from conversations.meaning import LIKELY
from conversations.phrases import pattern, spelt_out
from conversations.questions import YES
from conversations.sayings import MOST_SHORT, says
from conversations.understanding import understand
from conversations.understanding.asked import seeks

SHORTEST = 4
"""Letters in which forms of one word are alike: "passe", "passez"."""
TURNED = ("however", "turns_to", "until_a_day")
"""The lists of what makes a no the beginning of something else."""
_WORD = re.compile(r"\w+")


def agreed(pending: Mapping[str, Any], words: str, locale: str) -> str | None:
    """The value of the yes among the options, for words that say it and what is on its button."""
    own = answers.by_value(pending, locale).get(YES)
    return YES if own is not None and _is_agreed(bare(words), own) else None


def declined(pending: Mapping[str, Any], words: str, locale: str) -> str | None:
    """The value of the no among the options, for words that begin with one and ask for nothing, or
    say that what was wanted is no longer."""
    if len(words) > MOST_SHORT or words.rstrip().endswith("?"):
        return None
    no = next((value for value, kinds in answers.kinds_of(pending).items() if "no" in kinds), None)
    labels = answers.by_value(pending, locale)
    others = [label for value, label in labels.items() if value != no]
    needless = says(spelt_out(words), "no_longer")
    return no if needless or _is_declined(words, others) else None


def _is_agreed(said: str, label: str) -> bool:
    begun = re.match(rf"(?:{pattern('polite')}\s+)*{pattern('yes')}\s+", said)
    rest = _WORD.findall(said[begun.end() :]) if begun else []
    beside = [each for each in rest if not _is_among(each, _WORD.findall(bare(label)))]
    return len(beside) < len(rest) and all(re.fullmatch(pattern("points_at"), x) for x in beside)


def _is_declined(words: str, others: Sequence[str]) -> bool:
    said = bare(words)
    around = rf"(?:{pattern('polite')}|{pattern('before_a_no')})"
    begun = re.match(rf"(?:{around}\s+)*{pattern('dismisses')}", said)
    if begun is None:
        return False
    rest = said[begun.end() :]
    turned = any(re.search(pattern(kind), rest) for kind in TURNED)
    known = [each for label in others for each in _WORD.findall(bare(label))]
    named = any(_is_among(each, known) for each in _WORD.findall(rest) if len(each) >= SHORTEST)
    return not (turned or named or says(rest, "no_idea") or _asks(words, rest))


def _asks(words: str, rest: str) -> bool:
    """Whether something is asked for behind the no."""
    if re.search(pattern("seeks_nothing"), bare(words)):
        return False
    meant = understand(rest, where="direct")
    return seeks(rest) or (meant.intent == "find_help" and meant.confidence > LIKELY)


def _is_among(word: str, known: Sequence[str]) -> bool:
    """Whether it is one of these words, or a form of one."""
    stem = word[:SHORTEST] if len(word) >= SHORTEST else None
    return word in known or (stem is not None and any(each[:SHORTEST] == stem for each in known))
