"""A rhythm in words that can be read back: "the first Monday of the month at 9:00"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from community.recurrence import Rhythm
from conversations.rhythms.lexicon import DAYS
from conversations.texts import Text

WORKING = ",".join(DAYS[:5])
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PLACES = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "fifth", "-1": "last"}


def rhythm_said(rhythm: Rhythm, now: datetime) -> Text:
    """The rhythm, when it begins if that is still to come, and when it ends."""
    begins = rhythm.begins
    hour = Text("rhythm-at", hour=str(begins.hour), minute=f"{begins.minute:02}") if begins.minute \
        else Text("rhythm-at-hour", hour=str(begins.hour))  # fmt: skip
    said = Text("rhythm", core=_core(rhythm), at=hour)
    for clause in _clauses(rhythm, now):
        said = Text("rhythm-with", rhythm=said, clause=clause)
    return said


def _core(rhythm: Rhythm) -> Text:
    parts = rhythm.parts
    every = int(parts.get("INTERVAL", "1"))
    match parts["FREQ"]:
        case "DAILY":
            return Text("rhythm-daily", every=every)
        case "WEEKLY" if parts["BYDAY"] == WORKING and every == 1:
            return Text("rhythm-working-days")
        case "WEEKLY":
            return Text("rhythm-weekly", every=every, days=_days(parts["BYDAY"]))
    return Text("rhythm-monthly", every=every, which=_which(rhythm))


def _which(rhythm: Rhythm) -> Text:
    """Which days of the month: by their date, or by their place in it."""
    parts = rhythm.parts
    if "BYMONTHDAY" in parts:
        dates = [_date(int(each)) for each in parts["BYMONTHDAY"].split(",")]
        return Text("rhythm-dates", dates=dates)
    if "BYSETPOS" in parts:
        places = [_place(each) for each in parts["BYSETPOS"].split(",")]
        return Text("rhythm-working-place", places=places)
    each = parts["BYDAY"].split(",")
    places = [_place(n) for n in dict.fromkeys(day[:-2] for day in each)]
    return Text("rhythm-places", places=places, days=_days(parts["BYDAY"]))


def _place(number: str) -> Text:
    return Text(f"rhythm-place-{PLACES[number]}")


def _date(number: int) -> Text:
    return Text("rhythm-last-day") if number == -1 else Text("rhythm-date", date=number)


def _days(written: str) -> list[Text]:
    return [Text(f"rhythm-day-{day}") for day in dict.fromkeys(d[-2:] for d in written.split(","))]


def _clauses(rhythm: Rhythm, now: datetime) -> list[Text]:
    return [*_months(rhythm), *_beginning(rhythm, now), *_end(rhythm)]


def _months(rhythm: Rhythm) -> Iterator[Text]:
    named = rhythm.parts.get("BYMONTH")
    months = {int(each) for each in named.split(",")} if named else set(range(1, 13))
    missing = set(range(1, 13)) - months
    if 0 < len(missing) < 6:
        yield Text("rhythm-not-in", months=_names(missing))
    elif missing:
        yield Text("rhythm-only-in", months=_names(months))


def _names(months: set[int]) -> list[Text]:
    return [Text(f"rhythm-month-{MONTHS[each - 1]}") for each in sorted(months)]


def _beginning(rhythm: Rhythm, now: datetime) -> Iterator[Text]:
    if rhythm.starts_at > now:
        begins = rhythm.begins.date()
        yield Text("rhythm-from", since=begins, year=str(begins.year))


def _end(rhythm: Rhythm) -> Iterator[Text]:
    if until := rhythm.parts.get("UNTIL"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        end = moment.astimezone(ZoneInfo(rhythm.zone)).date()
        yield Text("rhythm-until", until=end, year=str(end.year))
