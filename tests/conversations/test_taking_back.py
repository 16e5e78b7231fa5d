"""A helper who said yes, and can't after all: the other one hears it, and the next is asked."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def met(stage: Stage) -> Stage:
    """Awa has accepted Zoé's request; Marc could help as well."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["comptabilité"])
    for who, words in (
        ("Zoé", "/ask comptabilité"), ("Zoé", "Awa"), ("Zoé", "passer"), ("Awa", "oui"),
    ):  # fmt: skip
        stage.says(who, words)
    stage.heard.clear()
    return stage


@pytest.mark.parametrize(
    "words",
    ["finalement je ne peux plus aider Zoé, désolée", "je me suis trompée, je voulais dire non",
     "I can't help Zoé after all"],
)  # fmt: skip
def test_a_yes_is_taken_back_and_the_next_is_asked(met: Stage, words: str) -> None:
    play(
        met,
        f"""
        Awa > {words}
        Awa < Vous aviez dit oui à Zoé pour « comptabilité ». … [Oui, dites-le] [Non, je reste]
        Awa > oui
        Marc < Quelqu’un de la communauté …
        Awa < C’est dit, …
        Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » n’est finalement pas disponible. … J’ai demandé à Marc …
        """,
    )


def test_a_yes_is_seen_and_taken_back_where_requests_stand(met: Stage) -> None:
    """There was no button for it anywhere."""
    play(
        met,
        """
        Awa > /where
        Awa < … Vous avez dit oui : • à Zoé, pour « comptabilité » [Merci, c’est clair] [Je ne peux plus aider Zoé (« comptabilité »)]
        Awa > [Je ne peux plus aider Zoé]
        Awa < Vous aviez dit oui à Zoé pour « comptabilité ». … [Oui, dites-le] [Non, je reste]
        Awa > [Oui, dites-le]
        Marc < Quelqu’un de la communauté …
        Awa < C’est dit, …
        Zoé < … n’est finalement pas disponible. … J’ai demandé à Marc …
        Awa > /where
        Awa < Vous n’avez pas de demande en cours. …
        """,
    )


def test_who_stays_after_all_changes_nothing(met: Stage) -> None:
    met.says("Awa", "finalement je ne peux plus aider Zoé, désolée")
    met.taps("Awa", "Non, je reste")
    assert not met.heard["dm:Zoé"]
    assert not met.heard["dm:Marc"]


def test_the_same_words_are_an_answer_to_a_request_in_hand(met: Stage) -> None:
    """Awa, who has said yes to Zoé, is asked by Tom."""
    met.taps("Awa", "On voit ça")
    met.member("Tom")
    for words in ("/ask comptabilité", "Awa", "passer"):
        met.says("Tom", words)
    met.says("Awa", "finalement je ne peux plus")
    assert not any("Vous aviez dit oui" in each.text for each in met.spoken["dm:Awa"])


def test_who_has_said_yes_to_nobody_is_not_asked_about_it(met: Stage) -> None:
    met.says("Marc", "finalement je ne peux plus aider Zoé, désolée")
    assert not any("Vous aviez dit oui" in each.text for each in met.spoken["dm:Marc"])
