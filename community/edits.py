"""What somebody changed on a page that may be older than what is stored."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def merged(now: T, before: T, after: T) -> T:
    """What is stored, with what was changed from `before`, as it was shown, to `after`."""
    changed = {
        each.name: getattr(after, each.name)
        for each in fields(after)
        if getattr(after, each.name) != getattr(before, each.name)
    }
    return replace(now, **changed)
