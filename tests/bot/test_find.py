"""`passerelle find`: whom the bot would propose, and why."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.bot.conftest import Command

TABLE = """\
id,name,locale,headline,offers
awa,Awa Diagne,fr,,comptabilité | plongée
li,Li,en,Bookkeeper in Leeds,
zoe,Zoé,fr,,couture
"""


@pytest.fixture
def town(run: Command) -> Command:
    Path("in.csv").write_text(TABLE, encoding="utf-8")
    assert run("import", "in.csv").code == 0
    return run


def test_the_people_found_are_told_with_what_matched_and_each_advantage(town: Command) -> None:
    answer = town("find", "qui s’y connaît en compta ?", "--member", "zoe")
    assert answer.code == 0
    assert answer.lines[0].startswith("1. Awa Diagne (0.")
    assert answer.lines[0].endswith(": offers: comptabilité")
    assert answer.lines[1].strip().startswith("relevance: 0.")
    told = [line.strip() for line in answer.lines if "quiet hours" not in line]
    assert told[4:-1] == ["speaks another language × 0.98"]


def test_who_is_not_proposed_is_told_with_the_reason(town: Command, spawn: Command) -> None:
    nobody, other = town("find", "couture", "--member", "zoe").lines
    assert nobody == "Nobody can be found for “couture” at the moment."
    assert re.fullmatch(r"– Zoé \(0\.\d\d\): not proposed: this is who asks", other)
    answer = spawn("find", "--member", "zoe", "--jsonl", input='{"need": "couture"}\n')
    told = json.loads(answer.out)
    assert (told["found"], len(told["not_shown"])) == ([], 1)
    assert (told["not_shown"][0]["name"], told["not_shown"][0]["why"]) == ("Zoé", "asker")


def test_french_terminals_read_french(town: Command) -> None:
    answer = town("find", "compta", "--limit", 1, lang="fr_FR.UTF-8")
    assert answer.lines[0].endswith("propose\u202f: comptabilité")


def test_the_need_is_read_as_the_bot_reads_it(town: Command, spawn: Command) -> None:
    """A whole sentence was searched for, and somebody found for its small words."""
    lines = town("find", "j'ai besoin d'aide").lines
    assert lines[0].startswith("Nobody can be found")
    assert lines[-1].startswith("What the bot would do: ask first")
    found = town("find", "qui s’y connaît en compta ?", "--member", "zoe").lines
    assert found[-1] == "What the bot would do: search for people for “compta”."
    assert town("find", "compta").lines[-1].startswith("Without --member")
    answer = spawn("find", "--jsonl", input='{"need": "je veux mourir"}\n')
    assert json.loads(answer.out)["step"] == "guidance"


def test_nobody_is_nobody(town: Command) -> None:
    answer = town("find", "apiculture")
    assert answer.lines == ["Nobody can be found for “apiculture” at the moment."]


def test_many_needs_have_one_line_each(town: Command, spawn: Command) -> None:
    lines = '{"need": "bookkeeping"}\n\n{"text": "apiculture"}\n'
    answer = spawn("find", "--jsonl", input=lines)
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [each["need"] for each in told] == ["bookkeeping", "apiculture"]
    assert {each["name"] for each in told[0]["found"]} == {"Awa Diagne", "Li"}
    assert told[1]["found"] == []


def test_a_wrong_line_holds_up_none_of_the_others(town: Command, spawn: Command) -> None:
    answer = spawn("find", "--jsonl", input='x\n{"need": "bookkeeping"}\n')
    wrong, told = map(json.loads, answer.out.splitlines())
    assert (wrong["line"], "error" in wrong) == (1, True)
    assert told["need"] == "bookkeeping"
    assert answer.code == 2


@pytest.mark.parametrize(
    "line", ["x", "[]", '{"need": 3}', "{}", '{"need": " "}', '{"need": "\\ud800"}']
)
def test_a_line_without_a_need_is_told(town: Command, spawn: Command, line: str) -> None:
    answer = spawn("find", "--jsonl", input=f"\n{line}\n")
    assert answer.code == 2
    assert answer.err.startswith("Line 2 is not what is expected")


@pytest.mark.parametrize(
    ("given", "told"),
    [((), "Say what is needed"), (("",), "Say what is needed"), (("  ",), "Say what is needed"),
     (("x", "--jsonl"), "Say what is needed"), (("x", "--member", "nobody"), "nobody")],
)  # fmt: skip
def test_what_is_missing_is_told(town: Command, given: tuple[str, ...], told: str) -> None:
    answer = town("find", *given)
    assert answer.code == 2
    assert told in answer.err


def test_a_wrong_line_among_ones_own_words_ends_in_one_line(
    town: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own.txt").write_text("criée = auction\n   halle = hall\n", "utf-8")
    monkeypatch.setenv("PASSERELLE_THESAURUS", str(tmp_path))
    answer = town("find", "compta")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "own.txt:2: indent by four spaces" in answer.err
    monkeypatch.setenv("PASSERELLE_THESAURUS", str(tmp_path / "none"))
    answer = town("find", "compta")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "PASSERELLE_THESAURUS: there is no folder" in answer.err
