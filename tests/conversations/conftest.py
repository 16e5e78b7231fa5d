"""Stages: every dialogue is played plainly, then restarted and doubled, then on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from conversations.testing import Stage
from conversations.transcripts import play

MODES = {
    "plain": ("sqlite", {}),
    "restarted-and-twice": ("sqlite", {"restarts": True, "twice": True}),
    "twice-on-postgresql": ("postgresql", {"twice": True}),
}
"""A restart is the same on either database; what is delivered twice is told apart by each."""


@pytest.fixture(params=list(MODES))
def stage(request: pytest.FixtureRequest, new_database: Callable[[str], str]) -> Iterator[Stage]:
    """A stage with nobody on it."""
    backend, mode = MODES[request.param]
    options: dict[str, Any] = dict(mode)
    made = Stage(url=new_database(backend), **options)
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
