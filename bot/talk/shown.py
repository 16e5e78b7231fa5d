"""How a message looks in a terminal of any width."""

from __future__ import annotations

import io
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.text import Text as Plain

FRAME = 4
"""Columns that the frame and its margins take."""
BULLET = "• "


def screen() -> Console:
    """The terminal, in its own width; bytes that are no UTF-8 don’t break off the reading."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")
    return Console(markup=False, emoji=False, highlight=False)


def panel(message: dict[str, Any], width: int) -> Panel:
    """A message in a frame with its author's name, within so many columns."""
    whole = "\n".join(lines(message)).splitlines()
    words = Plain("\n".join(_wrapped(line, width - FRAME) for line in whole))
    return Panel(words, title=Plain(message["author_name"]), title_align="left", expand=False)


def lines(message: dict[str, Any]) -> Iterator[str]:
    """The parts of a message, one after the other; a form's fields are asked, not shown."""
    yield message["text"]
    if message["card"]:
        yield f"── {message['card']['title']}"
        yield from message["card"]["lines"]
    for n, choice in enumerate(message["choices"] or (), start=1):
        about = f" — {choice['description']}" if choice["description"] else ""
        yield f"{n}. {choice['label']}{about}"
    for part in (message["image"], message["link"]):
        if part:
            yield f"{part.get('alt') or part.get('label')}: {part['url']}"
    if file := message["file"]:
        yield f"{file['name']}: {file['url']}"


def _wrapped(line: str, width: int) -> str:
    """Wrapped here, since Rich breaks lines at the no-break spaces of French too.

    A word that is wider than the frame is left to Rich, which folds it.
    """
    indent = " " * len(BULLET) if line.startswith(BULLET) else ""
    return textwrap.fill(
        line, max(width, 1), subsequent_indent=indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
