"""What waited until somebody wrote: of it only what still stands is shown, once, as it is now."""

from __future__ import annotations

import pytest

from tests.connectors.whatsapp.conftest import AWA, BEN, ZOE, Here


@pytest.fixture
async def asked(here: Here) -> Here:
    """Awa has not written for a day, and Zoé has just asked her for help; a template knocked."""
    await here.approved()
    await here.welcome(ZOE, "Zoé Martin", offers="le tricot")
    await here.later(hours=30)
    await here.says(ZOE, "qui peut m’aider en comptabilité ?")
    await here.taps(ZOE, "Awa Diop")
    await here.says(ZOE, "passer")
    assert here.last(AWA).titles() == ["Voir"]
    return here


async def shown(here: Here, who: str = AWA) -> list[tuple[str, list[str]]]:
    """What came of a tap on the first knock."""
    before = here.read(who)
    await here.twilio.tap(who, "Voir", on=here.twilio.to(who)[0])
    await here.settle()
    return here.read(who)[len(before) :]


async def test_a_request_that_was_withdrawn_is_not_shown_nor_knocked_for_again(
    asked: Here,
) -> None:
    await asked.says(ZOE, "/suivi")
    await asked.taps(ZOE, 1)
    assert len(asked.heard(AWA)) == 1, "its end is worth no knock"
    ((said, buttons),) = await shown(asked)
    assert ("n’a plus besoin de réponse" in said, buttons) == (True, [])


async def test_a_request_that_the_team_has_is_shown_with_the_button_that_counts(
    asked: Here,
) -> None:
    """Only its end was shown: “your « J’accepte » still counts”, of a button that never came."""
    await pass_on(asked)
    assert len(asked.heard(AWA)) == 2, "the request and its reminder"
    *_, (_, buttons), (said, _) = await shown(asked)
    assert ("J’accepte" in buttons, "passe à l’équipe" in said) == (True, True)
    await asked.taps(AWA, "J’accepte")
    assert any("C’est Zoé Martin" in each for each in asked.heard(AWA))


async def test_the_late_yes_may_be_typed_once_its_button_was_shown(asked: Here) -> None:
    """It was taken for a search: “Are you looking for somebody for “accepte”?”."""
    await pass_on(asked)
    await asked.says(AWA, "j'accepte")
    assert "passe à l’équipe" in asked.heard(AWA)[-1], "it was not yet shown"
    await asked.says(AWA, "J'accepte !")
    assert any("C’est Zoé Martin" in each for each in asked.heard(AWA))


async def test_a_request_that_nobody_looks_into_any_more_is_not_shown_with_buttons(
    asked: Here,
) -> None:
    for _ in range(25):
        await asked.later(days=1)
    assert not any("J’accepte" in buttons for _, buttons in await shown(asked))


async def pass_on(asked: Here) -> None:
    """Awa's time goes by unseen, and the team has the request."""
    for _ in range(8):
        await asked.later(days=1)


async def test_of_a_request_and_its_reminder_only_the_reminder_is_shown(asked: Here) -> None:
    for _ in range(3):
        await asked.later(days=1)
    read = await shown(asked)
    assert sum("J’accepte" in buttons for _, buttons in read) == 1
    assert "Petit rappel" in read[-1][0]
    await asked.taps(AWA, "J’accepte")
    assert any("Awa Diop" in each for each in asked.heard(ZOE)[-3:])


async def test_words_bring_the_question_once(asked: Here) -> None:
    await asked.says(AWA, "coucou")
    assert sum("J’accepte" in buttons for _, buttons in asked.read(AWA)) == 1
    assert asked.heard(AWA)[1].startswith("Bonjour Awa Diop")


@pytest.mark.parametrize("words", ["oui", "j’accepte", "1", "ok"])
async def test_words_are_no_answer_to_what_was_never_shown(asked: Here, words: str) -> None:
    before = asked.heard(ZOE)
    await asked.says(AWA, words)
    assert asked.heard(ZOE) == before
    assert sum("J’accepte" in buttons for _, buttons in asked.read(AWA)) == 1
    await asked.taps(AWA, "J’accepte")
    assert any("Awa Diop" in each for each in asked.heard(ZOE)[len(before) :])


@pytest.mark.parametrize("twice", [False, True])
async def test_a_second_tap_on_an_old_knock_is_answered(asked: Here, twice: bool) -> None:
    asked.twice = twice
    await shown(asked)
    (first, _), *again = await shown(asked)
    assert first.startswith("Vous avez tout lu. Voici ce qui attend encore votre réponse")
    assert any("J’accepte" in buttons for _, buttons in again), "what stands is there at hand"
    await asked.taps(AWA, "J’accepte")
    for _ in range(2):
        await asked.taps(AWA, -1)
    ((said, _), *_rest) = await shown(asked)
    assert said.startswith("Rien de nouveau ne vous attend")


async def test_the_same_news_twice_is_read_once(asked: Here) -> None:
    await asked.says(ZOE, "/suivi")
    await asked.taps(ZOE, 1)
    await asked.says(BEN, "/cancel")
    await asked.says(BEN, "who can help me with comptabilité?")
    await asked.taps(BEN, "Awa Diop")
    await asked.says(BEN, "skip")
    await asked.says(BEN, "/where")
    await asked.taps(BEN, 1)
    assert len(await shown(asked)) == 1


async def test_each_message_to_the_team_is_read(here: Here) -> None:
    """Though the words are the same: each is a question of its own."""
    await here.later(hours=25)
    for _ in range(2):
        await here.says(AWA, "/team un mot")
    await here.says(BEN, "/cancel")
    assert sum("un mot" in each for each in here.heard(BEN)) == 2


async def test_a_knock_that_an_erased_member_taps_welcomes_them(asked: Here) -> None:
    await asked.says(AWA, "/mes-donnees")
    for _ in range(2):
        await asked.taps(AWA, "Tout effacer")
    await asked.later(minutes=1)
    await asked.connector.compare(asked.clock.now())
    assert (await shown(asked))[-1][1] == ["English", "Français"]
