"""A yes that comes too late: it counts for as long as the team looks, and for nobody apart."""

from __future__ import annotations

from datetime import timedelta

import pytest

from community import safety
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

EXPIRED = timedelta(days=5, minutes=1)


@opening
def asked(stage: Stage) -> Stage:
    """Zoé has asked Awa, the only one; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    return stage


@pytest.fixture
def late(asked: Stage) -> Stage:
    """Awa's time is over, and the team looks for somebody."""
    asked.passes(EXPIRED)
    asked.heard.clear()
    return asked


def test_a_late_yes_introduces_the_two_while_the_team_looks(late: Stage) -> None:
    """It told Awa to write to the team, and Zoé went on waiting."""
    play(
        late,
        """
        Awa > [J’accepte]
        Awa < Merci ! C’est Zoé. …
        Inès < La demande « comptabilité » n’attend plus l’équipe …
        room:1 < Bonjour Zoé, bonjour Awa ! …
        Zoé < Bonne nouvelle : Awa accepte …
        """,
    )
    late.says("Zoé", "/where")
    assert "en lien avec Awa" in late.spoken["dm:Zoé"][-1].text


def test_a_late_yes_in_words_of_ones_own_is_asked_about_and_counts(late: Stage) -> None:
    """Only the button's words counted: who wrote another yes believed that it was said."""
    play(
        late,
        """
        Awa > oui avec plaisir
        Awa < Voulez-vous encore aider pour « comptabilité »… [Oui] [Non]
        Awa > non
        Awa < D’accord, …
        Awa > oui
        Awa < Voulez-vous encore aider pour « comptabilité »… [Oui] [Non]
        Awa > oui
        Awa < Merci ! C’est Zoé. …
        Inès < La demande « comptabilité » n’attend plus l’équipe …
        room:1 < Bonjour Zoé, bonjour Awa ! …
        Zoé < Bonne nouvelle : Awa accepte …
        """,
    )


def test_after_the_end_a_glad_yes_is_told_so_and_any_yes_may_be_for_something_else(
    late: Stage,
) -> None:
    for words in ("/where", "Retirer « comptabilité »", "oui"):
        late.says("Zoé", words)
    late.heard.clear()
    for words, answer in (("oui avec plaisir", "Merci d’avoir répondu"), ("oui", "Pardon Awa")):
        late.says("Awa", words)
        assert late.heard["dm:Awa"].pop().text.startswith(answer)


def test_it_still_counts_once_the_team_was_reminded(late: Stage) -> None:
    late.passes(timedelta(days=4))
    late.heard.clear()
    late.taps("Awa", "J’accepte")
    assert "accepte" in late.heard["dm:Zoé"][0].text


def test_after_the_request_has_ended_it_is_too_late(late: Stage) -> None:
    late.passes(timedelta(days=11))
    late.heard.clear()
    play(late, "Awa > [J’accepte]\nAwa < … a été close entre-temps. …")


def test_what_is_no_yes_changes_nothing(late: Stage) -> None:
    play(
        late,
        """
        Awa > [En savoir plus]
        Awa < Merci d’avoir répondu ! La demande « comptabilité » est maintenant auprès de l’équipe, …
        """,
    )


@pytest.mark.parametrize("who", ["Zoé", "Awa"])
def test_it_brings_nobody_to_whom_they_keep_away_from(late: Stage, who: str) -> None:
    other = {"Zoé": "Awa", "Awa": "Zoé"}[who]
    late.work(lambda scope: safety.block(scope, late.id_of(other, scope)), who)
    play(
        late,
        """
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! … entre-temps allée vers quelqu’un d’autre. …
        """,
    )


def test_it_does_not_count_once_somebody_else_has_it_in_hand(late: Stage) -> None:
    late.member("Marc")
    play(
        late,
        """
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Marc
        Marc < Quelqu’un de la communauté aimerait votre aide : …
        Inès < Merci ! …
        Zoé < …
        Awa > [J’accepte]
        Awa < Merci d’avoir répondu ! … entre-temps allée vers quelqu’un d’autre. …
        """,
    )


def test_nothing_that_waits_for_the_morning_is_brought_for_it(asked: Stage) -> None:
    """A request that went on unseen to the team is nobody's to accept."""
    asked.member("Marc", offers=["plomberie"])
    asked.passes(timedelta(hours=13))
    for words in ("/ask plomberie", "Marc", "passer"):
        asked.says("Zoé", words)
    asked.work(lambda scope: safety.block(scope, asked.id_of("Marc", scope)), "Zoé")
    asked.passes(timedelta(hours=12))
    assert "plomberie" in asked.spoken["dm:Zoé"][-1].text
    assert not asked.spoken["dm:Marc"]
