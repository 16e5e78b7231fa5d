"""How people say things, one file a language; each is understood whatever the member's language."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from conversations.questions import plain


@lru_cache
def by_language() -> dict[str, dict[str, list[str]]]:
    """By locale, the lists of phrases of its file."""
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(files(__package__).iterdir(), key=lambda each: each.name)
        if file.name.endswith(".toml")
    }


def every(kind: str) -> list[list[str]]:
    """The phrases of one kind, language by language."""
    return [phrases[kind] for phrases in by_language().values()]


def asks_where(words: str) -> bool:
    """Whether somebody asks where their request stands."""
    said = plain(words)
    return any(phrase in said for language in every("where") for phrase in language)
