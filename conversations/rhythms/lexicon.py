"""The words of rhythms, of every language at once: whoever writes may use any."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from re import escape
from typing import Any

from babel.dates import get_day_names, get_month_names

from conversations.language import locales
from conversations.questions import plain

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@lru_cache
def words() -> dict[str, str]:
    """What each word or phrase means: "each", "nth:-1", "day:MO", "month:8", "" for glue."""
    return _told("words") | _days() | {name: f"month:{n}" for name, n in months().items()}


@lru_cache
def clauses() -> dict[str, list[str]]:
    """By what it says (`from`, `until`, `without`, `times`), how a clause begins."""
    found: dict[str, list[str]] = {}
    for each in _tables("clauses"):
        for name, ways in each.items():
            found.setdefault(name, []).extend(ways)
    return found


@lru_cache
def months() -> dict[str, int]:
    """Every month's name, and its number."""
    return {
        plain(name): number
        for locale in locales()
        for number, name in get_month_names("wide", locale=locale).items()
    }


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of these phrases, the longest first."""
    return "|".join(sorted(map(escape, phrases), key=len, reverse=True))


def _days() -> dict[str, str]:
    """Days by their names, of one and of several weeks: "lundi", "lundis"."""
    return {
        plain(name) + ending: f"day:{DAYS[number]}"
        for locale in locales()
        for number, name in get_day_names("wide", locale=locale).items()
        for ending in ("", "s")
    }


def _told(name: str) -> dict[str, str]:
    return {word: str(meant) for each in _tables(name) for word, meant in each.items()}


def _tables(name: str) -> list[dict[str, Any]]:
    folder = sorted((files("conversations") / "rhythms").iterdir(), key=lambda each: each.name)
    read = [file for file in folder if file.name.endswith(".toml")]
    return [tomllib.loads(file.read_text(encoding="utf-8"))[name] for file in read]
