"""Two who are both on WhatsApp, where bots have no rooms: their words pass, or come back."""

from __future__ import annotations

import pytest

from tests.connectors.whatsapp.conftest import AWA, ZOE, Here

UNDELIVERED = "Ce que vous avez écrit à Awa Diop n’a pas pu lui être remis, et je ne le garde pas."
LONG = " ".join(f"Voici la phrase numéro {n}." for n in range(100))


@pytest.fixture
async def writing(here: Here) -> Here:
    """Zoé asked, Awa accepted, and both write through the bot."""
    await here.welcome(ZOE, "Zoé", "le tricot")
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    await here.taps(AWA, "J’accepte")
    for who in (ZOE, AWA):
        await here.taps(who, "Oui, sous mon nom")
        await here.taps(who, "Non merci")
    return here


def told(here: Here) -> int:
    """How often Zoé read that her words did not arrive."""
    return sum(each.startswith(UNDELIVERED) for each in here.heard(ZOE))


async def test_words_to_somebody_who_stopped_are_said_not_to_have_arrived(writing: Here) -> None:
    """They were dropped without a word."""
    await writing.says(AWA, "STOP")
    await writing.says(ZOE, "@Awa encore moi")
    assert told(writing) == 1
    assert "encore moi" not in str(writing.heard(AWA))
    assert "stop" not in writing.last(ZOE).body.casefold()
    await writing.says(ZOE, "@Awa toujours moi")
    assert told(writing) == 2


@pytest.mark.parametrize("code", [63014, 63024])
async def test_words_that_the_platform_gives_up_afterwards_are_said_to(
    writing: Here, code: int
) -> None:
    writing.twilio.failing = [code]
    await writing.says(ZOE, "@Awa bonjour")
    assert told(writing) == 1


async def test_many_pieces_of_one_text_are_said_once_not_to_have_arrived(writing: Here) -> None:
    await writing.says(AWA, "STOP")
    await writing.says(ZOE, f"@Awa {LONG}")
    assert told(writing) == 1


async def test_words_that_are_only_late_are_not_said_to_be_lost(writing: Here) -> None:
    writing.twilio.failing = [63018]
    await writing.says(ZOE, "@Awa bonjour")
    await writing.later(minutes=11)
    assert told(writing) == 0
    assert writing.heard(AWA)[-1].endswith("bonjour")


async def test_two_on_whatsapp_are_not_told_that_they_are_on_different_apps(writing: Here) -> None:
    (told,) = [each for each in writing.heard(ZOE) if "accepte de vous aider" in each]
    assert "application" not in told
    assert "Je n’ai pas de salon où vous réunir" in told


async def test_who_stopped_and_writes_is_told_that_no_answer_can_come(writing: Here) -> None:
    """Her words passed, each answer failed, and she never heard why nobody answered."""
    await writing.says(ZOE, "STOP")
    await writing.says(ZOE, "@Awa oui")
    assert writing.last(AWA).body.endswith("oui")
    assert "une réponse ne pourrait pas vous parvenir" in writing.last(ZOE).body
    assert "/reprendre" in writing.last(ZOE).body
    await writing.says(AWA, "@Zoé merci")
    assert "n’a pas pu lui être remis" in writing.last(AWA).body
    assert "réessayer" not in writing.last(AWA).body, "it would fail each time"
    await writing.says(ZOE, "START")
    before = len(writing.heard(ZOE))
    await writing.says(ZOE, "@Awa encore moi")
    await writing.says(AWA, "@Zoé merci")
    assert writing.heard(ZOE)[before:] == ["Awa\N{NO-BREAK SPACE}: merci"]


async def test_words_that_wait_for_a_closed_window_are_said_to_once(writing: Here) -> None:
    """They waited for days without a word."""
    await writing.later(hours=30)
    for words in ("@Awa bonjour", "@Awa es-tu là ?"):
        await writing.says(ZOE, words)
    assert sum(each.startswith("Vos mots attendent Awa Diop") for each in writing.heard(ZOE)) == 1
    await writing.says(AWA, "bonjour")
    assert sum("es-tu là" in each for each in writing.heard(AWA)) == 1
