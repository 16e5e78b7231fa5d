"""Broadcasts go to many in pieces: killed in the middle they go on, and nobody is told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlmodel import col, select

from community import members
from community.rituals import broadcast, broadcasts
from community.scope import Scope
from conversations.testing import Stage
from storage.tables import Broadcast, Inbox

PEOPLE = [f"M{n:02}" for n in range(12)]


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    """Twelve members."""
    made = Stage(url=database_url)
    for each in PEOPLE:
        made.member(each)
    yield made
    made.restart()


def told(stage: Stage) -> Counter[str]:
    """Who has had it brought to them, and how often."""

    def look(scope: Scope) -> list[str]:
        query = select(Inbox.sender).where(col(Inbox.event_id).like("our:broadcast:%"))
        return [str(each) for each in scope.db.exec(query)]

    return Counter(stage.work(look))


def piece(stage: Stage, *, killed: bool = False) -> None:
    """Five of them in one transaction; a kill comes before its commit."""
    with stage.database.connect() as connection, connection.begin() as transaction:
        scope = Scope(connection, stage.now, stage.community_id)
        for each in broadcasts.due(scope):
            broadcasts.go_on(scope, each, at_once=5)
        scope.close(keep=True)
        if killed:
            transaction.rollback()


def test_everybody_is_told_once_whatever_is_killed_on_the_way(stage: Stage) -> None:
    stage.work(lambda scope: broadcast(scope, "rules", []))
    for killed in (True, False, True, True, False, False, False):
        piece(stage, killed=killed)
    assert told(stage) == Counter(PEOPLE)


def test_how_far_it_has_come_can_be_read(stage: Stage) -> None:
    stage.work(lambda scope: broadcast(scope, "rules", []))
    piece(stage)
    row = stage.work(lambda scope: scope.db.exec(select(Broadcast)).one().model_dump())
    assert (row["told"], row["total"]) == (5, 12)
    assert row["due_at"] is not None


def test_whoever_is_paused_or_gone_is_left_out(stage: Stage) -> None:
    stage.work(lambda scope: members.pause(scope, None), "M03")
    stage.does("M04", "leave")
    stage.work(lambda scope: broadcast(scope, "rules", []))
    stage.passes(timedelta(minutes=1))
    assert set(PEOPLE) - set(told(stage)) == {"M03", "M04"}


def test_whoever_joins_meanwhile_is_told_too_and_nobody_is_forgotten(stage: Stage) -> None:
    stage.work(lambda scope: broadcast(scope, "rules", []))
    piece(stage)
    stage.member("Late")
    stage.passes(timedelta(minutes=1))
    assert told(stage) == Counter([*PEOPLE, "Late"])
