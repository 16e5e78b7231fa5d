"""A code of `/link` that somebody writes without the command, as it is read on another screen."""

from __future__ import annotations

import re

from community import linking
from conversations.commands import typed
from conversations.phrases import pattern
from conversations.questions import plain

MOST = 80
"""Characters; in a longer message it may be anything."""


def brought(words: str) -> str:
    """The code that the words are there for: "relier CW3T-GV56-8Q25", or the bare code; else "".

    Without the command it has a letter and a figure in it, as every code has: "Anne-Lise-Rose" is
    somebody's name, "+44 7700 900123" somebody's number.
    """
    code = linking.code_in(words) if len(words) <= MOST else ""
    command = typed(words)[0]
    named = command is not None and command.name == "link"
    return code if named or linking.is_mixed(linking.as_typed(words)) else ""


def alone(words: str) -> str:
    """The same, where the words hardly say more than what it is: "voici mon code : …"; else ""."""
    code = brought(words)
    return code if code and not _beside(words) else ""


def _beside(words: str) -> str:
    """What is said beside a code and the words for what it is."""
    said = plain(words.replace(linking.as_typed(words), " "))
    return re.sub(r"[\W_]+", "", re.sub(pattern("around_code"), "", said))
