"""What comes beside something that was begun: what stands is not dropped, but waits."""

from __future__ import annotations

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé writes; Luc and Odile each know one trade."""
    stage.member("Zoé")
    stage.member("Luc", headline="Électricien")
    stage.member("Odile", offers=["surendettement"])
    return stage


def test_a_need_beside_another_is_looked_for_and_the_first_comes_back(town: Stage) -> None:
    play(
        town,
        """
        Zoé > qui s'y connaît en surendettement ?
        Zoé < Pour « surendettement », … [Odile] …
        Zoé > il me faut aussi un électricien
        Zoé < Votre demande « surendettement » n’est pas encore partie : j’y reviens juste après.
        Zoé < Pour « électricien », … [Luc] …
        Zoé > laisse tomber
        Zoé < C’est annulé.
        Zoé < Pour « surendettement », … [Odile] …
        Zoé > oui
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > j'ai aussi besoin d'un électricien
        Zoé < Votre demande « surendettement » n’est pas encore partie…
        Zoé < Pour « électricien », … [Luc] …
        Zoé > [Luc]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > passer
        Zoé < Votre demande est partie vers Luc. …
        Zoé < Pour « surendettement », … [Odile] …
        Luc < …
    """,
    )


def test_a_need_in_place_of_another_is_called_by_its_subject(town: Stage) -> None:
    play(
        town,
        """
        Zoé > qui s'y connaît en surendettement ?
        Zoé < Pour « surendettement », … [Odile] …
        Zoé > my boiler is broken, who can fix it?
        Zoé < Je ne vois encore personne pour « boiler ». …
        Zoé > laisse tomber
        Zoé < C’est annulé.
    """,
    )


def test_an_offer_is_gone_on_with(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je suis dispo pour aider
        Zoé < Sur quoi pouvez-vous aider ?
        Zoé > en soudure
        Zoé < Merci ! J’ajoute « soudure » à ce que vous proposez ? …
        Zoé > et aussi en apiculture
        Zoé < Merci ! J’ajoute « apiculture » à ce que vous proposez ? …
        Zoé > ouais
        Zoé < C’est enregistré. …
        Zoé < Merci ! J’ajoute « soudure » à ce que vous proposez ? …
        Zoé > oui
        Zoé < C’est enregistré. …
        Zoé > et aussi en calligraphie
        Zoé < Merci ! J’ajoute « calligraphie » à ce que vous proposez ? …
    """,
    )
