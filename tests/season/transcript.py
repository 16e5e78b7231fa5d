"""The season as a text to read: week by week and day by day, who saw what and what they said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain, groupby
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_location

from tests.season.crowd import FIRST, SURNAMES, Person, Temper
from tests.season.season import HOME, WEEKS, Season
from tests.season.town import START, Line, spoke

FOLLOWED = {"fr": (0, 1, 46, 294), "en": (7, 109, 198, 297)}
"""By language: who organises; others, near and far, keen and less so; and a newcomer."""
MOST = 10
"""Kinds of messages that all the others got in a day: what is rarer is only counted."""
LONGEST = 120
"""Characters shown of these: who is followed reads them whole."""

MOST_ROWS, MOST_LABELS = 24, 9
"""Rows of one message, and buttons, that are shown."""

SAID = {
    "fr": {
        "title": "# Une saison de dix semaines",
        "about": "{people} membres inventés, en deux langues, une base de données, la page "
        "locale, et l’horloge que l’on avance : tout ce qui suit a été dit par le bot ou à lui. "
        "Ce que font les gens est dans `plan.txt` et `habits.py`. Les heures sont celles de "
        "chaque personne. Pour réécrire ce fichier : `python -m tests.season`.",
        "week": "## Semaine {n}, du {first} au {last}",
        "others": "**Les autres**",
        "rest": "… et {n} messages plus rares",
        "room": "**Le salon de ce groupe** ({key})",
        "person": "{name} : {temper} ; {city}",
        "said": "**{name}** : ",
        "quoted": "« {words} »",
    },
    "en": {
        "title": "# A season of ten weeks",
        "about": "{people} invented members, in two languages, a database, the local page, and "
        "a clock that is moved on: everything below was said by the bot or to it. What people do "
        "is in `plan.txt` and `habits.py`. The hours are each person’s own. To write this file "
        "anew: `python -m tests.season`.",
        "week": "## Week {n}, {first} to {last}",
        "others": "**Everybody else**",
        "rest": "… and {n} rarer messages",
        "room": "**The room of this group** ({key})",
        "person": "{name}: {temper}; {city}",
        "said": "**{name}**: ",
        "quoted": "“{words}”",
    },
}  # fmt: skip
"""The frame around what was said; what is said itself is in locales/."""
TEMPERS: Mapping[str, Mapping[Temper, str]] = {
    "fr": {
        "organiser": "organise",
        "host": "organise aussi",
        "keen": "prend part à presque tout",
        "busy": "a rarement le temps",
        "steady": "quand cela lui convient",
        "silent": "ne répond jamais",
    },
    "en": {
        "organiser": "organises",
        "host": "organises too",
        "keen": "takes part in nearly all",
        "busy": "seldom has the time",
        "steady": "when it suits",
        "silent": "never answers",
    },
}

_FIRST, _LAST = ("|".join(chain(*each.values())) for each in (FIRST, SURNAMES))
_NAME = re.compile(rf"\b(?:{_FIRST})(?: (?:{_LAST}))?\b")


def written(season: Season, locale: str) -> str:
    """The whole transcript for readers of a language; the same for the same season, to the byte."""
    return "\n".join(_Writing(season, locale).lines()) + "\n"


class _Writing:
    """One season, and the words around it."""

    def __init__(self, season: Season, locale: str) -> None:
        self._season, self._locale, self._words = season, locale, SAID[locale]
        self._followed = [season.people[n] for n in FOLLOWED[locale]]
        self._places = {f"dm:{each.id}": each for each in season.people}

    def lines(self) -> Iterator[str]:
        yield from (self._words["title"], "", self._about(), "")
        yield from (f"- {self._who(each)}" for each in self._followed)
        log = sorted(self._season.town.log, key=lambda line: _day(line).toordinal())
        days = {day: list(said) for day, said in groupby(log, key=_day)}
        first = START.astimezone(HOME).date()
        for n in range(7 * WEEKS):
            if n % 7 == 0:
                yield from ("", self._week(n // 7 + 1, first + timedelta(days=n)))
            day = first + timedelta(days=n)
            if day in days:
                yield from self._of_a_day(day, days[day])

    def _about(self) -> str:
        return self._words["about"].format(people=len(self._season.people))

    def _who(self, person: Person) -> str:
        words = self._words
        city = get_timezone_location(person.zone, locale=self._locale, return_city=True)
        return words["person"].format(
            name=person.name, temper=TEMPERS[self._locale][person.temper], city=city,
        )  # fmt: skip

    def _week(self, n: int, first: date) -> str:
        days = (format_date(each, "d MMMM", locale=self._locale)
                for each in (first, first + timedelta(days=6)))  # fmt: skip
        return self._words["week"].format(n=n, first=next(days), last=next(days))

    def _of_a_day(self, day: date, said: Sequence[Line]) -> Iterator[str]:
        yield from ("", f"### {format_date(day, 'EEEE d MMMM', locale=self._locale)}")
        for person in self._followed:
            yield from self._private(person, [each for each in said if each.place == _line(person)])
        public = [each for each in said if each.place not in self._places]
        for place, lines in groupby(sorted(public, key=lambda each: each.place), lambda e: e.place):
            yield from self._public(place, list(lines))
        followed = {_line(each) for each in self._followed}
        rest = [each for each in said if each.place in self._places.keys() - followed]
        yield from self._others(rest)

    def _private(self, person: Person, lines: Sequence[Line]) -> Iterator[str]:
        if lines:
            yield from ("", f"**{person.name}**", "")
        yield from (self._said(each, person.zone) for each in lines)

    def _public(self, place: str, lines: Sequence[Line]) -> Iterator[str]:
        """What everybody can read, and the rooms of those who are followed."""
        names = [each.name for each in self._followed]
        if place.startswith("room:"):
            if not any(name in each.text for name in names for each in lines):
                return
            yield from ("", self._words["room"].format(key=place.removeprefix("room:")), "")
        else:
            yield from ("", f"**#{place}**", "")
        yield from (self._said(each, str(HOME)) for each in lines)

    def _said(self, line: Line, zone: str) -> str:
        at = line.at.astimezone(ZoneInfo(zone)).strftime("%H:%M")
        who = "" if spoke(line) else self._words["said"].format(name=self._named(line.author))
        return f"- {at} {who}{_whole(line)}"

    def _named(self, author: str) -> str:
        return next(each.name for each in self._season.people if each.id == author)

    def _others(self, lines: Sequence[Line]) -> Iterator[str]:
        """How many of the others got and gave what; answers to answers are left out."""
        quoted = self._words["quoted"]
        counted = Counter(
            _short(each, quoted) for each in lines if not (spoke(each) and each.asked)
        )
        if not counted:
            return
        yield from ("", self._words["others"], "")
        common = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
        yield from (f"- {n} × {words}" for words, n in common[:MOST])
        if rare := sum(n for _, n in common[MOST:]):
            yield f"- {self._words['rest'].format(n=rare)}"


def _line(person: Person) -> str:
    return f"dm:{person.id}"


def _day(line: Line) -> date:
    return line.at.astimezone(HOME).date()


def _rows(words: str) -> list[str]:
    """Row by row; what people said and the bot drew by lot comes in alphabetical order."""
    rows = [row for row in words.splitlines() if row.strip()]
    drawn = iter(sorted(filter(_is_quoted, rows)))
    return [next(drawn) if _is_quoted(row) else row for row in rows]


def _is_quoted(row: str) -> bool:
    return row.startswith(("«", "“")) and row.endswith(("»", "”"))


def _whole(line: Line) -> str:
    """A line; a long list is cut."""
    rows = _cut(_rows(line.whole), MOST_ROWS)
    if line.labels:
        rows.append(" ".join(_cut([f"`[{each}]`" for each in line.labels], MOST_LABELS)))
    if line.file:
        rows.append(f"({line.file})")
    return "\n  ".join(rows)


def _cut(parts: list[str], most: int) -> list[str]:
    """All of them, or the first and the last, and how many there are between."""
    if len(parts) <= most:
        return parts
    return [*parts[: most - 2], f"… ({len(parts) - most + 1})", parts[-1]]


def _short(line: Line, quoted: str) -> str:
    """What several lines have in common: nobody's name, and not to the end."""
    words = _NAME.sub("…", " ".join(" ".join(_rows(line.text)).split()))
    cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return quoted.format(words=cut) if spoke(line) else f"`{cut}`"
