"""A round over Discord's wire (P18): joined, approved, met in a thread of their own, told."""

from __future__ import annotations

from datetime import timedelta

from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_gathering import later
from tests.connectors.discord.test_prompt import FAR, organised
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import Person


async def joins(person: Person) -> None:
    """Somebody is in, and says how they like to meet."""
    await person.hears("un nouveau tour de rencontres se prépare")
    await person.presses("J’en suis")
    await person.hears("S’il y a un nombre impair")
    await person.presses("Oui")
    await person.hears("Dans quelle langue aimez-vous parler")
    await person.presses("Français")
    await person.hears("Je vous dirai qui vous rencontrez")


async def test_two_meet_in_a_round_though_everything_arrives_twice(town: Town) -> None:
    """And the bot is stopped and built anew in between."""
    town.twice = True
    ines = town.person("Inès")
    awa, lea = town.person("Awa"), town.person("Léa")
    await town.start()
    for person, offers in ((ines, ""), (awa, "comptabilité"), (lea, "")):
        await person.joins()
        await welcomed(person, offers)
    await town.read(organised)
    await ines.commands("ritual", here=True, what="add")
    for asked, answer in (
        ("Lequel de ces rituels", "Les cafés"), ("À l’heure d’où", "Europe/Paris"),
        ("À quel rythme", FAR),
    ):  # fmt: skip
        await ines.hears(asked)
        await ines.writes(answer)
    await ines.hears("Rien n’est encore enregistré")
    await ines.presses("Oui, le garder")
    await ines.commands("ritual", here=True, what="run Les cafés")
    await ines.hears("maintenant, pour tout son public")
    await ines.presses("Oui")
    await ines.hears("C’est lancé")
    await later(town, timedelta(minutes=1))
    await joins(awa)
    await town.stop()
    await town.start()
    await joins(lea)
    await later(town, timedelta(days=2, minutes=1))
    proposed = await ines.hears("pour ce tour")
    assert "Awa et Léa" in proposed["embeds"][0]["description"]
    await ines.writes("Approuver")
    await ines.hears("un groupe fait connaissance")
    await town.fake.until(lambda: town.fake.threads)
    ((key, thread),) = town.fake.threads.items()
    await town.fake.until(lambda: town.fake.places[key])
    assert sorted(thread["people"]) == sorted([awa.id, lea.id])
    assert "Bonjour Awa et Léa" in town.fake.places[key][0]["content"]
    await town.stop()
    await town.start()
    await later(town, timedelta(days=11))
    await awa.hears("Avez-vous pu vous rencontrer, Léa et vous")
    await awa.presses("Oui")
    await awa.hears("merci de le dire")
    await later(town, timedelta(days=11))
    for person, other in ((awa, "Léa"), (lea, "Awa")):
        await person.hears(f"Comment était-ce avec {other}")
        await person.presses("Un beau moment")
        await person.hears("À un prochain tour")
        said = [each["content"] for each in person.heard]
        assert len(said) == len(set(said)), "nothing is said twice"
