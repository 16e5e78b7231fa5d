"""Free words lead where a command does: thanks to somebody by name, and who somebody is."""

from __future__ import annotations

import pytest

from community import directory
from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening
from tests.conversations.test_linking import link


@opening
def met(stage: Stage) -> Stage:
    """Awa helps Zoé; there is another Nadia than the one who offers masonry."""
    stage.member("Zoé")
    stage.member("Awa", headline="Comptable", offers=["comptabilité"], wants=["plongée"])
    stage.member("Nadia Diallo", headline="Maçonne")
    stage.member("Nadia Roux", headline="Libraire")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.says("Awa", "j'accepte")
    stage.heard.clear()
    return stage


@pytest.mark.parametrize("said", ["merci Awa pour le budget", "un grand merci à Awa !"])
def test_thanks_in_free_words_are_for_whoever_was_named(met: Stage, said: str) -> None:
    play(
        met,
        f"""
        Zoé > {said}
        Zoé < Un mot de remerciement pour Awa ? …
        Zoé > Tu m'as sauvée.
        Awa < Zoé vous remercie … « Tu m'as sauvée. »
        Zoé < C’est transmis à Awa. …
    """,
    )


def test_thanks_to_nobody_in_particular_are_answered_and_no_more(met: Stage) -> None:
    play(met, "Zoé > merci beaucoup\nZoé < Avec plaisir ! …")


@pytest.mark.parametrize("said", ["c'est qui Awa ?", "/who Awa", "/who @Awa", "/qui awa"])
def test_who_somebody_is_shows_what_they_offer_and_not_what_they_want(
    met: Stage, said: str
) -> None:
    met.says("Zoé", said)
    (shown,) = met.heard["dm:Zoé"]
    assert shown.card == ("Awa", "Comptable", "Propose\u202f: comptabilité")


def test_who_is_asked_without_a_name_and_of_two_which(met: Stage) -> None:
    play(
        met,
        """
        Zoé > /who
        Zoé < De qui …
        Zoé > Nadia
        Zoé < Laquelle de ces personnes ? [Nadia Diallo] [Nadia Roux] [Quelqu’un d’autre]
        Zoé > [Quelqu’un d’autre]
        Zoé < …
    """,
    )


def test_two_who_became_one_are_found_once_and_known_as_one(met: Stage) -> None:
    met.taps("Awa", "On voit ça ensemble")
    met.joins("Awa ailleurs", name="Awa")
    met.heard.clear()
    link(met, "Awa ailleurs", "Awa")
    met.heard.clear()
    found = met.work(lambda scope: directory.find_helpers(scope, "compta"), actor="Zoé")
    assert [each.name for each in found] == ["Awa"]
    met.says("Zoé", "c'est qui Awa ?")
    (shown,) = met.heard["dm:Zoé"]
    assert shown.card[0] == "Awa"


def test_a_greeting_with_thanks_ends_in_thanks(stage: Stage) -> None:
    """Two steps of one talk had the same name: it broke on the yes, every time."""
    stage.member("Zoé")
    stage.member("Awa")
    play(
        stage,
        """
        Zoé > salut Awa ! merci
        Zoé < Voulez-vous remercier Awa ? [Oui] [Non, autre chose]
        Zoé > oui
        Zoé < Un mot de remerciement pour Awa ? … [Dire simplement merci] [Passer]
        Zoé > simplement merci
        Zoé < C’est transmis à Awa. …
        Awa < …
        """,
    )
