"""Choosing one of the people found, as one says it on a phone."""

from __future__ import annotations

import pytest

from conversations.answers import typed_answer
from conversations.testing import Stage
from conversations.texts import Text, dump
from conversations.transcripts import play

OPTIONS = [("1", Text("ask-name", name="Fatou")), ("2", Text("ask-name", name="Kemi Bello")),
           ("team", Text("ask-team"))]  # fmt: skip
PENDING = {
    "options": [(value, dump(label)) for value, label in OPTIONS],
    "free": False, "many": False, "name": "chosen",
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "chosen"),
    [("ok Fatou", "1"), ("oui fatou ca ira", "1"), ("va pour Fatou", "1"), ("Fatou, ok", "1"),
     ("let's go with Kemi Bello", "2"), ("Kemi Bello is fine", "2"), ("ok pas Fatou", None),
     ("ok Luc", None), ("ok", None)],
)  # fmt: skip
def test_who_is_named_beside_an_ok_is_chosen(words: str, chosen: str | None) -> None:
    given = typed_answer(PENDING, words, "fr")
    assert given == (None if chosen is None else {"chosen": [chosen]})


def test_what_cannot_be_chosen_is_told_and_whoever_is_the_first(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Awa", offers=["apiculture", "ruches"])
    stage.member("Luc", headline="Fleuriste, apiculture à ses heures")
    play(
        stage,
        """
        Zoé > qui s'y connaît en apiculture ?
        Zoé < Pour « apiculture », … [Awa] …
        Zoé > les deux
        Zoé < Je demande à une personne à la fois… [Awa] …
        Zoé > qui d'autre ?
        Zoé < Ce sont les personnes auxquelles j’ai pensé. … [Awa] …
        Zoé > peu importe
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > passer
        Zoé < Votre demande est partie vers Awa. …
        Awa < …
        Zoé > finalement c'est bon j'ai trouvé
        Zoé < Retirer « apiculture » ? …
    """,
    )
