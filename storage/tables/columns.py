"""Column types that behave the same on SQLite and PostgreSQL."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field


class Moment(TypeDecorator[datetime]):
    """A point in time, aware and in UTC; SQLite keeps no zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

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


def document() -> Any:
    """A required JSON object, empty at first."""
    return Field(default_factory=dict, sa_type=JSON, nullable=False)


def document_or_none() -> Any:
    """An optional JSON object; None is SQL's NULL, so that nothing is left of what was there."""
    return Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
