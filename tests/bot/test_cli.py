"""The bot as a process of its own: starting, being in the way of another one, stopping."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot import terminal
from bot.server import NoSuchAddress, PortTaken, address, listen
from tests.bot.conftest import DATABASE, PASSERELLE, Answer, Command

PATIENCE = 60
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@dataclass
class Process:
    """A bot that runs."""

    process: subprocess.Popen[str]
    first_line: str

    @property
    def url(self) -> str:
        found = ADDRESS.search(self.first_line)
        assert found, self.first_line
        return found[0]

    def get(self, path: str) -> Any:
        return httpx.get(self.url + path, timeout=PATIENCE).raise_for_status().json()

    def end(self, how: int = signal.SIGTERM) -> Answer:
        """Ask it to stop; what else it printed."""
        self.process.send_signal(how)
        streams = self.process.stdout, self.process.stderr
        out, err = (stream.read() if stream else "" for stream in streams)
        return Answer(self.process.wait(PATIENCE), out, err)


@contextmanager
def running(*args: str, **env: str) -> Iterator[Process]:
    """A bot that has said where it is."""
    process = subprocess.Popen(
        [PASSERELLE, *args], env=os.environ | env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        try:
            yield Process(process, process.stdout.readline())
        finally:
            process.kill()


@pytest.mark.usefixtures("home")
def test_a_bot_prints_one_address_and_is_ready_there() -> None:
    with running("run", "--port", "0") as bot:
        assert bot.get("/readyz") == {"status": "ready"}
        assert bot.get("/local/api/clock")["demo"] is False
        assert bot.get("/local/api/members") == {"members": []}
        rest = bot.end()
    assert ADDRESS.findall(rest.out) == []
    assert rest.code == 0


def test_a_second_bot_says_where_the_first_is_and_leaves_it_alone(
    home: Path, spawn: Command
) -> None:
    with running("run", "--port", "0") as bot:
        second = spawn("run", "--port", "0", lang="fr_FR.UTF-8")
        assert (second.code, len(second.lines)) == (2, 1)
        assert f"tourne déjà sur cette base\u202f: {bot.url}" in second.err
        assert bot.get("/readyz") == {"status": "ready"}
        backup = spawn("db", "backup", "copy.db")
    assert backup.code == 0
    with closing(sqlite3.connect(home / "copy.db")) as copy:
        assert copy.execute("SELECT name FROM community").fetchall() == [("Passerelle",)]


def test_a_fresh_demonstration_does_not_pull_the_rug_from_under_a_running_one(
    home: Path, spawn: Command
) -> None:
    with running("demo", "--port", "0") as bot:
        members = bot.get("/local/api/members")["members"]
        second = spawn("demo", "--fresh", "--port", "0")
        assert (second.code, len(second.lines)) == (2, 1)
        assert bot.url in second.err
        assert (home / "var" / "demo.db").exists()
        assert bot.get("/local/api/members")["members"] == members
    assert len(members) > 30


@pytest.mark.usefixtures("home")
def test_a_demonstration_keeps_its_time_and_a_fresh_one_starts_anew() -> None:
    with running("demo", "--port", "0") as bot:
        httpx.post(
            f"{bot.url}/local/api/clock", json={"advance_seconds": 10 * 86_400}, timeout=PATIENCE
        ).raise_for_status()
        moved = bot.get("/local/api/clock")["now"]
        bot.end()
    with running("demo", "--port", "0") as again:
        assert again.get("/local/api/clock")["now"] > moved
        again.end()
    with running("demo", "--fresh", "--port", "0") as fresh:
        assert fresh.get("/local/api/clock")["now"] < moved


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_bot_that_is_stopped_lets_its_listeners_go_and_ends_in_order(how: int) -> None:
    with (
        running("run", "--port", "0") as bot,
        httpx.stream("GET", f"{bot.url}/local/api/stream?place=general", timeout=PATIENCE) as line,
    ):
        pieces = line.iter_text()
        assert next(pieces) == "retry: 1000\n\n"
        answer = bot.end(how)
        assert "".join(pieces) == ""
    assert answer.code == 0
    assert "Traceback" not in answer.err
    assert not DATABASE.with_name(DATABASE.name + "-wal").exists(), "the database was closed"


@pytest.mark.usefixtures("home")
def test_what_was_said_before_a_stop_is_there_after_the_next_start() -> None:
    with running("demo", "--port", "0") as bot:
        event = {"id": "1", "place": "general", "sender": "awa", "type": "message", "text": "Là"}
        httpx.post(f"{bot.url}/local/api/events", json=event, timeout=PATIENCE).raise_for_status()
        bot.process.kill()
    with running("demo", "--port", "0") as bot:
        messages = bot.get("/local/api/places/general/messages")["messages"]
    assert messages[-1]["text"] == "Là"


@pytest.mark.usefixtures("home")
def test_the_log_holds_no_words() -> None:
    with running("demo", "--port", "0", PASSERELLE_LOG_LEVEL="debug") as bot:
        event = {"id": "1", "place": "dm:awa", "sender": "awa", "type": "message"}
        words = {"text": "canari-7391 : qui peut m’aider ?"}
        httpx.post(f"{bot.url}/local/api/events", json=event | words, timeout=PATIENCE)
        answer = bot.end()
    assert answer.err
    assert "canari" not in answer.err
    assert all(json.loads(line)["event"] for line in answer.err.splitlines())


@pytest.mark.usefixtures("home")
def test_with_a_token_only_who_brings_it_gets_in() -> None:
    with running("run", "--port", "0", PASSERELLE_ACCESS_TOKEN="s3cret") as bot:
        assert httpx.get(f"{bot.url}/local/api/members", timeout=PATIENCE).status_code == 401
        assert bot.get("/readyz") == {"status": "ready"}
        page = httpx.get(f"{bot.url}/?token=s3cret", follow_redirects=True, timeout=PATIENCE)
        assert page.headers["Content-Type"].startswith("text/html")


def test_a_port_that_is_taken_is_named(run: Command) -> None:
    with closing(listen("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        answer = run("run", "--port", port)
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert f"Port {port} is taken" in answer.err


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_an_address_that_is_not_this_machines_is_named(
    run: Command, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("PASSERELLE_HOST", host)
    monkeypatch.setenv("PASSERELLE_ACCESS_TOKEN", "s3cret")
    answer = run("run", "--port", "8123", lang="fr_FR.UTF-8")
    assert (answer.code, len(answer.lines)) == (2, 1)
    assert f"{host}, port 8123" in answer.err


@pytest.mark.parametrize("url", ["sqlite:////dev/null/x/bot.db", "sqlite:///in-the-way/bot.db"])
@pytest.mark.parametrize("command", ["run --port 0", "db upgrade", "import in.csv"])
def test_a_database_that_cannot_be_made_is_named(
    run: Command, monkeypatch: pytest.MonkeyPatch, command: str, url: str
) -> None:
    Path("in-the-way").touch()
    Path("in.csv").write_text("name\nAwa\n")
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", url)
    answer = run(*command.split())
    assert (answer.code, len(answer.lines)) == (2, 1)


def test_a_database_server_that_does_not_answer_is_named(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PASSERELLE_DATABASE_URL", "postgresql://u:s3cret@127.0.0.1:1/none")
    for command in ("run --port 0", "db upgrade", "export out.csv"):
        answer = run(*command.split())
        assert (answer.code, len(answer.lines)) == (2, 1)
        assert "PASSERELLE_DATABASE_URL" in answer.err
        assert "s3cret" not in answer.err


def test_help_is_in_french_even_if_the_system_lacks_its_files(spawn: Command) -> None:
    assert "Démarrer le bot" in spawn("--help", lang="fr_CA.UTF-8").out


@pytest.mark.parametrize(
    ("name", "value", "spoken"),
    [("LANG", "fr_FR.UTF-8", "fr"), ("LANG", "fr", "fr"), ("LC_ALL", "fr_CH", "fr"),
     ("LC_MESSAGES", "fr_BE.UTF-8@euro", "fr"), ("LANG", "C", "en"), ("LANG", "de_DE", "en"),
     ("LC_ALL", "C.UTF-8", "en"), ("LANG", "", "en")],
)  # fmt: skip
@pytest.mark.usefixtures("home")
def test_the_terminals_language_is_spoken_or_else_english(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, spoken: str
) -> None:
    monkeypatch.setenv(name, value)
    terminal.language.cache_clear()
    assert terminal.language() == spoken
    terminal.language.cache_clear()


def test_a_socket_that_listens_keeps_its_port_from_others() -> None:
    with closing(listen("127.0.0.1", 0)) as first, pytest.raises(PortTaken):
        listen("127.0.0.1", first.getsockname()[1])


def test_a_place_that_is_no_address_is_not_a_port_that_is_taken() -> None:
    with pytest.raises(NoSuchAddress):
        listen("192.0.2.1", 0)


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_an_address_of_the_newer_kind_is_written_as_browsers_want_it() -> None:
    try:
        listening = listen("::1", 0)
    except NoSuchAddress:
        pytest.skip("this machine has no ::1")
    with closing(listening):
        assert re.fullmatch(r"http://\[::1\]:\d+", address("::1", listening))
