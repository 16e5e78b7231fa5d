"""Whoever the team has removed: their data stays theirs, and nothing else is answered (P42)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from community import moderation
from conversations.testing import Stage
from conversations.transcripts import play
from storage.tables import Fact, Member, table
from tests.conversations.openings import opening


@opening
def removed(stage: Stage) -> Stage:
    """Awa, who had a question before her, was removed by Inès; Zoé has asked for something."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    stage.work(lambda scope: scope.db.add(Fact(name="public-url", value="https://ici.example")))
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.work(lambda scope: moderation.remove(scope, stage.id_of("Awa", scope), "x"), "Inès")
    stage.settle()
    stage.heard.clear()
    return stage


@pytest.mark.parametrize("words", ["/mydata", "mes données", "je voudrais récupérer mes données"])
def test_they_receive_what_is_kept_of_them(removed: Stage, words: str) -> None:
    """There was no answer at all."""
    play(
        removed,
        f"""
        Awa > {words}
        Awa < Vous n’êtes plus membre ici, et vos données restent les vôtres … [Tout recevoir] [Tout effacer] [Tout garder]
        Awa > [Tout recevoir]
        Awa < Voici tout ce que je garde de vous, …
        """,
    )


def test_they_have_it_erased_after_a_yes(removed: Stage) -> None:
    play(
        removed,
        """
        Awa > /mydata
        Awa < …
        Awa > tout effacer
        Awa < C’est définitif …
        Awa > oui
        Awa < C’est fait : tout ce que je savais de vous est effacé. …
        """,
    )
    names = removed.write(lambda c: c.execute(select(table(Member).c.name)).scalars().all())
    assert "Awa" not in names


def test_a_no_keeps_it(removed: Stage) -> None:
    play(
        removed,
        """
        Awa > /mydata
        Awa < …
        Awa > [Tout effacer]
        Awa < C’est définitif …
        Awa > non
        Awa < Entendu, rien ne change. …
        """,
    )


@pytest.mark.parametrize(
    "words",
    ["bonjour", "/ask jardin", "/team laissez-moi revenir", "oui", "/resume", "/thanks Zoé"],
)
def test_all_else_is_answered_once_with_what_is_left(removed: Stage, words: str) -> None:
    """There was no answer at all, as if the bot were broken."""
    play(removed, f"Awa > {words}\nAwa < … une personne de l’équipe …\nAwa > {words}\n1 day passes")


def test_no_older_button_works(removed: Stage) -> None:
    removed.taps("Awa", "J’accepte")
    assert not removed.heard["dm:Awa"]
    assert "accepte" not in " ".join(each.text for each in removed.heard["dm:Zoé"])


def test_writing_is_no_way_back(removed: Stage) -> None:
    removed.joins("Awa")
    removed.says("Awa", "/mydata")
    assert len(removed.heard["dm:Awa"]) == 1
    left = select(table(Member).c.left_at).where(table(Member).c.name == "Awa")
    assert removed.write(lambda c: c.execute(left).scalar_one()) is not None
