"""When something recurs, against a calendar that is walked through day by day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from community.recurrence import Rhythm, WrongRhythm, check, moments, next_after, upcoming

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")
NINE_YEARS = timedelta(days=9 * 365)
"""Further than that nothing is looked for: a rule of every fifth January has few to show."""
PARIS = ZoneInfo("Europe/Paris")


def paris(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=PARIS).astimezone(UTC)  # type: ignore[misc,arg-type] # a date's own parts


def walls(rhythm: Rhythm, number: int) -> list[str]:
    """The next occurrences as the clock on the wall shows them."""
    found = upcoming(rhythm, rhythm.starts_at - timedelta(seconds=1), number)
    return [f"{each.astimezone(ZoneInfo(rhythm.zone)):%Y-%m-%d %H:%M}" for each in found]


# An independent calendar: every day is looked at on its own, with nothing but date arithmetic.


def falls(rule: dict[str, str], begins: date, day: date) -> bool:
    if day < begins or str(day.month) not in rule.get("BYMONTH", str(day.month)).split(","):
        return False
    return in_step(rule, begins, day) and on_day(rule, day)


def in_step(rule: dict[str, str], begins: date, day: date) -> bool:
    interval = int(rule.get("INTERVAL", "1"))
    monday = begins - timedelta(days=begins.weekday())
    passed = {
        "DAILY": (day - begins).days,
        "WEEKLY": (day - monday).days // 7,
        "MONTHLY": (day.year - begins.year) * 12 + day.month - begins.month,
        "YEARLY": day.year - begins.year,
    }[rule["FREQ"]]
    return passed % interval == 0


def on_day(rule: dict[str, str], day: date) -> bool:
    last = monthrange(day.year, day.month)[1]
    if "BYMONTHDAY" in rule:
        return any(int(each) in (day.day, day.day - last - 1)
                   for each in rule["BYMONTHDAY"].split(","))  # fmt: skip
    return "BYDAY" not in rule or any(is_weekday(each, day, last)
                                      for each in rule["BYDAY"].split(","))  # fmt: skip


def is_weekday(written: str, day: date, last: int) -> bool:
    place, name = written[:-2], written[-2:]
    if DAYS[day.weekday()] != name:
        return False
    return place in ("", str((day.day - 1) // 7 + 1), str(-((last - day.day) // 7 + 1)))


def walked(rhythm: Rhythm, after: datetime) -> Iterator[datetime]:
    rule = dict(each.split("=") for each in rhythm.rule.split(";"))
    begins, zone = rhythm.begins, ZoneInfo(rhythm.zone)
    first = after.astimezone(zone).date() - timedelta(days=1)
    for n in range(NINE_YEARS.days + 3):
        day = first + timedelta(days=n)
        if falls(rule, begins.date(), day):
            at = datetime.combine(day, begins.time(), zone).astimezone(UTC)
            if after < at <= after + NINE_YEARS:
                yield at


@st.composite
def rhythms(draw: st.DrawFn) -> Rhythm:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if frequency == "WEEKLY":
        days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True))
        parts.append("BYDAY=" + ",".join(days))
    elif frequency in {"MONTHLY", "YEARLY"}:
        place = draw(st.sampled_from(["1", "2", "3", "4", "-1"])) + draw(st.sampled_from(DAYS))
        dates = draw(st.lists(st.sampled_from(["1", "15", "28", "30", "31", "-1"]),
                              min_size=1, max_size=2, unique=True))  # fmt: skip
        parts.append(draw(st.sampled_from([f"BYDAY={place}", "BYMONTHDAY=" + ",".join(dates)])))
    if frequency == "YEARLY" or draw(st.booleans()):
        # January is always among them: no rule of these never comes.
        months = draw(st.sets(st.integers(1, 12), max_size=5)) | {1}
        parts.append("BYMONTH=" + ",".join(map(str, sorted(months))))
    zone = draw(st.sampled_from(ZONES))
    begins = draw(st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001 - wall time
    begins = begins.replace(second=0, microsecond=0, fold=0)
    return Rhythm(";".join(parts), begins.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC), zone)


@settings(max_examples=300)
@example(Rhythm("FREQ=DAILY;INTERVAL=1", datetime(2024, 2, 28, 23, tzinfo=UTC), "Europe/Paris"), 0)
@given(rhythms(), st.integers(-40, 1500))
def test_a_rule_gives_what_a_walk_through_the_calendar_gives(rhythm: Rhythm, days: int) -> None:
    after = rhythm.starts_at + timedelta(days=days, hours=5)
    expected = list(islice(walked(rhythm, after), 3))
    found = [each for each in upcoming(rhythm, after, 3) if each <= after + NINE_YEARS]
    assert found == expected


@settings(max_examples=100)
@given(rhythms(), st.sets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=60))
def test_no_occurrence_falls_on_a_holiday_and_none_comes_twice(
    rhythm: Rhythm, days: set[date]
) -> None:
    holidays = frozenset(each.isoformat() for each in days) | {"05-01", "12-25"}
    found = upcoming(rhythm, rhythm.starts_at, 40, holidays)
    zone = ZoneInfo(rhythm.zone)
    assert found == sorted(set(found))
    for each in found:
        day = each.astimezone(zone).date()
        assert day.isoformat() not in holidays
        assert f"{day:%m-%d}" not in {"05-01", "12-25"}


@settings(max_examples=60)
@given(rhythms())
def test_one_after_the_other_is_the_same_as_all_at_once(rhythm: Rhythm) -> None:
    at: datetime | None = rhythm.starts_at
    for each in upcoming(rhythm, rhythm.starts_at, 5, frozenset({"01-01"})):
        assert at is not None
        at = next_after(rhythm, at, frozenset({"01-01"}))
        assert at == each


def test_the_hour_on_the_wall_stays_when_the_clock_is_moved() -> None:
    weekly = Rhythm("FREQ=WEEKLY;BYDAY=SU", paris(2027, 3, 21, 9), "Europe/Paris")
    assert walls(weekly, 2) == ["2027-03-21 09:00", "2027-03-28 09:00"]
    assert [f"{each:%H}" for each in upcoming(weekly, paris(2027, 3, 20), 2)] == ["08", "07"]


def test_an_hour_that_the_clock_jumps_over_comes_after_the_jump() -> None:
    at_half_past_two = Rhythm("FREQ=DAILY", paris(2027, 3, 27, 2, 30), "Europe/Paris")
    assert walls(at_half_past_two, 3) == ["2027-03-27 02:30", "2027-03-28 03:30",
                                          "2027-03-29 02:30"]  # fmt: skip


def test_an_hour_that_comes_twice_is_the_first_of_the_two() -> None:
    at_half_past_two = Rhythm("FREQ=DAILY", paris(2027, 10, 30, 2, 30), "Europe/Paris")
    assert upcoming(at_half_past_two, paris(2027, 10, 31), 1) == [
        datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    ]


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Tokyo", "UTC"])
@pytest.mark.parametrize("until", ["20261130T225959Z", "20261127T190000Z"])
def test_the_same_days_are_left_by_the_clock_of_another_zone(until: str, zone: str) -> None:
    rhythm = Rhythm(f"FREQ=DAILY;UNTIL={until}", paris(2026, 11, 25, 20), "Europe/Paris")
    assert walls(rhythm.moved(zone), 9) == walls(rhythm, 9)
    assert rhythm.moved(zone).moved("Europe/Paris") == rhythm


def test_the_31st_is_left_out_of_short_months_and_the_last_day_is_not() -> None:
    on_31st = Rhythm("FREQ=MONTHLY;BYMONTHDAY=31", paris(2027, 1, 1, 9), "Europe/Paris")
    assert walls(on_31st, 3) == ["2027-01-31 09:00", "2027-03-31 09:00", "2027-05-31 09:00"]
    last = Rhythm("FREQ=MONTHLY;BYMONTHDAY=-1", paris(2027, 1, 1, 9), "Europe/Paris")
    assert walls(last, 3) == ["2027-01-31 09:00", "2027-02-28 09:00", "2027-03-31 09:00"]


def test_29_february_is_waited_for() -> None:
    leap = Rhythm("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", paris(2096, 3, 1, 9), "Europe/Paris")
    assert walls(leap, 1) == ["2104-02-29 09:00"]


def test_a_holiday_puts_a_ritual_of_working_days_off_to_the_next_of_them() -> None:
    fridays = Rhythm("FREQ=WEEKLY;BYDAY=FR", paris(2026, 12, 18, 9), "Europe/Paris")
    found = upcoming(fridays, paris(2026, 12, 20), 2, frozenset({"12-25"}))
    assert [f"{each:%d %a}" for each in found] == ["28 Mon", "01 Fri"]


def test_two_that_a_holiday_brings_to_one_day_are_one() -> None:
    daily = Rhythm("FREQ=DAILY", paris(2026, 12, 24, 9), "Europe/Paris")
    found = upcoming(daily, paris(2026, 12, 24), 3, frozenset({"12-25"}))
    assert [each.day for each in found] == [24, 26, 27]


def test_an_end_is_the_last_day_on_which_it_comes() -> None:
    rule = "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270118T225959Z"
    mondays = Rhythm(rule, paris(2027, 1, 4, 9), "Europe/Paris")
    assert walls(mondays, 9) == ["2027-01-04 09:00", "2027-01-11 09:00", "2027-01-18 09:00"]
    assert list(moments(mondays, paris(2027, 2, 1))) == []


@pytest.mark.parametrize(
    ("rule", "zone", "why"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "Europe/Paris", "never"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", "Europe/Paris", "never"),
        ("FREQ=DAILY;INTERVAL=0", "Europe/Paris", "interval"),
        ("FREQ=DAILY;INTERVAL=-2", "Europe/Paris", "interval"),
        ("FREQ=DAILY", "Europe/Atlantis", "zone"),
        ("FREQ=HOURLY", "Europe/Paris", "rule"),
        ("FREQ=MONTHLY", "Europe/Paris", "rule"),
        ("FREQ=DAILY;COUNT=3", "Europe/Paris", "rule"),
        ("FREQ=WEEKLY;BYDAY=XX", "Europe/Paris", "rule"),
        ("every day", "Europe/Paris", "rule"),
        ("", "Europe/Paris", "rule"),
    ],
)
def test_a_rhythm_that_cannot_be_kept_is_refused(rule: str, zone: str, why: str) -> None:
    with pytest.raises(WrongRhythm) as wrong:
        check(Rhythm(rule, datetime(2027, 1, 1, 8, tzinfo=UTC), zone))
    assert wrong.value.why == why


def test_an_old_ritual_is_not_walked_through_from_its_first_day() -> None:
    """The tenth year costs no more than the first: `time` counts, the machine does not matter."""
    old = Rhythm("FREQ=DAILY;INTERVAL=2", datetime(1990, 1, 1, 8, tzinfo=UTC), "UTC")
    found = upcoming(old, datetime(2026, 11, 22, tzinfo=UTC), 1)
    assert (found[0].date() - date(1990, 1, 1)).days % 2 == 0
    assert found[0].time() == time(8)
