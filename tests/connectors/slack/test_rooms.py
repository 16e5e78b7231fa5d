"""Two who agreed to meet, where Slack lets them have no room together."""

from __future__ import annotations

from datetime import timedelta

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, LEA, welcome
from tests.fakes.slack import Fault


async def agree(here: Workspace, refusal: str) -> None:
    """Léa asked and Awa accepted; Slack refuses the room once."""
    await welcome(here, AWA, "Awa", offers="comptabilité, fiscalité")
    await welcome(here, LEA, "Léa")
    await here.says(LEA, "qui peut m’aider avec la comptabilité ?")
    await here.presses(LEA, "Awa")
    await here.says(LEA, "C’est pour le bilan.")
    here.slack.faults["conversations.open"].append(Fault(error=refusal))
    await here.presses(AWA, "J’accepte")


async def test_two_whom_slack_keeps_apart_are_asked_how_else_to_meet(here: Workspace) -> None:
    await agree(here, "invalid_user_combination")
    for who in (LEA, AWA):
        assert "n’a pas pu s’ouvrir" in "".join(here.texts(who)[-3:])
        assert "Voulez-vous écrire par moi" in here.last(who)
    assert here.slack.rooms == {}, "nothing is said to two who could not be told who they are"
    await here.presses(LEA, "Oui, sous mon nom")
    await here.presses(LEA, "Non merci")
    await here.presses(AWA, "Oui, sous mon nom")
    assert "Vous pouvez écrire à Léa par moi" in "".join(here.texts(AWA)[-4:])


async def test_a_right_that_is_missing_is_waited_for(here: Workspace) -> None:
    await agree(here, "missing_scope")
    await here.passes(timedelta(hours=1, minutes=1))
    [room] = {each["channel"] for each in here.slack.messages if each["channel"][0] == "G"}
    assert "Léa" in here.texts(room)[0]
    assert "bilan" in here.last(room)
