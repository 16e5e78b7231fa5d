"""What members chose about rituals: none of this one any more; and what is kept once a member."""

from __future__ import annotations

from sqlmodel import col, delete, select

from community.scope import Scope
from storage.tables import OptOut, PromptAnswer, Run, WelcomeWeek


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
