"""Stages: every dialogue is played restarted and doubled on SQLite, and plainly on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
