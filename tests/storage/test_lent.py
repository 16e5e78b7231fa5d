"""What the tests share: a database that somebody else has used is as good as a new one."""

from __future__ import annotations

from sqlalchemy import NullPool, create_engine, func, insert, select

from storage.tables import Community, table
from tests.lent import MOST, Shelf

ROW = {"name": "x", "locale": "fr", "time_zone": "UTC", "text_version": 1}


def _founded(shelf: Shelf, name: str) -> int:
    """The number of a community that is put into that database."""
    communities, engine = table(Community), create_engine(shelf.address(name), poolclass=NullPool)
    with engine.begin() as line:
        number = line.execute(insert(communities).returning(communities.c.id), ROW).scalar_one()
        assert line.execute(select(func.count()).select_from(communities)).scalar_one() == 1
    engine.dispose()
    return int(number)


def test_the_next_one_finds_no_row_and_numbers_begin_anew(shelf: Shelf) -> None:
    numbers = []
    for _ in range(3):
        name = shelf.take()
        numbers.append(_founded(shelf, name))
        shelf.put_back(name)
    assert numbers == [1, 1, 1]


def test_what_somebody_still_uses_goes(shelf: Shelf) -> None:
    name = shelf.take()
    engine = create_engine(shelf.address(name), poolclass=NullPool)
    with engine.begin() as line:
        line.execute(insert(table(Community)), ROW)
        assert not shelf._empties(name)
    engine.dispose()
    shelf.put_back(name)


def test_a_worn_one_goes(shelf: Shelf) -> None:
    name = shelf.take()
    shelf.lent[name] = MOST
    shelf.put_back(name)
    assert name not in shelf.free
