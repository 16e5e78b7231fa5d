"""A season of 300 members on the local page, told in both languages, and what must hold in it.

What is seen is compared with the transcripts that are kept; after a wanted change, write them anew
(`python -m tests.season`) and read what is different.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from conversations.language import render
from conversations.texts import Text
from storage.tables import Identity, LocalMessage, Outbox, Seat, Solicitation, table
from tests.season.crowd import ORGANISERS
from tests.season.habits import GAP
from tests.season.season import HERE, WEEKS, Season, lived
from tests.season.town import START, Line, spoke
from tests.season.transcript import FOLLOWED, written
from tests.season.words import PEN, WORDS

WEEK = timedelta(days=7)
QUIET = range(8, 21)
"""The hours in which people are written to, where they are."""
WEEKLY = 3

asked, seats, outboxes, people = (
    table(Solicitation), table(Seat), table(Outbox), table(Identity),
)  # fmt: skip
history = table(LocalMessage)


async def test_a_season_of_ten_weeks(tmp_path: Path) -> None:
    async with lived(tmp_path) as season:
        nobody_hears_the_same_twice(season)
        every_week_something_comes_to_many(season)
        nobody_is_written_to_in_their_night(season)
        await nobody_is_asked_more_often_than_agreed(season)
        await whoever_meets_nobody_is_told(season)
        await what_is_anonymous_stays_so(season)
        whoever_wants_peace_has_it(season)
        for locale in FOLLOWED:
            kept = HERE / f"transcript.{locale}.md"
            assert written(season, locale) == kept.read_text(encoding="utf-8")


def unasked(season: Season) -> dict[str, list[Line]]:
    """By person, what the bot told them of its own accord."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in season.town.log:
        if spoke(line) and not line.asked and line.place.startswith("dm:"):
            found[line.place.removeprefix("dm:")].append(line)
    return found


def nobody_hears_the_same_twice(season: Season) -> None:
    """But for the team, whom a request that nobody took is brought again; and a question that
    another pushed aside is put again once that one is over."""
    team = {season.people[n].id for n in ORGANISERS}
    for lines in (each for id_, each in unasked(season).items() if id_ not in team):
        last: dict[str, Line] = {}
        for line in lines:
            before = last.get(line.whole)
            again = before is not None and line.token and before.token == line.token
            assert before is None or again or line.at - before.at >= WEEK, line
            last[line.whole] = line


def every_week_something_comes_to_many(season: Season) -> None:
    found = unasked(season)
    for n in range(WEEKS):
        begin = START + n * WEEK
        reached = [id_ for id_, lines in found.items()
                   if any(begin <= each.at < begin + WEEK for each in lines)]  # fmt: skip
        assert len(reached) >= len(season.people) // 10, n


def nobody_is_written_to_in_their_night(season: Season) -> None:
    zones = {each.id: ZoneInfo(each.zone) for each in season.people}
    for id_, lines in unasked(season).items():
        for line in lines:
            assert line.at.astimezone(zones[id_]).hour in QUIET, line


async def nobody_is_asked_more_often_than_agreed(season: Season) -> None:
    query = select(asked.c.member_id, asked.c.at).order_by(asked.c.at)
    times: dict[int, list[datetime]] = defaultdict(list)
    for member, at in await season.town.read(lambda c: c.execute(query).all()):
        times[member].append(at)
    assert times
    for each in times.values():
        assert all(last - first >= WEEK for first, last in zip(each, each[WEEKLY:], strict=False))


async def whoever_meets_nobody_is_told(season: Season) -> None:
    query = select(people.c.external_id, seats.c.state).join(
        seats, seats.c.member_id == people.c.member_id
    )
    found = await season.town.read(lambda c: c.execute(query).all())
    assert {state for _, state in found} <= {"placed", "left_over", "out"}
    alone = {id_ for id_, state in found if state == "left_over"}
    assert alone
    for id_ in alone:
        assert any(each.text.endswith(_left_over(season, id_)) for each in unasked(season)[id_])


async def what_is_anonymous_stays_so(season: Season) -> None:
    said = {words for locale in WORDS for words in WORDS[locale][PEN]}
    told = [line for line in season.town.log if any(words in line.whole for words in said)]
    assert {line.place for line in told} == {f"dm:{season.people[0].id}"}
    assert not any(each.name in line.whole for line in told for each in season.people)

    def kept(connection: Connection) -> list[str]:
        rows = connection.execute(select(history.c.author, history.c.payload))
        return [author for author, payload in rows if any(words in str(payload) for words in said)]

    assert set(await season.town.read(kept)) == {"bot"}


def whoever_wants_peace_has_it(season: Season) -> None:
    [(who, since)] = [(line.author, line.at) for line in season.town.log if line.text == "/stop"]
    assert not [each for each in unasked(season)[who] if each.at > since]


def _left_over(season: Season, id_: str) -> tuple[str, ...]:
    """How the news ends, at first and for who came late; it begins with the ritual's name."""
    locale = next(each.locale for each in season.people if each.id == id_)
    late = Text("round-left-over", name="", why=GAP)
    first = Text("round-left-over-yet", name="", why="", until=GAP)
    return tuple(render(each, locale).split(GAP)[1] for each in (late, first))
