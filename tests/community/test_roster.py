"""Reading tables of members, as people really send them."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from community.roster import COLUMNS, Entry, RejectedLine, Table, read_row, read_table, written
from community.words import MOST_NAME, clean

PLAIN = "id,name,headline\nawa,Awa Diagne,Mangues\nzoe,Zoé,Ponts\n"


def read(words: str | bytes) -> Table:
    raw = words if isinstance(words, bytes) else words.encode()
    return read_table(raw, ("en", "fr"), "fr", "Europe/Paris")


def refused(words: str | bytes) -> str:
    with pytest.raises(RejectedLine) as wrong:
        read(words)
    return wrong.value.code


def codes(table: Table) -> list[tuple[int, str]]:
    return [(line, wrong.code) for line, wrong in table.rejected]


def names(table: Table) -> list[str]:
    return [entry.profile.name for entry in table.entries]


@pytest.mark.parametrize(
    "table",
    [
        PLAIN,
        PLAIN.replace(",", ";"),
        PLAIN.replace(",", "\t"),
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "\n\n" + PLAIN.replace(",", ";"),
        PLAIN.replace("\n", "\n\n,,\n"),
        PLAIN.rstrip("\n"),
        PLAIN.replace("id,name", " ID , Name "),
        '"id","name","headline"\n"awa","Awa Diagne","Mangues"\n"zoe","Zoé","Ponts"\n',
        PLAIN.replace("Zoé", "Zoe\u0301\u200f"),
    ],
    ids=["commas", "semicolons", "tabs", "byte order mark", "Windows", "old Macs", "empty first",
         "empty lines", "no last line end", "other letters", "quoted", "other accents"],
)  # fmt: skip
def test_a_table_is_read_however_it_was_saved(table: str) -> None:
    found = read(table)
    assert found.rejected == []
    assert [(each.id, each.profile.name, each.profile.headline) for each in found.entries] == [
        ("awa", "Awa Diagne", "Mangues"), ("zoe", "Zoé", "Ponts")
    ]  # fmt: skip


def test_cells_with_separators_line_ends_and_quotes_are_read_whole() -> None:
    found = read('name,headline\nAwa,"a, b;\n""c"""\nZoé,5" de large\n')
    assert [each.profile.headline for each in found.entries] == ['a, b; "c"', '5" de large']


def test_a_name_stays_on_one_line() -> None:
    assert names(read('name\n"Awa\nDiagne\t"\n')) == ["Awa Diagne"]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("", "empty"), ("\n , \n", "empty"), ("\ufeff", "empty"), ("id,nom\n", "no-name-column"),
        ("awa,Awa\n", "no-name-column"), ("name,size\n", "unknown-column"),
        ("name,\n", "unknown-column"), ("name,id,name\n", "repeated-column"),
        ('"name\nAwa\n', "no-name-column"), (b"name\nZo\xe9\n", "not-utf8"),
        (PLAIN.encode("utf-16"), "not-utf8"), (b"PK\x03\x04\xff\xfe", "not-utf8"),
        (b"\x00\x00", "no-name-column"),
    ],
)  # fmt: skip
def test_a_table_without_its_header_is_refused(table: str | bytes, code: str) -> None:
    assert refused(table) == code


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("id", "a b", "wrong-id"), ("id", "zoé", "wrong-id"), ("id", "a" * 65, "wrong-id"),
        ("id", "dm:awa", "wrong-id"), ("id", "bot", "wrong-id"), ("id", "../x", "wrong-id"),
        ("role", "queen", "wrong-role"), ("role", "Organiser", "wrong-role"),
        ("time_zone", "Paris", "wrong-time-zone"), ("time_zone", "../UTC", "wrong-time-zone"),
        ("locale", "de", "wrong-locale"), ("locale", "FR", "wrong-locale"),
        ("paused_until", "demain", "wrong-date"), ("paused_until", "15/01/2027", "wrong-date"),
        ("paused_until", "2027-02-30", "wrong-date"),
        ("paused_until", "9999-12-31T23:59:59-12:00", "wrong-date"),
        ("external", "maybe", "wrong-external"), ("headline", "a" * 301, "long-headline"),
        ("offers", "a" * 301, "long-entry"), ("wants", "x | " + "b" * 301, "long-entry"),
        ("experiences", " | ".join(map(str, range(31))), "many-entries"),
    ],
)  # fmt: skip
def test_a_wrong_cell_is_told_with_its_line(column: str, value: str, code: str) -> None:
    found = read(f"name,{column}\nAwa,\nZoé,{value}\nOmar,\n")
    assert codes(found) == [(3, code)]
    assert names(found) == ["Awa", "Omar"]


