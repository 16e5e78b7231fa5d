"""Stages: every dialogue is played plainly, restarted, doubled, and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conversations.testing import Stage

MODES = {
    "plain": ("sqlite", {}),
    "restarts": ("sqlite", {"restarts": True}),
    "twice": ("sqlite", {"twice": True}),
    "both-on-postgresql": ("postgresql", {"restarts": True, "twice": True}),
}


@pytest.fixture(params=list(MODES))
def stage(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> Iterator[Stage]:
    """A stage with nobody on it."""
    backend, mode = MODES[request.param]
    options: dict[str, Any] = dict(mode)
    made = Stage(url=new_database(backend), **options)
    yield made
    made.restart()
