"""Lines of JSON on standard input, for the commands that answer each with one line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import Any


def given() -> Iterable[str]:
    """Standard input as UTF-8, with or without the mark that some editors put at its beginning.

    Bytes that are no UTF-8 stay in their line, which `objects` then finds wrong.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
    return sys.stdin


def objects(lines: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's number, from 1, and its object; {} for anything else. Empty lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _object(line)


def _object(line: str) -> dict[str, Any]:
    try:
        read = json.loads(line)
        json.dumps(read, ensure_ascii=False).encode()  # half a character can't be answered
    except ValueError:
        return {}
    return read if isinstance(read, dict) else {}


def fault(number: int, why: str) -> str:
    """What stands in the place of a wrong line's answer: answers and lines keep together."""
    return json.dumps({"line": number, "error": why}, ensure_ascii=False)
