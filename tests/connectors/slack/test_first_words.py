"""Who was in the workspace before the bot: their first words begin the welcome, and end it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, LEA, welcome

WELCOME = "Bonjour et bienvenue"


async def is_welcomed(here: Workspace, who: str, name: str) -> None:
    for label in ("Français", "Cela me convient", "Je suis d’accord", name, *["Passer"] * 4):
        await here.presses(who, label)
    await here.presses(who, "Garder")


async def writes(here: Workspace) -> None:
    await here.says(LEA, "J’ai besoin d’aide pour ma comptabilité")


async def mentions(here: Workspace) -> None:
    await here.mentions(LEA, "<@U0BOT> qui peut m’aider en comptabilité ?")


async def commands(here: Workspace) -> None:
    await here.commands(LEA, "/ask", "comptabilité")


async def chooses_a_message(here: Workspace) -> None:
    await here.interacts(
        LEA, "message_action", callback_id="find_help", trigger_id=here.trigger(),
        message={"type": "message", "user": AWA, "text": "comptabilité", "ts": "1.1"},
        channel={"id": "C0GENERAL"},
    )  # fmt: skip


@pytest.mark.parametrize("come", [writes, mentions, commands, chooses_a_message])
async def test_the_need_of_a_stranger_waits_for_the_end_of_one_welcome(
    here: Workspace, come: Callable[[Workspace], Awaitable[None]]
) -> None:
    here.times = 2
    await welcome(here, AWA, "Awa", offers="comptabilité")
    here.slack.person(LEA, "Léa")
    await come(here)
    [greeting] = here.texts(LEA)
    assert greeting.startswith(WELCOME)
    await is_welcomed(here, LEA, "Léa")
    assert "vous êtes des nôtres" in here.texts(LEA)[-2]
    assert here.button(LEA, "Awa")[0] == here.heard(LEA)[-1]


@pytest.mark.parametrize("words", ["hello", "bonjour", "👋", "?", "annuler"])
async def test_a_stranger_s_hello_is_no_wrong_answer(here: Workspace, words: str) -> None:
    here.slack.person(LEA, "Léa")
    await here.says(LEA, words)
    [greeting] = here.texts(LEA)
    assert greeting.startswith(WELCOME)
    await is_welcomed(here, LEA, "Léa")
    assert "Par quoi commencer" in here.last(LEA)


@pytest.mark.parametrize("command", ["", "/help"])
async def test_a_stranger_s_call_for_help_gets_one_help_and_one_welcome(
    here: Workspace, command: str
) -> None:
    here.slack.person(LEA, "Léa")
    if command:
        await here.commands(LEA, command)
    else:
        await here.says(LEA, "aide")
    help_, greeting = here.texts(LEA)
    assert "/regles" in help_
    assert greeting.startswith(WELCOME)


async def test_who_comes_back_is_heard_at_once(here: Workspace) -> None:
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    gone = here.slack.people[LEA] | {"deleted": True}
    await here.event({"type": "user_change", "user": gone})
    await here.says(LEA, "qui peut m’aider en comptabilité ?")
    assert "Bon retour" in here.texts(LEA)[-2]
    assert here.button(LEA, "Awa")


async def test_a_moderator_s_first_command_keeps_its_right(here: Workspace) -> None:
    here.slack.person(LEA, "Léa", is_admin=True)
    await here.commands(LEA, "/asks")
    await is_welcomed(here, LEA, "Léa")
    assert "rôle" not in here.last(LEA)
    assert "vous êtes des nôtres" in here.texts(LEA)[-2]


@pytest.mark.parametrize("command", ["/aide", "/help", "/suivi"])
async def test_a_command_of_slack_says_nothing_about_a_language(
    here: Workspace, command: str
) -> None:
    """Whatever it is called, it came as its English name, and English was spoken from then on."""
    await here.joins(LEA, "Léa")
    await here.commands(LEA, command)
    assert here.last(LEA).startswith(WELCOME)


@pytest.mark.parametrize("subtype", ["thread_broadcast", "me_message"])
async def test_words_that_slack_calls_otherwise_are_answered(here: Workspace, subtype: str) -> None:
    await welcome(here, LEA, "Léa")
    before = len(here.texts(LEA))
    await here.says(LEA, "aide", subtype=subtype)
    assert "/profil" in " ".join(here.texts(LEA)[before:])
