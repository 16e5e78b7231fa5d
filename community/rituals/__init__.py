"""Rituals: what a community does on a calendar (P15-P23), and the runs it comes to.

A kind of ritual is a function of its own file:

    @kind("coffee", CoffeeSettings)
    def begin(connection: Connection, run: RunRow, now: datetime) -> Figures: ...

`plans` is what organisers do with a ritual, `runs` what happens when it is due, `broadcasts` how
something is told to many.
"""

from community.rituals.broadcasts import broadcast
from community.rituals.kinds import KINDS, Figures, Nothing, RunRow, Settings, kind
from community.rituals.plans import (
    Plan,
    WrongRitual,
    archive,
    change,
    duplicate,
    listed,
    pause,
    plan,
    resume,
    start,
    widen,
)  # fmt: skip
from community.rituals.runs import calendar, finish, last_runs, run_now, skip_next

__all__ = [
    "KINDS", "Figures", "Nothing", "Plan", "RunRow", "Settings", "WrongRitual", "archive",
    "broadcast", "calendar", "change", "duplicate", "finish", "kind", "last_runs", "listed",
    "pause", "plan", "resume", "run_now", "skip_next", "start", "widen",
]  # fmt: skip
