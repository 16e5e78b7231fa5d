"""What becomes of a rhythm in the months that have no such day: the 29th, the 30th, the 31st."""

from __future__ import annotations

from community.recurrence import Rhythm
from conversations.rhythms.saying import MONTHS
from conversations.texts import Text

LONG = {29: {2}, 30: {2}, 31: {2, 4, 6, 9, 11}}
"""By day, the months that have none: February has a 29th in leap years only."""


def left_out_said(rhythm: Rhythm) -> Text | None:
    """Which months a rhythm passes over as they are too short, and what comes in all of them; None
    if it passes over none."""
    parts = rhythm.parts
    last = max(map(int, parts.get("BYMONTHDAY", "0").split(",")))
    months = {int(each) for each in parts.get("BYMONTH", "").split(",") if each}
    short = LONG.get(last, set()) & (months or set(range(1, 13)))
    if not short:
        return None
    named = [Text(f"rhythm-month-{MONTHS[each - 1]}") for each in sorted(short)]
    return Text("rhythm-leap-years" if last == min(LONG) else "rhythm-too-short",
                date=last, months=named, count=len(named))  # fmt: skip
