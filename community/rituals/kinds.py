"""What kinds of rituals there are: each says what its settings are and how a run begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Connection

from community.scope import Scope

Figures = dict[str, Any]
"""What organisers read of a run: numbers and ids by name, never words of members."""


class Settings(BaseModel):
    """What a kind lets organisers choose. It is kept as JSON with the ritual."""

    model_config = ConfigDict(extra="forbid", frozen=True)


S = TypeVar("S", bound=Settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run of a ritual, as its kind sees it. `audience` are ids of groups, none for everyone."""

    id: int
    ritual_id: int
    community_id: int
    kind: str
    name: str
    settings: Settings
    audience: Sequence[int]
    place_id: int | None
    time_zone: str
    due_at: datetime
    made_by: int | None

    def settled(self, model: type[S]) -> S:
        """The settings, as the kind declared them."""
        assert isinstance(self.settings, model)
        return self.settings


class Nothing(Exception):
    """A run finds nothing to do: it is skipped, and nobody is told."""


Begin = Callable[[Connection, RunRow, datetime], Figures]
"""Begins a run, in the transaction given, at that moment (UTC). It is called once a run."""
End = Callable[[Scope, int], None]
"""A ritual of this id is over for good: what has only been announced will not take place."""
Joins = Callable[[Scope, int], datetime | None]
"""Until when (UTC) one can join what the last run of the ritual of this id began, if one can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of ritual. One that `lasts` ends its runs itself, with `runs.finish`.

    While people can still join its last run (`joins` says until when, by the ritual's id) there is
    no other one. One that can be `in_place` may speak in a channel instead of to each one; `least`
    is how many people it needs, `to_all` whether its runs reach everybody in the audience.
    """

    name: str
    settings: type[Settings]
    begin: Begin
    lasts: bool
    in_place: bool
    end: End | None = None
    joins: Joins | None = None
    least: int = 1
    to_all: bool = True


KINDS: dict[str, Kind] = {}


class KindTaken(ValueError):
    """Two kinds of rituals have the same name: rename one."""


def kind(
    name: str,
    settings: type[Settings],
    *,
    lasts: bool = False,
    in_place: bool = False,
    end: End | None = None,
    joins: Joins | None = None,
    least: int = 1,
    to_all: bool = True,
) -> Callable[[Begin], Begin]:
    """Make a function what begins the runs of rituals of this kind."""

    def register(begin: Begin) -> Begin:
        if name in KINDS:
            raise KindTaken(f"{KindTaken.__doc__} ({name})")
        KINDS[name] = Kind(
            name=name,
            settings=settings,
            begin=begin,
            lasts=lasts,
            in_place=in_place,
            end=end,
            joins=joins,
            least=least,
            to_all=to_all,
        )
        return begin

    return register
