"""Members in and out: `passerelle import` and `passerelle export`."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from community.roster import COLUMNS
from tests.bot.conftest import DATABASE, PASSERELLE, Command

TABLE = """\
id,name,locale,time_zone,role,headline,offers,experiences,wants,paused_until,external,joined_at
awa,Awa Diagne,fr,Africa/Dakar,member,"Mangues, ""mûres"" et thé",vendre | cuisiner,24 ans,bilan,,,
nadia,Nadia,en,Europe/Paris,organiser,,,,,2027-03-01,,2021-09-01
omar,عمر,fr,Europe/Paris,moderator,Médecin,,,,9999-12-31,yes,
"""


def members() -> list[str]:
    with closing(sqlite3.connect(DATABASE)) as database:
        return [name for (name,) in database.execute("SELECT name FROM member ORDER BY id")]


def written(file: str, words: str = TABLE, encoding: str = "utf-8") -> str:
    Path(file).write_bytes(words.encode(encoding))
    return file


def exported(run: Command, file: str = "out.csv") -> list[dict[str, str]]:
    assert run("export", file).code == 0
    with Path(file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def test_what_is_exported_can_be_imported_and_is_the_same(run: Command) -> None:
    assert run("import", written("in.csv")).code == 0
    first = exported(run)
    DATABASE.unlink()
    assert run("import", "out.csv").code == 0
    assert exported(run, "again.csv") == first
    assert Path("again.csv").read_bytes() == Path("out.csv").read_bytes()
    assert [each["name"] for each in first] == ["Awa Diagne", "Nadia", "عمر"]


def test_an_export_has_the_columns_of_the_import_and_counts_its_members(run: Command) -> None:
    run("import", written("in.csv"))
    answer = run("export", "out.csv")
    assert (answer.code, answer.lines) == (0, ["3 members written to out.csv."])
    assert Path("out.csv").read_text("utf-8").splitlines()[0] == ",".join(COLUMNS)


def test_a_demonstrations_members_make_the_round_trip(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = Path(__file__).parents[2] / "bot" / "demo" / "members.csv"
    assert run("import", table).code == 0
    first = exported(run)
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", "sqlite:///other.db")
    assert run("import", "out.csv").code == 0
    assert exported(run, "again.csv") == first
    assert len(first) == len(table.read_text("utf-8").splitlines()) - 1


def test_a_second_import_brings_up_to_date_and_doubles_nobody(run: Command) -> None:
    run("import", written("in.csv"))
    again = run("import", written("in.csv", TABLE.replace("Awa Diagne", "Awa D.")))
    assert (again.code, members()) == (0, ["Awa D.", "Nadia", "عمر"])


def test_columns_that_are_not_there_leave_things_as_they_are(run: Command) -> None:
    run("import", written("in.csv"))
    before = exported(run)
    assert run("import", written("some.csv", "id,name\nnadia,Nadia C.\n")).code == 0
    changed = exported(run, "again.csv")
    assert changed[1] == before[1] | {"name": "Nadia C."}


def test_an_empty_cell_takes_away_what_can_be_empty_and_nothing_else(run: Command) -> None:
    run("import", written("in.csv"))
    table = "id;name;role;time_zone;headline;paused_until\nomar;عمر;;;;\n"
    assert run("import", written("some.csv", table)).code == 0
    omar = exported(run)[2]
    assert (omar["headline"], omar["paused_until"]) == ("", "")
    assert (omar["role"], omar["time_zone"]) == ("moderator", "Europe/Paris")
    assert omar["external"] == "yes"


def test_a_dry_run_says_all_and_writes_nothing(run: Command, home: Path) -> None:
    table = written("in.csv", TABLE + "zoe,Zoé,fr,Nowhere,,,,,,,,\n")
    answer = run("import", "--dry-run", table)
    assert answer.code == 1
    assert answer.lines[0] == "3 members would be imported. Nothing was written."
    assert answer.lines[2].startswith("Line 5: the time zone “Nowhere” is unknown")
    assert [each.name for each in home.iterdir()] == ["in.csv"]


def test_rejected_lines_are_told_and_the_others_taken(run: Command) -> None:
    lines = "id,name,role\nawa,Awa,\n,,\nx,,\nnadia,Nadia,queen\nawa,Encore,\nomar,Omar\n"
    answer = run("import", written("in.csv", lines))
    assert (answer.code, members()) == (1, ["Awa"])
    assert [line.split(":")[0] for line in answer.lines if line.startswith("Line ")] == [
        "Line 4", "Line 5", "Line 6", "Line 7"
    ]  # fmt: skip
    assert "4 lines rejected:" in answer.lines


def test_correcting_the_wrong_lines_and_importing_again_doubles_nobody(run: Command) -> None:
    run("import", written("in.csv", "name,role\nAwa,\nNadia,queen\n"))
    again = run("import", written("in.csv", "name,role\nAwa,\nNadia,organiser\n"))
    assert (again.code, members()) == (0, ["Awa", "Nadia"])


def test_a_rejection_is_told_in_french_too(run: Command) -> None:
    answer = run("import", written("in.csv", "name,role\nAwa,reine\n"), lang="fr_CA.UTF-8")
    assert "1 ligne refusée\u202f:" in answer.lines
    assert any("le rôle «\u00a0reine\u00a0» est inconnu" in line for line in answer.lines)


@pytest.mark.parametrize(
    ("words", "encoding", "says"),
    [
        ("", "utf-8", "the file is empty"),
        ("\n\n", "utf-8", "the file is empty"),
        ("id,nom\nawa,Awa\n", "utf-8", "there is no column “name” in “id, nom”"),
        ("name,colour\nAwa,red\n", "utf-8", "the column “colour” is unknown"),
        ("name,name\nAwa,Awa\n", "utf-8", "the column “name” is there twice"),
        ("name\nZoé\n", "cp1252", "not in UTF-8"),
        ("name\nZoé\n", "utf-16", "not in UTF-8"),
        ('"name\nAwa\n', "utf-8", "there is no column “name”"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_refused_whole(
    run: Command, home: Path, words: str, encoding: str, says: str
) -> None:
    answer = run("import", written("in.csv", words, encoding))
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert says in answer.err
    assert [each.name for each in home.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("file", ["missing.csv", ".", "in.csv/in.csv"])
def test_a_file_that_cannot_be_read_ends_in_one_line(run: Command, file: str) -> None:
    written("in.csv")
    answer = run("import", file)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "does not exist, or can’t be read" in answer.err


def test_an_export_overwrites_nothing(run: Command) -> None:
    run("import", written("in.csv"))
    answer = run("export", "in.csv")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert Path("in.csv").read_text("utf-8") == TABLE


def test_an_export_to_nowhere_ends_in_one_line(run: Command) -> None:
    run("import", written("in.csv"))
    answer = run("export", "missing/out.csv")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "can’t be written" in answer.err


def test_an_export_of_nothing_makes_nothing(run: Command, home: Path) -> None:
    answer = run("export", "out.csv")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "passerelle db upgrade" in answer.err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("settings")
def test_an_export_of_a_community_without_members_has_only_the_columns(run: Command) -> None:
    assert exported(run) == []


def test_a_fault_in_the_middle_leaves_nobody_half_imported(run: Command) -> None:
    run("import", written("one.csv", "name\nAwa\n"))
    with closing(sqlite3.connect(DATABASE)) as database:
        database.execute(
            "CREATE TRIGGER full BEFORE INSERT ON identity WHEN "
            "(SELECT count(*) FROM identity) = 3 BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    names = "".join(f"Membre {n}\n" for n in range(5))
    answer = run("import", written("many.csv", f"name\n{names}"))
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert members() == ["Awa"]


def test_an_import_that_is_killed_leaves_nobody(run: Command, home: Path) -> None:
    run("db", "upgrade")
    with closing(sqlite3.connect(DATABASE)) as database:
        database.execute("PRAGMA default_cache_size = 10")
    offers = " | ".join(f"savoir-faire {n} très utile" for n in range(30))
    rows = "".join(f"Membre {n},{offers}\n" for n in range(400))
    process = subprocess.Popen([PASSERELLE, "import", written("in.csv", f"name,offers\n{rows}")])
    wait_for_size(home / "var" / "passerelle.db-wal", 200_000, process)
    process.kill()
    process.wait()
    assert members() == []
    assert exported(run) == []


def wait_for_size(log: Path, size: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a transaction has written so much ahead of its commit: its cache is small."""
    while not log.exists() or log.stat().st_size < size:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_ends_in_one_line(run: Command) -> None:
    Path(written("in.csv")).chmod(0)
    answer = run("import", "in.csv")
    assert (answer.code, len(answer.lines)) == (2, 1)
