"""A statement that runs in every turn: compiled once, and then only filled in.

SQLAlchemy weighs a statement anew each time it is executed for several rows, which takes longer
than writing them; this hands the finished SQL and the values to the driver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

Row = Mapping[str, Any]
Convert = Callable[[Any], Any]


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
        if rows:
            ready = self._for(connection.dialect)
            connection.exec_driver_sql(ready.sql, [ready.values(row) for row in rows])

    def _for(self, dialect: Dialect) -> _Ready:
        if dialect.name not in self._ready:
            self._ready[dialect.name] = _Ready(self._statement, self._columns, dialect)
        return self._ready[dialect.name]


class _Ready:
    """The statement in one kind of database's words."""

    def __init__(
        self, statement: UpdateBase, columns: Sequence[str] | None, dialect: Dialect
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=columns)
        self.sql = str(compiled)
        self._by_name = not compiled.positional
        self._names = list(compiled.positiontup or compiled.params)
        self._pick = itemgetter(*self._names, self._names[0])
        converters = [_converter(compiled.binds[name].type, dialect) for name in self._names]
        self._convert = [(n, convert) for n, convert in enumerate(converters) if convert]

    def values(self, row: Row) -> Any:
        """What the driver wants for a row: values in the order of the names, or under them."""
        values = list(self._pick(row))[:-1]
        for n, convert in self._convert:
            values[n] = convert(values[n])
        return dict(zip(self._names, values, strict=True)) if self._by_name else tuple(values)


def _converter(type_: TypeEngine[Any], dialect: Dialect) -> Convert | None:
    """From our value to the driver's, where they differ."""
    return type_.dialect_impl(dialect).bind_processor(dialect)
