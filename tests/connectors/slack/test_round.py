"""A round over Slack's wire (P18): joined, approved, met, told; everything arrives twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from community import rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.scope import Scope
from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import AWA, LEA, welcome

INES = "U0INES"


async def test_two_meet_in_a_round_though_everything_arrives_twice(here: Workspace) -> None:
    here.times = 2
    await welcome(here, INES, "Inès")
    await welcome(here, AWA, "Awa", offers="comptabilité")
    await welcome(here, LEA, "Léa")
    here.bot.writer.submit(coffees_tomorrow).result()
    await here.passes(timedelta(days=1, hours=1))
    for who in (AWA, LEA):
        await here.presses(who, "J’en suis")
        await here.presses(who, "Oui")
        await here.presses(who, "Français")
    await here.restart()
    await here.passes(timedelta(days=2))
    assert "Awa et Léa" in str(here.heard(INES)[-1]["blocks"])
    await here.presses(INES, "Approuver")
    await here.passes(timedelta(minutes=1))
    [room] = {each["channel"] for each in here.slack.messages if each["channel"][0] == "G"}
    assert "Bonjour Awa et Léa" in here.texts(room)[0]
    await here.passes(timedelta(days=22))
    await here.presses(AWA, "Un beau moment")
    assert here.rows("SELECT state FROM round") == [("ended",)]
    assert here.rows("SELECT liked FROM round_seat ORDER BY id") == [("well",), ("",)]
    keys = [each["metadata"]["event_payload"]["key"] for each in here.slack.messages]
    assert len(keys) == len(set(keys)), "nothing is said twice"


def coffees_tomorrow(connection: Connection) -> None:
    """Inès is an organiser, and a round begins tomorrow."""
    now = datetime.now(UTC)
    scope = Scope(connection, now, 1)
    starts = (now + timedelta(days=1)).replace(microsecond=0)
    rhythm = Rhythm(f"FREQ=MONTHLY;BYMONTHDAY={starts.day}", starts, "UTC")
    rituals.plan(scope, Plan(kind="round", name="Café", rhythm=rhythm))
    connection.exec_driver_sql("UPDATE member SET role = 'organiser' WHERE name = 'Inès'")
    scope.close(keep=True)
