"""Leaving, coming back, stopping half-way, and being erased."""

from __future__ import annotations

from sqlalchemy import select

from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Identity, Member, table

BEES = """
Zoé > /mydata
Zoé < … Ce que je garde… 1 entrée de profil … [Tout garder] [Tout effacer]
"""


def count(stage: Stage, model: type[Member] | type[Identity]) -> int:
    """How many rows there are."""
    return len(stage.write(lambda connection: connection.execute(select(table(model))).all()))


def test_who_left_and_comes_back_is_the_same_member(stage: Stage) -> None:
    stage.member("Zoé", offers=["apiculture"])
    play(
        stage,
        """
        Zoé leaves
        Zoé > bonjour
        Zoé joins
        Zoé < Bon retour, Zoé ! …
        """
        + BEES
        + """
        Zoé > [Tout effacer]
        Zoé < C’est définitif… [Tout effacer] [Non]
        Zoé > oui
        Zoé < C’est fait…
        """,
    )
    assert (count(stage, Member), count(stage, Identity)) == (1, 0)


def test_who_left_is_told_nothing_and_asked_for_nothing(stage: Stage) -> None:
    stage.member("Zoé", offers=["apiculture"])
    stage.member("Awa", role="moderator")
    play(
        stage,
        """
        Zoé leaves
        Awa > /ask apiculture
        Awa < …
        """,
    )
    assert "Zoé" not in stage.spoken["dm:Awa"][-1].labels
    stage.work(lambda scope: scope.notify(stage.id_of("Zoé", scope), "rules"))
    stage.settle()
    assert not stage.spoken["dm:Zoé"]


def test_who_left_half_way_is_welcomed_again(stage: Stage) -> None:
    play(
        stage,
        """
        Zoé joins
        Zoé < … [English] [Français]
        Zoé leaves
        Zoé joins
        Zoé < … [English] [Français]
        """,
    )
    assert count(stage, Member) == 1


def test_a_newcomer_is_told_only_of_what_works_for_them(stage: Stage) -> None:
    play(
        stage,
        """
        Zoé joins
        Zoé < … [English] [Français]
        Zoé > Français
        Zoé < Bienvenue…
        Zoé < … [Cela me convient] [Non merci]
        Zoé > /mydata
        Zoé < …une fois votre accueil terminé… [Tout garder] [Tout effacer]
        Zoé > [Tout garder]
        Zoé < Rien n’est effacé.
        Zoé < … [Cela me convient] [Non merci]
        Zoé > /stop
        Zoé < Entendu : …écrivez-moi, et nous finirons votre accueil…
        """,
    )


def test_finishing_the_welcome_undoes_an_earlier_stop(stage: Stage) -> None:
    stage.joins("Zoé", name="Zoé")
    stage.says("Zoé", "/stop")
    for words in ("Français", "oui", "oui", *["passer"] * 6):
        stage.says("Zoé", words)
    assert stage.spoken["dm:Zoé"][-1].text.startswith("C’est prêt")
    paused = select(table(Member).c.paused_until)
    assert stage.write(lambda connection: connection.execute(paused).scalar()) is None


def test_erasing_everything_is_not_the_button_that_stands_out(stage: Stage) -> None:
    stage.member("Zoé")
    stage.says("Zoé", "/mydata")
    stage.taps("Zoé", "Tout effacer")
    asked = stage.spoken["dm:Zoé"][-1].outgoing
    assert [option.style for option in asked.options] == ["danger", "primary"]
