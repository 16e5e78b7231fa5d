"""The bot on WhatsApp as a process of its own: `python -m … DATABASE TWILIO PORT HOURS`.

Its Twilio is the fake one at that address; its clock is that many hours ahead of the machine's.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import timedelta
from pathlib import Path

import uvicorn

from bot.app import build
from bot.time import Clock, machine_time
from connectors.whatsapp.connector import WhatsAppConnector
from tests.fakes import whatsapp as fake
from tests.fakes.homes import settings_for


async def main(database: str, twilio: str, port: str, hours: str) -> None:
    """Run until killed."""
    ahead = timedelta(hours=float(hours))
    app = build(
        settings_for(Path(database)), clock=Clock(lambda: machine_time() + ahead),
        connect=lambda around: [
            WhatsAppConnector(fake.settings(), around, lambda: fake.Rewired(twilio))
        ],
    )  # fmt: skip
    await app.start()
    config = uvicorn.Config(app.web(), port=int(port), log_config=None, access_log=False)
    await uvicorn.Server(config).serve()
    await app.stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
