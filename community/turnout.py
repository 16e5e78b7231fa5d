"""What came of the survey or the gathering of a run, as figures."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, func, select

from community import gatherings
from community.rituals.kinds import Figures
from community.scope import Scope
from community.tallies import FIVE
from storage.tables import Broadcast, Guest, Survey


def of_runs(scope: Scope, run_ids: Sequence[int]) -> dict[int, Figures]:
    """By run: how many answered its survey, or said yes to its gathering, and how many came."""
    return _surveys(scope, run_ids) | _gatherings(scope, run_ids)


def _surveys(scope: Scope, run_ids: Sequence[int]) -> dict[int, Figures]:
    """Once a survey is over, rounded down to fives as in its results; of fewer, nothing.

    Not before: two looks, with one answer between them, would tell of that one.
    """
    query = select(Survey.run_id, Survey.answered).where(
        col(Survey.run_id).in_(run_ids), col(Survey.state) == "closed",
        col(Survey.answered) >= FIVE,
    )  # fmt: skip
    return {run or 0: {"answered": n // FIVE * FIVE} for run, n in scope.db.exec(query)}


def _gatherings(scope: Scope, run_ids: Sequence[int]) -> dict[int, Figures]:
    """Who came is counted once the host has said so; of one that was called off, who would have."""
    query = select(Broadcast.run_id, Broadcast.args).where(
        col(Broadcast.run_id).in_(run_ids), col(Broadcast.dialogue) == "invitation"
    )
    return {run or 0: _guests(scope, int(args["gathering"])) for run, args in scope.db.exec(query)}


def _guests(scope: Scope, gathering_id: int) -> Figures:
    coming = gatherings.count(scope, gathering_id, "yes")
    if gatherings.get(scope, gathering_id).state == "cancelled":
        return {"signed": coming}
    found: Figures = {"yes": coming}
    query = select(col(Guest.attended), func.count()).where(
        col(Guest.gathering_id) == gathering_id, col(Guest.attended).is_not(None)
    )
    told = dict(scope.db.exec(query.group_by(col(Guest.attended))).all())
    return found | {"came": told.get(True, 0)} if told else found
