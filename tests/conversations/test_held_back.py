"""Requests that go to nobody else: the team has paused whoever asks, or looks into a report."""

from __future__ import annotations

from datetime import timedelta

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé asks; Awa helps, and Marc after her; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    return stage


REQUESTED = """
Zoé > /ask comptabilité
Zoé < Pour « comptabilité », … [Awa]
Zoé > [Awa]
Zoé < Voulez-vous ajouter …
Zoé > [Passer]
Awa < Quelqu’un de la communauté … [J’accepte]
Zoé < Votre demande est partie vers Awa. …
"""
ACCEPTED = """
Awa > [J’accepte]
Awa < Merci ! C’est Zoé. …
room:1 < Bonjour Zoé, bonjour Awa ! …
Zoé < Bonne nouvelle : Awa accepte …
"""
PAUSED = """
Inès > /suspendre Zoé
Inès < Jusqu’à quand ? …
Inès > [Dans une semaine]
Inès < Pourquoi ? …
Inès > trop de messages
Inès < C’est fait, et Zoé le sait.
Zoé < L’équipe met votre participation en pause …
"""
REPORTED_OF = """
Awa > /report
Awa < De quoi s’agit-il ? …
Awa > [De la demande]
Awa < Que s’est-il passé ? …
Awa > cela cherche à vendre
Inès < Un signalement, …
Awa < Merci de l’avoir dit. …
{offered}
Inès > [Laisser à d’autres]
Inès < Entendu, l’équipe reste prévenue.
"""
UNKNOWN = "Awa < Souhaitez-vous ne plus jamais recevoir de demande de cette personne ? …"
REPORTED = REPORTED_OF.format(offered=UNKNOWN)


def test_somebody_paused_whose_helper_is_gone_hears_that_it_ends(town: Stage) -> None:
    play(town, REQUESTED + ACCEPTED + PAUSED)
    town.does("Awa", "leave")
    play(
        town,
        """
        Zoé < Tant que votre participation est en pause, je ne porte « comptabilité » à personne d’autre …
    """,
    )


def test_somebody_paused_who_has_met_nobody_asks_nobody_else(town: Stage) -> None:
    play(town, REQUESTED + ACCEPTED + PAUSED)
    play(
        town,
        """
        3 days pass
        Awa < Le … je vous ai mis en lien …
        Zoé > /where
        Zoé < … [Demander à quelqu’un d’autre]
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < Tant que votre participation est en pause, je ne porte « comptabilité » à personne d’autre …
        Awa < Zoé cherche maintenant quelqu’un d’autre …
    """,
    )


def test_what_was_reported_after_they_met_goes_to_nobody_else_before_it_is_closed(
    town: Stage,
) -> None:
    play(town, REQUESTED)
    town.member("Marc", offers=["comptabilité"])
    play(
        town,
        ACCEPTED
        + """
        Awa > [On voit ça ensemble]
        Awa < …
        """
        + REPORTED_OF.format(offered="")
        + """
        3 days pass
        Inès < Un rappel : ce signalement attend l’équipe depuis le lundi 23 novembre. …
        Zoé < Le … je vous ai mis en lien … [Pas encore]
        Awa < Le … je vous ai mis en lien …
        Awa < Personne de l’équipe n’a encore regardé votre signalement …
        Zoé > [Pas encore]
        Zoé < Cela arrive. … [Demander à quelqu’un d’autre]
        Zoé > [Demander à quelqu’un d’autre]
        Zoé < Pour « comptabilité », … L’équipe regarde votre demande avant que je la porte à quelqu’un d’autre …
        Awa < Zoé cherche maintenant quelqu’un d’autre …
        Inès > [Le clore]
        Inès < Qu’avez-vous décidé, et pourquoi ? …
        Inès > une méprise
        Inès < C’est clos. …
        Awa < L’équipe a regardé ce que vous lui aviez signalé, …
        Marc < Quelqu’un de la communauté aimerait votre aide : « comptabilité ». …
        Zoé < Votre demande « comptabilité » est partie : je la porte à Marc. …
    """,
    )


def test_a_reported_request_that_the_team_leaves_ends_with_the_truth(town: Stage) -> None:
    """“Personne n’a été trouvé”, after two weeks without a word: nobody had been asked."""
    town.member("Marc", offers=["comptabilité"])
    play(town, f"{REQUESTED}{REPORTED}Awa < Quelqu’un de la communauté …")
    town.taps("Awa", "Je ne peux pas")
    town.heard.clear()
    town.passes(timedelta(days=4))
    texts = [each.text for each in town.heard["dm:Zoé"]]
    assert sum("n’a pas fini de regarder votre demande" in each for each in texts) == 1, texts
    town.heard.clear()
    town.passes(timedelta(days=6))
    (ended,) = [each.text for each in town.heard["dm:Zoé"]]
    assert "Je n’ai donc sollicité personne d’autre" in ended
    assert "Un signalement sur «\u00a0comptabilité\u00a0»" in town.heard["dm:Inès"][-1].text
    town.heard.clear()
    town.passes(timedelta(days=20))
    assert not town.heard["dm:Inès"]
    assert not town.heard["dm:Marc"]


def test_whoever_reported_it_cannot_pass_it_to_somebody_they_name(town: Stage) -> None:
    town.member("Marc")
    play(
        town,
        REQUESTED
        + REPORTED
        + """
        Awa < Quelqu’un de la communauté …
        Awa > [Plutôt quelqu’un d’autre…]
        Awa < Merci d’avoir répondu ! …
        Zoé < … L’équipe regarde votre demande avant que je la porte à quelqu’un d’autre …
    """,
    )


def test_a_profile_that_comes_to_fit_what_was_reported_changes_nothing(town: Stage) -> None:
    town.member("Marc")
    play(town, REQUESTED)
    play(
        town,
        """
        Awa > [Je ne peux pas]
        Awa < Merci de l’avoir dit, l’équipe prend le relais.
        Inès < Une demande attend l’équipe : « comptabilité ». …
        Zoé < Personne n’a pu prendre votre demande « comptabilité » …
        Inès > [Laisser à d’autres]
        Inès < Entendu, l’équipe reste prévenue.
    """,
    )
    play(town, REPORTED)
    play(
        town,
        """
        Marc > je peux aider en comptabilité
        Marc < Merci ! J’ajoute « comptabilité » …
        Marc > [Oui]
        Marc < C’est enregistré. …
    """,
    )
