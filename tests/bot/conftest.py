"""A folder to run the command line in, here or as a process of its own."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import structlog
from typer.testing import CliRunner

from bot import cli, files, seed, terminal
from bot.settings import PREFIX, Settings, read_settings

PASSERELLE = Path(sys.executable).with_name("passerelle")
DATABASE = Path("var/passerelle.db")


@dataclass(frozen=True)
class Answer:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines on both streams, without empty ones."""
        return [line for line in (self.out + self.err).splitlines() if line.strip()]


Command = Callable[..., Answer]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, with no settings around."""
    for name in [each for each in os.environ if each.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Run a command in this process; `lang` is that of the terminal. Its log ends with it."""

    def invoke(*args: object, lang: str = "en_GB.UTF-8") -> Answer:
        monkeypatch.setenv("LANG", lang)
        terminal.language.cache_clear()
        done = CliRunner().invoke(cli.app, [str(arg) for arg in args])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Answer(done.exit_code, done.stdout, done.stderr)

    handlers = logging.root.handlers[:]
    yield invoke
    logging.root.handlers[:] = handlers
    structlog.reset_defaults()
    terminal.language.cache_clear()


@pytest.fixture
def spawn(home: Path) -> Command:
    """Run a command as a process of its own, to its end."""

    def execute(*args: object, input: str = "", lang: str = "en_GB.UTF-8") -> Answer:
        done = subprocess.run(
            [PASSERELLE, *map(str, args)], input=input, capture_output=True, text=True,
            timeout=90, check=False, env=os.environ | {"LANG": lang},
        )  # fmt: skip
        return Answer(done.returncode, done.stdout, done.stderr)

    return execute


@pytest.fixture
def settings(home: Path, sqlite_template: Path) -> Settings:
    """The settings of a bot whose database is there, and empty but for the community."""
    found = read_settings()
    DATABASE.parent.mkdir()
    shutil.copyfile(sqlite_template, DATABASE)
    files.prepare(found, lambda connection: seed.community(connection, found))
    return found
