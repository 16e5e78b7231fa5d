"""Stages: every dialogue is played restarted and doubled on SQLite, and once plainly on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from conversations.testing import Stage
from conversations.transcripts import play

MODES = {
    "restarted-and-twice": ("sqlite", {"restarts": True, "twice": True}),
    "plain-on-postgresql": ("postgresql", {}),
}
"""What a restart or a second delivery would hide, the plain way shows. A restart is the same on
either database; that each tells apart what came twice, `tests/storage/test_boxes.py` tests."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """PostgreSQL plays every dialogue with the first of its sentences: it reads no words."""
    played: set[tuple[Path, str]] = set()
    again = []
    for item in items:
        if _on_postgresql(item):
            dialogue = (item.path, item.name.partition("[")[0])
            if dialogue in played:
                again.append(item)
            played.add(dialogue)
    config.hook.pytest_deselected(items=again)
    left = set(again)
    items[:] = [item for item in items if item not in left]


def _on_postgresql(item: pytest.Item) -> bool:
    called = getattr(item, "callspec", None)
    return called is not None and called.params.get("stage") == "plain-on-postgresql"


@pytest.fixture(params=list(MODES))
def stage(request: pytest.FixtureRequest, lent_database: Callable[[str], str]) -> Iterator[Stage]:
    """A stage with nobody on it."""
    backend, mode = MODES[request.param]
    options: dict[str, Any] = dict(mode)
    made = Stage(url=lent_database(backend), **options)
    yield made
    made.restart()


@pytest.fixture
def met(stage: Stage) -> Stage:
    """Zoé is here, Awa elsewhere; she has accepted, and both are asked how to meet."""
    stage.member("Zoé")
    stage.member("Awa Diop", at="elsewhere", offers=["comptabilité"], locale="fr")
    stage.elsewhere["Awa"] = stage.elsewhere["Awa Diop"]
    play(
        stage,
        """
        Zoé > /ask comptabilité
        Zoé < … [Awa Diop]
        Zoé > [Awa Diop]
        Zoé < …
        Zoé > [Passer]
        Zoé < …
        Awa Diop < … [J’accepte]
        Awa Diop > [J’accepte]
        Awa Diop < Merci ! C’est Zoé. Je n’ai pas de salon où vous réunir : …
        Zoé < … Awa Diop accepte de vous aider … pas de salon où vous réunir : …
        Zoé < Vous et Awa Diop n’avez pas de salon commun ici. … Voulez-vous écrire par moi, … [Oui, sous mon nom] [Oui, un autre nom] [Plutôt pas]
        Awa Diop < Vous et Zoé n’avez pas de salon commun ici. … Voulez-vous écrire par moi, … [Oui, sous mon nom] [Oui, un autre nom] [Plutôt pas]
        """,
    )
    return stage
