"""The demonstration's invented community."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot import seed
from community import own_data
from community.directory import find_helpers
from community.scope import Scope
from storage import migrate
from storage.database import open_database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    file: Path = tmp_path_factory.mktemp("demo") / "demo.db"
    engine = open_database(f"sqlite:///{file}")
    migrate.upgrade(engine)
    with engine.begin() as connection:
        seed.demonstration(connection, NOON)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    "need", ["comptabilité", "accounts", "GDPR", "RGPD", "WordPress", "site WordPress"]
)
def test_what_the_documentation_asks_finds_three_people(demo: Engine, need: str) -> None:
    with demo.begin() as connection:
        scope = Scope(connection, NOON, 1)
        found = find_helpers(scope, need)
        scope.close(keep=True)
    assert len(found) == 3


def test_whoever_lives_there_has_agreed_to_a_version_of_the_texts(demo: Engine) -> None:
    """Their page said "What you agreed to: nothing", beside the day on which they had."""
    with demo.begin() as connection:
        scope = Scope(connection, NOON, 1, actor_id=1)
        (agreed,) = own_data.collect(scope)["consent"]
        scope.close(keep=True)
    assert agreed["version"] > 0
    assert agreed["about_data"]
    assert agreed["rules"]
