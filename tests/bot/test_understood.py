"""`passerelle understand`: what the bot makes of a text, and why, for people and for programs."""

from __future__ import annotations

import json
import re

import pytest
from typer.testing import CliRunner

from bot.cli import app

NEED = "qui s'y connaît en maçonnerie ?"


def test_it_tells_intent_spans_and_reasons() -> None:
    told = CliRunner().invoke(app, ["understand", NEED]).stdout
    assert "find_help" in told
    assert "maçonnerie" in told
    assert re.search(r"^(what the bot would do|ce que ferait le bot)", told, re.MULTILINE)
    assert re.search(r"^[A-Z]+ \(\+", told, re.MULTILINE), "a sign is named by its name"


def test_a_bare_word_is_a_need_in_the_direct_line_only() -> None:
    told = CliRunner().invoke(app, ["understand", "--where", "channel", "maçonnerie"]).stdout
    assert "none" in told


def test_each_line_gets_one_answer_in_order() -> None:
    asked = [
        {"id": "a", "text": NEED, "where": "channel", "locale": "fr"},
        {"id": "b", "text": "pause me for two weeks", "where": "direct", "locale": "en"},
    ]
    lines = "\n".join(map(json.dumps, asked))
    result = CliRunner().invoke(app, ["understand", "--jsonl"], input=lines)
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["intent"], first["topic"]) == ("a", "find_help", "maçonnerie")
    assert (second["id"], second["intent"], second["until"]) == ("b", "pause", "two weeks")
    assert 0 < second["confidence"] <= 1


def test_it_tells_what_the_bot_would_do() -> None:
    """“Find_help, 45 %, frappe” was all that was said of “mon mari me frappe”."""
    asked = {
        "mon mari me frappe": "guidance", "/ask mourir": "guidance", NEED: "search",
        "je voudrais partir au canada": "ask-first", "c'est qui le notaire": "ask-first",
        "j'ai besoin d'aide": "ask-what", "pause me for two weeks": "begin", "lol": "menu",
        "merci": "thanks", "où en est ma demande ?": "begin",
    }  # fmt: skip
    there = {
        NEED: "offer", "on mange où ce midi ?": "silent", "@Passerelle lol": "menu",
        "I want to kill myself, can anybody help": "guidance", f"coucou le bot, {NEED}": "search",
    }  # fmt: skip
    given = [{"text": text, "where": "direct"} for text in asked]
    given += [{"text": text, "where": "channel"} for text in there]
    result = CliRunner().invoke(
        app, ["understand", "--jsonl"], input="\n".join(map(json.dumps, given))
    )
    told = [json.loads(line)["then"] for line in result.stdout.splitlines()]
    assert [each["step"] for each in told] == [*asked.values(), *there.values()]
    assert "maçonnerie" in told[2]["words"]


@pytest.mark.parametrize("wrong", ["not JSON", "[]", '{"where": "direct"}'])
def test_a_wrong_line_is_named(wrong: str) -> None:
    result = CliRunner().invoke(app, ["understand", "--jsonl"], input=wrong)
    assert result.exit_code != 0
    assert "1" in result.output


def test_a_wrong_line_holds_up_none_of_the_others() -> None:
    given = f"{json.dumps({'text': NEED})}\nnot JSON\n{json.dumps({'text': NEED})}\n"
    result = CliRunner().invoke(app, ["understand", "--jsonl"], input=given)
    first, wrong, last = map(json.loads, result.stdout.splitlines())
    assert first == last
    assert (wrong["line"], "error" in wrong) == (2, True)
    assert result.exit_code == 2


def test_nothing_to_understand_says_what_to_give() -> None:
    result = CliRunner().invoke(app, ["understand"])
    assert result.exit_code != 0
    assert "--jsonl" in result.output


def test_a_mark_before_the_first_line_is_no_part_of_it() -> None:
    given = b"\xef\xbb\xbf" + json.dumps({"text": NEED}).encode()
    result = CliRunner().invoke(app, ["understand", "--jsonl"], input=given)
    assert json.loads(result.stdout)["intent"] == "find_help"


@pytest.mark.parametrize("text", [b"caf\xe9", b"\\ud800"])
def test_a_line_that_is_no_utf_8_is_told_by_its_number(text: bytes) -> None:
    given = b'{"text": "x"}\n{"text": "' + text + b'"}\n'
    result = CliRunner().invoke(app, ["understand", "--jsonl"], input=given)
    assert result.exit_code == 2
    assert "2" in result.stderr
    assert not isinstance(result.exception, UnicodeError)
