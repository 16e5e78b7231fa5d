"""The real server as a process that can be killed at any moment and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

READY_SECONDS = 90
PAUSE = 0.05


class Server:
    """`passerelle run` on a database in a folder, always on the same port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        self.environment = os.environ | {
            "PASSERELLE_DATABASE_URL": f"sqlite:///{folder / 'crash.db'}",
            "PASSERELLE_EVENTS_PER_MINUTE": "1000000",
            "PASSERELLE_LOG_LEVEL": "error",
        }

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self._folder / "crash.db"

    def command(self, *words: str) -> None:
        """Carry out a command of the command line."""
        subprocess.run(
            [sys.executable, "-m", "bot", *words],
            env=self.environment, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run", "--port", str(self.port)],
            env=self.environment, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        until = time.monotonic() + READY_SECONDS
        while time.monotonic() < until:
            if self._is_ready():
                return
            assert self._process.poll() is None, "the server ended by itself"
            time.sleep(PAUSE)
        raise TimeoutError("the server does not become ready")

    def _is_ready(self) -> bool:
        line = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/readyz")
            return line.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            line.close()

    def kill(self) -> None:
        """End it as a power cut would: nothing can be finished."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait()
            self._process = None


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
