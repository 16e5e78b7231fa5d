"""A round of many goes in pieces: killed in the middle it goes on, and nobody is told twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, event
from sqlmodel import col, select

from community import blocks, rituals
from community.recurrence import Rhythm
from community.rituals import Plan
from community.rounds import joining, life, pieces, proposal
from community.scope import Scope
from conversations import timers
from conversations.testing import MONDAY, Stage
from scheduler.sweeps import sweep as scheduler_sweep
from storage.database import reading
from storage.tables import Habit, Identity, Inbox, Member, Place, Round, Run, Seat
from storage.writer import Writer

MANY = 2 * pieces.GROUPS + 30
"""People: two pieces of pairs."""
MONTHLY = Rhythm(
    "FREQ=MONTHLY;BYMONTHDAY=23", datetime(2026, 11, 23, 10, tzinfo=UTC), "Europe/Paris"
)
KILLS = (True, False, True, True, False, False)


@pytest.fixture
def stage(database_url: str) -> Iterator[Stage]:
    """Inès organises rounds; more than a piece of people take part each time."""
    made = Stage(url=database_url)
    made.member("Inès", role="organiser")
    plan = Plan(kind="round", name="Café", rhythm=MONTHLY)
    made.work(lambda scope: rituals.plan(scope, plan), "Inès")
    made.work(lambda scope: settle(scope, made.space_id))
    made.now = MONDAY + timedelta(hours=2)
    sweep(made)
    made.now += timedelta(days=2)
    sweep(made)
    yield made
    made.restart()


def settle(scope: Scope, space: int) -> None:
    """Many who take part in every round."""
    new = [
        Member(community_id=scope.community_id, name=f"M{n}", locale="fr", consented_at=scope.now,
               time_zone="Europe/Paris", joined_at=scope.now, welcomed_at=scope.now)
        for n in range(MANY)
    ]  # fmt: skip
    scope.db.add_all(new)
    scope.db.flush()
    for each in new:
        place = f"dm:{each.name}"
        scope.db.add(Identity(space_id=space, member_id=each.id or 0, external_id=each.name,
                              direct_place=place))  # fmt: skip
        scope.db.add(Habit(ritual_id=1, member_id=each.id or 0, state="standing"))


def sweep(stage: Stage, *, killed: bool = False) -> bool:
    """One piece of everything that is due; a kill comes before its commit. Whether anything was."""
    due = stage.write(partial(timers.deadlines, now=stage.now))
    for deadline in due:
        with stage.database.connect() as connection, connection.begin() as transaction:
            timers.meet(connection, stage.now, deadline)
            if killed:
                transaction.rollback()
    return bool(due)


def to_the_end(stage: Stage) -> int:
    """Sweeps with kills until nothing is due; how many of them did something for good."""
    done = 0
    for killed in KILLS * 3:
        done += sweep(stage, killed=killed) and not killed
    assert not sweep(stage)
    return done


def approve(stage: Stage) -> int:
    made: int = stage.work(lambda scope: life.approve(scope, 1), "Inès")
    return made


def told(stage: Stage, about: str) -> Counter[str]:
    """Who has had it brought to them, and how often."""
    events = select(Inbox).where(col(Inbox.event_id).startswith(f"our:{about}:"))
    return Counter(stage.work(lambda scope: [row.place for row in scope.db.exec(events)]))


def seats(stage: Stage) -> list[Seat]:
    return list(stage.work(lambda scope: [Seat(**each.model_dump())
                                          for each in scope.db.exec(select(Seat))]))  # fmt: skip


def state(stage: Stage) -> tuple[str, bool]:
    """The round's state, and whether it waits for anything."""

    def look(scope: Scope) -> tuple[str, bool]:
        row = scope.db.exec(select(Round)).one()
        return row.state, row.due_at is not None

    found: tuple[str, bool] = stage.work(look)
    return found


def test_every_group_is_introduced_once_whatever_is_killed_on_the_way(stage: Stage) -> None:
    assert approve(stage) == MANY / 2
    assert state(stage) == ("approved", True)
    assert len(told(stage, "round-hello")) == pieces.GROUPS
    to_the_end(stage)
    assert state(stage)[0] == "begun"
    rooms = [f"room:round-{n}" for n in sorted({seat.group_id or 0 for seat in seats(stage)})]
    assert told(stage, "round-hello") == Counter(rooms)
    assert len(rooms) == MANY / 2
    kept = stage.work(lambda scope: sorted(each.key for each in scope.db.exec(select(Place))))
    assert kept == sorted(rooms)


def test_whoever_leaves_between_two_pieces_leaves_nobody_alone(stage: Stage) -> None:
    approve(stage)
    last = max(seats(stage), key=lambda seat: (seat.group_id or 0, seat.id or 0))
    other = next(seat for seat in seats(stage)
                 if seat.group_id == last.group_id and seat.id != last.id)  # fmt: skip
    stage.work(lambda scope: setattr(scope.db.get_one(Member, last.member_id), "left_at",
                                     scope.now))  # fmt: skip
    to_the_end(stage)
    found = {seat.id: seat.state for seat in seats(stage)}
    assert (found[last.id], found[other.id]) == ("out", "left_over")
    assert Counter(found.values()) == {"placed": MANY - 2, "out": 1, "left_over": 1}
    assert told(stage, "round-left-over").total() == 1


