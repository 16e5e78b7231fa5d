"""Explicit states: what may follow what and when, checked and audited in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Protocol

from community.scope import Scope

Allowed = Mapping[str, Set[str]]
"""What may follow each state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What may follow each state, and how long a state waits before it is looked at again."""

    allowed: Allowed
    waits: Mapping[str, timedelta]


class WrongState(ValueError):
    """This can't be done any more: it has moved on in the meantime."""


class HasState(Protocol):
    """A row whose life is a column of states."""

    id: int | None
    state: str


class Waits(HasState, Protocol):
    """One that also has the time when the present state is looked at."""

    due_at: datetime | None


def set_state(scope: Scope, row: HasState, to: str, allowed: Allowed) -> None:
    """Change a row's state, if that is allowed, and audit the change. Raises WrongState."""
    if to not in allowed.get(row.state, ()):
        raise WrongState(f"{type(row).__name__.lower()} {row.id}: {row.state} → {to}")
    assert row.id is not None
    scope.audit(type(row).__name__.lower(), row.id, row.state, to)
    row.state = to


def trace(
    scope: Scope, subject: str, subject_id: int, states: Sequence[str], allowed: Allowed
) -> None:
    """Audit that a row went through these states; raises WrongState where that is not allowed.

    For rows that are written many at a time, and by no session.
    """
    steps = list(pairwise(states))
    for before, after in steps:
        if after not in allowed.get(before, ()):
            raise WrongState(f"{subject} {subject_id}: {before} → {after}")
    scope.audits([(subject, subject_id, *step) for step in steps])


def move(scope: Scope, row: Waits, to: str, life: Life, *, until: datetime | None = None) -> None:
    """The same for what has a life of its own; raises WrongState.

    What waits is looked at again at `until`, or when its usual time is over.
    """
    set_state(scope, row, to, life.allowed)
    usual = scope.now + life.waits[to] if to in life.waits else None
    row.due_at = until or usual
