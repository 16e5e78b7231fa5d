"""A code of `/link` that somebody writes without the command, as it is read on another screen."""

from __future__ import annotations

from community import linking
from conversations.commands import typed

MOST = 80
"""Characters; in a longer message it may be anything."""


def brought(words: str) -> str:
    """The code that the words are there for: "relier CW3T-GV56-8Q25", or the bare code; else "".

    Without the command it has a figure in it: "Anne-Lise-Rose" is somebody's name.
    """
    code = linking.code_in(words) if len(words) <= MOST else ""
    command = typed(words)[0]
    named = command is not None and command.name == "link"
    return code if named or any(map(str.isdecimal, words)) else ""
