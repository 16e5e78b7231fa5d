"""How long data stays: after leaving, and after a long silence (P42)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from community import retention
from conversations.testing import Stage
from storage.tables import Community, Member, table

members = table(Member)


@pytest.fixture
def stage(database_url: str) -> Any:
    made = Stage(url=database_url)
    made.member("Zoé", offers=["comptabilité"])
    made.says("Zoé", "/rules")
    yield made
    made.restart()


def days(stage: Stage, count: int) -> None:
    """That many days, each with the tidying that belongs to it."""
    for _ in range(count):
        stage.passes(timedelta(days=1))
        stage.write(lambda connection: retention.sweep(connection, stage.now))
        stage.settle()


def names(stage: Stage) -> list[str]:
    query = select(members.c.name).where(members.c.name != "")
    return list(stage.write(lambda connection: connection.execute(query).scalars().all()))


def keep(stage: Stage, **chosen: int) -> None:
    stage.write(lambda connection: connection.execute(update(table(Community)).values(**chosen)))


def test_whoever_left_is_erased_a_month_later(stage: Stage) -> None:
    stage.does("Zoé", "leave")
    days(stage, 29)
    assert names(stage) == ["Zoé"]
    days(stage, 1)
    assert names(stage) == []


def test_the_community_chooses_how_long(stage: Stage) -> None:
    keep(stage, days_after_leaving=2)
    stage.does("Zoé", "leave")
    days(stage, 2)
    assert names(stage) == []


def test_coming_back_before_that_keeps_everything(stage: Stage) -> None:
    stage.does("Zoé", "leave")
    days(stage, 29)
    stage.joins("Zoé")
    days(stage, 40)
    assert names(stage) == ["Zoé"]
    assert "Bon retour, Zoé" in "".join(each.text for each in stage.spoken["dm:Zoé"])


def test_silence_costs_nothing_unless_the_community_wants_it(stage: Stage) -> None:
    stage.heard.clear()
    days(stage, 120)
    assert names(stage) == ["Zoé"]
    assert not stage.heard["dm:Zoé"]


def test_nothing_is_deleted_for_silence_without_a_month_s_notice(stage: Stage) -> None:
    keep(stage, months_kept=3)
    stage.heard.clear()
    days(stage, 59)
    assert not stage.heard["dm:Zoé"]
    days(stage, 1)
    (told,) = stage.heard["dm:Zoé"]
    assert "dans 30 jours" in told.text
    days(stage, 29)
    assert len(stage.heard["dm:Zoé"]) == 1
    assert names(stage) == ["Zoé"]
    days(stage, 1)
    assert names(stage) == []


@pytest.mark.parametrize("sign", ["Je reste", "/rules"])
def test_a_button_or_any_word_is_a_sign_of_life(stage: Stage, sign: str) -> None:
    keep(stage, months_kept=3)
    days(stage, 80)
    if sign.startswith("/"):
        stage.says("Zoé", sign)
    else:
        stage.taps("Zoé", sign)
        assert "Tout reste comme c’était" in stage.spoken["dm:Zoé"][-1].text
    days(stage, 40)
    assert names(stage) == ["Zoé"]


def test_organisers_stay_however_long_they_are_silent(stage: Stage) -> None:
    """All of a team could be erased, with nobody left to look after the community."""
    stage.member("Inès", role="organiser")
    keep(stage, months_kept=1)
    days(stage, 90)
    assert names(stage) == ["Inès"]
    assert not any("30 jours" in each.text for each in stage.spoken["dm:Inès"])
