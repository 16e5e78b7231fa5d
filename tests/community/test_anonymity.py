"""Promise 8: an anonymous answer can't be tied to a member by anything in the database.

Two histories are lived, in which the same people do the same things at the same moments, but have
swapped what they answered. Whoever has the whole database, with the columns that PostgreSQL keeps
for itself, must not be able to tell which of the two it was.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text, update
from sqlmodel import SQLModel

from conversations.testing import Stage
from storage import seal
from storage.database import forget_log
from storage.tables import BallotBox, LocalMessage, Member, SurveyAnswered, table

CROWD = ("Awa", "Marc", "Ida", "Léo", "Zoé", "Tom", "Nour")
DAYS = ("lundi", "mardi", "jeudi")
WORDS = [f"kanarivogel-{n}" for n in range(len(CROWD))]
Answer = tuple[str, str, str, str]
"""A number, one day, several days, words."""
ANSWERS: list[Answer] = [
    (str(n % 5 + 1), DAYS[n % 3], DAYS[(n + 1) % 3], WORDS[n]) for n in range(len(CROWD))
]
SWAPPED = ANSWERS[3:] + ANSWERS[:3]

people, local = table(Member), table(LocalMessage)


@contextmanager
def living(url: str) -> Iterator[Stage]:
    """A village in which a survey has just been sent (the stamps of profiles are wall clocks')."""
    stage = Stage(url=url)
    stage.member("Inès", role="organiser")
    for who in CROWD:
        stage.member(who)
    questions = "Content ? 1-5\nQuel jour ? lundi / mardi / jeudi\nQuels jours ? lundi + mardi + jeudi\nUn mot ?"  # noqa: E501
    for step in ("/survey", "Nouvelle enquête", "Ateliers", questions, "dans un mois", "Envoyer"):
        stage.says("Inès", step)
    stage.passes(timedelta(minutes=1))
    stage.write(lambda connection: connection.execute(update(people).values(profile_stamp=1)))
    _pack(stage)
    yield stage
    stage.restart()


def _pack(stage: Stage) -> None:
    """Leave nothing in the file of what it held before."""
    if stage.url.startswith("sqlite"):
        stage.restart()
        with closing(sqlite3.connect(stage.url.removeprefix("sqlite:///"))) as database:
            database.execute("VACUUM")


def answers(stage: Stage, who: str, given: Answer) -> None:
    """Somebody answers on a page that keeps its own history, half a minute after the last one."""
    stage.now += timedelta(seconds=30)
    number, day, days, words = given
    stage.taps(who, "Répondre")
    _types(stage, who, number)
    stage.taps(who, day)
    stage.taps(who, days)
    _types(stage, who, words)


def _types(stage: Stage, who: str, words: str) -> None:
    stage.write(partial(_writes, stage=stage, who=who, words=words))
    stage.says(who, words)


def _writes(connection: Connection, stage: Stage, who: str, words: str) -> None:
    row = {
        "space_id": stage.space_id, "place": f"dm:{who}", "author": who, "author_name": who,
        "at": stage.now, "payload": {"text": words},
    }  # fmt: skip
    connection.execute(insert(local), row)


def everything(connection: Connection, *, opened: bool) -> dict[str, list[list[Any]]]:
    """Every row of every table as it lies there, with the columns that nobody asked for.

    What was drawn by lot says nothing and is taken out; a box is `opened` with its key, or closed.
    """
    hidden = "ctid::text, xmin::text::bigint, xmax::text::bigint, cmin::text, "
    found = {}
    for name in SQLModel.metadata.tables:
        system = hidden if connection.dialect.name == "postgresql" else ""
        rows = connection.execute(text(f"SELECT {system}* FROM {name}")).all()
        found[name] = [[_plain(connection, each, opened=opened) for each in row] for row in rows]
    return _ranked(found) if connection.dialect.name == "postgresql" else found


def _plain(connection: Connection, value: Any, *, opened: bool) -> Any:
    words = re.sub(r"v1:[\w-]{16}", "v1:token", str(value))
    if words.startswith("gAAAA"):
        return seal.unseal(connection, words).strip() if opened else len(words)
    return re.sub(r"our:([\w-]+):[0-9a-f]{16}:", r"our:\1:lot:", words)


def _ranked(found: dict[str, list[list[Any]]]) -> dict[str, list[list[Any]]]:
    """The transactions of each server by their order: their numbers begin anywhere."""
    order = sorted({int(row[n]) for rows in found.values() for row in rows for n in (1, 2)})
    for rows in found.values():
        for row in rows:
            row[1], row[2] = order.index(int(row[1])), order.index(int(row[2]))
    return found


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_nobody_can_tell_who_answered_what_at_any_moment(
    backend: str, new_database: Callable[[str], str]
) -> None:
    with living(new_database(backend)) as one, living(new_database(backend)) as other:
        for n, who in enumerate(CROWD):
            answers(one, who, ANSWERS[n])
            answers(other, who, SWAPPED[n])
            assert one.write(lambda c: everything(c, opened=False)) == other.write(
                lambda c: everything(c, opened=False)
            )
        kept = one.write(lambda c: everything(c, opened=True))
        assert kept == other.write(lambda c: everything(c, opened=True)), "even with the key"
        assert WORDS[0] in str(kept["ballot_box"]), "the answers are there, and were compared"


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_after_the_end_nobody_can_even_tell_who_answered(
    backend: str, new_database: Callable[[str], str]
) -> None:
    with living(new_database(backend)) as stage:
        for who, given in zip(CROWD, ANSWERS, strict=True):
            answers(stage, who, given)
        assert _count(stage, SurveyAnswered) == len(CROWD)
        stage.passes(timedelta(days=40))
        assert _count(stage, SurveyAnswered) == 0
        assert _count(stage, BallotBox) == 4


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_fewer_than_five_answers_are_thrown_away_at_the_end(
    backend: str, new_database: Callable[[str], str]
) -> None:
    with living(new_database(backend)) as stage:
        for who, given in zip(CROWD[:4], ANSWERS, strict=False):
            answers(stage, who, given)
        stage.passes(timedelta(days=40))
        assert _count(stage, BallotBox) == 0


def _count(stage: Stage, model: type[SQLModel]) -> int:
    rows = table(model)
    return len(stage.write(lambda connection: connection.execute(select(rows)).all()))


def test_the_files_of_two_swapped_histories_are_the_same_but_for_what_is_drawn_by_lot(
    new_database: Callable[[str], str],
) -> None:
    with living(new_database("sqlite")) as one, living(new_database("sqlite")) as other:
        for n, who in enumerate(CROWD):
            answers(one, who, ANSWERS[n])
            answers(other, who, SWAPPED[n])
        for stage in (one, other):
            stage.restart()
    assert _masked(one) == _masked(other)


def _masked(stage: Stage) -> list[bytes]:
    """The file's pages, without those that hold nothing but what was drawn by lot."""
    with closing(sqlite3.connect(stage.url.removeprefix("sqlite:///"))) as database:
        size = database.execute("PRAGMA page_size").fetchone()[0]
        lots = "SELECT pageno FROM dbstat WHERE name IN ('ballot_box', 'ix_dialogue_token')"
        try:
            drawn = {number for (number,) in database.execute(lots)}
        except sqlite3.OperationalError:
            pytest.skip("this SQLite was built without dbstat, which tells what a page is of")
    tokens = re.compile(rb"v1:[\w-]{16}|our:([\w-]+):[0-9a-f]{16}")
    whole = tokens.sub(lambda lot: b"?" * len(lot[0]), _bytes(stage))
    pages = [whole[n : n + size] for n in range(0, len(whole), size)]
    return [page for number, page in enumerate(pages, 1) if number not in drawn]


def test_no_byte_of_the_files_tells_an_answer_once_the_log_is_emptied(
    new_database: Callable[[str], str],
) -> None:
    with living(new_database("sqlite")) as stage:
        for who, given in zip(CROWD, ANSWERS, strict=True):
            answers(stage, who, given)
        assert b"kanarivogel" in _bytes(stage), "the log of the last seconds still has it"
        forget_log(stage.database)
        assert b"kanarivogel" not in _bytes(stage)


def _bytes(stage: Stage) -> bytes:
    """Everything on the disk of this database, but for the key beside it."""
    file = Path(stage.url.removeprefix("sqlite:///"))
    return b"".join(
        each.read_bytes() for each in sorted(file.parent.glob(f"{file.name}*"))
        if each.suffix != ".key"
    )  # fmt: skip


def test_a_box_that_grows_by_one_word_is_as_long_as_before(
    new_database: Callable[[str], str],
) -> None:
    stage = Stage(url=new_database("sqlite"))

    def length(content: bytes) -> int:
        sealed: str = stage.write(lambda connection: seal.seal(connection, content))
        return len(sealed)

    assert length(b"x") == length(b"x" * 1000) < length(b"x" * 1025)
    stage.restart()


def test_without_a_key_outside_of_the_database_nobody_is_promised_anything(
    new_database: Callable[[str], str],
) -> None:
    stage = Stage(url=new_database("postgresql"), keys=())
    stage.member("Inès", role="organiser")
    for name in ("Awa", "Zoé", "Marc", "Luc", "Eva"):
        stage.member(name)
    for step in ("/survey", "Nouvelle enquête"):
        stage.says("Inès", step)
    assert stage.spoken["dm:Inès"][-1].text.startswith("Je ne peux pas encore promettre")
    stage.restart()


def test_a_file_without_a_key_gets_one_beside_it_for_its_owner_alone(
    new_database: Callable[[str], str],
) -> None:
    url = new_database("sqlite")
    stage = Stage(url=url, keys=())
    sealed = stage.write(lambda connection: seal.seal(connection, b"words"))
    stage.restart()
    assert stage.write(lambda connection: seal.unseal(connection, sealed)).strip() == b"words"
    key = Path(url.removeprefix("sqlite:///") + ".key")
    assert key.stat().st_mode & 0o777 == 0o600
    stage.restart()
    key.unlink()
    with pytest.raises(seal.Lost):
        stage.write(lambda connection: seal.unseal(connection, sealed))
    stage.restart()
