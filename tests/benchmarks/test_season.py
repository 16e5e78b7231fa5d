"""A small season: nobody is asked against the rules, and what is measured is measured rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.season import gini, simulate


def test_a_small_season_breaks_no_rule_and_leaves_few_without_an_answer(tmp_path: Path) -> None:
    found = simulate(tmp_path, how_many=60, days=30, seed=1)
    assert found["asks"] > 5
    assert found["breaches"] == 0
    assert found["with a human answer"] > 0.7


def test_gini_is_none_when_all_have_the_same_and_high_when_one_has_all() -> None:
    assert gini([3, 3, 3]) == pytest.approx(0)
    assert gini([0, 0, 9]) == pytest.approx(2 / 3)
    assert gini([]) == 0
