"""The real bot as a process of its own, led to a fake Discord: it can be killed at any moment.

`python -m tests.fakes.discord_process <REST address> <gateway address> run …`
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.cli import app
from bot.settings import Settings
from tests.fakes.discord_server import FakeDiscord
from tests.fakes.discord_wire import TOKEN

ROOT = Path(__file__).parents[2]


class Process:
    """A bot on a database, which ends as in a power cut."""

    def __init__(self, fake: FakeDiscord, settings: Settings) -> None:
        self._fake = fake
        self._settings = settings
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Begin; it is connected some time later."""
        base, gateway = self._fake.base, self._fake.gateway.url
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", __name__, base, gateway, "run", "--port", "0",
            stdout=asyncio.subprocess.DEVNULL,
            env=os.environ | {
                "PYTHONPATH": str(ROOT), "PASSERELLE_DISCORD_TOKEN": TOKEN,
                "PASSERELLE_DATABASE_URL": self._settings.database_url,
                "PASSERELLE_EVENTS_PER_MINUTE": "1000000", "PASSERELLE_LOG_LEVEL": "error",
            },
        )  # fmt: skip

    async def kill(self) -> None:
        """Nothing can be finished."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            await self._process.wait()
        self._process = None


if __name__ == "__main__":
    _, Route.BASE, address, *words = sys.argv
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(address)
    app(words)
