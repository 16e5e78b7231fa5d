"""`passerelle talk`: the same conversation, in a terminal."""

from __future__ import annotations

import io
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from rich.console import Console

from bot.talk import address, answers
from bot.talk.form import chosen
from bot.talk.line import Line
from bot.talk.shown import lines, panel
from bot.talk.talk import LATEST, QUIET_SECONDS, Talk, pressed_by
from conversations.language import render
from conversations.texts import Text
from tests.bot.conftest import PASSERELLE, Command
from tests.bot.sitting import sitting
from tests.bot.test_cli import running

MESSAGE: dict[str, Any] = {
    "text": "Qui ?", "card": None, "choices": None, "form": None, "image": None, "link": None,
    "file": None,
}  # fmt: skip
LATE = MESSAGE | {
    "n": 1, "author": "bot", "author_name": "Passerelle", "text": "Me voilà", "token": None,
}  # fmt: skip
QUESTION = {"choices": [{"action": "t:0"}, {"action": "t:1"}, {"action": "t:2"}]}


def test_a_newcomer_is_welcomed_and_time_and_person_can_change(spawn: Command) -> None:
    typed = "nobody-here\nnew\n1\n:day\n:nonsense\n:as nobody\n:as awa\n/profile\n2\n:quit\n"
    answer = spawn("talk", input=typed)
    assert answer.code == 0, answer.err
    said = answer.out
    told = [
        "Who would you like to be?", "Nobody has the id “nobody-here”. There are: new, ",
        "You arrive, with the id visitor-", "You are talking with Passerelle",
        "Which language shall we speak?", "1. English", "Welcome to Les Passeurs!",
        "It is ", "I know :hour", "Nobody has the id “nobody”.", "You are Awa Diagne now.",
        "Awa Diagne", render(Text("profile-kept"), "fr"),
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
        bare = bot.url.removeprefix("http://")
        refused = spawn("talk", "--url", bare, "--as", "ghost", input="hello\n:quit\n")
    assert messages[0]["text"] == "Bonjour à tous"
    assert (refused.code, len(refused.lines)) == (2, 1)
    assert "Nobody has the id “ghost”. There are: new, " in refused.err
    assert "awa" in refused.err


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


@contextmanager
def serving(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def stranger() -> Iterator[str]:
    with serving(Stranger) as url:
        yield url


class Slow(BaseHTTPRequestHandler):
    """A bot that thinks for a while before it answers."""

    THINKS = 2 * QUIET_SECONDS
    since = 0.0

    def do_GET(self) -> None:
        thinks = time.monotonic() - self.since < self.THINKS
        new = [] if thinks or not self.path.endswith("after=0") else [LATE]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"messages": new, "answering": thinks}).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent."""


def test_nobody_is_prompted_before_a_slow_bot_has_answered() -> None:
    with serving(Slow) as url:
        shown = io.StringIO()
        talk = Talk(Line(url), "awa", "fr", Console(file=shown), input)
        Slow.since = time.monotonic()
        talk.listen()
    assert "Me voilà" in shown.getvalue()


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
    assert pressed_by(QUESTION, typed) == tokens


def test_a_number_without_options_is_a_word() -> None:
    assert pressed_by(None, "1") == []
    assert pressed_by({"choices": None}, "1") == []


def test_a_fields_choice_is_taken_by_number_by_label_or_as_it_is() -> None:
    field = {"options": [{"value": "fr", "label": "Français"}, {"value": "en", "label": "English"}]}
    assert [chosen(field, typed) for typed in ("2", "ENGLISH", "français", "xx")] == [
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
    assert list(lines(MESSAGE | parts)) == [
        "Qui ?", "── Awa", "Dakar", "1. Oui", "2. Non — plus", "Un pont: http://i",
        "Ici: http://l",
    ]  # fmt: skip


# In a real terminal


def words_of(key: str, locale: str) -> list[str]:
    return [word for word in render(Text(key), locale).split() if word != "•"]


@pytest.mark.parametrize("columns", [30, 80])
@pytest.mark.usefixtures("home")
def test_every_word_is_shown_whatever_the_width(columns: int) -> None:
    with sitting("talk", "--as", "new", columns=columns, lang="fr_FR.UTF-8") as screen:
        for option, number in (("2. Français", "2"), ("2. Non merci", "1")):
            screen.sees(option)
            screen.sees("\n> ")
            screen.types(f"{number}\n")
        screen.sees("2. Je ne suis")
        screen.sees("\n> ")
        shown = screen.shown
        screen.types("\x04")
        assert screen.ends() == 0
    rows = shown.splitlines()
    assert max(map(len, rows)) <= columns
    told = "".join(row.strip("│ ") + " " for row in rows)
    missing = [word for word in words_of("onboarding-consent", "fr") if word not in told.split()]
    assert missing == []


def test_french_marks_stay_with_their_word_at_the_end_of_a_line() -> None:
    message = MESSAGE | {"author_name": "P", "text": "Vous le voulez changer\u202f?"}
    console = Console(width=26, record=True, file=io.StringIO())
    console.print(panel(message, 26))
    assert "changer\u202f?" in console.export_text()


@pytest.mark.usefixtures("home")
def test_a_form_begins_by_itself_can_be_left_and_keeps_what_was_given() -> None:
    with sitting("talk", "--as", "awa", lang="fr_FR.UTF-8") as screen:
        screen.types("/profile\n")
        screen.sees("1. Le changer")
        screen.types("1\n")
        screen.sees(":back quitte")
        screen.sees("Nom (nécessaire) [Awa Diagne]\u00a0:")
        screen.types("Awa D\n")
        screen.sees("En une ligne")
        screen.types("/help\n")
        screen.sees("/demander")
        screen.sees("Nom (nécessaire) [Awa D]\u00a0:")
        screen.types(":week\n")
        screen.sees("Nous sommes le")
        screen.sees("Nom (nécessaire) [Awa D]\u00a0:")
        screen.types(":back\n")
        screen.sees("Le formulaire attend")
        screen.types(":form\n")
        screen.types("\nMangues\n\n\n-\n1\nnowhere\n")
        screen.sees("Je ne connais pas ce lieu")
        screen.sees("[Awa D]\u00a0:")
        screen.types("\n\n\n\n\n\ndakar\n")
        screen.sees("Langue [English]\u00a0:")
        screen.sees("[nowhere]\u00a0:")
        screen.sees("Awa D")
        screen.sees("Mangues")
        screen.sees("Africa/Dakar")
        screen.types(":quit\n")
        assert screen.ends() == 0


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("where", "how"),
    [("who", "Ctrl-C"), ("prompt", "Ctrl-D"), ("form", "Ctrl-C"), ("form", "Ctrl-D")],
)
def test_the_talk_ends_in_peace_wherever_it_is_ended(where: str, how: str) -> None:
    with sitting("talk", *(() if where == "who" else ("--as", "awa"))) as screen:
        screen.sees("Who would you like" if where == "who" else "> ")
        if where == "form":
            screen.types("/profile\n")
            screen.sees("1. ")
            screen.types("1\n")
            screen.sees("[Awa Diagne]")
        if how == "Ctrl-C":
            assert screen.interrupts() == 0
        else:
            screen.types("\x04")
            assert screen.ends() == 0
    assert "Abort" not in screen.shown
    assert "Traceback" not in screen.shown


def test_what_is_not_utf8_is_told_and_the_talk_goes_on(home: Path) -> None:
    typed = "caf\xe9\n:as awa\n:quit\n".encode("latin-1")
    done = subprocess.run(
        [PASSERELLE, "talk", "--as", "new"], input=typed, capture_output=True, timeout=90,
        check=False, cwd=home, env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    out = done.stdout.decode()
    assert done.returncode == 0, done.stderr
    assert "it is not in UTF-8" in out
    assert "You are Awa Diagne now." in out


def test_who_is_taken_up_sees_only_the_last_few_messages(spawn: Command) -> None:
    typed = "".join(f"/team\n/cancel\nlol {n}\n" for n in range(4))
    answer = spawn("talk", "--as", "awa", input=f"{typed}:as emma\n:as awa\n:quit\n")
    assert answer.code == 0, answer.err
    again = answer.out.rpartition("You are Awa Diagne now.")[2]
    assert 1 <= again.count("╭") <= LATEST
    assert "lol 0" not in again


@pytest.mark.parametrize(
    ("given", "url"),
    [("127.0.0.1:8104", "http://127.0.0.1:8104"), ("http://h:1/", "http://h:1"),
     ("https://h", "https://h"), ("[::1]:80", "http://[::1]:80")],
)  # fmt: skip
def test_an_address_needs_no_scheme(given: str, url: str) -> None:
    assert address(given) == url
