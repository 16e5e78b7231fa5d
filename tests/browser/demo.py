"""The real server: `passerelle demo` in a process and a folder of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import httpx

PATIENCE = 30
MORNING = 9
"""In UTC: day in Europe and in Africa, whatever the hour at which the tests run."""


class Demo:
    """A demonstration that can be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "server.log"
        self.url = ""
        self._port = "0"
        self._process: subprocess.Popen[str] | None = None

    def start(self, *options: str) -> None:
        """Start, and wait until it is ready."""
        passerelle = str(Path(sys.executable).with_name("passerelle"))
        with self.log.open("a", encoding="utf-8") as log:
            self._process = subprocess.Popen(
                [passerelle, "demo", "--port", self._port, *options], cwd=self.folder,
                env=_environment(), text=True, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        self.url = self._address()
        self._port = self.url.rsplit(":", 1)[1]
        httpx.get(f"{self.url}/readyz").raise_for_status()

    def stop(self) -> None:
        """Ask it to end as the system would, and wait for that."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=PATIENCE)

    def restart(self) -> None:
        """The same database, the same address, another process."""
        self.stop()
        self.start()

    def wait_for_morning(self) -> None:
        """Move the demonstration on to a time at which people are awake."""
        now = datetime.fromisoformat(httpx.get(f"{self.url}/local/api/clock").json()["now"])
        morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
        self.advance((morning - now) % timedelta(days=1) + timedelta(seconds=1))

    def advance(self, time: timedelta) -> None:
        """Move the demonstration's clock on."""
        body = {"advance_seconds": time.total_seconds()}
        moved = httpx.post(f"{self.url}/local/api/clock", json=body, timeout=PATIENCE)
        moved.raise_for_status()

    @property
    def faults(self) -> list[str]:
        """What the server noted as gone wrong."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if '"level": "error"' in line or "Traceback" in line]

    def _address(self) -> str:
        assert self._process is not None
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if "http://" in line:
                return line[line.index("http://") :].strip()
        raise AssertionError(f"the demonstration ended: {self.log.read_text(encoding='utf-8')}")


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PASSERELLE_")}
    return kept | {"PASSERELLE_EVENTS_PER_MINUTE": "100000"}
