"""The story once more, with the real process ended by SIGKILL wherever it is."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import build
from tests.connectors.slack.conftest import Workspace
from tests.connectors.slack.test_story import story
from tests.fakes.homes import settings_for
from tests.fakes.slack import FakeSlack

PATIENCE, PAUSE = 40.0, 0.05
SCRIPT = "tests.connectors.slack.process"
AT_WORK = """SELECT (SELECT count(*) FROM inbox WHERE state = 'pending')
                  + (SELECT count(*) FROM outbox WHERE state = 'queued')"""


@dataclass(slots=True)
class Machine(Workspace):
    """A workspace whose bot is a process. Ours is never started: it only looks at its database."""

    hours: float = 0
    process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and wait until Slack has its line."""
        given = (str(self.file), str(self.hours))
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", SCRIPT, *given, stdout=asyncio.subprocess.DEVNULL
        )
        await self.slack.line()

    async def end(self) -> None:
        """Kill it."""
        assert self.process is not None
        line = await self.slack.line()
        self.process.kill()
        await self.process.wait()
        await self.slack.until(lambda: line.closed)

    async def restart(self) -> None:
        """As a power cut would, and start it again."""
        await self.end()
        await self.start()

    async def settle(self) -> None:
        """Wait until nothing is left to do."""
        async with asyncio.timeout(PATIENCE):
            while True:
                if self.rows(AT_WORK) == [(0,)]:
                    return
                await asyncio.sleep(PAUSE)

    async def passes(self, time: timedelta) -> None:
        """Time goes by, and the power fails again."""
        self.hours += time / timedelta(hours=1)
        await self.restart()


@pytest.fixture
async def machine(
    slack: FakeSlack, settings: pytest.MonkeyPatch, empty: Path, tmp_path: Path
) -> AsyncIterator[Machine]:
    """The process, running. Everything is delivered twice."""
    file = tmp_path / "bot.db"
    shutil.copy(empty, file)
    made = Machine(slack, file, build(settings_for(file)), times=2)
    await made.start()
    try:
        yield made
    finally:
        await made.end()
        made.bot.writer.stop()
        made.bot.database.dispose()


async def test_the_story_survives_a_process_that_is_killed(machine: Machine) -> None:
    await story(machine)
    keys = [each["metadata"]["event_payload"]["key"] for each in machine.slack.messages]
    assert len(keys) == len(set(keys)), "nothing is said twice"
    assert machine.rows("SELECT count(*) FROM member") == [(2,)]
    assert machine.rows("SELECT count(*) FROM introduction") == [(1,)]
    assert machine.rows("SELECT count(*) FROM thanks") == [(1,)]
