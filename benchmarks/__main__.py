"""Every benchmark in a small size, one after the other, each in a process of its own.

`python -m benchmarks.<name>` runs one in its full size; `--help` has its options.
"""

from __future__ import annotations

import subprocess
import sys

SMALL = {
    "turns": ["--people", "100", "--rounds", "3"],
    "open_dialogues": ["--open", "10000", "--rounds", "2"],
    "ingress": ["--events", "500", "--rounds", "2"],
    "start": ["--members", "500", "--rounds", "3"],
    "rounds": ["--people", "2000", "--rounds", "5"],
    "understanding": [],
    "rituals": ["--rituals", "200", "--kills", "5"],
    "digest": ["--members", "1000"],
}
LONGEST = 180
"""Seconds that one of them may take."""


def main() -> int:
    """Run them; 1 when one of them failed or had to be stopped. A missed target is no failure."""
    failed = [name for name, sizes in SMALL.items() if not _run(name, sizes)]
    for name in failed:
        print(f"benchmarks.{name} failed", file=sys.stderr)
    return 1 if failed else 0


def _run(name: str, sizes: list[str]) -> bool:
    command = [sys.executable, "-m", f"benchmarks.{name}", *sizes, *sys.argv[1:]]
    print(f"\n$ python -m benchmarks.{name} {' '.join(sizes)}", flush=True)
    try:
        return subprocess.run(command, timeout=LONGEST, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        return False


if __name__ == "__main__":
    sys.exit(main())
