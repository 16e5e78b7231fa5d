"""Which open questions of others an erasure has to end: those that name the person."""

from __future__ import annotations

from typing import Any

import pytest

from community.naming import names
from conversations.testing import Stage
from conversations.transcripts import play

ANA = 7


@pytest.mark.parametrize(
    "known",
    [
        {"who-1": {"text": "Ana"}},
        {"reason": {"text": "Je pense à Ana, qui jardine"}},
        {"found": [{"id": ANA, "name": "Ana", "headline": ""}]},
        {"people": [{"member_id": ANA, "name": "Ana", "phrases": []}]},
        {"standing": {"id": 1, "helper": "Ana"}},
        {"names": ["Awa", "Ana"]},
    ],
)
def test_a_question_that_names_her_ends(known: Any) -> None:
    assert names(known, ANA, "Ana")


@pytest.mark.parametrize(
    "known",
    [
        {"need": {"text": "Analyse de données"}},
        {"found": [{"id": 8, "name": "Ana", "headline": "une autre"}]},
        {"people": [{"member_id": 8, "name": "Ana Diop", "phrases": ["Analyse"]}]},
        {"count": 7, "none": None},
    ],
)
def test_a_question_about_something_or_somebody_else_stays(known: Any) -> None:
    assert not names(known, ANA, "Ana")


def test_a_request_about_an_analysis_survives_the_erasure_of_ana(stage: Stage) -> None:
    stage.member("Zoé")
    stage.member("Ana")
    stage.member("Awa", offers=["Analyse de données"])
    play(
        stage,
        """
        Zoé > /ask Analyse de données
        Zoé < … [Awa]
        Zoé > [Awa]
        Zoé < Voulez-vous ajouter …
        Zoé > [Passer]
        Awa < Quelqu’un de la communauté … [J’accepte]
        Zoé < Votre demande est partie vers Awa. …
        """,
    )
    stage.does("Ana", "erase")
    play(
        stage,
        """
        Ana < C’est fait : tout ce que je savais de vous est effacé. …
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        room:1 < Bonjour Zoé, bonjour Awa ! …
        Zoé < Bonne nouvelle : Awa accepte …
        """,
    )
