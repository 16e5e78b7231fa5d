"""What is held until the morning is not said to have been brought."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
"""Eleven in the evening in Paris."""


@opening
def town(stage: Stage) -> Stage:
    """Zoé has asked Awa; Marc is next, and Lina does something else; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["tenir la comptabilité"])
    stage.member("Lina", offers=["jardinage"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.heard.clear()
    return stage


def test_the_next_is_said_to_read_it_in_the_morning(town: Stage) -> None:
    town.now = NIGHT
    play(
        town,
        """
        Awa > [Je ne peux pas]
        Awa < Merci …
        Zoé < … J’ai demandé à Marc … Pour Marc, ce sont les heures calmes : mes mots lui parviendront à partir du mercredi 25 novembre à 08:00.
        9 hours pass
        1 minute passes
        Marc < Quelqu’un de la communauté aimerait votre aide : …
        """,
    )


def test_so_is_who_was_named_to_the_asker_alone(town: Stage) -> None:
    town.now = NIGHT
    play(
        town,
        """
        Awa > demandez plutôt à Lina
        Zoé < … vous recommande Lina : je lui demande. Pour Lina, ce sont les heures calmes : …
        Awa < Merci pour l’idée ! La demande n’attend plus rien de vous : je m’adresse à Lina si je le peux …
        """,
    )


def test_so_is_whom_the_team_proposes(town: Stage) -> None:
    for who in ("Awa", "Marc"):
        town.taps(who, "Je ne peux pas")
    town.heard.clear()
    town.now = NIGHT
    play(
        town,
        """
        Inès > [Proposer]
        Inès < Qui ? …
        Inès > Lina
        Inès < Merci ! Je demande à Lina. Pour Lina, ce sont les heures calmes : …
        Zoé < L’équipe a pensé à Lina … Pour Lina, ce sont les heures calmes : …
        """,
    )


def test_a_reminder_that_waits_for_the_morning_is_said_to(town: Stage) -> None:
    """After days in which the bot did not run, the time is over in the middle of the night."""
    town.now = NIGHT + timedelta(days=3)
    town.passes(timedelta())
    (told,) = [each.text for each in town.heard["dm:Zoé"]]
    assert "un petit rappel. Pour Awa, ce sont les heures calmes" in told


def test_by_day_nothing_is_said_of_the_hour(town: Stage) -> None:
    town.taps("Awa", "Je ne peux pas")
    assert "J’ai demandé à Marc" in town.heard["dm:Zoé"][-1].text
    assert "heures calmes" not in town.heard["dm:Zoé"][-1].text


def test_what_waits_for_another_question_does_not_come_in_the_night(stage: Stage) -> None:
    """Half an hour of silence ended in the quiet hours, and the request came in them."""
    for who in ("Zoé", "Ida"):
        stage.member(who)
    stage.member("Awa", offers=["comptabilité", "plomberie"])
    stage.now = datetime(2026, 11, 23, 19, 50, tzinfo=UTC)
    for who, need in (("Zoé", "comptabilité"), ("Ida", "plomberie")):
        for words in (f"/ask {need}", "Awa", "passer"):
            stage.says(who, words)
    told = len(stage.spoken["dm:Awa"])
    stage.passes(timedelta(hours=2))
    assert len(stage.spoken["dm:Awa"]) == told
    stage.passes(timedelta(hours=9, minutes=30))
    assert "plomberie" in stage.spoken["dm:Awa"][-1].text


def test_what_is_for_this_evening_is_not_promised_for_a_morning_that_comes_too_late(
    town: Stage,
) -> None:
    """The next morning Awa read “Pour le mardi 24 novembre, si possible”."""
    town.now = NIGHT
    play(
        town,
        """
        Zoé > /ask jardinage, ce soir
        Zoé < …
        Zoé > Lina
        Zoé < …
        Zoé > passer
        Zoé < Votre demande est pour Lina, qui la lira à partir du mercredi 25 novembre à 08:00. … Ce sera donc plus tard que vous ne le vouliez. Si cela ne vous sert plus, retirez votre demande : /suivi
        10 hours pass
        Lina < Quelqu’un de la communauté … Quand ? C’était pour le mardi 24 novembre ; dites simplement si cela peut encore servir. …
        """,
    )
