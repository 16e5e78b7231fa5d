"""A small season: nobody is asked against the rules, and what is measured is measured rightly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.season.__main__ import TARGET, simulate
from benchmarks.season.breaches import of_requests, of_solicitation
from benchmarks.season.figures import gini
from conversations.testing import MONDAY, Stage

NIGHT = datetime(2026, 11, 23, 23, tzinfo=UTC)


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    made = Stage(url=database_url)
    yield made
    made.restart()


def test_a_small_season_breaks_no_rule_and_leaves_few_without_an_answer(tmp_path: Path) -> None:
    found = simulate(tmp_path, how_many=100, days=42, seed=1)
    assert found["asks"] > 20
    assert found["breaches"] == 0
    assert found["with a human answer"] >= TARGET


def test_what_is_brought_against_the_rules_is_seen(stage: Stage) -> None:
    stage.member("Awa")
    assert stage.write(lambda c: of_solicitation(c, "Awa", MONDAY)) == []
    assert stage.write(lambda c: of_solicitation(c, "Awa", NIGHT)) == ["in quiet hours"]
    stage.says("Awa", "/stop")
    assert stage.write(lambda c: of_solicitation(c, "Awa", MONDAY)) == ["while paused"]


def test_requests_against_the_rules_are_counted(stage: Stage) -> None:
    for name in ("Zoé", "Awa"):
        stage.member(name, offers=["couture"] if name == "Awa" else [])
    stage.says("Zoé", "/ask couture")
    stage.taps("Zoé", "Awa")
    stage.taps("Zoé", "Passer")
    stage.says("Awa", "/block Zoé")
    stage.taps("Awa", "Bloquer Zoé")
    awa = stage.work(lambda scope: stage.id_of("Awa", scope))
    ask = stage.write(lambda c: c.exec_driver_sql("SELECT id FROM ask").scalar_one())
    later = SimpleNamespace(ask_id=ask, helper_id=awa, requested_at=MONDAY + timedelta(hours=1))
    broken = stage.write(lambda c: of_requests(c, {ask: [later, later]}, cap=1))
    assert sorted(broken) == [
        "over the cap", "to who is blocked", "to who is blocked", "twice to one",
    ]  # fmt: skip


def test_gini_is_none_when_all_have_the_same_and_high_when_one_has_all() -> None:
    assert gini([3, 3, 3]) == pytest.approx(0)
    assert gini([0, 0, 9]) == pytest.approx(2 / 3)
    assert gini([]) == 0
