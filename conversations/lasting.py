"""How long a pause is to last, by the words in which it was asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from conversations import readers
from conversations.absences import day_off
from conversations.day_words import any_of, stray_words, told_including, words_for
from conversations.halves import counts_half
from conversations.hours import take_hour
from conversations.periods import read_after, read_over, read_period, without_holidays
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.spans import begins, is_turned, read_spans
from conversations.texts import Text

MOST_NAMED = 6
"""Words in which a day is the last one, though nothing told it: "busy til xmas"."""


def how_long(words: str, named: str, now: datetime, zone: str, *, ends: bool = False) -> str | None:
    """The last day, or the first and the last, as `readers.while_` gives them.

    `named` is what was taken for a day in these words, "" if nothing was; with `ends` a day that
    stands there alone is the last one, else it is that of the absence. None when they say nothing
    of the last day: "from Monday on", "during the Easter holidays". Raises NotUnderstood for a day
    that is none, or not sure.
    """
    said, today = without_holidays(words), now.astimezone(ZoneInfo(zone)).date()
    whole = _named_span(said, today) or read_period(said, today)
    if whole is not None and not _only_ends(said, today):
        return readers.spanned(whole, now, zone)
    if not (ends or named_last(said)) and (off := day_off(said, today)):
        return readers.spanned(off, now, zone)
    refused = None
    for last in filter(None, (named_last(said), counts_half(said), _still(plain(named), said))):
        try:
            return None if begins(said, last, today) else _until(last, now, zone)
        except NotUnderstood as refusal:
            refused = refusal
    if refused is not None:
        raise refused
    return None


def _named_span(said: str, today: date) -> tuple[date, date] | None:
    """The first of the spans that are named. Raises NotUnderstood for one that ends before it
    begins."""
    try:
        if is_turned(said, today):
            raise NotUnderstood(Text("pause-until-turned"))
        several = read_spans(said, today)
    except (ValueError, OverflowError) as none:
        if isinstance(none, NotUnderstood):
            raise
        raise NotUnderstood(Text("read-day-none")) from None
    return several[0] if len(several) > 1 else readers.named_span(said, today)


def second_span(words: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of a second span in these words, of which only one is kept."""
    try:
        several = read_spans(without_holidays(words), today)
    except (ValueError, OverflowError):
        return None
    return (several[1][0], several[1][1] - timedelta(days=1)) if len(several) > 1 else None


def _only_ends(said: str, today: date) -> bool:
    """Whether the one day that words name is a last one, whatever is said of the time before:
    "je suis pas dispo cette semaine, en pause jusqu'à lundi"."""
    span = readers.named_span(said, today)
    one_day = span is not None and span[1] - span[0] == timedelta(days=1)
    return one_day and bool(named_last(said))


def until_when(now: datetime, zone: str) -> Callable[[str], str]:
    """A reader for the answer to "until when?": what is named there alone is a last day."""

    def read(words: str) -> str:
        said = without_holidays(words)
        return _until(named_last(said) or (words if said == plain(words) else said), now, zone)

    return read


def named_last(said: str) -> str:
    """The few words that tell until when: behind "until", "revenez vers moi"; else ""."""
    ends = [word for word, meant in words_for("bounding").items() if meant == "an end"]
    told = rf"\b(?:{any_of(ends)})(?:(?<=')|\b)|{pattern('come_back')}"
    behind = told_including("behind")
    for found in re.finditer(rf"(?:{told}) ?(?P<last>[^,;!?]+(?:, {behind})?)", said):
        if len(found["last"].split()) <= MOST_NAMED:
            return found["last"].strip()
    through = re.search(rf"(?<!all ){told_including('before')} [^,;!?]+", said)
    return through[0].strip() if through and not stray_words(through[0]) else ""


def _still(named: str, said: str) -> str:
    """What was named, where that is a last day: no first one, "not after the 20th"."""
    if not named:
        return said if len(said.split()) <= MOST_NAMED else ""
    after = rf"\b(?:{any_of(words_for('after'))}) (?:the |le |la |les )?{re.escape(named)}"
    return named if named in said and not re.search(after, said) else ""


def _until(last: str, now: datetime, zone: str) -> str:
    """Until that day; until the first one of a period."""
    today = now.astimezone(ZoneInfo(zone)).date()
    if over := read_after(last, today) or counting(last, today):
        return readers.day(now, zone)(over.isoformat())
    try:
        return readers.while_(now, zone)(last)
    except NotUnderstood:
        period = read_period(last, today)
        if period is None:
            raise
        return readers.day(now, zone)(period[0].isoformat())


def counting(last: str, today: date) -> date | None:
    """The first day after a last one that counts: "le 9 compris", "Friday evening", "8 pm on
    Friday"; None where nothing says that it does. Raises NotUnderstood for a day that is none."""
    before, behind, late = map(told_including, ("before", "behind", "its evening"))
    found = re.fullmatch(
        rf".*?{before} (.+)|(.+?)\W+{behind}\W*|(.+ {late})", plain(last), flags=re.DOTALL
    )
    day = "".join(filter(None, found.groups())) if found else _before_an_hour(last)
    if not day:
        return None
    if over := read_after(day, today) or read_over(day, today):
        return over
    readers.refuse_past(day, today)
    return readers.named_day(day, today) + timedelta(days=1)


def _before_an_hour(last: str) -> str:
    """The day that is said to last until an hour of its afternoon; "" where there is no such."""
    try:
        hour, day = take_hour(plain(last)) or (time.min, "")
    except ValueError:
        return ""
    return day.strip() if hour > time(12) else ""
