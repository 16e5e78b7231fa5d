"""Explicit states: what may follow what, checked and audited in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from community.scope import Scope

Allowed = Mapping[str, frozenset[str]]


class WrongState(ValueError):
    """This can't be done any more: it has moved on in the meantime."""


class HasState(Protocol):
    """A row whose life is a column of states."""

    id: int | None
    state: str


def move(scope: Scope, row: HasState, to: str, allowed: Allowed) -> None:
    """Change a row's state, if the table of transitions allows it, and audit the change."""
    if to not in allowed.get(row.state, frozenset()):
        raise WrongState(f"{type(row).__name__.lower()} {row.id}: {row.state} → {to}")
    assert row.id is not None
    scope.audit(type(row).__name__.lower(), row.id, row.state, to)
    row.state = to
