"""`/group`: organisers keep the sets of members that rituals are for (P23)."""

from __future__ import annotations

from conversations.testing import Stage
from conversations.transcripts import play


def test_a_group_is_made_filled_and_emptied(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    stage.member("Awa")
    stage.member("Zoé")
    play(
        stage,
        """
        Inès > /group
        Inès < Il n’y a pas encore de groupe. …
        Inès > /group Mentors
        Inès < Il n’y a pas encore de groupe « Mentors ». Je le crée ? [Oui] [Non]
        Inès > [Oui]
        Inès < « Mentors » : personne pour l’instant. Que faire ? [Ajouter des membres]
        Inès > [Ajouter]
        Inès < Qui ? …
        Inès > @Awa, Zoé, Merlin
        Inès < Je ne trouve pas une seule personne pour : Merlin. …
        Inès < C’est fait. « Mentors » : Awa et Zoé.
        Inès > /groupe mentors
        Inès < « Mentors » : Awa et Zoé. Que faire ? …
        Inès > [Retirer]
        Inès < Qui ? …
        Inès > zoé
        Inès < C’est fait. « Mentors » : Awa.
        Inès > /group
        Inès < Les groupes : • Mentors (1)
        """,
    )


def test_members_do_not_keep_groups(stage: Stage) -> None:
    stage.member("Awa")
    play(stage, "Awa > /groupe Mentors\nAwa < Cela demande un rôle que vous n’avez pas. …")


def test_a_group_needs_a_name_that_fits(stage: Stage) -> None:
    stage.member("Inès", role="organiser")
    long = "x" * 100
    play(
        stage,
        f"""
        Inès > /group {long}
        Inès < Il n’y a pas encore de groupe …
        Inès > [Oui]
        Inès < Un groupe a un nom d’une ligne, pas trop long.
        """,
    )
