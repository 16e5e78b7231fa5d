"""Conversations recorded under earlier versions go on under this one.

A journal is an open dialogue's row as an earlier version wrote it, what the person does next, and
what they must see. `python -m tests.conversations.record` adds those of the present version.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from conversations.testing import Stage
from storage.tables import Conversation, Dialogue, Member, table

JOURNALS = Path(__file__).parents[1] / "journals"
FILES = sorted(JOURNALS.glob("*.json"))


def test_there_are_journals() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_recorded_conversation_goes_on(file: Path, new_database: Callable[[str], str]) -> None:
    journal = json.loads(file.read_text(encoding="utf-8"))
    stage = Stage(url=new_database("sqlite"))
    stage.member("Zoé", offers=["jardinage"])
    stage.member("Awa", offers=["comptabilité"])
    stage.write(lambda connection: _lay(connection, stage, journal))
    for words in journal["says"]:
        stage.says("Zoé", words)
    assert [heard.outgoing.text.key for heard in stage.spoken["dm:Zoé"]] == journal["hears"]
    stage.restart()


def _lay(connection: Connection, stage: Stage, journal: dict[str, Any]) -> None:
    """Put the recorded row where the earlier version left it."""
    rows, members, places = table(Dialogue), table(Member), table(Conversation)
    who = connection.execute(select(members.c.id).where(members.c.name == "Zoé")).scalar_one()
    place = {"space_id": stage.space_id, "place": "dm:Zoé", "revision": 1}
    connection.execute(insert(places), place)
    where = connection.execute(select(places.c.id)).scalar_one()
    row = journal["row"] | {"conversation_id": where, "member_id": who, "asked_at": stage.now}
    connection.execute(insert(rows), row)
