"""A statement that runs in every turn: compiled once, and then only filled in.

SQLAlchemy weighs a statement anew each time it is executed for several rows, which takes longer
than writing them; this hands the finished SQL and the values to the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

Row = Mapping[str, Any]
Convert = Callable[[Any], Any]


BLOCK = 500
"""Rows of one statement at most: SQLite takes 32,766 values (sqlite.org, "Limits", 9)."""
FEW = 8
"""So few are written row by row: a statement for each number of them would have to be kept."""


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
        if not rows:
            return
        ready = self._for(connection.dialect)
        for size in _sizes(len(rows)) if ready.in_blocks else ():
            written, rows = rows[:size], rows[size:]
            values = tuple(chain.from_iterable(map(ready.values, written)))
            connection.exec_driver_sql(ready.block(size), values)
        if rows:
            connection.exec_driver_sql(ready.sql, [ready.values(row) for row in rows])

    def _for(self, dialect: Dialect) -> _Ready:
        if dialect.name not in self._ready:
            self._ready[dialect.name] = _Ready(self._statement, self._columns, dialect)
        return self._ready[dialect.name]


def _sizes(count: int) -> Iterator[int]:
    """In which blocks so many rows are written: a few sizes, each again and again."""
    size = BLOCK
    while size >= FEW:
        yield from repeat(size, count // size)
        count, size = count % size, size // 4


class _Ready:
    """The statement in one kind of database's words.

    SQLite's driver lets other threads run while it writes a row, and then waits for them to let it
    go on (CPython, "Thread State and the Global Interpreter Lock"); with rows `in_blocks` it waits
    once a block.
    """

    def __init__(
        self, statement: UpdateBase, columns: Sequence[str] | None, dialect: Dialect
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        self.sql = str(compiled)
        self._by_name = not compiled.positional
        self._names = list(compiled.positiontup or compiled.params)
        self._row = f"({', '.join('?' * len(self._names))})"
        self.in_blocks = isinstance(statement, Insert) and self._row in self.sql
        self._pick = itemgetter(*self._names, self._names[0])
        converters = [_converter(compiled.binds[name].type, dialect) for name in self._names]
        self._convert = [(n, convert) for n, convert in enumerate(converters) if convert]

    def block(self, size: int) -> str:
        """The insert of so many rows at once, whose values follow each other."""
        return self.sql.replace(self._row, ", ".join(repeat(self._row, size)), 1)

    def values(self, row: Row) -> Any:
        """What the driver wants for a row: values in the order of the names, or under them."""
        values = list(self._pick(row))[:-1]
        for n, convert in self._convert:
            values[n] = convert(values[n])
        return dict(zip(self._names, values, strict=True)) if self._by_name else tuple(values)


def _converter(type_: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """From our value to the driver's, where they differ."""
    return type_.dialect_impl(dialect).bind_processor(dialect)
