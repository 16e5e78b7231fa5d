"""The question of the month over Discord's wire: planned, answered, gathered, posted (P15, P16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from community import roles
from community.scope import Scope
from tests.connectors.discord.conftest import Town
from tests.connectors.discord.test_gathering import later
from tests.connectors.discord.test_story import welcomed
from tests.fakes.discord_people import Person

FAR = "toutes les quatre semaines le mardi à 9h à partir du 1 mars 2050"
"""The calendar brings none during the test, whatever day it is: the organiser puts it herself."""


def organised(connection: Connection) -> None:
    """`passerelle role`: Inès organises, whatever Discord makes of her."""
    scope = Scope(connection, datetime.now(UTC), 1)
    roles.appoint_called(scope, "Inès", "organiser")
    scope.close(keep=True)


async def answers(person: Person, words: str, shared: str) -> None:
    """Somebody answers the question, and says how far that may go."""
    await person.hears("quelle petite victoire")
    await person.presses("Je réponds")
    await person.hears("Je vous écoute")
    await person.writes(words)
    await person.hears("Jusqu’où cette réponse")
    await person.presses(shared)
    await person.hears("Merci\u202f! Votre réponse")


async def test_a_question_of_the_month_from_its_plan_to_the_round_up(town: Town) -> None:
    """Everything is delivered twice, and the bot is stopped and built anew in between."""
    town.twice = True
    ines = town.person("Inès")
    awa, lea = town.person("Awa"), town.person("Léa")
    await town.start()
    for person in (ines, awa, lea):
        await person.joins()
        await welcomed(person)
    await town.read(organised)
    await ines.commands("ritual", here=True, what="add")
    for asked, answer in (
        ("Lequel de ces rituels", "La question du mois"), ("À l’heure d’où", "Europe/Paris"),
        ("À quel rythme", FAR), ("Où", "À chaque personne, en privé"),
        ("Dans quelle langue\u202f?", "Celle de chaque personne"),
    ):  # fmt: skip
        await ines.hears(asked)
        await ines.writes(answer)
    await ines.hears("Inès, quelle petite victoire")
    await ines.hears("Rien n’est encore enregistré")
    await town.stop()
    await town.start()
    await ines.presses("Oui, le garder")
    await ines.hears("est en route")
    await ines.commands("ritual", here=True, what="run La question du mois")
    await ines.hears("maintenant, pour tout son public")
    await ines.presses("Oui")
    await ines.hears("est lancé")
    await later(town, timedelta(minutes=1))
    await answers(awa, "@everyone j’ai tenu bon", "À tous, avec mon nom")
    await town.stop()
    await town.start()
    await answers(lea, "J’ai dit non.", "À tous, sans mon nom")
    await later(town, timedelta(days=7, hours=1))
    await ines.hears("Voici ce que les membres acceptent de partager")
    await ines.presses("Publier ainsi")
    await ines.hears("C’est publié")
    await later(town, timedelta(minutes=1))
    for person in (awa, lea):
        posted = await person.hears("Vos réponses à la question du mois")
        assert "J’ai dit non." not in posted["content"], (
            "one answer without a name is shown to nobody"
        )
        assert "j’ai tenu bon — Awa" in posted["content"]
        assert "Léa" not in posted["content"], "what has no name gets none on the way"
        assert posted["allowed_mentions"] == {"parse": []}
        said = [each["content"] for each in person.heard]
        assert len(said) == len(set(said)), "nothing is said twice"
