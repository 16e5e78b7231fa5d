"""The story of a survey, over Slack's wire: written, answered, and read with its picture."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy import Connection, delete, update

from storage.database import forget_log
from storage.tables import Dialogue, Member, table
from tests.connectors.slack.conftest import Workspace

INES, CROWD = "U0INES", ("U0AWA", "U0MARC", "U0IDA", "U0LEO", "U0ZOE")
CANARY = "kanarivogel"
people, talks = table(Member), table(Dialogue)


async def village(here: Workspace) -> None:
    """Six people who have lived here for a while; Inès organises."""
    for who in (INES, *CROWD):
        await here.joins(who, who.removeprefix("U0").title())

    def settled(connection: Connection) -> None:
        connection.execute(update(people).values(welcomed_at=here.bot.clock.now(), locale="fr"))
        first = people.c.id == 1
        connection.execute(update(people).where(first).values(role="organiser"))
        connection.execute(delete(talks))  # their onboarding

    await asyncio.wrap_future(here.bot.writer.submit(settled))


async def test_a_survey_is_written_answered_and_read(here: Workspace) -> None:
    await village(here)
    await here.commands(INES, "/survey", channel_id=f"D{INES}")
    await here.presses(INES, "Nouvelle enquête")
    await here.says(INES, "Ateliers du printemps")
    await here.says(INES, "Quel jour ? mardi / jeudi\nUn mot pour l’équipe ?")
    await here.says(INES, "dans deux semaines")
    assert "Quel jour ? → mardi et jeudi" in "\n".join(here.texts(INES)).replace("\u202f", " ")
    await here.restart()
    await here.presses(INES, "Envoyer")
    await here.passes(timedelta(minutes=1))

    here.times = 2
    for n, who in enumerate(CROWD):
        await here.presses(who, "Répondre")
        await here.presses(who, "mardi" if n else "jeudi")
        await here.says(who, f"{CANARY} {n}")
        assert "dans l’urne" in here.last(who)
    await asyncio.to_thread(forget_log, here.bot.database)
    files = [each.read_bytes() for each in here.file.parent.glob("bot.db*")]
    assert not any(CANARY.encode() in each for each in files)

    await here.restart()
    await here.passes(timedelta(days=15))
    heard = [" ".join(each.split()) for each in here.texts(INES)]
    assert any(each.startswith("Quel jour ? (au moins 5 réponses) mardi") for each in heard)
    assert all(f"{CANARY} {n}" in heard[-1] for n in range(len(CROWD)))
    [picture] = [file for each in here.heard(INES) for file in each.get("files", ())]
    assert picture["content"].startswith(b"\x89PNG")
    assert here.rows("SELECT count(*) FROM outbox WHERE state != 'sent'") == [(0,)]
    assert here.rows("SELECT count(*) FROM survey_answered") == [(0,)]
