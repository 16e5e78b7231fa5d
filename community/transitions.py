"""Explicit states: what may follow what and when, checked and audited in one place."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from community.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What may follow each state, and how long a state waits before it is looked at again."""

    allowed: Mapping[str, Set[str]]
    waits: Mapping[str, timedelta]


class WrongState(ValueError):
    """This can't be done any more: it has moved on in the meantime."""


class HasState(Protocol):
    """A row whose life is a column of states, and the time when the present one is looked at."""

    id: int | None
    state: str
    due_at: datetime | None


def move(
    scope: Scope, row: HasState, to: str, life: Life, *, until: datetime | None = None
) -> None:
    """Change a row's state, if its life allows it, and audit the change.

    What waits is looked at again at `until`, or when its usual time is over.
    """
    if to not in life.allowed.get(row.state, ()):
        raise WrongState(f"{type(row).__name__.lower()} {row.id}: {row.state} → {to}")
    assert row.id is not None
    scope.audit(type(row).__name__.lower(), row.id, row.state, to)
    usual = scope.now + life.waits[to] if to in life.waits else None
    row.state, row.due_at = to, until or usual
