"""Several wishes in one message: one after the other, and none is dropped."""

from __future__ import annotations

import pytest

from conversations.testing import Stage
from conversations.transcripts import play
from tests.conversations.openings import opening


@opening
def town(stage: Stage) -> Stage:
    """Zoé writes; Luc, Nadia, Odile and Mei each know one trade."""
    stage.member("Zoé")
    stage.member("Luc", headline="Plombier")
    stage.member("Nadia", headline="Expert-comptable")
    stage.member("Odile", headline="Avocate")
    stage.member("Mei", locale="en", headline="Beekeeper")
    return stage


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("je cherche un comptable et aussi un plombier", ["comptable", "plombier"]),
        ("je cherche un comptable. Je cherche aussi un plombier.", ["comptable", "plombier"]),
        ("find me a plumber, a lawyer and a beekeeper", ["plumber", "lawyer", "beekeeper"]),
        ("I need a lawyer and accountant", ["lawyer", "accountant"]),
        ("/ask un comptable et un plombier", ["un comptable", "plombier"]),
        ("I need help with plumbing and also with beekeeping", ["plumbing", "beekeeping"]),
    ],
)
def test_each_need_is_looked_for_when_the_one_before_is_settled(
    town: Stage, words: str, called: list[str]
) -> None:
    town.says("Zoé", words)
    said = town.heard["dm:Zoé"]
    assert all(f"«\u00a0{each}\u00a0»" in said[0].text for each in called)
    said.popleft()
    for each in called:
        assert said.popleft().text.startswith(f"Pour «\u00a0{each}\u00a0»")
        town.taps("Zoé", "Laisser tomber")
        assert said.popleft().text.startswith("Très bien.")
    assert not said


def test_a_request_on_its_way_brings_the_next(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je cherche un comptable pour mon bilan et un plombier pour ma chaudière
        Zoé < Une chose après l’autre : d’abord « comptable, bilan », puis …
        Zoé < Pour « comptable, bilan », … [Nadia]
        Zoé > [Nadia]
        Zoé < …
        Zoé > [Passer]
        Zoé < Votre demande est partie vers Nadia. …
        Zoé < Pour « … », … [Luc]
        Nadia < Quelqu’un de la communauté …
    """,
    )


def test_another_need_leaves_what_waits_its_turn(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je cherche un comptable et aussi un plombier
        Zoé < Une chose après l’autre : …
        Zoé < Pour « comptable », … [Nadia]
        Zoé > qui connaît une avocate ?
        Zoé < Pour « avocate », … [Odile]
        Zoé > [Laisser tomber]
        Zoé < Très bien. …
        Zoé < Pour « plombier », … [Luc]
    """,
    )


@pytest.mark.parametrize(
    "words",
    ["merci à Luc et Odile", "merci Luc et merci Odile", "thanks Luc and Odile!",
     "merci à Luc pour la chaudière et à Odile pour le contrat"],
)  # fmt: skip
def test_everybody_who_is_thanked_is(town: Stage, words: str) -> None:
    play(
        town,
        f"""
        Zoé > {words}
        Zoé < Une chose après l’autre : d’abord « Luc », puis « Odile ».
        Zoé < Un mot de remerciement pour Luc ? …
        Zoé > [Dire simplement merci]
        Zoé < C’est transmis à Luc. …
        Luc < Zoé vous remercie.
        Zoé < Un mot de remerciement pour Odile ? …
    """,
    )


def test_thanks_and_a_need_in_one_message(town: Stage) -> None:
    play(
        town,
        """
        Zoé > merci Luc, et je cherche un comptable
        Zoé < Une chose après l’autre : d’abord « Luc », puis « comptable ».
        Zoé < Un mot de remerciement pour Luc ? …
        Zoé > [Passer]
        Zoé < …
        Zoé < Pour « comptable », … [Nadia]
    """,
    )


def test_each_offer_is_added(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je peux aider en couture et aussi en ébénisterie
        Zoé < Une chose après l’autre : d’abord « couture », puis « ébénisterie ».
        Zoé < Merci ! J’ajoute « couture » … ?
        Zoé > oui
        Zoé < C’est enregistré. …
        Zoé < Merci ! J’ajoute « ébénisterie » … ?
        Zoé > oui
        Zoé < C’est enregistré. … Propose : couture et ébénisterie …
    """,
    )


def test_an_offer_during_another_leaves_the_first_to_be_answered(town: Stage) -> None:
    play(
        town,
        """
        Zoé > je peux aider en couture
        Zoé < Merci ! J’ajoute « couture » … ?
        Zoé > je peux aussi aider en ébénisterie
        Zoé < Merci ! J’ajoute « ébénisterie » … ?
        Zoé > oui
        Zoé < C’est enregistré. …
        Zoé < Merci ! J’ajoute « couture » … ?
    """,
    )


@pytest.mark.parametrize(
    "words",
    ["je cherche un plombier et merci d'avance", "je cherche un plombier, c'est urgent en plus",
     "je cherche un plombier, il faut réparer ma chaudière et changer un radiateur",
     "je suis comptable et je cherche un plombier", "je cherche un plombier et pas une avocate",
     "ma douche fuit et je cherche un plombier", "I need a plumber, also it's urgent"],
)  # fmt: skip
def test_one_need_stays_one(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.heard["dm:Zoé"].popleft().text.startswith("Pour «")


@pytest.mark.parametrize("words", ["merci Luc et bonne journée", "merci Luc, tu es super et drôle"])
def test_other_words_behind_thanks_are_nobody(town: Stage, words: str) -> None:
    town.says("Zoé", words)
    assert town.heard["dm:Zoé"].popleft().text.startswith("Un mot de remerciement pour Luc")


def test_who_is_only_spoken_of_beside_another_is_not_looked_for(town: Stage) -> None:
    town.says("Zoé", "j'ai un litige avec un plombier et un comptable")
    assert not town.heard["dm:Zoé"].popleft().text.startswith("Une chose après l’autre")


def test_two_people_who_are_asked_about_are_both_shown(town: Stage) -> None:
    play(
        town,
        """
        Zoé > c'est qui Luc et Odile ?
        Zoé < Une chose après l’autre : d’abord « Luc », puis « Odile ».
        Zoé < Voici comment Luc se présente…
        Zoé < Voici comment Odile se présente…
        Zoé > babysitting on Wednesdays
        Zoé < Cherchez-vous quelqu’un pour « babysitting » ? …
    """,
    )
