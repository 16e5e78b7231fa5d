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
from tests.fakes.discord_wire import CHANNEL_THERE, GUILD, Json

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
    await ines.hears("C’est lancé")
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


NEWS: Json = CHANNEL_THERE | {"id": "2002", "name": "annonces"}
SEE, WRITE = 1 << 10, 1 << 11


async def planned_in_news(town: Town, ines: Person) -> None:
    """Inès plans the question from the welcome channel, for another one that she names."""
    await ines.commands("ritual", here=True, what=f"add monthly-question <#{NEWS['id']}>")
    await ines.hears("À l’heure d’où")
    await ines.writes("Europe/Paris")
    await ines.hears("À quel rythme")
    await ines.writes(FAR)


async def test_a_question_is_put_in_a_channel_and_answered_by_its_button(town: Town) -> None:
    """Everything is delivered twice, and the bot is stopped and built anew in between."""
    town.twice = True
    town.fake.channels.append(NEWS)
    ines, awa = town.person("Inès"), town.person("Awa")
    await town.start()
    for person in (ines, awa):
        await person.joins()
        await welcomed(person)
    await town.read(organised)
    await planned_in_news(town, ines)
    await ines.hears("Où\u202f?")
    await ines.presses("#annonces")
    await ines.hears("Dans quelle langue\u202f?")
    await ines.writes("Celle de chaque personne")
    shown = await ines.hears("Je réponds")
    assert "Discord" in shown["content"]
    await ines.hears("Rien n’est encore enregistré")
    await ines.presses("Oui, le garder")
    await ines.hears("est en route")
    await town.stop()
    await town.start()
    await ines.commands("ritual", here=True, what="run La question du mois")
    await ines.hears("maintenant, pour tout son public")
    await ines.presses("Oui")
    await later(town, timedelta(minutes=1))
    post = await awa.reads("uelle petite victoire", town.fake.places[NEWS["id"]])
    assert "/repondre" in post["content"]
    assert "fil" not in post["content"], "nobody hears threads on Discord"
    assert post["allowed_mentions"] == {"parse": []}
    await town.stop()
    await town.start()
    await awa.presses("Je réponds", on=post)
    await awa.whispered("Je vous réponds en message privé")
    await answers(awa, "j’ai tenu bon", "À tous, avec mon nom")
    await later(town, timedelta(days=7, hours=1))
    await ines.hears("Voici ce que les membres acceptent de partager")
    await ines.presses("Publier ainsi")
    await later(town, timedelta(minutes=1))
    await awa.reads("j’ai tenu bon — Awa", town.fake.places[NEWS["id"]])
    said = [each["content"] for each in town.fake.places[NEWS["id"]]]
    assert len(said) == len(set(said)) == 2, "nothing is said twice"


def closed(denied: int) -> Json:
    """The channel of news without these permissions for anybody."""
    nobody = {"id": GUILD, "type": 0, "allow": "0", "deny": str(denied)}
    return NEWS | {"permission_overwrites": [nobody]}


async def test_what_the_bot_may_not_do_in_a_channel_is_said(town: Town) -> None:
    town.fake.channels.append(closed(WRITE))
    ines = town.person("Inès")
    await town.start()
    await ines.joins()
    await welcomed(ines)
    await town.read(organised)
    await planned_in_news(town, ines)
    told = await ines.hears("Je ne peux pas encore écrire dans")
    assert "annonces" in told["content"]
    assert "Envoyer des messages" in told["content"]
    assert "Voir le salon" not in told["content"], "that much it may"
    where = await ines.hears("Où\u202f?")
    assert "#annonces" not in str(where["components"])


async def test_nothing_is_told_of_a_channel_that_one_can_t_see(town: Town) -> None:
    town.fake.channels.append(closed(SEE))
    ines = town.person("Inès")
    await town.start()
    await ines.joins()
    await welcomed(ines)
    await town.read(organised)
    await planned_in_news(town, ines)
    where = await ines.hears("Où\u202f?")
    assert "#annonces" not in str(where["components"])
    assert not any("pas encore écrire" in each["content"] for each in ines.heard)


async def test_the_channel_in_which_a_ritual_is_changed_is_offered(town: Town) -> None:
    ines = town.person("Inès")
    await town.start()
    await ines.joins()
    await welcomed(ines)
    await town.read(organised)
    await ines.commands("ritual", what="add monthly-question")
    for asked, answer in (
        ("À l’heure d’où", "Europe/Paris"), ("À quel rythme", FAR),
        ("Où\u202f?", "À chaque personne, en privé"),
        ("Dans quelle langue\u202f?", "Celle de chaque personne"),
        ("Rien n’est encore enregistré", "Oui, le garder"),
    ):  # fmt: skip
        await ines.hears(asked)
        await ines.writes(answer)
    await ines.hears("est en route")
    await ines.commands("ritual", here=True, what="change La question du mois")
    await ines.hears("Que changer à")
    await ines.writes("Son lieu")
    await town.fake.until(lambda: "#accueil" in str(ines.heard[-1].get("components")))
    await ines.presses("#accueil")
    await ines.hears("Je garde ces changements")
