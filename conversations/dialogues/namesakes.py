"""Several who are called the same, told apart where one of them is to be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from community.words import fold, shortened
from conversations.texts import Text

MOST = 40
"""Characters of what stands beside a name on a button."""


def labels(people: Sequence[tuple[str, str]], shown: Sequence[Text]) -> list[Text]:
    """What each button says: `shown`, and behind the name of a namesake what they do.

    `people` are names with what they do; who is alike in both, or tells nothing, is numbered.
    """
    names = Counter(fold(name) for name, _ in people)
    alike = Counter((fold(name), fold(about)) for name, about in people)
    met: Counter[tuple[str, str]] = Counter()
    told = []
    for (name, about), label in zip(people, shown, strict=True):
        who = fold(name), fold(about)
        met[who] += 1
        number = str(met[who]) if alike[who] > 1 or not about else ""
        apart = " ".join(filter(None, (shortened(about, MOST), number)))
        told.append(Text("namesake", name=label, about=apart) if names[who[0]] > 1 else label)
    return told
