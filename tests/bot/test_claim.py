"""One process on a database at a time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.claim import AlreadyRunning, claimed

HOLD = """
import sys
from pathlib import Path
from bot.claim import claimed
with claimed(Path(sys.argv[1])) as claim:
    claim.meet_at("http://127.0.0.1:1234")
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_process_hears_where_the_first_is(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)], text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as holder:  # fmt: skip
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunning) as running, claimed(file):
            pass
        holder.kill()
    assert running.value.url == "http://127.0.0.1:1234"


def test_a_killed_process_leaves_no_claim(tmp_path: Path) -> None:
    test_a_second_process_hears_where_the_first_is(tmp_path)
    with claimed(tmp_path / "bot.db") as claim:
        assert claim is not None


def test_a_claim_that_names_no_place_yet_has_no_url(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    with claimed(file), pytest.raises(AlreadyRunning) as running, claimed(file):
        pass
    assert running.value.url == ""


def test_a_shorter_address_leaves_nothing_of_the_longer_one(tmp_path: Path) -> None:
    file = tmp_path / "bot.db"
    with claimed(file) as claim:
        assert claim is not None
        claim.meet_at("http://127.0.0.1:12345")
        claim.meet_at("http://[::1]:80")
        with pytest.raises(AlreadyRunning, match=r"^http://\[::1\]:80$"), claimed(file):
            pass


def test_two_databases_have_two_claims(tmp_path: Path) -> None:
    with claimed(tmp_path / "one.db") as one, claimed(tmp_path / "other.db") as other:
        assert one is not other


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    with claimed(tmp_path / "a" / "b" / "bot.db"):
        assert (tmp_path / "a" / "b").is_dir()


def test_postgresql_needs_no_claim() -> None:
    with claimed(None) as claim:
        assert claim is None
