"""What the tests share: a statement is compiled once, whichever database it is for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select

from storage.database import open_database
from storage.tables import Community, table
from tests.conftest import BACKENDS


def compiled(engine: Engine) -> set[object]:
    """What is compiled when this engine has been asked for the communities."""
    with engine.connect() as connection:
        assert connection.execute(select(table(Community).c.name)).all() == []
        return set(connection.get_execution_options()["compiled_cache"])


@pytest.mark.parametrize("backend", BACKENDS)
def test_what_was_compiled_for_one_database_serves_the_next(
    new_database: Callable[[str], str], backend: str
) -> None:
    first, second = (open_database(new_database(backend)) for _ in range(2))
    once, again = compiled(first), compiled(second)
    assert once
    assert once == again
    for engine in (first, second):
        engine.dispose()
