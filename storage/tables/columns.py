"""Column types that behave the same on SQLite and PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from pydantic import ConfigDict
from sqlalchemy import JSON, Column, DateTime, Dialect, String
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field, SQLModel


class Row(SQLModel):
    """What every table's rows are. Rows are not validated, so nothing to do that with is built at
    the start (pydantic's documentation, "Configuration", `defer_build`)."""

    model_config = ConfigDict(defer_build=True)  # type: ignore[assignment]  # its own has more


class _Text(sqlite.DATETIME):
    """SQLAlchemy's own text of a time, `2026-01-31 09:00:00.000000`, in a tenth of the time."""

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:
        return lambda value: _text(value) if value else None


@lru_cache(256)
def _text(value: datetime) -> str:
    """The same few moments are written over and over: all that one turn writes has one."""
    return value.replace(tzinfo=None).isoformat(" ", "microseconds")


class Moment(TypeDecorator[datetime]):
    """A point in time, aware and in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "sqlite":
            return self.impl_instance
        return _Text()  # type: ignore[no-untyped-call]  # SQLAlchemy's DATETIME has no types

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo is UTC else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def moment(**options: Any) -> Any:
    """A required column with a UTC time."""
    return Field(sa_type=Moment, **options)


def moment_or_none(**options: Any) -> Any:
    """An optional column with a UTC time."""
    return Field(default=None, sa_type=Moment, nullable=True, **options)


def by_code_point() -> Any:
    """Text that is compared sign by sign everywhere, as in no dictionary: what begins with some
    words is then a range of an index. SQLite compares so by itself.
    """
    kind = String().with_variant(String(collation="C"), "postgresql")
    return Field(sa_column=Column(kind, nullable=False))


def document() -> Any:
    """A required JSON object, empty at first."""
    return Field(default_factory=dict, sa_type=JSON, nullable=False)


def document_or_none() -> Any:
    """An optional JSON object; None is SQL's NULL, so that nothing is left of what was there."""
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
