"""A column's value is one of many numbers, in a statement that is put together once.

SQLAlchemy writes an `IN` of many values out anew each time that it runs; here they come as one.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Dialect, String, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator


class _Together(TypeDecorator[Collection[int]]):
    """Numbers as one value: a JSON array."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Collection[int] | None, dialect: Dialect) -> str:
        """What the driver gets."""
        return json.dumps(list(value or ()))


class _Each(FunctionElement[Any]):
    """The rows of such an array."""

    inherit_cache = True


@compiles(_Each, "sqlite")
def _in_sqlite(each: _Each, compiler: SQLCompiler, **given: Any) -> str:
    array = compiler.process(each.clauses, **given)
    return f"(SELECT value FROM json_each({array}))"  # noqa: S608 - it holds a placeholder


@compiles(_Each, "postgresql")
def _in_postgresql(each: _Each, compiler: SQLCompiler, **given: Any) -> str:
    array = f"CAST({compiler.process(each.clauses, **given)} AS json)"
    rows = f"json_array_elements_text({array})"
    return f"(SELECT value::bigint FROM {rows})"  # noqa: S608 - it holds a placeholder


def among(column: ColumnElement[Any] | Mapped[Any], name: str) -> ColumnElement[bool]:
    """Whether the column is one of the numbers that the statement is given under this name."""
    return column.op("IN", is_comparison=True)(_Each(bindparam(name, type_=_Together())))
