"""The same need once more: who asks is told that it is under way, and nobody is asked twice."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Ask, table
from tests.conversations.openings import opening


@opening
def asked(stage: Stage) -> Stage:
    """Zoé has asked Awa; Marc could help, too."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.member("Marc", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    stage.heard.clear()
    return stage


def count(stage: Stage) -> int:
    rows = table(Ask)
    return int(stage.write(lambda c: c.execute(select(func.count(rows.c.id))).scalar()))


@pytest.mark.parametrize(
    "words", ["/ask comptabilité", "Qui peut m’aider en comptabilité ?", "/ask de la Comptabilité"]
)
def test_who_asks_the_same_again_is_told_where_it_stands(asked: Stage, words: str) -> None:
    """Awa got the same request twice."""
    play(
        asked,
        f"""
        Zoé > {words}
        Zoé < Vous l’avez déjà demandé, et c’est en cours. « comptabilité » : … Awa … [Laisser suivre son cours] [Demander quand même à d’autres]
        Zoé > [Laisser suivre]
        Zoé < …
        """,
    )
    assert count(asked) == 1


def test_who_insists_asks_others(asked: Stage) -> None:
    play(
        asked,
        """
        Zoé > /ask comptabilité
        Zoé < Vous l’avez déjà demandé, …
        Zoé > [Demander quand même]
        Zoé < Pour « comptabilité », … [Marc] [Demander plutôt à l’équipe] [Laisser tomber]
        Zoé > [Marc]
        Zoé < …
        Zoé > [Passer]
        Marc < Quelqu’un de la communauté aimerait votre aide …
        Zoé < Votre demande est partie vers Marc. …
        """,
    )


def test_another_need_is_asked_at_once(asked: Stage) -> None:
    play(asked, "Zoé > /ask comptabilité analytique\nZoé < Pour « comptabilité analytique », …")


def test_what_somebody_has_accepted_can_be_asked_again(asked: Stage) -> None:
    asked.taps("Awa", "J’accepte")
    asked.heard.clear()
    play(asked, "Zoé > /ask comptabilité\nZoé < Pour « comptabilité », …")


def test_somebody_elses_request_is_no_repeat(asked: Stage) -> None:
    play(asked, "Inès > /ask comptabilité\nInès < Pour « comptabilité », …")


def test_where_it_stands_is_told_anew_when_the_question_is_put_again(asked: Stage) -> None:
    """It still named Awa, of whom nothing was to be said any more."""
    for words in ("/ask comptabilité", "/block awa", "oui"):
        asked.says("Zoé", words)
    again = [each.text for each in asked.spoken["dm:Zoé"] if "Vous l’avez déjà" in each.text][-1]
    assert "elle est auprès de l’équipe" in again
    assert "Awa" not in again
