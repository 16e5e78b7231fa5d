"""`passerelle talk`: the same conversation, in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from bot.talk import _chosen, _lines, _pressed, answers
from conversations.language import render
from conversations.texts import Text
from tests.bot.conftest import Command
from tests.bot.test_cli import running

MESSAGE: dict[str, Any] = {
    "text": "Qui ?", "card": None, "choices": None, "form": None, "image": None, "link": None,
}  # fmt: skip
QUESTION = {"choices": [{"action": "t:0"}, {"action": "t:1"}, {"action": "t:2"}]}


def test_a_newcomer_is_welcomed_and_time_and_person_can_change(spawn: Command) -> None:
    typed = "nobody-here\nnew\n1\n:day\n:nonsense\n:as nobody\n:as awa\n/profile\n2\n:quit\n"
    answer = spawn("talk", input=typed)
    assert answer.code == 0, answer.err
    said = answer.out
    told = [
        "Who would you like to be?", "Nobody has that id.", "You are talking with Passerelle",
        "Which language shall we speak?", "1. English", "Welcome to Les Passeurs!",
        "I know :hour", "Nobody has that id.", "Awa Diagne", render(Text("profile-kept"), "fr"),
    ]  # fmt: skip
    places: list[int] = []
    for words in told:
        places.append(said.find(words, places[-1] + 1 if places else 0))
    assert -1 not in places, dict(zip(told, places, strict=True))


def test_nothing_typed_shows_everybody_and_the_end_of_input_ends_the_talk(spawn: Command) -> None:
    answer = spawn("talk", input="\n", lang="fr_FR.UTF-8")
    assert answer.code == 0
    assert "Qui voulez-vous être" in answer.out
    assert "awa          Awa Diagne" in answer.out


def test_who_talks_joins_the_demonstration_that_runs(spawn: Command) -> None:
    with running("demo", "--port", "0") as bot:
        answer = spawn("talk", "--as", "awa", input="Bonjour à tous\n:hour\n:quit\n")
        messages = bot.get("/local/api/places/dm:awa/messages")["messages"]
        assert answer.code == 0, answer.err
        refused = spawn("talk", "--url", bot.url, "--as", "ghost", input="hello\n:quit\n")
    assert messages[0]["text"] == "Bonjour à tous"
    assert "Nobody has that id here" in refused.out


def test_without_the_token_one_line_says_so(spawn: Command) -> None:
    with running("run", "--port", "0", PASSERELLE_ACCESS_TOKEN="s3cret") as bot:
        answer = spawn("talk", "--url", bot.url, lang="fr_FR.UTF-8")
    assert (answer.code, len(answer.err.splitlines())) == (2, 1)
    assert "jeton d’accès" in answer.err


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "nonsense", "ftp://127.0.0.1:1", ""])
def test_where_nobody_answers_one_line_says_so(run: Command, url: str) -> None:
    answer = run("talk", "--url", url or "http://")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "No server answers" in answer.err


class Stranger(BaseHTTPRequestHandler):
    """A web server that is none of ours."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 418)
        self.end_headers()
        self.wfile.write(b"<h1>Hello</h1>")

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent."""


@pytest.fixture
def stranger() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Stranger) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_server_that_is_none_of_ours_ends_in_one_line(run: Command, stranger: str) -> None:
    assert answers(stranger)
    answer = run("talk", "--url", stranger)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert "418" in answer.err


@pytest.mark.parametrize(
    ("typed", "tokens"),
    [("1", ["t:0"]), ("3", ["t:2"]), ("1, 3", ["t:0", "t:2"]), ("2,2", ["t:1", "t:1"]), ("0", []),
     ("4", []), ("1, x", []), ("", []), ("un", []), ("-1", []), ("01", []), ("²", [])],
)  # fmt: skip
def test_a_number_presses_its_option(typed: str, tokens: list[str]) -> None:
    assert _pressed(QUESTION, typed) == tokens


def test_a_number_without_options_is_a_word() -> None:
    assert _pressed(None, "1") == []
    assert _pressed({"choices": None}, "1") == []


def test_a_fields_choice_is_taken_by_number_by_label_or_as_it_is() -> None:
    field = {"options": [{"value": "fr", "label": "Français"}, {"value": "en", "label": "English"}]}
    assert [_chosen(field, typed) for typed in ("2", "ENGLISH", "français", "xx")] == [
        "en", "en", "fr", "xx"
    ]  # fmt: skip


def test_every_part_of_a_message_has_its_line() -> None:
    parts: dict[str, Any] = {
        "card": {"title": "Awa", "lines": ["Dakar"]},
        "choices": [{"label": "Oui", "description": None}, {"label": "Non", "description": "plus"}],
        "form": {"fields": [{"label": "Nom", "value": "Awa"}]},
        "image": {"alt": "Un pont", "url": "http://i"},
        "link": {"label": "Ici", "url": "http://l"},
    }
    assert list(_lines(MESSAGE | parts)) == [
        "Qui ?", "── Awa", "Dakar", "1. Oui", "2. Non — plus", "· Nom: Awa", "Un pont: http://i",
        "Ici: http://l",
    ]  # fmt: skip
