"""What the bot writes: for its owner's eyes only, and where it was asked to."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests.bot.conftest import DATABASE, Command
from tests.bot.test_cli import running


def rights(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.fixture(autouse=True)
def _usual_umask() -> None:
    os.umask(0o022)


def test_only_the_owner_reads_a_database_and_an_export(run: Command, home: Path) -> None:
    assert run("db", "upgrade").code == 0
    assert run("export", "members.csv").code == 0
    files = [DATABASE, *DATABASE.parent.glob("*.db-*"), home / "members.csv"]
    assert {file.name: rights(file) for file in files} == {file.name: 0o600 for file in files}


def test_a_file_that_is_there_keeps_its_rights(run: Command) -> None:
    DATABASE.parent.mkdir()
    DATABASE.touch(0o640)
    DATABASE.chmod(0o640)
    assert run("db", "upgrade").code == 0
    assert rights(DATABASE) == 0o640


def test_a_hyphen_is_standard_output(run: Command, home: Path) -> None:
    Path("in.csv").write_text("name,headline\nÉlodie,Infirmière\n", "utf-8")
    assert run("import", "in.csv").code == 0
    assert run("export", "out.csv").code == 0
    assert run("export", "-").out == (home / "out.csv").read_text("utf-8")
    assert not (home / "-").exists()


def test_the_address_that_is_printed_opens_in_a_browser_here(home: Path) -> None:
    env = {"PASSERELLE_HOST": "0.0.0.0", "PASSERELLE_ACCESS_TOKEN": "s3cret"}
    with running("run", "--port", "0", **env) as bot:
        assert bot.get("/readyz") == {"status": "ready"}
        rest = bot.end()
    assert "?token=" in rest.out
    assert "s3cret" not in bot.first_line + rest.out + rest.err


def test_what_does_not_keep_the_bot_from_running_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / ".env").write_text("PASSERELLE_UNKNOWN=3\n")
    shutil.copytree(Path(__file__).parents[2] / "locales", home / "locales")
    (home / "locales" / "en" / "gap.ftl").write_text("only-in-english = Here\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", f"{home}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    with running("run", "--port", "0") as bot:
        assert bot.get("/readyz") == {"status": "ready"}
        rest = bot.end()
    first, second, *_ = rest.err.splitlines()
    assert first.startswith("PASSERELLE_UNKNOWN is no setting of Passerelle")
    assert "messages-missing" in second
    assert "only-in-english" in second
