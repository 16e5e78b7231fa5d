"""What moderators looked at stands for that moment: other things come, and it is not said again."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

LISTS = {
    "/asks": "Une demande attend une réponse. • plongée (Zoé) … [C’est vu] [plongée]",
    "/reports": "… [C’est vu] [Cela concerne Awa]",
    "/member Zoé": "… [Lui écrire] [C’est vu]",
}


@opening
def town(stage: Stage) -> Stage:
    """Zoé's request waits for the team, and so does what Awa was reported for."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    play(
        stage,
        """
        Zoé > /ask plongée
        Zoé < Je ne vois encore personne…
        Zoé > [Oui]
        Zoé < Voulez-vous ajouter un mot de contexte ? …
        Zoé > [Passer]
        Inès < Une demande attend l’équipe : « plongée ». …
        Zoé < Votre demande « plongée » est maintenant auprès de l’équipe. …
        Inès > [Laisser à d’autres]
        Inès < Entendu, l’équipe reste prévenue.
        Zoé > signaler Awa elle m’insulte
        Inès < Un signalement, … [Je m’en occupe] … [Laisser à d’autres]
        Zoé < Merci de l’avoir dit. …
        Zoé < Souhaitez-vous …
        Inès > [Laisser à d’autres]
        Inès < Entendu, l’équipe reste prévenue.
        """,
    )
    return stage


def shown(stage: Stage, command: str) -> None:
    play(stage, f"Inès > {command}\nInès < {LISTS[command]}")


@pytest.mark.parametrize("command", list(LISTS))
def test_what_comes_in_comes_at_once_and_the_old_lines_do_not_come_back(
    town: Stage, command: str
) -> None:
    shown(town, command)
    play(
        town,
        """
        Awa > signaler Zoé une arnaque
        Inès < Un signalement, … Cela concerne Zoé … [Je m’en occupe] …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous …
        Inès > [Je m’en occupe]
        Inès < … Awa …
        """,
    )


@pytest.mark.parametrize("command", list(LISTS))
def test_another_command_leaves_it_where_it_was_said(town: Stage, command: str) -> None:
    shown(town, command)
    told = len(town.spoken["dm:Inès"])
    listed = town.spoken["dm:Inès"][-1]
    town.says("Inès", "/block Awa")
    town.says("Inès", "oui")
    after = town.spoken["dm:Inès"][told:]
    assert "C’est fait" in after[-1].text
    assert (listed.text, listed.labels) not in [(each.text, each.labels) for each in after]


@pytest.mark.parametrize(
    ("command", "option", "then"),
    [
        ("/asks", "plongée", "Que faire de"), ("/reports", "Cela concerne Awa", "Un signalement"),
        ("/member Zoé", "Lui écrire", "Qu’aimeriez-vous écrire"),
    ],
)  # fmt: skip
def test_its_buttons_go_on_working(town: Stage, command: str, option: str, then: str) -> None:
    shown(town, command)
    town.says("Inès", "/rules")
    town.taps("Inès", option)
    assert town.spoken["dm:Inès"][-1].text.startswith(then)


def test_a_number_below_a_list_chooses_from_it_whatever_it_interrupted(town: Stage) -> None:
    play(
        town,
        """
        Awa > signaler Zoé une arnaque
        Inès < Un signalement, … Cela concerne Zoé … [Je m’en occupe] …
        Awa < Merci de l’avoir dit. …
        Awa < Souhaitez-vous …
        Inès > /asks
        Inès < Une demande attend une réponse. • plongée (Zoé) … [C’est vu] [plongée]
        Inès > 2
        Inès < Que faire de « plongée » ? …
        Inès > [C’est vu]
        Inès < Très bien, rien ne change.
        Inès < Un signalement, … Cela concerne Zoé … [Je m’en occupe] …
        """,
    )