def test_two_who_are_kept_apart_by_now_are_not_introduced(stage: Stage) -> None:
    """Promise 5: the block came after the groups were proposed, and the two met all the same."""
    one, other = next(
        (seat, other) for seat in seats(stage) for other in seats(stage)
        if seat.group_id == other.group_id and seat.id != other.id
    )  # fmt: skip
    name = stage.work(lambda scope: scope.db.get_one(Member, one.member_id).name)
    stage.work(lambda scope: blocks.put(scope, other.member_id), name)
    approve(stage)
    to_the_end(stage)
    found = {seat.member_id: (seat.state, seat.group_id) for seat in seats(stage)}
    assert found[one.member_id][1] != found[other.member_id][1] or not found[one.member_id][1]
    assert sum(state == "placed" for state, _ in found.values()) == MANY - 2


def test_whoever_comes_and_goes_while_groups_are_composed_is_seen_to(stage: Stage) -> None:
    stage.work(lambda scope: proposal.anew(scope, 1), "Inès")
    due = timers.Deadline(stage.community_id, "round", 1)
    with reading(stage.database) as connection:
        composed = timers.beforehand(connection, stage.now, due)
    stage.work(lambda scope: joining.skip(scope, 1), "M0")
    stage.work(lambda scope: joining.join(scope, 1, "once"), "Inès")
    stage.write(partial(timers.meet, now=stage.now, deadline=due, known=composed))
    groups = Counter(seat.group_id for seat in seats(stage) if seat.state == "in")
    assert None not in groups
    assert set(groups.values()) == {2}
    assert groups.total() == MANY


def test_composing_thousands_does_not_hold_the_writer(stage: Stage) -> None:
    """Profiles are what composing reads first: the writer's connection never does."""
    stage.work(lambda scope: proposal.anew(scope, 1), "Inès")
    readers = set[bool]()

    def note(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if "FROM profile_entry" in statement:
            readers.add(bool(connection.get_execution_options().get("writes", True)))

    event.listen(stage.database, "before_cursor_execute", note)
    writer = Writer(stage.database)
    while state(stage)[0] == "open":
        scheduler_sweep(writer, stage.now)
    writer.stop()
    assert readers == {False}
    assert state(stage)[0] == "proposed"


def test_everybody_is_asked_half_way_and_at_the_end_once(stage: Stage) -> None:
    stage.work(lambda scope: enlarge(scope, pieces.PEOPLE))
    approve(stage)
    to_the_end(stage)
    for about, days, reached in (
        ("nothing-yet", 2, "going"), ("round-midway", 9, "halfway"), ("round-end", 11, "ended"),
    ):  # fmt: skip
        stage.now += timedelta(days=days)
        to_the_end(stage)
        assert state(stage)[0] == reached, about
    placed = len([seat for seat in seats(stage) if seat.state == "placed"])
    assert placed == MANY + pieces.PEOPLE
    for about in ("round-midway", "round-end"):
        assert set(told(stage, about).values()) == {1}
        assert told(stage, about).total() == placed


def enlarge(scope: Scope, count: int) -> None:
    """So many more are in the round, in groups of their own."""
    space = scope.db.exec(select(Identity)).first()
    assert space is not None
    members = [
        Member(community_id=scope.community_id, name=f"N{n}", locale="fr", consented_at=scope.now,
               time_zone="Europe/Paris", joined_at=scope.now, welcomed_at=scope.now)
        for n in range(count)
    ]  # fmt: skip
    scope.db.add_all(members)
    scope.db.flush()
    last = max(each.group_id or 0 for each in scope.db.exec(select(Seat)))
    for n, each in enumerate(members):
        scope.db.add(Identity(space_id=space.space_id, member_id=each.id or 0,
                              external_id=each.name, direct_place=f"dm:{each.name}"))  # fmt: skip
        scope.db.add(Seat(round_id=1, member_id=each.id or 0, group_id=last - n // 2 % (last - 1)))


def test_whoever_said_nothing_is_counted_once(stage: Stage) -> None:
    approve(stage)
    for days in (0, 2, 9, 11, 7):
        stage.now += timedelta(days=days)
        to_the_end(stage)
    assert state(stage) == ("closed", False)
    silent = stage.work(lambda scope: [each.silent for each in scope.db.exec(select(Habit))])
    assert set(silent) == {1}
    joined = stage.work(lambda scope: scope.db.get_one(Run, 1).figures["joined"])
    assert joined == MANY


def test_of_a_round_that_is_called_off_everybody_is_told_once(stage: Stage) -> None:
    stage.work(lambda scope: enlarge(scope, pieces.PEOPLE))
    stage.work(lambda scope: life.call_off(scope, 1), "Inès")
    assert told(stage, "round-off").total() == pieces.PEOPLE
    to_the_end(stage)
    assert state(stage) == ("cancelled", False)
    assert set(told(stage, "round-off").values()) == {1}
    assert told(stage, "round-off").total() == MANY + pieces.PEOPLE
