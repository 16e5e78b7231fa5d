"""Files in a terminal: saved where only their owner looks, and named by their path."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bot.talk.line import Gone, Line
from bot.talk.saved import Folder
from bot.talk.shown import lines
from tests.bot.test_talk import MESSAGE

CONTENT = b"BEGIN:VCALENDAR\r\n\xff\x00"


class Files(BaseHTTPRequestHandler):
    """A server that has one file, for who brings the token."""

    def do_GET(self) -> None:
        there = self.path == "/local/api/files/7"
        brought = self.headers["Authorization"] == "Bearer s3cret"
        self.send_response((200 if there else 404) if brought else 401)
        self.end_headers()
        refusal = json.dumps({"message": "no"}).encode()
        self.wfile.write(CONTENT if there and brought else refusal)

    def log_message(self, format: str, *args: Any) -> None:
        """Be silent."""


@pytest.fixture
def line() -> Iterator[Line]:
    with HTTPServer(("127.0.0.1", 0), Files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Line(f"http://127.0.0.1:{server.server_port}", token="s3cret")
        server.shutdown()


def message(name: str = "date.ics", url: str = "/local/api/files/7") -> dict[str, Any]:
    file = {"name": name, "kind": "text/calendar", "bytes": len(CONTENT), "url": url}
    return MESSAGE | {"n": 5, "file": file}


def test_a_file_is_saved_and_its_path_is_shown(line: Line) -> None:
    shown = list(lines(Folder().with_path(message(), line)))
    name, _, path = shown[-1].partition(": ")
    assert name == "date.ics"
    assert Path(path).read_bytes() == CONTENT
    assert stat.S_IMODE(Path(path).parent.stat().st_mode) == 0o700


def test_two_files_of_one_name_are_two(line: Line) -> None:
    folder = Folder()
    paths = {folder.with_path(message() | {"n": n}, line)["file"]["url"] for n in (1, 2)}
    assert len(paths) == 2


@pytest.mark.parametrize("name", ["../../evil.sh", "/etc/cron.d/evil", "..", "a/../../b"])
def test_no_name_leads_out_of_the_folder(line: Line, name: str, tmp_path: Path) -> None:
    saved = Path(Folder().with_path(message(name), line)["file"]["url"])
    assert saved.parent.name.startswith("passerelle-")
    assert saved.resolve() == saved


def test_a_file_that_is_gone_is_named_by_its_address(line: Line) -> None:
    shown = Folder().with_path(message(url="/local/api/files/8"), line)
    assert shown["file"]["url"] == "/local/api/files/8"


def test_words_without_a_file_stay_as_they_are(line: Line) -> None:
    assert Folder().with_path(MESSAGE, line) is MESSAGE


def test_where_nobody_answers_it_is_said() -> None:
    with pytest.raises(Gone):
        Line("http://127.0.0.1:1").get("members")
