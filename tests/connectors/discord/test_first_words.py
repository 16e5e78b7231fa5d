"""Who was in the server before the bot: their first words begin the welcome, and end it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import Person

WELCOME = "Bonjour et bienvenue"

Come = Callable[[Person], Awaitable[object]]


async def writes(zoe: Person) -> None:
    await zoe.writes("J’ai besoin d’aide pour ma comptabilité")


async def commands(zoe: Person) -> None:
    await zoe.commands("ask", here=True, need="comptabilité")


async def chooses_a_message(zoe: Person) -> None:
    await zoe.chooses_message("Find help", "comptabilité", zoe)


async def settle(town: Town) -> None:
    assert town.app is not None
    await town.app.settle()


async def is_welcomed(zoe: Person) -> None:
    for question, label in (
        ("Dans quelle langue", "Français"), ("nous nous promettons", "Cela me convient"),
        ("Êtes-vous d’accord", "Je suis d’accord"), ("que l’on vous appelle", zoe.name),
        ("que faites-vous", "Passer"), ("Sur quoi pourriez-vous aider", "Passer"),
        ("Qu’avez-vous vécu", "Passer"), ("qu’aimeriez-vous apprendre", "Passer"),
        ("fuseau horaire, êtes-vous", "Garder"),
    ):  # fmt: skip
        await zoe.hears(question)
        await zoe.presses(label)


@pytest.mark.parametrize("come", [writes, commands, chooses_a_message])
async def test_the_need_of_a_stranger_waits_for_the_end_of_one_welcome(
    town: Town, come: Come
) -> None:
    town.twice = True
    zoe, awa = town.person("Zoé"), town.person("Awa")
    await zoe.lives_here()
    await town.start()
    await town.until_seen()
    await awa.joins()
    await welcomed(awa, offers="comptabilité")
    await come(zoe)
    await zoe.hears(WELCOME)
    await settle(town)
    assert len(zoe.heard) == 1
    await is_welcomed(zoe)
    await zoe.hears("vous êtes des nôtres")
    await zoe.hears("j’ai pensé à cette personne")


async def test_a_stranger_s_call_for_help_gets_one_help_and_one_welcome(town: Town) -> None:
    zoe = town.person("Zoé")
    await zoe.lives_here()
    await town.start()
    await town.until_seen()
    await zoe.commands("help", here=True)
    await zoe.hears(WELCOME)
    await settle(town)
    help_, greeting = zoe.heard
    assert "/regles" in help_["content"]
    assert greeting["content"].startswith(WELCOME)
