"""The whole story over the wire: joining, asking, accepting, meeting, being asked how it went."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.connectors.discord.conftest import Town
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import Asked


async def welcomed(person: Person, offers: str = "") -> None:
    """From the first hello to the last question of the onboarding."""
    await person.hears("Dans quelle langue")
    await person.presses("Français")
    await person.hears("nous nous promettons")
    await person.presses("Cela me convient")
    await person.hears("Êtes-vous d’accord")
    await person.presses("Je suis d’accord")
    await person.hears("que l’on vous appelle")
    await person.presses(person.name)
    await person.hears("que faites-vous")
    await person.presses("Passer")
    await person.hears("Sur quoi pourriez-vous aider")
    await (person.writes(offers) if offers else person.presses("Passer"))
    await person.hears("Qu’avez-vous vécu")
    await person.presses("Passer")
    await person.hears("qu’aimeriez-vous apprendre")
    await person.presses("Passer")
    await person.hears("fuseau horaire, êtes-vous")
    await person.presses("Garder")
    await person.hears("Par quoi commencer")
    await person.presses("Plus tard")
    await person.hears("Écrivez-moi quand vous voulez")


async def test_a_newcomer_asks_is_introduced_and_asked_how_it_went(town: Town) -> None:
    """All is delivered twice, and the bot is killed just when it has said that it heard."""
    town.twice = True
    zoe, awa = town.person("Zoé"), town.person("Awa")
    await town.start_process()
    await awa.joins()
    await welcomed(awa, offers="comptabilité")
    await town.kill()
    await town.start_process()
    await zoe.joins()
    await welcomed(zoe)
    await _heard(town, await zoe.commands("ask", here=True, need="comptabilité"))
    await town.kill()
    await town.start_process()
    await zoe.hears("j’ai pensé à cette personne")
    await zoe.presses("Awa")
    await zoe.hears("un mot de contexte")
    await zoe.writes("c'est pour notre bilan")
    await awa.hears("aimerait votre aide")
    await town.kill()
    await town.start_process()
    await _heard(town, await awa.presses("J’accepte"))
    await town.kill()
    await town.start_process()
    await zoe.hears("accepte de vous aider")
    await town.fake.until(lambda: _in_room(town))
    (thread,) = _rooms(town)
    assert sorted(thread["people"]) == sorted([zoe.id, awa.id])
    assert (thread["type"], thread["invitable"]) == (12, False)
    await town.kill()
    town.clock.move_to(town.clock.now() + timedelta(days=2, minutes=1))
    await town.start()
    await town.app.sweep()
    await zoe.hears("Avez-vous pu vous parler")
    await awa.hears("Avez-vous pu vous parler")
    for person in (zoe, awa):
        asked = [each["content"] for each in person.heard]
        assert len(asked) == len(set(asked)), "nothing is said twice"


async def _heard(town: Town, asked: Asked) -> None:
    """Wait until the bot has acknowledged it, and no longer."""
    await town.fake.until(lambda: asked.answer)


def _rooms(town: Town) -> list[dict[str, Any]]:
    """Threads that a person sees; one with nobody in it may be left by a kill."""
    return [each for each in town.fake.threads.values() if each["people"]]


def _in_room(town: Town) -> bool:
    said = [each for room in _rooms(town) for each in town.fake.places[room["id"]]]
    return any("Bonjour" in each["content"] for each in said)


async def test_a_profile_is_changed_in_two_windows_with_a_restart_in_between(town: Town) -> None:
    zoe = town.person("Zoé")
    await town.start()
    await zoe.joins()
    await welcomed(zoe, offers="jardinage")
    await zoe.commands("profile", here=True)
    await zoe.presses("Le changer", on=await zoe.hears("Voici votre profil"))
    asked = await zoe.hears("Changez")
    window = await zoe.answer_to(await zoe.presses("Remplir", on=asked), 9)
    shown = {each["component"]["custom_id"]: each["component"] for each in window["components"]}
    assert shown["offers"]["value"] == "jardinage"
    await zoe.fills_in(window, asked, name="Zoé B.", offers="jardinage, compost")
    between = await zoe.whispered("Il reste une page")
    await town.stop()
    await town.start()
    window = await zoe.answer_to(await zoe.presses("Continuer", on=between), 9)
    await zoe.fills_in(window, between, locale="en", time_zone="Europe/London")
    saved = await zoe.hears("Saved.")
    assert "Zoé B." in saved["embeds"][0]["title"]
    assert "compost" in saved["embeds"][0]["description"]


async def test_whose_language_the_bot_does_not_speak_reads_the_community_s(town: Town) -> None:
    await town.start()
    eva = town.person("Eva")
    eva.locale = "es-ES"
    await eva.joins()
    await eva.commands("help", here=True)
    await eva.whispered("Je vous réponds en message privé")
    eva.locale = "en-GB"
    await eva.commands("help", here=True)
    await eva.whispered("I’m answering you in a direct message")
