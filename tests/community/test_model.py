"""Promises 4 to 6, 9 and 10, whatever many people do, in whatever order, on two platforms.

The same few lives each time, so that a change is judged by what it changes. Others each time, for
the night: PASSERELLE_MODEL_EXAMPLES=200.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.community.model.life import Life
from tests.community.model.trials import TRIALS

FEW = 6
EXAMPLES = int(os.environ.get("PASSERELLE_MODEL_EXAMPLES", "0"))


def _run(url: Callable[[], str]) -> None:
    Life.url = staticmethod(url)
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=EXAMPLES or FEW, derandomize=not EXAMPLES, stateful_step_count=30,
            suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip


def test_the_promises_hold_whatever_people_do(sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(1_000_000))

        def fresh() -> str:
            file = Path(folder) / f"{next(numbers)}.db"
            shutil.copyfile(sqlite_template, file)
            return f"sqlite:///{file}"

        _run(fresh)


def test_the_promises_hold_on_postgresql_too(new_database: Callable[[str], str]) -> None:
    _run(lambda: new_database("postgresql"))


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.__name__)
def test_a_promise_holds_where_it_is_tried_hardest(
    trial: Callable[[Life], None], new_database: Callable[[str], str]
) -> None:
    Life.url = staticmethod(lambda: new_database("sqlite"))
    life = Life()
    life.settle_in(review_days=0)
    trial(life)
    life.teardown()
