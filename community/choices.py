"""What members chose about rituals: none of this one any more; and what is kept once a member."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, delete, select

from community import groups
from community.scope import Scope
from storage.tables import OptOut, PromptAnswer, Prompting, Ritual, Round, Run, Survey, WelcomeWeek

COMING = ("pilot", "on", "paused")
"""States of a ritual that comes, or will again."""


def leave(scope: Scope, run_id: int) -> None:
    """Whoever acts wants no more of the ritual that this was a run of."""
    leave_ritual(scope, scope.db.get_one(Run, run_id).ritual_id)


def leave_ritual(scope: Scope, ritual_id: int) -> None:
    """Whoever acts wants no more of this ritual."""
    assert scope.actor_id is not None
    if scope.db.get(OptOut, (ritual_id, scope.actor_id)) is None:
        scope.db.add(OptOut(ritual_id=ritual_id, member_id=scope.actor_id))
        scope.audit("ritual", ritual_id, "", "left")
        scope.db.flush()


def has_left(scope: Scope, run_id: int) -> bool:
    """Whether whoever acts wants no more of that ritual."""
    ritual = scope.db.get_one(Run, run_id).ritual_id
    return scope.db.get(OptOut, (ritual, scope.actor_id)) is not None


def behind(scope: Scope, about: Mapping[str, Any]) -> int | None:
    """The id of the ritual behind a question, by the ids of what that is about; None without one.

    `about` may hold a `ritual`, or a `run`, `round`, `prompting` or `survey` of one.
    """
    if isinstance(about.get("ritual"), int):
        return int(about["ritual"])
    run = scope.db.get(Run, _run(scope, about) or 0)
    return run.ritual_id if run is not None else None


def _run(scope: Scope, about: Mapping[str, Any]) -> int | None:
    for name, (begun, run) in BEGUN.items():
        if name in about:
            return scope.db.exec(select(run).where(col(begun) == about[name])).first()
    return int(about["run"]) if about.get("run") else None


BEGUN = {
    "round": (Round.id, Round.run_id), "prompting": (Prompting.id, Prompting.run_id),
    "survey": (Survey.id, Survey.run_id),
}  # fmt: skip
"""What a run may have begun."""


def is_meant(scope: Scope, run_id: int) -> bool:
    """Whether whoever acts is of a group that the ritual of this run is for, or it is for all."""
    return is_for(scope, scope.db.get_one(Ritual, scope.db.get_one(Run, run_id).ritual_id))


def is_for(scope: Scope, ritual: Ritual) -> bool:
    """Whether whoever acts is of a group that a ritual is for, or it is for all."""
    mine = groups.of_member(scope, scope.actor_id or 0)
    return not ritual.audience or not set(mine).isdisjoint(ritual.audience)


def received(scope: Scope) -> list[Ritual]:
    """The rituals that come to whoever acts and that they have not left."""
    mine = select(OptOut.ritual_id).where(col(OptOut.member_id) == scope.actor_id)
    query = select(Ritual).where(
        col(Ritual.community_id) == scope.community_id, col(Ritual.state).in_(COMING),
        col(Ritual.id).not_in(mine),
    )  # fmt: skip
    found = scope.db.exec(query.order_by(col(Ritual.name), col(Ritual.id)))
    return [each for each in found if is_for(scope, each)]


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
