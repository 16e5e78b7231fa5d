"""Which word of a phrase stands for which in its translation: learnt from the thesaurus.

The two sides of a line are a small parallel text. The first of the models of Brown et al. (1993,
"The Mathematics of Statistical Machine Translation") tells the words apart by what they have in
common over many lines. `make translations` writes what is learnt to translations.json, which a
person can read and compare.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from community import thesaurus
from community.search.tokens import stems
from community.thesaurus import Concept

ROUNDS = 4
SURE = 0.12
"""A translation less sure than this is not kept."""
FILE = Path(__file__).with_name("translations.json")

Phrase = tuple[str, ...]
Pair = tuple[Phrase, Phrase, float]
Table = dict[tuple[str, str], float]


def learn(concepts: Iterable[Concept]) -> dict[str, dict[str, float]]:
    """By stem, the stems of the other language that it may stand for, with how surely."""
    pairs = [pair for concept in concepts for pair in _pairs(concept)]
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for direction in (pairs, [(target, source, weight) for source, target, weight in pairs]):
        for (source, target), chance in sorted(_table(direction).items()):
            if source != target and chance >= SURE:
                found[source][target] = round(chance, 2)
    return dict(sorted(found.items()))


def _pairs(concept: Concept) -> list[Pair]:
    french, english = (
        sorted({tuple(dict.fromkeys(stems(name))) for name in names} - {()})
        for names in concept.names.values()
    )
    weight = 1 / max(1, len(french), len(english))
    return [(one, other, weight) for one in french for other in english if one != other]


def _table(pairs: Sequence[Pair]) -> Table:
    chances: Table = {}
    for at in range(ROUNDS):
        counts: Table = defaultdict(float)
        for source, target, weight in pairs:
            for word in target:
                shares = [chances.get((each, word), 0.0) if at else 1.0 for each in source]
                whole = sum(shares)
                for each, share in zip(source, shares, strict=True):
                    if share:
                        counts[each, word] += weight * share / whole
        chances = _chances(counts)
    return chances


def _chances(counts: Table) -> Table:
    whole: dict[str, float] = defaultdict(float)
    for (source, _), count in counts.items():
        whole[source] += count
    return {pair: count / whole[pair[0]] for pair, count in counts.items()}


def digest(concepts: Iterable[Concept]) -> str:
    """Changes with the thesaurus: says whether what was learnt is still of today."""
    return hashlib.sha256(repr([each.names for each in concepts]).encode()).hexdigest()[:16]


def main() -> None:
    """Learn anew, and write it down."""
    concepts = thesaurus.concepts()
    FILE.write_text(written(digest(concepts), learn(concepts)), encoding="utf-8")


def written(of: str, found: Mapping[str, Mapping[str, float]]) -> str:
    """As JSON, one stem a line: what a change of the thesaurus changes can be read."""
    lines = (f"{json.dumps(stem)}: {json.dumps(chances)}" for stem, chances in found.items())
    return f'{{"of": {json.dumps(of)}, "stems": {{\n' + ",\n".join(lines) + "\n}}\n"


if __name__ == "__main__":
    main()
