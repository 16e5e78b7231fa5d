"""Openings: what many tests of a file begin with is played once, and each one gets a copy of it."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from conversations.testing import Stage

OF_THE_TEST = {"url", "_database"}


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an opening has led: the database's file, and what the people of the stage know."""

    file: bytes
    stage: dict[str, Any]


def opening(played: Callable[[Stage], Stage]) -> Callable[[Stage], Stage]:
    """A fixture of this function's name: on PostgreSQL it is played, on SQLite copied."""
    kept: list[Kept] = []

    @pytest.fixture(name=played.__name__)
    def lent(stage: Stage) -> Stage:
        if make_url(stage.url).get_backend_name() != "sqlite":
            return played(stage)
        if not kept:
            kept.append(_keep(played(stage)))
        _lend(kept[0], stage)
        return stage

    return lent


def _file(stage: Stage) -> Path:
    return Path(str(make_url(stage.url).database))


def _keep(stage: Stage) -> Kept:
    """With the last connection SQLite's log goes into the file (sqlite.org, "WAL mode")."""
    stage.restart()
    names = [each.name for each in fields(stage) if each.name not in OF_THE_TEST]
    return Kept(_file(stage).read_bytes(), {name: deepcopy(getattr(stage, name)) for name in names})


def _lend(kept: Kept, stage: Stage) -> None:
    stage.restart()
    _file(stage).write_bytes(kept.file)
    for name, value in kept.stage.items():
        setattr(stage, name, deepcopy(value))
