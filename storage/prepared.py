"""A statement that runs in every turn: compiled once, and then only filled in.

SQLAlchemy weighs a statement anew each time it is executed for several rows, which takes longer
than writing them; this hands the finished SQL and the values to the driver.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, CursorResult, Dialect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

Row = Mapping[str, Any]
Convert = Callable[[Any], Any]


BLOCK = 500
"""Rows of one statement at most: SQLite takes 32,766 values (sqlite.org, "Limits", 9)."""
FEW = 8
"""Fewer are written row by row: a statement for each number of them would have to be kept."""
MARKED: Mapping[str, Callable[[], DefaultDialect]] = {
    "sqlite": partial(SQLiteDialect_pysqlite, paramstyle="qmark"),
    "postgresql": partial(PGDialect_psycopg, paramstyle="format"),
}
"""Where values are marked by their place alone (PEP 249, `paramstyle`), so that rows repeat."""
_VALUES = re.compile(r"VALUES (\(.*?\))(?= ON CONFLICT| RETURNING|$)", re.DOTALL)


class Prepared:
    """An insert, update or delete. Every row fills all its names; constants stand in its SQL.

    `columns` are the names of an insert's; those of an update or delete are its bind parameters.
    """

    def __init__(self, statement: UpdateBase, columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns
        self._ready: dict[str, _Ready] = {}

    def run(self, connection: Connection, rows: Sequence[Row]) -> None:
        """Carry it out for each row; a row that lacks a name raises KeyError."""
        ready = self._for(connection.dialect)
        for block in _blocks(rows, FEW) if ready.in_blocks else ():
            ready.write(connection, block)
            rows = rows[len(block) :]
        if rows:
            connection.exec_driver_sql(ready.sql, [ready.values(row) for row in rows])

    def returned(self, connection: Connection, rows: Sequence[Row]) -> list[Any]:
        """The same of an insert that returns a column: its values in the rows that were written."""
        ready = self._for(connection.dialect)
        written = (ready.write(connection, block).scalars().all() for block in _blocks(rows, 1))
        return list(chain.from_iterable(written))

    def _for(self, dialect: Dialect) -> _Ready:
        if dialect.name not in self._ready:
            self._ready[dialect.name] = _Ready(self._statement, self._columns, dialect)
        return self._ready[dialect.name]


def _blocks(rows: Sequence[Row], least: int) -> Iterator[Sequence[Row]]:
    """The rows in blocks of a few sizes, each again and again; without what `least` leaves over."""
    begin, size = 0, BLOCK
    while size >= least:
        for _ in range((len(rows) - begin) // size):
            yield rows[begin : begin + size]
            begin += size
        size //= 4


class _Ready:
    """The statement in one kind of database's words.

    SQLite's driver lets other threads run while it writes a row, and then waits for them to let it
    go on (CPython, "Thread State and the Global Interpreter Lock"); with rows `in_blocks` it waits
    once a block.
    """

    def __init__(
        self, statement: UpdateBase, columns: Sequence[str] | None, dialect: Dialect
    ) -> None:
        marking = MARKED[dialect.name]()
        compiled = statement.compile(dialect=marking, column_keys=columns)
        self.sql = str(compiled)
        self._row = _VALUES.search(self.sql)
        names = list(compiled.positiontup or ())
        self._pick = itemgetter(*names, names[0])
        converters = [_converter(compiled.binds[name].type, dialect) for name in names]
        self._convert = [(n, convert) for n, convert in enumerate(converters) if convert]

    @property
    def in_blocks(self) -> bool:
        """Whether it can write many rows at once."""
        return self._row is not None

    def write(self, connection: Connection, rows: Sequence[Row]) -> CursorResult[Any]:
        """Insert so many rows at once."""
        values = tuple(chain.from_iterable(map(self.values, rows)))
        return connection.exec_driver_sql(self._block(len(rows)), values)

    def _block(self, size: int) -> str:
        assert self._row is not None, "an insert"
        begin, end = self._row.span(1)
        return self.sql[:begin] + ", ".join(repeat(self._row[1], size)) + self.sql[end:]

    def values(self, row: Row) -> tuple[Any, ...]:
        """What the driver wants for a row: values in the order of the names."""
        values = list(self._pick(row))[:-1]
        for n, convert in self._convert:
            values[n] = convert(values[n])
        return tuple(values)


def _converter(type_: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """From our value to the driver's, where they differ."""
    return type_.dialect_impl(dialect).bind_processor(dialect)
