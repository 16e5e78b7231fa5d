"""A gathering over Discord's wire: planned in two windows, answered, freed, remembered (P19)."""

from __future__ import annotations

from datetime import timedelta

from icalendar import Calendar, Component

from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import Person
from tests.fakes.discord_wire import STAFF

MANAGE_GUILD = str(1 << 5)


def entry(town: Town, person: Person) -> Component:
    """What the last calendar file that somebody got says."""
    last = [each["attachments"][0] for each in person.heard if each.get("attachments")][-1]
    assert last["filename"] == "atelier-cv.ics"
    content = [town.fake.files[each["id"]] for each in person.heard if each.get("attachments")][-1]
    return Calendar.from_ical(content).walk("VEVENT")[0]


async def later(town: Town, time: timedelta) -> None:
    """Time goes by, through whatever falls due."""
    await town.app.advance(time.total_seconds())


async def test_a_gathering_from_its_plan_to_the_reminder(town: Town) -> None:
    """Everything is delivered twice, and the bot is stopped and built anew in between."""
    town.twice = True
    ines = town.person("Inès", MANAGE_GUILD, roles=[STAFF])
    awa, lea = town.person("Awa"), town.person("Léa")
    await town.start()
    for person in (ines, awa, lea):
        await person.joins()
        await welcomed(person)
    await ines.commands("gathering", here=True, what="add")
    asked = await ines.hears("Parlez-moi de cette rencontre")
    window = await ines.answer_to(await ines.presses("Remplir", on=asked), 9)
    await ines.fills_in(window, asked, title="Atelier CV", when="dans 10 jours à 18h30",
                        zone="Europe/Paris", venue="La Cantine", minutes="1h30")  # fmt: skip
    between = await ines.whispered("Il reste une page")
    window = await ines.answer_to(await ines.presses("Continuer", on=between), 9)
    await ines.fills_in(window, between, places="1")
    preview = await ines.hears("Voici ce que 3 membres liront")
    assert "La Cantine" in preview["embeds"][0]["description"]
    await ines.presses("Envoyer")
    await ines.hears("C’est parti")
    await later(town, timedelta(minutes=1))
    for person in (awa, lea):
        await person.hears("Inès vous propose une rencontre")
    await awa.presses("Je viens")
    await awa.hears("une place est à vous")
    await lea.presses("Je viens")
    await lea.hears("liste d’attente")
    await town.stop()
    await town.start()
    await awa.commands("gatherings", here=True)
    await awa.hears("Viendrez-vous")
    await awa.presses("Pas cette fois")
    await lea.hears("une place s’est libérée")
    await lea.presses("Je la garde")
    await lea.hears("à bientôt")
    await town.fake.until(lambda: any(each.get("attachments") for each in lea.heard))
    assert entry(town, lea)["UID"] == entry(town, awa)["UID"]
    await later(town, timedelta(days=9, hours=23))
    await lea.hears("approche")
    await lea.hears("C’est bientôt")
    said = [each["content"] for each in lea.heard if each["content"]]
    assert len(said) == len(set(said)), "nothing is said twice"
    assert not any("C’est bientôt" in each["content"] for each in awa.heard)
