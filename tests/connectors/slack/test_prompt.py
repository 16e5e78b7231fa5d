"""The question of the month over Slack's wire: planned, answered, gathered, posted (P15, P16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from community import roles
from community.scope import Scope
from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_gathering import INES
from tests.connectors.slack.test_story import AWA, LEA, welcome

FAR = "toutes les quatre semaines le mardi à 9h à partir du 1 mars 2050"
"""The calendar brings none during the test, whatever day it is: the organiser puts it herself."""


def organised(connection: Connection) -> None:
    """`passerelle role`: Inès organises, whatever Slack makes of her."""
    scope = Scope(connection, datetime.now(UTC), 1)
    roles.appoint_called(scope, "Inès", "organiser")
    scope.close(keep=True)


async def test_a_question_of_the_month_from_its_plan_to_the_round_up(here: Workspace) -> None:
    """Everything arrives twice, and the bot is stopped and built anew in between."""
    here.times = 2
    for who, name in ((INES, "Inès"), (AWA, "Awa"), (LEA, "Léa")):
        await welcome(here, who, name)
    here.bot.writer.submit(organised).result()
    before = len(here.heard(AWA))
    await here.commands(INES, "/ritual", "add")
    for answer in ("La question du mois", "Europe/Paris", FAR, "À chaque personne, en privé",
                   "Celle de chaque personne"):  # fmt: skip
        await here.says(INES, answer)
    assert any("quelle petite victoire" in each for each in here.texts(INES)), "it is shown first"
    await here.restart()
    await here.presses(INES, "Oui, le garder")
    assert len(here.heard(AWA)) == before, "nobody has heard of it yet"
    await here.commands(INES, "/ritual", "run La question du mois")
    await here.presses(INES, "Oui")
    await here.passes(timedelta(minutes=1))

    assert "Awa, quelle petite victoire" in here.last(AWA)
    await here.presses(AWA, "Je réponds")
    await here.says(AWA, "<!channel> j’ai tenu bon")
    await here.presses(AWA, "À tous, avec mon nom")
    await here.restart()
    await here.presses(LEA, "Je réponds")
    await here.says(LEA, "J’ai dit non.")
    await here.presses(LEA, "À tous, sans mon nom")

    await here.passes(timedelta(days=7, hours=1))
    assert "Voici ce que les membres acceptent de partager" in here.last(INES)
    await here.presses(INES, "Publier ainsi")
    await here.passes(timedelta(minutes=1))
    for who in (AWA, LEA):
        assert "• @channel j’ai tenu bon — Awa" in here.last(who), "and nobody is called by it"
        assert "J’ai dit non." not in here.last(who), "one without a name is shown to nobody"
        assert "Léa" not in here.last(who), "what has no name gets none on the way"
    keys = [each["metadata"]["event_payload"]["key"] for each in here.slack.messages]
    assert len(keys) == len(set(keys)), "nothing is said twice"
