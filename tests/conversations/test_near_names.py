"""Whom "c'est qui" means that is nobody's name: one letter off, or a trade."""

from __future__ import annotations

import pytest

from community.near_names import is_one_off
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks about Odile, Priya Shah and Luc Moreau."""
    stage.member("Zoé")
    stage.member("Odile", headline="Avocate")
    stage.member("Priya Shah", headline="Ingénieure")
    stage.member("Luc Moreau", headline="Plombier")
    return stage


@pytest.mark.parametrize(
    ("words", "who"),
    [("c'est qui odille ?", "Odile"), ("c'est qui Pria ?", "Priya Shah"),
     ("c'est qui Luc Morau ?", "Luc Moreau"), ("/qui Moraeu", "Luc Moreau"),
     ("c'est qui le plombier ?", "Luc Moreau")],
)  # fmt: skip
def test_who_is_nearly_called_so_or_does_it_is_proposed(town: Stage, words: str, who: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Personne ici ne s’appelle « … ». … [{who}] [Quelqu’un d’autre]
        Zoé > oui
        Zoé < Voici comment {who} se présente : …
    """,
    )


def test_a_no_shows_nobody(town: Stage) -> None:
    play(
        town,
        """
        Zoé > c'est qui odille ?
        Zoé < … [Odile] [Quelqu’un d’autre]
        Zoé > non
        Zoé < D’accord. Avec un nom plus complet, …
    """,
    )


def test_other_names_are_nobodys(town: Stage) -> None:
    play(
        town,
        """
        Zoé > c'est qui Bertrand ?
        Zoé < Je ne trouve personne du nom de « Bertrand ». …
    """,
    )


def test_whoever_has_left_is_not_proposed(town: Stage) -> None:
    town.does("Odile", "leave")
    town.says("Zoé", "c'est qui odille ?")
    assert town.heard["dm:Zoé"].popleft().text.startswith("Je ne trouve personne")


@pytest.mark.parametrize(
    ("word", "other", "near"),
    [("odille", "odile", True), ("pria", "priya", True), ("marc", "mark", True),
     ("moraeu", "moreau", True), ("odile", "odile", False), ("paul", "paola", False),
     ("awa", "awaxy", False), ("marie", "maria t", False)],
)  # fmt: skip
def test_one_letter_off(word: str, other: str, near: bool) -> None:
    assert is_one_off(word, other) == near
