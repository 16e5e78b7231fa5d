"""What every benchmark shares: its options, its table, its figures as JSON, its scratch folder."""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table

Figures = Mapping[str, float | int | str | bool]

LACKING = 3
"""How a benchmark ends whose data are not on this machine."""

console = Console(soft_wrap=True)


def options(description: str, **numbers: int) -> argparse.Namespace:
    """`--json`, and one whole number for each keyword, with that default."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="print the figures on the last line")
    for name, default in numbers.items():
        parser.add_argument(f"--{name}", type=int, default=default, help=f"default: {default}")
    return parser.parse_args()


def show(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table: the first column names things, the others are figures."""
    table = Table(title=title, title_justify="left", title_style="bold")
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def finish(figures: Figures, *, as_json: bool) -> None:
    """The last line, for programs."""
    if as_json:
        print(json.dumps(figures, separators=(",", ":")))


def verdict(*, met: bool) -> str:
    """A target that was met, or not."""
    return "met" if met else "MISSED"


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the real disk (/tmp is often memory), gone afterwards."""
    parent = next((each for each in (Path("/var/tmp"), Path.cwd()) if each.is_dir()), None)
    with tempfile.TemporaryDirectory(prefix="passerelle-bench-", dir=parent) as folder:
        yield Path(folder)
