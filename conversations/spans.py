"""A while as people write it, from a first day to a last one, and the day of a return.

The words are data, one file a language in `days/`; single days are read by `dates.py`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from conversations.dates import coming_weekday, next_numbered, read_date, read_day
from conversations.day_words import any_of, month_called, months, weekdays_in, words_for
from conversations.halves import halved
from conversations.phrases import pattern
from conversations.questions import plain

_NUMBER = re.compile(r"(?<![\w/.-])(\d{1,2})(?:er|e|st|nd|rd|th)?$")
"""A day whose month is said later: "du 10", "from the 3rd"."""
_JOINED = re.compile(r"(?<![\w/.-])(\d{1,2}) ?[-–] ?(\d{1,2})(?= (?:of )?([^\W\d]+))")
LONGEST = timedelta(days=300)
"""Two days further apart are no while, but two things that were said."""


def read_span(words: str, today: date) -> tuple[date, date] | None:
    """The first day, and the one after the last: "du 10 au 24 décembre", "le 10 pour deux jours".

    None when words name no two days. The first may be over. Raises ValueError (OverflowError) for
    a day that no calendar has.
    """
    said = _spaced(halved(plain(words)))
    if counted := _from_on(said, today):
        return counted
    named = _to_the_last(said, today)
    return (named[0], named[1] + timedelta(days=1)) if named else None


def read_spans(words: str, today: date) -> list[tuple[date, date]]:
    """Each of several spans that are named one after the other: "du 1 au 3 et du 10 au 12 mars".

    A month that is named with the last is that of all. Raises as `read_span`.
    """
    parts = re.split(rf"\s*[,;]\s*|\s+{pattern('joins')}\s+", plain(words))
    month = next((each for each in reversed(parts[-1].split()) if month_called(each)), "")
    dated = [part if any(map(month_called, part.split())) else f"{part} {month}" for part in parts]
    return [span for part in dated if (span := read_span(part, today))]


def is_turned(words: str, today: date) -> bool:
    """Whether a span ends before it begins: "du 20 au 10", on the 23rd; its first day is hardly
    one of a month that is over. Raises as `read_span`."""
    said = _spaced(halved(plain(words)))
    links = re.finditer(rf" (?:{any_of(words_for('through'))}) (?:le |the )?", said)
    return any(_ends_before(said, link, today) for link in links)


def _ends_before(said: str, link: re.Match[str], today: date) -> bool:
    """Whether what stands behind the link is before what stands in front of it."""
    before, after = said[: link.start()], said[link.end() :]
    if numbered := _both_numbered(said, link.start(), today):
        return numbered[0].day > numbered[1].day and numbered[0] < today
    number, first, last = _NUMBER.search(before), read_date(before, today), read_date(after, today)
    if last and number and int(number[1]) > last.day:
        return _before(last, int(number[1])) < today
    if first is None or last is None or first <= last:
        return False
    return last - _year_before(first) > LONGEST


def counted_within(said: str, today: date) -> date | None:
    """The day that plain words count from now: "dans dix jours", "in two weeks"."""
    found = re.search(rf"\b(?:{any_of(words_for('within'))}) {_time()}", said)
    return read_day(found[0], today) if found else None


def _spaced(said: str) -> str:
    """Two numbers of one month are two days: "5-19 jan"."""
    return _JOINED.sub(lambda at: f"{at[1]} - {at[2]}" if month_called(at[3]) else at[0], said)


def _from_on(said: str, today: date) -> tuple[date, date] | None:
    """A first day, and how long it lasts from then on, in either order."""
    lasts = re.search(rf"(?:\b(?P<for>{any_of(words_for('lasting'))}) )?{_time()}", said)
    if lasts is None:
        return None
    before, after = said[: lasts.start()].rstrip(" ,"), said[lasts.end() :]
    begun = re.search(rf"\b(?:{any_of(words_for('beginning'))}) (.+)", f"{before} {after}")
    named = begun[1] if begun else _last_words(before) if lasts["for"] else ""
    first = read_day(named, today) or _numbered(named, today)
    last = read_day(lasts[0], first) if first else None
    return (first, last) if first and last else None


def _last_words(said: str) -> str:
    """As many as a day may have: "on vacation the 3rd of May"."""
    return " ".join(said.split()[-4:])


def _numbered(named: str, today: date) -> date | None:
    """The next day of a number that stands alone: "10", "the 3rd, please"."""
    found = re.match(r"(?:le |the )?(\d{1,2})(?:er|e|st|nd|rd|th)?\b", named)
    return next_numbered(today, int(found[1])) if found else None


def _time() -> str:
    """A pattern for a time that is counted: "deux semaines", "10 days"."""
    return (
        rf"(?<!\w)(?:{any_of(words_for('numbers'))}|\d{{1,3}}) (?:{any_of(words_for('units'))})\b"
    )


def _to_the_last(said: str, today: date) -> tuple[date, date] | None:
    """Two days with a word between them."""
    for found in re.finditer(rf" (?:{any_of(words_for('through'))}) (?:le |the )?", said):
        if numbered := _both_numbered(said, found.start(), today):
            return numbered
        last = _last(said[: found.start()], said[found.end() :], today)
        first = _first(said[: found.start()], last, today) if last else None
        if first and last and last - first <= LONGEST:
            return first, last
    return None


def _both_numbered(said: str, at: int, today: date) -> tuple[date, date] | None:
    """Two numbers around what stands there, with no month: "du 15 au 22", "the 10th to the 24th".

    Without an article the last may be an hour, "from 9 to 5". A while that is mostly over is the
    coming one.
    """
    article, number = any_of(words_for("articles")), _NUMBER.search(said[:at])
    no_more = rf"(?! ?(?:h\b|heures?|[ap]m|(?:of )?(?:{any_of(dict(months()))})))"
    last = re.match(
        rf" (?:[a-z]+[ '])?(?:{article}) (\d{{1,2}})(?:er|e|st|nd|rd|th)?\b{no_more}", said[at:]
    )
    if not (number and last):
        return None
    end = next_numbered(today, int(last[1]))
    first = _before(end, int(number[1]))
    if today - first <= end - today:
        return first, end
    end = next_numbered(end, end.day)
    return _before(end, first.day), end


def _last(before: str, after: str, today: date) -> date | None:
    """The day that ends it: on a Monday, that of "from Monday to Friday" is in the next week."""
    first, last = read_day(before, today), read_day(after, today)
    weekly = all(weekdays_in(each) and not read_date(each, today) for each in (before, after))
    if first is None or last is None or first <= last or not weekly:
        return last
    return coming_weekday(last.weekday(), first)


def _first(said: str, last: date, today: date) -> date | None:
    """The day that begins what ends on the last one."""
    if number := _NUMBER.search(said):
        return _before(last, int(number[1]))
    first = read_day(said, today)
    return first if first is None or first <= last else _year_before(first)


def _before(last: date, day: int) -> date:
    """The last day of that number before another."""
    month = last if day <= last.day else last.replace(day=1) - timedelta(days=1)
    return month.replace(day=day)


def _year_before(day: date) -> date:
    return day - timedelta(days=365)


def read_end(words: str, today: date) -> date | None:
    """The last day of what is said to end: "fin du mois", "until the end of January"."""
    ended = re.search(rf"\b(?:{any_of(words_for('ends'))})\b", plain(words))
    return read_day(words, today) if ended else None


def begins(words: str, named: str, today: date) -> bool:
    """Whether the day that is `named` in these words is a first one: "à partir de lundi"."""
    found = re.search(rf"\b(?:{any_of(words_for('beginning'))})\b(.+)", plain(words))
    return found is not None and read_day(found[1], today) == read_day(named, today)


def read_return(words: str, today: date) -> date | None:
    """The coming day of a return: "back on the 5th", "je reprends lundi", "back in two weeks".

    None when there is none: "back since Monday", "back after two weeks", "I'm back".
    """
    said = plain(words)
    if re.search(rf"\b(?:{any_of(words_for('over'))})\b", said):
        return None
    within = rf"\b(?:{any_of(words_for('within'))}) {_time()}"
    if re.search(_time(), said) and not re.search(within, said):
        return None
    found = read_day(said, today)
    return found if found and found > today else None
