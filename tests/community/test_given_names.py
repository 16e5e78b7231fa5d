"""By which name people are addressed."""

from __future__ import annotations

import pytest

from community.given_names import addressed
from community.prompts import filled


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Inès Bah", "Inès"), ("Zoe van der Berg", "Zoe"),
        ("Marie-Claire Dupont", "Marie-Claire"), ("Jean Marie Dupont", "Jean Marie"),
        ("Zoé", "Zoé"), ("Marie Claire", "Marie Claire"), ("Paul Martin", "Paul Martin"),
        ("Dr Paul Petit", "Dr Paul Petit"), ("DIOP Awa", "DIOP Awa"), ("Wang Wei", "Wang Wei"),
        ("Paul et Zoé Petit", "Paul et Zoé Petit"),
        ("Paul de la bande à Léo", "Paul de la bande à Léo"),
    ],
)  # fmt: skip
def test_a_first_name_is_said_where_it_is_plain(name: str, said: str) -> None:
    assert addressed(name) == said


def test_a_question_addresses_its_reader_by_the_first_name() -> None:
    """It was promised, and “Inès Bah, quelle petite victoire…” was sent."""
    words = "{name}, une victoire chez {community} ?"
    assert (
        filled(words, name="Inès Bah", community="Marie Bah")
        == "Inès, une victoire chez Marie Bah ?"
    )
