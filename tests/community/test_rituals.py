"""Rituals as rows: what organisers do with them, and that each run happens exactly once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection
from sqlmodel import col, select

from community import groups, rituals
from community.members import NotAllowed
from community.recurrence import Rhythm
from community.rituals import (
    KINDS,
    Figures,
    Plan,
    RunRow,
    Settings,
    WrongRitual,
    overview,
    plans,
    runs,
)
from community.rituals.kinds import kind
from community.scope import Scope
from community.transitions import WrongState
from conversations import timers
from conversations.testing import MONDAY, Stage
from storage.tables import Audit, Ritual, Run

DAILY = Rhythm("FREQ=DAILY", datetime(2026, 11, 24, 8, tzinfo=UTC), "Europe/Paris")
HOUR = timedelta(hours=1)


class Bell(Settings):
    """How often a bell rings."""

    times: int = 1


class Broken(RuntimeError):
    """A kind of ritual that has a bug."""


@pytest.fixture(autouse=True)
def kinds() -> Iterator[None]:
    """Kinds that do as little as can be seen."""

    @kind("bell", Bell)
    def ring(connection: Connection, run: RunRow, now: datetime) -> Figures:
        return {"rung": run.settled(Bell).times, "at": now.isoformat()}

    @kind("broken", Settings)
    def break_(connection: Connection, run: RunRow, now: datetime) -> Figures:
        scope = Scope(connection, now, run.community_id)
        scope.audit("bell", run.id, "", "half a run")
        scope.db.flush()
        raise Broken

    @kind("season", Settings, lasts=True)
    def begin(connection: Connection, run: RunRow, now: datetime) -> Figures:
        return {"begun": 1}

    yield
    for name in ("bell", "broken", "season"):
        del KINDS[name]


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    """Inès organises, Awa and Zoé live here; on SQLite and on PostgreSQL."""
    made = Stage(url=database_url)
    made.member("Inès", role="organiser")
    made.member("Awa")
    made.member("Zoé", locale="en")
    yield made
    made.restart()


def planned(**changes: Any) -> Plan:
    given: dict[str, Any] = {"kind": "bell", "name": "La cloche", "rhythm": DAILY}
    return Plan(**(given | changes))


def make(stage: Stage, state: str = "on", **changes: Any) -> int:
    made: int = stage.work(lambda scope: rituals.plan(scope, planned(**changes), state), "Inès")
    return made


def do(stage: Stage, what: Callable[..., Any], *args: Any, who: str | None = "Inès") -> Any:
    return stage.work(lambda scope: what(scope, *args), who)


def read(stage: Stage, ritual: int) -> dict[str, Any]:
    return dict(stage.work(lambda scope: scope.db.get_one(Ritual, ritual).model_dump()))


def ran(stage: Stage) -> list[tuple[str, str]]:
    """Every run, by when it was due, and its state."""

    def look(scope: Scope) -> list[tuple[str, str]]:
        found = scope.db.exec(select(Run).order_by(col(Run.due_at)))
        return [(f"{each.due_at:%d %H:%M}", each.state) for each in found]

    return list(stage.work(look))


def test_a_ritual_comes_when_it_is_due_and_then_again(stage: Stage) -> None:
    make(stage, settings={"times": 3})
    stage.passes(timedelta(days=2))
    assert ran(stage) == [("24 08:00", "done"), ("25 08:00", "done")]
    past = stage.write(lambda connection: rituals.last_runs(connection, stage.community_id))
    assert [each.figures["rung"] for each in past] == [3, 3]


def test_two_sweeps_at_the_same_moment_make_one_run(stage: Stage) -> None:
    ritual = make(stage)
    stage.now = DAILY.starts_at + HOUR
    do(stage, runs.fall_due, ritual, who=None)
    do(stage, runs.fall_due, ritual, who=None)
    assert ran(stage) == [("24 08:00", "done")]


def test_schedulers_that_race_for_a_run_make_one(stage: Stage) -> None:
    """Four threads, each with a connection of its own, sweep at the same time."""
    for n in range(6):
        make(stage, name=f"La cloche {n}")
    stage.now = DAILY.starts_at + HOUR
    start = threading.Barrier(4)

    def sweep() -> None:
        start.wait()
        for deadline in stage.write(partial(timers.deadlines, now=stage.now)):
            stage.write(partial(timers.meet, now=stage.now, deadline=deadline))

    together = [threading.Thread(target=sweep) for _ in range(4)]
    for each in together:
        each.start()
    for each in together:
        each.join()
    assert ran(stage) == [("24 08:00", "done")] * 6


class Killed(BaseException):
    """The process ends here: nothing is caught, nothing is cleaned up."""


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_killed_in_between_every_run_happens_once(stage: Stage, seed: int) -> None:
    """A kill after the run and before the commit leaves a run that is still to come."""
    make(stage)
    chance = Random(seed)
    for _ in range(20):
        stage.now += timedelta(hours=7)
        while killed := chance.random() < 0.5:
            _sweep(stage, killed=killed)
        _sweep(stage, killed=False)
    days = (stage.now - DAILY.starts_at) // timedelta(days=1) + 1
    assert ran(stage) == [(f"{DAILY.starts_at + timedelta(days=n):%d %H:%M}", "done")
                          for n in range(days)]  # fmt: skip


def _sweep(stage: Stage, *, killed: bool) -> None:
    for deadline in stage.write(partial(timers.deadlines, now=stage.now)):
        try:
            with stage.database.begin() as connection:
                timers.meet(connection, stage.now, deadline)
                if killed:
                    raise Killed
        except Killed:
            stage.restart()


def test_what_was_due_while_nobody_was_there_is_told_and_the_last_is_made_up_for(
    stage: Stage,
) -> None:
    make(stage)
    stage.now = MONDAY + timedelta(days=3, hours=2)
    stage._sweep()
    assert ran(stage) == [("24 08:00", "missed"), ("25 08:00", "missed"), ("26 08:00", "done")]


def test_a_run_that_is_late_beyond_its_grace_is_missed(stage: Stage) -> None:
    make(stage, grace_minutes=60)
    stage.now = DAILY.starts_at + 2 * HOUR
    stage._sweep()
    assert ran(stage) == [("24 08:00", "missed")]


def test_a_ritual_that_skips_is_not_late(stage: Stage) -> None:
    make(stage, misfire="skip")
    stage.now = DAILY.starts_at + HOUR
    stage._sweep()
    assert ran(stage) == [("24 08:00", "missed")]
    stage.passes(timedelta(days=1))
    assert ran(stage)[1:] == [("25 08:00", "done")]


def test_a_bug_undoes_its_run_and_the_next_one_comes(stage: Stage) -> None:
    make(stage, kind="broken")
    stage.passes(timedelta(days=2))
    assert ran(stage) == [("24 08:00", "failed"), ("25 08:00", "failed")]
    halves = stage.work(lambda scope: scope.db.exec(
        select(Audit).where(col(Audit.subject) == "bell")).all())  # fmt: skip
    assert halves == []


def test_a_kind_that_lasts_ends_its_run_itself(stage: Stage) -> None:
    make(stage, kind="season")
    stage.passes(timedelta(days=1))
    assert ran(stage) == [("24 08:00", "running")]
    stage.work(lambda scope: rituals.finish(scope, 1, {"met": 7}))
    assert ran(stage) == [("24 08:00", "done")]
    with pytest.raises(WrongState):
        stage.work(lambda scope: rituals.finish(scope, 1, {"met": 8}))


def test_a_paused_ritual_makes_up_for_nothing(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.pause, ritual)
    stage.passes(timedelta(days=3))
    do(stage, rituals.resume, ritual)
    stage.passes(timedelta(days=1))
    assert ran(stage) == [("27 08:00", "done")]


def test_one_can_be_left_out_and_the_next_comes(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.skip_next, ritual)
    stage.passes(timedelta(days=2))
    assert ran(stage) == [("24 08:00", "skipped"), ("25 08:00", "done")]


def test_one_that_was_left_out_stays_so_when_a_holiday_puts_it_off(stage: Stage) -> None:
    monthly = Rhythm("FREQ=MONTHLY;BYMONTHDAY=24", DAILY.starts_at, "Europe/Paris")
    ritual = make(stage, rhythm=monthly)
    do(stage, rituals.skip_next, ritual)
    stage.work(lambda scope: plans.keep_holidays(scope, ["11-24"]), "Inès")
    stage.passes(timedelta(days=9))
    assert ran(stage) == [("24 08:00", "skipped")]


def test_what_is_left_out_of_every_day_takes_no_other_day_along(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.skip_next, ritual)
    stage.work(lambda scope: plans.keep_holidays(scope, ["11-24"]), "Inès")
    stage.passes(timedelta(days=2))
    assert ran(stage) == [("24 08:00", "skipped"), ("25 08:00", "done")]


def test_a_day_that_was_skipped_is_stepped_over_when_the_rhythm_comes_to_it_otherwise(
    stage: Stage,
) -> None:
    """A Monday is skipped, then every day has its run: the Monday has none, and all others do."""
    ritual = make(stage, rhythm=Rhythm("FREQ=WEEKLY;BYDAY=TH", DAILY.starts_at, "Europe/Paris"))
    do(stage, rituals.skip_next, ritual)
    do(stage, rituals.change, ritual, planned())
    coming = stage.write(
        lambda connection: rituals.calendar(connection, stage.community_id, stage.now, 5)
    )
    assert [f"{each.at:%d}" for each in coming] == ["24", "25", "27", "28"]
    shown = stage.work(lambda scope: overview.dates(scope, planned(), ritual))
    assert [f"{each:%d}" for each in shown] == ["24", "25", "27", "28", "29"]
    stage.passes(timedelta(days=5))
    assert ran(stage) == [("24 08:00", "done"), ("25 08:00", "done"), ("26 08:00", "skipped"),
                          ("27 08:00", "done"), ("28 08:00", "done")]  # fmt: skip


def test_a_day_that_was_skipped_is_not_missed_while_the_bot_is_off(stage: Stage) -> None:
    ritual = make(stage, rhythm=Rhythm("FREQ=WEEKLY;BYDAY=WE", DAILY.starts_at, "Europe/Paris"))
    do(stage, rituals.skip_next, ritual)
    do(stage, rituals.change, ritual, planned())
    stage.now = DAILY.starts_at + timedelta(days=3)
    stage._sweep()
    assert ran(stage) == [("24 08:00", "missed"), ("25 08:00", "skipped"), ("26 08:00", "missed"),
                          ("27 08:00", "done")]  # fmt: skip


@pytest.mark.parametrize(
    ("hour", "zone"),
    [(9, "Europe/Paris"), (8, "America/New_York"), (8, "Asia/Tokyo"), (19, "Asia/Tokyo")],
)
def test_a_day_that_was_skipped_stays_so_at_another_hour_and_by_another_clock(
    stage: Stage, hour: int, zone: str
) -> None:
    ritual = make(stage, rhythm=replace(DAILY, starts_at=DAILY.starts_at.replace(hour=19)))
    do(stage, rituals.skip_next, ritual)
    do(stage, rituals.skip_next, ritual)
    later = replace(DAILY, starts_at=DAILY.starts_at.replace(hour=hour)).moved(zone)
    do(stage, rituals.change, ritual, planned(rhythm=later))
    first = read(stage, ritual)["next_due_at"]
    assert first is not None
    assert f"{first.astimezone(ZoneInfo(zone)):%a %d}" == "Thu 26"


def test_one_more_run_now_changes_nothing_in_the_calendar(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.run_now, ritual)
    assert read(stage, ritual)["next_due_at"] == DAILY.starts_at
    assert ran(stage) == [("23 09:00", "done")]


def test_who_has_not_seen_that_it_runs_does_not_run_it_again(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.run_now, ritual)
    stage.now += timedelta(seconds=20)
    with pytest.raises(runs.UnderWay):
        do(stage, rituals.run_now, ritual)
    do(stage, rituals.run_now, ritual, do(stage, runs.under_way, ritual))
    stage.now += timedelta(minutes=11)
    do(stage, rituals.run_now, ritual)
    assert len(ran(stage)) == 3


def test_one_that_lasts_is_under_way_until_it_ends(stage: Stage) -> None:
    ritual = make(stage, kind="season")
    begun = stage.now
    do(stage, rituals.run_now, ritual)
    stage.now += timedelta(hours=5)
    assert do(stage, runs.under_way, ritual) == begun
    stage.work(lambda scope: rituals.finish(scope, 1, {}))
    assert do(stage, runs.under_way, ritual) is None


def test_what_was_on_trial_before_a_pause_is_on_trial_after_it(stage: Stage) -> None:
    for state in ("pilot", "on"):
        ritual = make(stage, state, name=state)
        do(stage, rituals.pause, ritual)
        do(stage, rituals.resume, ritual)
        assert read(stage, ritual)["state"] == state


def test_no_two_rituals_have_one_name(stage: Stage) -> None:
    ritual, other = make(stage), make(stage, name="L'autre")
    with pytest.raises(WrongRitual) as copied:
        do(stage, rituals.duplicate, ritual, "LA CLOCHE")
    with pytest.raises(WrongRitual) as renamed:
        do(stage, rituals.change, other, planned())
    assert copied.value.why == renamed.value.why == "name-taken"
    do(stage, rituals.change, ritual, planned(name="la cloche"))
    assert do(stage, plans.new_name, "La Cloche") == "La Cloche 2"
    lyon = stage.work(lambda scope: groups.make(scope, "Lyon").id, "Inès")
    assert do(stage, plans.new_name, "La cloche", [lyon]) == "La cloche (Lyon)"
    assert do(stage, plans.new_name, "Une autre", [lyon]) == "Une autre"


def test_a_change_moves_the_next_run_and_an_old_copy_cannot_undo_it(stage: Stage) -> None:
    ritual = make(stage)
    weekly = Rhythm("FREQ=WEEKLY;BYDAY=FR", DAILY.starts_at, "Europe/Paris")
    stage.work(lambda scope: rituals.change(
        scope, ritual, planned(rhythm=weekly), revision=1), "Inès")  # fmt: skip
    assert f"{read(stage, ritual)['next_due_at']:%d %H:%M}" == "27 08:00"
    with pytest.raises(WrongState):
        stage.work(lambda scope: rituals.change(scope, ritual, planned(), revision=1), "Inès")


def test_a_pilot_is_for_one_group_and_is_then_widened(stage: Stage) -> None:
    def pilot(scope: Scope) -> int:
        lyon = groups.make(scope, "Lyon").id or 0
        groups.add(scope, lyon, [stage.id_of("Awa", scope)])
        return rituals.plan(scope, planned(audience=[lyon]), "pilot")

    ritual = stage.work(pilot, "Inès")
    assert read(stage, ritual)["state"] == "pilot"
    do(stage, rituals.widen, ritual)
    assert (read(stage, ritual)["state"], read(stage, ritual)["audience"]) == ("on", [])


def test_a_copy_is_a_draft_that_never_comes_by_itself(stage: Stage) -> None:
    copy = do(stage, rituals.duplicate, make(stage), "La même")
    assert (read(stage, copy)["state"], read(stage, copy)["next_due_at"]) == ("draft", None)


def test_what_is_archived_stays_so(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.archive, ritual)
    stage.passes(timedelta(days=2))
    assert ran(stage) == []
    for refused in (rituals.resume, rituals.pause, rituals.run_now, rituals.skip_next):
        with pytest.raises(WrongState):
            do(stage, refused, ritual)


def test_the_calendar_shows_what_comes_in_its_order(stage: Stage) -> None:
    make(stage, name="Chaque jour")
    weekly = Rhythm("FREQ=WEEKLY;BYDAY=WE", DAILY.starts_at - HOUR, "Europe/Paris")
    make(stage, name="Le mercredi", rhythm=weekly)
    coming = stage.write(
        lambda connection: rituals.calendar(connection, stage.community_id, stage.now, 3)
    )
    assert [(f"{each.at:%d}", each.name) for each in coming] == [
        ("24", "Chaque jour"), ("25", "Le mercredi"), ("25", "Chaque jour"), ("26", "Chaque jour"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"kind": "lottery"}, "kind"),
        ({"name": "  "}, "name"),
        ({"name": "x" * 200}, "name"),
        ({"rhythm": Rhythm("FREQ=DAILY", DAILY.starts_at, "Mars/Olympus")}, "rhythm-zone"),
        ({"rhythm": Rhythm("FREQ=DAILY;INTERVAL=0", DAILY.starts_at, "UTC")}, "rhythm-interval"),
        ({"rhythm": Rhythm("FREQ=DAILY;UNTIL=20200101T000000Z",
                           datetime(2019, 1, 1, tzinfo=UTC), "UTC")}, "rhythm-past"),
        ({"audience": [4711]}, "audience"),
        ({"settings": {"times": "often"}}, "setting"),
        ({"settings": {"volume": 11}}, "setting"),
    ],
)  # fmt: skip
def test_a_wrong_plan_is_refused_and_nothing_is_kept(
    stage: Stage, changes: dict[str, Any], why: str
) -> None:
    with pytest.raises(WrongRitual) as wrong:
        make(stage, **changes)
    assert wrong.value.why == why
    assert stage.work(plans.listed) == []


def test_only_organisers_plan(stage: Stage) -> None:
    ritual = make(stage)
    for refused in (rituals.pause, rituals.archive, rituals.run_now, rituals.skip_next):
        with pytest.raises(NotAllowed):
            do(stage, refused, ritual, who="Awa")
    with pytest.raises(NotAllowed):
        stage.work(lambda scope: rituals.plan(scope, planned()), "Awa")


def test_every_change_of_state_is_in_the_audit(stage: Stage) -> None:
    ritual = make(stage)
    do(stage, rituals.pause, ritual)
    do(stage, rituals.archive, ritual)
    kept = stage.work(lambda scope: [
        (each.before, each.after)
        for each in scope.db.exec(select(Audit).where(col(Audit.subject) == "ritual"))
    ])  # fmt: skip
    assert kept == [("", "draft"), ("draft", "on"), ("on", "paused"), ("paused", "archived")]


def test_a_group_holds_active_members_only(stage: Stage) -> None:
    def fill(scope: Scope) -> int:
        lyon = groups.make(scope, "Lyon").id or 0
        groups.add(scope, lyon, [stage.id_of(each, scope) for each in ("Awa", "Zoé")])
        groups.add(scope, lyon, [stage.id_of("Awa", scope)])
        return lyon

    lyon = stage.work(fill, "Inès")
    members = partial(groups.members_of, community_id=stage.community_id, group_ids=[lyon])
    assert len(stage.write(members)) == 2
    stage.does("Zoé", "leave")
    assert len(stage.write(members)) == 1
    assert stage.work(lambda scope: groups.make(scope, "LYON").id, "Inès") == lyon
