"""The story of a newcomer, over Slack's wire: with a restart in it, and everything twice."""

from __future__ import annotations

from datetime import timedelta

from tests.connectors.slack.conftest import Workspace

LEA, AWA = "U0LEA", "U0AWA"


async def welcome(here: Workspace, who: str, name: str, *, offers: str = "") -> None:
    """Join, agree, and say what one can help with."""
    await here.joins(who, name)
    await here.presses(who, "Français")
    await here.presses(who, "Cela me convient")
    await here.presses(who, "Je suis d’accord")
    await here.presses(who, name)
    await here.says(who, "Bénévole")
    if offers:
        await here.says(who, offers)
    else:
        await here.presses(who, "Passer")
    await here.presses(who, "Passer")
    await here.presses(who, "Passer")
    await here.presses(who, "Garder")
    await here.presses(who, "Plus tard")


async def story(here: Workspace) -> None:
    await welcome(here, AWA, "Awa", offers="comptabilité, fiscalité")
    await welcome(here, LEA, "Léa")
    await here.restart()

    await here.mentions(LEA, "<@U0BOT> qui peut m’aider avec la comptabilité ?")
    await here.presses(LEA, "Awa")
    await here.restart()
    await here.says(LEA, "C’est pour le bilan de l’association.")
    assert "Awa" in here.last(LEA)
    assert "comptabilité" in "".join(here.texts(AWA))
    assert "Léa" not in "".join(here.texts(AWA)), "not before both agree"

    await here.restart()
    await here.presses(AWA, "J’accepte")
    [room] = {each["channel"] for each in here.slack.messages if each["channel"][0] == "G"}
    assert "Léa" in here.texts(room)[0]
    assert "Awa" in here.texts(room)[0]
    assert "bilan" in here.texts(room)[-1]

    await here.restart()
    await here.passes(timedelta(days=2, hours=1))
    await here.presses(LEA, "Oui")
    await here.presses(LEA, "Oui")
    await here.says(LEA, "Merci Awa, c’était clair !")
    assert "c’était clair" in here.last(AWA)


async def test_a_newcomer_is_welcomed_helped_and_introduced(here: Workspace) -> None:
    await story(here)


async def test_nothing_is_said_twice_when_everything_arrives_twice(here: Workspace) -> None:
    here.times, here.killed = 2, True
    await story(here)
    keys = [each["metadata"]["event_payload"]["key"] for each in here.slack.messages]
    assert len(keys) == len(set(keys))
    assert here.rows("SELECT count(*) FROM member") == [(2,)]
    assert here.rows("SELECT count(*) FROM introduction") == [(1,)]
    assert here.rows("SELECT count(*) FROM thanks") == [(1,)]
    assert here.rows("SELECT count(*) FROM outbox WHERE state != 'sent'") == [(0,)]


async def test_the_story_is_the_same_over_http(there: Workspace) -> None:
    there.times = 2
    await story(there)
    assert there.rows("SELECT count(*) FROM thanks") == [(1,)]