@pytest.mark.parametrize("name", ["", "   ", "\u202e\u200f", "a" * (MOST_NAME + 1)])
def test_a_name_that_is_none_is_told(name: str) -> None:
    assert codes(read(f"id,name\nawa,Awa\nx,{name}\n")) == [(3, "wrong-name")]


def test_too_few_and_too_many_cells_are_told() -> None:
    found = read("id,name,role\nawa,Awa\nzoe,Zoé,member,\nomar,Omar,member\n")
    assert codes(found) == [(2, "wrong-width"), (3, "wrong-width")]
    assert names(found) == ["Omar"]


def test_the_second_of_two_equal_ids_is_told() -> None:
    found = read("id,name\nawa,Awa\nawa,Awa Bis\n,Awa\nAwa,Une autre\n")
    assert codes(found) == [(3, "repeated-id"), (4, "repeated-id")]
    assert names(found) == ["Awa", "Une autre"]


def test_a_quotation_mark_that_never_closes_is_told_where_it_opens() -> None:
    found = read('name,headline\nAwa,Mangues\nZoé,"Ponts\nOmar,Soins\nLi,Thé\n')
    assert codes(found) == [(3, "broken-quotes")]
    assert names(found) == ["Awa"]


def test_a_quotation_mark_that_closes_too_early_is_told() -> None:
    found = read('name,headline\nAwa,"Mangues" et noix\nZoé,Ponts\n')
    assert codes(found) == [(2, "broken-quotes")]
    assert names(found) == ["Zoé"]


def test_a_line_is_counted_from_where_it_begins() -> None:
    assert codes(read('name,role\n"A\n\nb",member\n"C\nd",queen\n')) == [(5, "wrong-role")]


@pytest.mark.parametrize(
    ("name", "id_"),
    [("Awa Diagne", "awa-diagne"), ("Éloïse d’Ûzès", "eloise-duzes"), ("Ægir", "gir"),
     ("  Jean--Luc  ", "jean-luc"), ("Zoe\u0301", "zoe"), ("x" * 80, "x" * 64)],
)  # fmt: skip
def test_an_id_is_made_of_the_name(name: str, id_: str) -> None:
    assert read_row({"name": name}).id == id_


def test_a_name_of_another_script_needs_an_id() -> None:
    assert codes(read("name\n李雷\n")) == [(2, "wrong-id")]
    assert names(read("id,name\nli,李雷\n")) == ["李雷"]


def test_what_is_not_said_is_the_communitys() -> None:
    profile = read("name\nAwa\n").entries[0].profile
    assert (profile.locale, profile.time_zone) == ("fr", "Europe/Paris")


@pytest.mark.parametrize("words", ["yes", "Oui", "TRUE", "1", "x"])
def test_a_yes_is_a_yes_in_both_languages(words: str) -> None:
    assert read_row({"name": "Awa", "external": words}).external
    assert not read_row({"name": "Awa", "external": ""}).external


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2027-01-15", datetime(2027, 1, 15, tzinfo=UTC)),
        ("2027-01-15T09:30:00+01:00", datetime(2027, 1, 15, 8, 30, tzinfo=UTC)),
        ("2027-01-15 09:30", datetime(2027, 1, 15, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_pause_ends_when_it_says(words: str, moment: datetime) -> None:
    assert read_row({"name": "Awa", "paused_until": words}).paused_until == moment


def test_lists_are_single_and_without_gaps() -> None:
    offers = read_row({"name": "Awa", "offers": " a |a||b  c|"}).profile.offers
    assert offers == ["a", "b c"]


def test_what_a_table_says_nothing_about_is_known() -> None:
    assert read("id,name,role,headline\nawa,Awa,,\n").entries[0].given == {"id", "name", "headline"}


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        found = read(b"name,headline\n" + raw)
    except RejectedLine as wrong:
        assert wrong.code == "not-utf8"  # noqa: PT017 - both ways are right
    else:
        assert all(isinstance(entry, Entry) for entry in found.entries)


cells = st.text(st.characters(codec="utf-8"), max_size=40).map(clean)


@given(st.lists(st.tuples(cells.filter(bool), cells), max_size=6))
def test_what_is_written_is_read_again(people: list[tuple[str, str]]) -> None:
    rows = [dict.fromkeys(COLUMNS, "") | {"id": f"m{n}", "name": name, "headline": headline}
            for n, (name, headline) in enumerate(people)]  # fmt: skip
    found = read(written(rows))
    wanted = [(" ".join(name.split()), " ".join(headline.split()))
              for name, headline in people]  # fmt: skip
    assert found.rejected == []
    assert [(each.profile.name, each.profile.headline) for each in found.entries] == wanted


def test_the_columns_are_those_of_the_documentation() -> None:
    assert next(csv.reader(io.StringIO(written([])))) == list(COLUMNS)
