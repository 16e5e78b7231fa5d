"""Subjects on which the bot says what the community's policy is, and where help is at any hour.

It reads the words of a need and no more: it neither judges nor diagnoses, and keeps nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from community import members
from community.scope import Scope
from community.words import fold

SUBJECTS = ("suicide", "emergency", "abuse", "minors")
"""In this order: the first that fits stands, since one guidance is enough."""
CRIED = frozenset({"suicide", "emergency", "abuse"})
"""Those for which people cry; how old somebody is can be the answer to a question."""
TOPICS = "topics"
"""The list of a subject's patterns that speak of it, and are no cry for help."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """Which subject a need touches, and the community's own policy about such things."""

    subject: str
    policy: str


def guidance(scope: Scope, words: str, locale: str, before: str = "") -> Guidance | None:
    """What to tell about somebody's words; None for nearly all, and for what `before` told of."""
    touched = subject(words)
    if touched is None or touched == subject(before):
        return None
    return Guidance(touched, members.welcome(scope, locale).policy)


def subject(words: str) -> str | None:
    """The sensitive subject that these words touch: a section of sensitive.toml."""
    read = fold(words.replace("’", "'"))
    return next((name for name, shape in _subjects().items() if shape.search(read)), None)


def cry(words: str) -> str | None:
    """The sensitive subject of which they are a cry for help: more than to speak of it."""
    read = fold(words.replace("’", "'"))
    return next((name for name, shape in _cries().items() if shape.search(read)), None)


@lru_cache
def _subjects() -> dict[str, re.Pattern[str]]:
    return {name: _shape(chain(*kept.values())) for name, kept in _patterns().items()}


@lru_cache
def _cries() -> dict[str, re.Pattern[str]]:
    return {
        name: _shape(chain(*(kept[key] for key in kept if key != TOPICS)))
        for name, kept in _patterns().items() if name in CRIED
    }  # fmt: skip


@lru_cache
def _patterns() -> dict[str, dict[str, list[str]]]:
    """By subject, the patterns of each language."""
    raw = tomllib.loads(files(__package__).joinpath("sensitive.toml").read_text(encoding="utf-8"))
    return {name: raw[name] for name in SUBJECTS}


def _shape(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")
