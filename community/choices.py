"""What members chose about rituals: none of this one any more; and what is kept once a member."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import col, delete, select

from community import groups
from community.scope import Scope
from storage.tables import OptOut, PromptAnswer, Ritual, Run, WelcomeWeek


def leave(scope: Scope, run_id: int) -> None:
    """Whoever acts wants no more of the ritual that this was a run of."""
    assert scope.actor_id is not None
    ritual = scope.db.get_one(Run, run_id).ritual_id
    if scope.db.get(OptOut, (ritual, scope.actor_id)) is None:
        scope.db.add(OptOut(ritual_id=ritual, member_id=scope.actor_id))
        scope.audit("ritual", ritual, "", "left")
        scope.db.flush()


def has_left(scope: Scope, run_id: int) -> bool:
    """Whether whoever acts wants no more of that ritual."""
    ritual = scope.db.get_one(Run, run_id).ritual_id
    return scope.db.get(OptOut, (ritual, scope.actor_id)) is not None


def is_meant(scope: Scope, run_id: int) -> bool:
    """Whether whoever acts is of a group that the ritual of this run is for, or it is for all."""
    ritual = scope.db.get_one(Ritual, scope.db.get_one(Run, run_id).ritual_id)
    mine = groups.of_member(scope, scope.actor_id or 0)
    return not ritual.audience or not set(mine).isdisjoint(ritual.audience)


@dataclass(frozen=True, slots=True)
class Left:
    """A ritual that somebody wants no more of."""

    id: int
    name: str


def left(scope: Scope) -> list[Left]:
    """The rituals that whoever acts has left and that still come, by their names."""
    query = select(Ritual.id, Ritual.name).join(OptOut, col(OptOut.ritual_id) == col(Ritual.id))
    mine = col(OptOut.member_id) == scope.actor_id, col(Ritual.state) != "archived"
    found = scope.db.exec(query.where(*mine).order_by(col(Ritual.name), col(Ritual.id)))
    return [Left(id_ or 0, name) for id_, name in found]


def come_back(scope: Scope, ritual_ids: Sequence[int]) -> None:
    """Whoever acts wants these again."""
    for each in ritual_ids:
        row = scope.db.get(OptOut, (each, scope.actor_id))
        if row is not None:
            scope.db.delete(row)
            scope.audit("ritual", each, "left", "")
    scope.db.flush()


def merge(scope: Scope, goes: int, stays: int) -> None:
    """Two who are one have one choice, one answer and one first week."""
    for model, of in (
        (OptOut, OptOut.ritual_id),
        (PromptAnswer, PromptAnswer.prompting_id),
        (WelcomeWeek, WelcomeWeek.ritual_id),
    ):
        both = list(scope.db.exec(select(of).where(col(model.member_id) == stays)))
        twice = col(model.member_id) == goes, col(of).in_(both)
        scope.db.exec(delete(model).where(*twice))


def forget(scope: Scope, member_id: int) -> None:
    """Nothing is known of what they chose."""
    for model in (OptOut, WelcomeWeek):
        scope.db.exec(delete(model).where(col(model.member_id) == member_id))
