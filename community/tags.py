"""A person whom somebody points at with a platform's own mention: `<@U0AWA|Awa Diop>`.

Connectors write it so in what follows a command about members: the id says who is meant, whatever
others are called; the name is what people read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

NAMELESS = "…"
"""Stands where nobody knows the name: an id is nothing for people to read."""

_TAG = re.compile(r"<@!?(\w+)(?:\|([^<>]*))?>")
_SIGNS = re.compile(r"[<>|@,&+\s]+")
"""What a tag, or a list of two people, is told apart by."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Somebody by the platform's id of them."""

    id: str
    name: str

    def __str__(self) -> str:
        return f"<@{self.id}|{_SIGNS.sub(' ', self.name).strip()}>"


def leading(words: str) -> tuple[Tag | None, str]:
    """Whom words point at before anything else, and the rest of them."""
    found = _TAG.match(words)
    return (_tag(found), words[found.end() :].strip()) if found else (None, words)


def only(words: str) -> Tag | None:
    """Whom words point at, if they do nothing else."""
    found = _TAG.fullmatch(words)
    return _tag(found) if found else None


def spoken(words: str) -> str:
    """The words as one would say them: everybody by name."""
    return _TAG.sub(lambda found: _tag(found).name, words)


def _tag(found: re.Match[str]) -> Tag:
    return Tag(found[1], found[2] or NAMELESS)
