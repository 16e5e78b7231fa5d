"""The question of the month over Slack's wire: planned, answered, gathered, posted (P15, P16)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlmodel import col, select

from community import rituals, roles
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from storage.tables import Member, Place, Space
from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_gathering import INES
from tests.connectors.slack.test_listening import STRANGER
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


CHANNEL = "C0GENERAL"
LONGER = timedelta(days=8)
"""Than the ids of what was sent are kept in the outbox."""


def put_in_the_channel(connection: Connection) -> None:
    """Inès has a question put in the channel, for two weeks."""
    scope = Scope(connection, datetime.now(UTC), 1)
    organiser = scope.db.exec(select(Member.id).where(col(Member.role) == "organiser")).one()
    space = scope.db.exec(select(Space.id).where(col(Space.connector) == "slack")).one()
    place = Place(
        space_id=space or 0, key=CHANNEL, kind="channel", title=CHANNEL, platform_id=CHANNEL
    )
    scope.db.add(place)
    scope.db.flush()
    rhythm = Rhythm(
        "FREQ=MONTHLY;BYMONTHDAY=1", datetime(2050, 3, 1, 9, tzinfo=UTC), "Europe/Paris"
    )
    plan = Plan(kind="prompt", name="La question", rhythm=rhythm, audience=(),
                place_id=place.id, settings={"days": 14})  # fmt: skip
    scope.actor_id = organiser
    rituals.run_now(scope, rituals.plan(scope, plan))
    scope.close(keep=True)


async def below(here: Workspace, post: str, who: str, words: str, **more: Any) -> None:
    """Somebody answers in the thread of a post."""
    await here.event({
        "type": "message", "channel_type": "channel", "channel": CHANNEL, "user": who,
        "text": words, "ts": here.slack.ts(), "thread_ts": post, **more,
    })  # fmt: skip


async def test_answers_in_the_thread_are_gathered_from_those_who_agree(here: Workspace) -> None:
    """Everything arrives twice, and the bot is stopped and built anew in between."""
    here.times = 2
    for who, name in ((INES, "Inès"), (AWA, "Awa"), (LEA, "Léa")):
        await welcome(here, who, name)
    here.slack.person(STRANGER, "Tom")
    here.bot.writer.submit(organised).result()
    here.bot.writer.submit(put_in_the_channel).result()
    await here.passes(timedelta(minutes=1))
    (post,) = [each["ts"] for each in here.heard(CHANNEL)]
    assert "Vous pouvez aussi répondre ici, dans le fil." in str(here.heard(CHANNEL))
    [(before,)] = here.rows("SELECT count(*) FROM inbox")

    await below(here, post, STRANGER, "Moi aussi.")
    await below(here, "1.000001", AWA, "Dans un autre fil.")
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)], "nothing else is written down"
    assert here.heard(STRANGER) == []

    await here.restart()
    await below(here, post, AWA, "<!channel> j’ai tenu bon")
    await below(here, post, LEA, "J’ai dit non.", subtype="thread_broadcast")
    assert "Vous avez répondu à la question du mois dans le fil" in here.last(AWA)
    assert len(here.heard(CHANNEL)) == 1, "nobody is asked before the others"
    await here.restart()
    await here.presses(AWA, "Oui")
    await here.presses(LEA, "Non")
    asked = sum("Vous avez répondu" in each for each in here.texts(AWA))
    await below(here, post, AWA, "et je continue")
    assert sum("Vous avez répondu" in each for each in here.texts(AWA)) == asked, "once is enough"

    await here.passes(LONGER)
    await below(here, post, INES, "Et moi, j’ai ri.")
    await here.presses(INES, "Oui")
    await here.passes(timedelta(days=7))
    await here.presses(INES, "Publier ainsi")
    await here.passes(timedelta(minutes=1))
    posted = here.last(CHANNEL)
    assert "• @channel j’ai tenu bon — Awa" in posted
    assert "• Et moi, j’ai ri. — Inès" in posted
    assert "J’ai dit non." not in posted
    assert here.rows("SELECT count(*) FROM prompt_answer WHERE words LIKE '%dit non%'") == [(0,)]

    [(before,)] = here.rows("SELECT count(*) FROM inbox")
    await below(here, post, LEA, "Trop tard ?")
    assert here.rows("SELECT count(*) FROM inbox") == [(before,)], "the question is closed"
    keys = [each["metadata"]["event_payload"]["key"] for each in here.slack.messages]
    assert len(keys) == len(set(keys)), "nothing is said twice"


async def test_the_button_under_a_question_in_a_channel_has_it_answered_in_private(
    here: Workspace,
) -> None:
    here.times = 2
    for who, name in ((INES, "Inès"), (AWA, "Awa")):
        await welcome(here, who, name)
    here.bot.writer.submit(organised).result()
    here.bot.writer.submit(put_in_the_channel).result()
    await here.passes(timedelta(minutes=1))
    await here.press(AWA, *here.button(CHANNEL, "Je réponds"))
    await here.presses(AWA, "Je réponds")
    await here.says(AWA, "j’ai tenu bon")
    await here.presses(AWA, "À tous, avec mon nom")
    assert "Votre réponse pourra être partagée" in here.last(AWA)
    assert len(here.heard(CHANNEL)) == 1, "the channel hears nothing of it"
