"""Reminders: a week, a day and an hour before, on each one's own clock (P19)."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.reminders import EARLIEST, HOUR, LATEST, next_reminder, reminders

PARIS, MONTREAL, KOLKATA = "Europe/Paris", "America/Montreal", "Asia/Kolkata"
EVENING = datetime(2027, 1, 14, 17, 30, tzinfo=UTC)
"""Half past six in Paris, half past twelve in Montreal."""


@pytest.mark.parametrize(
    ("zone", "week", "day"),
    [(PARIS, "07 18:30", "13 18:30"), (MONTREAL, "07 12:30", "13 12:30"),
     (KOLKATA, "07 20:00", "13 20:00"), ("Pacific/Auckland", "08 09:00", "14 09:00")],
)  # fmt: skip
def test_days_before_nobody_is_written_to_at_night(zone: str, week: str, day: str) -> None:
    there = [each.astimezone(ZoneInfo(zone)).strftime("%d %H:%M")
             for each in reminders(EVENING, zone)]  # fmt: skip
    assert there[:2] == [week, day]


def test_the_last_one_is_an_hour_before_wherever_one_is() -> None:
    for zone in (PARIS, MONTREAL, KOLKATA):
        assert list(reminders(EVENING, zone))[-1] == EVENING - HOUR


def test_summer_time_in_between_moves_no_reminder() -> None:
    """The clocks go forward on 28 March 2027: a week before is the same time of day."""
    monday = datetime(2027, 3, 29, 18, 30, tzinfo=ZoneInfo(PARIS)).astimezone(UTC)
    week = next(reminders(monday, PARIS)).astimezone(ZoneInfo(PARIS))
    assert (week.day, week.time()) == (22, time(18, 30))
    assert monday - week.astimezone(UTC) == timedelta(days=7) - HOUR


@pytest.mark.parametrize(
    ("answered", "left"),
    [(timedelta(days=10), 3), (timedelta(days=6), 2), (timedelta(hours=20), 1),
     (timedelta(minutes=59), 0), (timedelta(hours=1), 0)],
)  # fmt: skip
def test_what_came_before_the_answer_is_skipped(answered: timedelta, left: int) -> None:
    after, found = EVENING - answered, []
    while (following := next_reminder(EVENING, PARIS, after)) is not None:
        found.append(following)
        after = following
    assert len(found) == left


@given(
    starts=st.integers(0, 4 * 366 * 24 * 60).map(lambda n: EVENING + timedelta(minutes=n)),
    zone=st.sampled_from([PARIS, MONTREAL, KOLKATA, "Pacific/Kiritimati", "Australia/Lord_Howe",
                          "America/St_Johns", "Africa/Casablanca", "UTC"]),
)  # fmt: skip
def test_there_are_three_in_their_order_and_all_before_it_begins(
    starts: datetime, zone: str
) -> None:
    found = list(reminders(starts, zone))
    assert len(found) == 3
    assert found == sorted(found)
    assert found[-1] < starts
    for each in found[:2]:
        assert EARLIEST <= each.astimezone(ZoneInfo(zone)).time() <= LATEST
