"""Reminders, escalation and follow-ups are sweeps: a clock that jumps loses and doubles nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from conversations.testing import Stage
from storage.tables import Ask, Introduction, table
from tests.conversations.openings import opening

asks, rows = table(Ask), table(Introduction)

BEFORE_WINTER_TIME = datetime(2026, 10, 23, 9, tzinfo=UTC)
BEFORE_SUMMER_TIME = datetime(2027, 3, 26, 9, tzinfo=UTC)


@opening
def asked(stage: Stage) -> Stage:
    """Awa has Zoé's request, and Marc would be next."""
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    stage.member("Marc", offers=["comptabilité"])
    stage.member("Inès", role="moderator")
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    return stage


def states(stage: Stage) -> list[str]:
    query = select(rows.c.state).order_by(rows.c.id)
    return list(stage.write(lambda c: c.execute(query).scalars().all()))


def reminders(stage: Stage, who: str) -> int:
    keys = [each.outgoing.text.key for each in stage.spoken[f"dm:{who}"]]
    return keys.count("request-reminder")


def test_a_month_at_once_moves_an_ask_on_by_one_step_and_no_more(asked: Stage) -> None:
    asked.now += timedelta(days=31)
    asked.passes(timedelta())
    assert states(asked) == ["reminded", "reserved"]
    assert reminders(asked, "Awa") == 1
    asked.passes(timedelta(days=1))
    assert states(asked) == ["reminded", "reserved"], "whoever is reminded has time to answer"


def test_after_a_month_of_standstill_the_rest_goes_its_usual_way(asked: Stage) -> None:
    asked.now += timedelta(days=31)
    asked.passes(timedelta(days=9))
    assert states(asked) == ["expired", "expired"]
    assert reminders(asked, "Awa") == reminders(asked, "Marc") == 1
    state = asked.write(lambda c: c.execute(select(asks.c.state)).scalar_one())
    assert state in {"stuck", "late"}
    assert any(each.outgoing.text.key == "unanswered" for each in asked.spoken["dm:Inès"])


def test_a_clock_that_is_set_back_a_day_asks_nobody_twice(asked: Stage) -> None:
    asked.passes(timedelta(days=3, minutes=1))
    assert reminders(asked, "Awa") == 1
    asked.now -= timedelta(days=1)
    asked.passes(timedelta(hours=1))
    asked.passes(timedelta(days=1))
    assert reminders(asked, "Awa") == 1
    asked.passes(timedelta(days=2))
    assert states(asked) == ["expired", "requested"]


def test_a_follow_up_comes_once_over_both_kinds_of_jump(asked: Stage) -> None:
    asked.taps("Awa", "J’accepte")
    asked.now += timedelta(days=31)
    asked.passes(timedelta())
    asked.now -= timedelta(days=1)
    asked.passes(timedelta(days=2))
    keys = [each.outgoing.text.key for each in asked.spoken["dm:Zoé"]]
    assert keys.count("follow-talked") == 1


@pytest.mark.parametrize("begin", [BEFORE_WINTER_TIME, BEFORE_SUMMER_TIME])
def test_three_days_are_three_days_over_a_change_of_the_hour(stage: Stage, begin: datetime) -> None:
    stage.now = begin
    stage.member("Zoé")
    stage.member("Awa", offers=["comptabilité"])
    for words in ("/ask comptabilité", "Awa", "passer"):
        stage.says("Zoé", words)
    stage.passes(timedelta(days=2, hours=23, minutes=59))
    assert reminders(stage, "Awa") == 0
    stage.passes(timedelta(minutes=2))
    assert reminders(stage, "Awa") == 1
