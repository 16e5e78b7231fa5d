"""Invented people for a round: wants and offers in the words of the thesaurus."""

from __future__ import annotations

import random
from collections.abc import Sequence

from community import thesaurus
from community.rounds.people import Participant

LANGUAGES = (("fr",),) * 6 + (("en",),) * 2 + (("en", "fr"),) * 2
ZONES = ("Europe/Paris",) * 7 + ("Africa/Dakar", "America/Montreal", "Indian/Reunion")
POPULAR = 1.1
"""How much more some things are wanted than others: the exponent of a Pareto distribution."""


def people(size: int, seed: int) -> list[Participant]:
    """So many, each with one to three wants and two to four things to give."""
    chance = random.Random(seed)
    concepts = thesaurus.concepts()
    topics = [concepts[at] for at in chance.sample(range(len(concepts)), len(concepts))]
    return [_person(number, chance, topics) for number in range(1, size + 1)]


def _person(number: int, chance: random.Random, topics: Sequence[thesaurus.Concept]) -> Participant:
    languages = chance.choice(LANGUAGES)

    def some(count: int) -> tuple[str, ...]:
        return tuple(
            chance.choice(topics[_rank(chance, len(topics))].names[chance.choice(languages)])
            for _ in range(count)
        )

    return Participant(
        id=number, wants=some(chance.randint(1, 3)), gives=some(chance.randint(2, 4)),
        languages=frozenset(languages), zone=chance.choice(ZONES),
    )  # fmt: skip


def _rank(chance: random.Random, size: int) -> int:
    return int(20 * chance.paretovariate(POPULAR) - 20) % size
