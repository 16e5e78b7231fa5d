"""From starting the server's process to `/readyz` answering 200, with members in the database.

The reference, in the same run: a Python that only imports SQLAlchemy, Starlette and uvicorn.
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks import community, report

SERVER = "from bot.cli import app; app()"
REFERENCE = "import sqlalchemy, starlette, uvicorn"
ENOUGH = 3.0
LONGEST = 60.0
"""Seconds after which a server counts as not starting."""


class NeverReady(RuntimeError):
    """The server ended or took too long: start it by hand to see why."""


def main() -> None:
    """Measure, print, and say what was missed."""
    given = report.options(__doc__ or "", members=10_000, rounds=5)
    with report.scratch() as folder:
        file = folder / "start.db"
        community.make(file, given.members)
        pairs = [(_server(folder, file), _reference(folder)) for _ in range(given.rounds)]
    ours, reference = ([pair[n] for pair in pairs] for n in (0, 1))
    _show(given.members, ours, reference)
    report.finish(_figures(given.members, ours, reference), as_json=given.json)


def _server(folder: Path, file: Path) -> float:
    """Seconds from the start of the process to its being ready."""
    port = _free_port()
    command = [sys.executable, "-c", SERVER, "run", "--port", str(port)]
    before = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=_environment(file), stdout=subprocess.DEVNULL
    ) as process:
        try:
            return _ready(process, f"http://127.0.0.1:{port}/readyz") - before
        finally:
            process.terminate()


def _ready(process: subprocess.Popen[bytes], url: str) -> float:
    """When it answered 200."""
    end = time.perf_counter() + LONGEST
    while process.poll() is None and time.perf_counter() < end:
        with suppress(URLError, ConnectionError), urlopen(url, timeout=5):
            return time.perf_counter()
        time.sleep(0.005)
    raise NeverReady(NeverReady.__doc__)


def _reference(folder: Path) -> float:
    before = time.perf_counter()
    subprocess.run([sys.executable, "-c", REFERENCE], cwd=folder, check=True)
    return time.perf_counter() - before


def _environment(file: Path) -> dict[str, str]:
    """Ours and nothing else: no setting of whoever runs this, no `.env`, no proxy."""
    return {
        "PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(Path(__file__).parents[1]),
        "PASSERELLE_DATABASE_URL": f"sqlite:///{file}", "PASSERELLE_LOG_LEVEL": "warning",
    }  # fmt: skip


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


def _show(members: int, ours: Sequence[float], reference: Sequence[float]) -> None:
    title = f"From the process's start to /readyz, {members:,} members, {len(ours)} starts"
    rows = [
        [name, f"{min(times):.2f}", f"{statistics.median(times):.2f}"]
        for name, times in (("Passerelle", ours), (f'python -c "{REFERENCE}"', reference))
    ]
    report.show(title, ("", "best, s", "median, s"), rows)
    median = statistics.median(ours)
    ratio = median / statistics.median(reference)
    met = report.verdict(met=median < ENOUGH)
    print(f"{ratio:.1f} times the bare imports; median {median:.2f} s (< {ENOUGH} s: {met})")


def _figures(members: int, ours: Sequence[float], reference: Sequence[float]) -> report.Figures:
    median, bare = statistics.median(ours), statistics.median(reference)
    return {
        "members": members, "best_s": round(min(ours), 3), "median_s": round(median, 3),
        "target_s": ENOUGH, "reference_best_s": round(min(reference), 3),
        "reference_median_s": round(bare, 3), "to_reference": round(median / bare, 2),
    }  # fmt: skip


if __name__ == "__main__":
    main()
