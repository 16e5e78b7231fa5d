"""Somebody who has left is still somebody to be kept apart from, or to tell the team about (P14)."""

from __future__ import annotations

from datetime import timedelta

from community import lookup
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening

MET = """
Zoé > /ask comptabilité
Zoé < Pour « comptabilité », … [Awa]
Zoé > [Awa]
Zoé < …
Zoé > [Passer]
Awa < Quelqu’un de la communauté … [J’accepte]
Zoé < Votre demande est partie vers Awa. …
Awa > [J’accepte]
Awa < Merci ! C’est Zoé. …
room:1 < Bonjour Zoé, bonjour Awa ! …
Zoé < Bonne nouvelle : Awa accepte …
"""


NEXT = """
Marc < Quelqu’un de la communauté aimerait votre aide : « comptabilité ». …
Zoé < La personne avec qui je vous avais mis en lien pour « comptabilité » n’est finalement pas disponible. Cela arrive, et ne dit rien de vous. J’ai demandé à Marc : …
"""


@opening
def hopeful(stage: Stage) -> Stage:
    """Zoé is to talk with Awa; Marc could help, too, and Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    play(stage, MET)
    stage.member("Marc", offers=["comptabilité"])
    return stage


def test_a_helper_who_leaves_before_they_talked_is_replaced_by_the_next(hopeful: Stage) -> None:
    """The request went to the team, though there was somebody to ask."""
    hopeful.does("Awa", "leave")
    play(hopeful, NEXT)


def test_so_is_one_whom_the_team_removes(hopeful: Stage) -> None:
    play(
        hopeful,
        """
        Inès > /remove-member Awa
        Inès < …
        Inès > des insultes
        Inès < Vraiment exclure Awa ? …
        Inès > oui
        Awa < …
        Inès < …
        """
        + NEXT,
    )


def test_so_is_one_who_is_erased(hopeful: Stage) -> None:
    hopeful.does("Awa", "erase")
    play(hopeful, "Awa < C’est fait : …" + NEXT)


def test_nobody_replaces_a_helper_who_has_talked_with_them(hopeful: Stage) -> None:
    hopeful.passes(timedelta(days=2, minutes=1))
    hopeful.taps("Zoé", "Oui")
    hopeful.heard.clear()
    hopeful.does("Awa", "leave")
    assert not hopeful.heard["dm:Marc"]


@opening
def town(stage: Stage) -> Stage:
    """Awa has met Zoé, and left; Inès moderates."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    play(stage, MET)
    stage.does("Awa", "leave")
    stage.heard.clear()
    return stage


def test_somebody_who_has_left_can_be_blocked(town: Stage) -> None:
    """The bot said that it found nobody of that name."""
    play(
        town,
        """
        Zoé > /block Awa
        Zoé < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Awa ? … [Bloquer Awa]
        Zoé > [Bloquer Awa]
        Zoé < C’est fait : …
        """,
    )


def test_somebody_who_has_left_can_be_reported(town: Stage) -> None:
    play(
        town,
        """
        Zoé > /report Awa
        Zoé < …
        Zoé > Elle me fait peur.
        Zoé < …
        Zoé < Souhaitez-vous que je ne vous fasse plus jamais rencontrer Awa ? …
        Zoé > non
        Zoé < …
        Inès > /reports
        Inès < … [Cela concerne Awa]
        Inès < Un signalement, en privé. …
        """,
    )


def test_whoever_has_left_is_told_from_whoever_is_here(town: Stage) -> None:
    town.member("Awa Sy", headline="jardinière")
    town.member("Awa Sow")
    play(
        town,
        """
        Zoé > /block awa s
        Zoé < Laquelle de ces personnes ? [Awa Sow] [Awa Sy]
        Zoé > [Awa Sow]
        Zoé < … rencontrer Awa Sow ? …
        Zoé > non
        Zoé < …
        """,
    )
    town.does("Awa Sow", "leave")
    town.says("Zoé", "/block awa s")
    shown = town.spoken["dm:Zoé"][-1].outgoing.options
    assert [each.description and each.description.key for each in shown] == [
        "intro-gone", "card-headline", None,
    ]  # fmt: skip


def test_nobody_else_finds_whoever_has_left(town: Stage) -> None:
    assert town.work(lambda scope: lookup.search(scope, "Awa")) == []
    (found,) = town.work(lambda scope: lookup.search(scope, "Awa", gone=True))
    assert (found.name, found.gone) == ("Awa", True)


def test_whoever_was_erased_is_nobody_s_to_find(town: Stage) -> None:
    town.joins("Awa")
    town.does("Awa", "erase")
    assert town.work(lambda scope: lookup.search(scope, "Awa", gone=True)) == []
