"""The bot on Slack as a process of its own: `python -m … DATABASE HOURS`.

The settings of Slack are in the environment; its clock is that many hours ahead of the machine's.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

from bot.app import build
from bot.time import Clock, machine_time
from connectors.slack.connector import SlackConnector
from connectors.slack.settings import SlackSettings
from tests.fakes.homes import settings_for


async def main(database: str, hours: str) -> None:
    """Run until killed."""
    ahead = timedelta(hours=float(hours))
    app = build(
        settings_for(Path(database)), clock=Clock(lambda: machine_time() + ahead),
        connect=lambda around: [SlackConnector(SlackSettings(), around)],
    )  # fmt: skip
    await app.start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
