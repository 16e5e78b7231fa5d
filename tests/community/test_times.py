"""Times to propose: decent on both clocks, on working days."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community import times

FRIDAY = datetime(2026, 3, 27, 16, 30, tzinfo=UTC)
"""Two days before the clocks change in Europe."""


def test_the_same_clock_gets_around_midday_over_the_weekend_and_the_clock_change() -> None:
    found = [each.astimezone(ZoneInfo("Europe/Paris")) for each in
             times.proposals(FRIDAY, ["Europe/Paris"])]  # fmt: skip
    assert [f"{each:%a %d %H:%M}" for each in found] == [
        "Mon 30 13:00", "Tue 31 10:00", "Wed 01 16:00",
    ]  # fmt: skip


@pytest.mark.parametrize("zone", ["Africa/Dakar", "Asia/Kolkata", "America/New_York"])
def test_two_clocks_both_get_a_decent_hour(zone: str) -> None:
    for each in times.proposals(FRIDAY, ["Europe/Paris", zone]):
        for where in ("Europe/Paris", zone):
            assert 8 <= each.astimezone(ZoneInfo(where)).hour < 19


@given(
    hours=st.integers(0, 2 * 365 * 24),
    zones=st.lists(st.sampled_from(["Europe/Paris", "Asia/Tokyo", "America/Montreal",
                                    "Pacific/Auckland", "Asia/Kolkata"]), min_size=1, max_size=2),
)  # fmt: skip
def test_they_are_three_different_coming_working_days(hours: int, zones: list[str]) -> None:
    now = FRIDAY + timedelta(hours=hours)
    found = times.proposals(now, zones)
    assert len(found) == len({each.astimezone(ZoneInfo(zones[0])).date() for each in found}) == 3
    assert all(each > now for each in found)
