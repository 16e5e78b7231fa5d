"""What somebody answers to a question that they saw, while other messages wait for their words."""

from __future__ import annotations

import pytest

from tests.connectors.whatsapp.conftest import AWA, ZOE, Here

ASKED = "un moyen de vous joindre"


@pytest.fixture
async def in_touch(here: Here) -> Here:
    """Zoé and Awa are introduced; Awa has been asked for a way to be reached, and a day is over.

    Meanwhile she was asked when they could talk, and then her first question once more: both wait.
    """
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    await here.taps(AWA, "J’accepte")
    for who in (ZOE, AWA):
        await here.taps(who, "Oui, sous mon nom")
    await here.says(ZOE, "06 00 00 00 01")
    await here.taps(ZOE, "Oui, c’est bien ça")
    assert ASKED in here.last(AWA).body
    await here.later(hours=25)
    return here


async def hears(here: Here, words: str) -> list[str]:
    """What Awa reads of what she writes."""
    before = len(here.heard(AWA))
    await here.says(AWA, words)
    return here.heard(AWA)[before:]


async def test_an_answer_to_what_was_seen_is_taken(in_touch: Here) -> None:
    """It was dropped without a word, and the question asked again."""
    said = await hears(in_touch, "awa@example.org")
    assert any("Quand pourriez-vous parler" in each for each in said), "what waited is shown"
    assert "awa@example.org" in said[-1]
    assert not any(ASKED in each for each in said)
    await in_touch.taps(AWA, "Oui, c’est bien ça")
    assert any("06 00 00 00 01" in each for each in in_touch.heard(AWA))


@pytest.mark.parametrize("words", ["1", "On voit ça ensemble"])
async def test_words_that_may_be_for_what_is_only_shown_now_answer_nothing(
    in_touch: Here, words: str
) -> None:
    said = await hears(in_touch, words)
    assert ASKED in said[-1]
    assert said[-2].startswith("Vos mots n’ont répondu à rien")
    assert not any("Ce serait donc" in each for each in said)


async def test_that_words_were_not_taken_is_said(here: Here) -> None:
    await here.welcome(ZOE, "Zoé Martin")
    await here.later(hours=25)
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    told, *_, asked = await hears(here, "oui, avec plaisir")
    assert told.startswith("Vos mots n’ont répondu à rien")
    assert asked.startswith("Quelqu’un de la communauté aimerait votre aide")


@pytest.mark.parametrize(("words", "passed"), [("la salle est fermée", True), ("oui", False)])
async def test_an_answer_to_what_a_request_came_before_is_taken(
    here: Here, words: str, passed: bool
) -> None:
    """Unless it would accept the request, too, of which a template may have told them."""
    await here.welcome(ZOE, "Zoé Martin")
    await here.says(AWA, "/equipe")
    await here.later(hours=25)
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    said = await hears(here, words)
    assert any(each.startswith("Quelqu’un de la communauté aimerait votre aide") for each in said)
    assert any("C’est transmis à l’équipe" in each for each in said) is passed
    assert any(each.startswith("Vos mots n’ont répondu à rien") for each in said) is not passed
    assert not any("Awa Diop accepte" in each for each in here.heard(ZOE))
