"""How people say things, one file a language; each is understood whatever the member's language."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import chain

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


@lru_cache
def ours() -> frozenset[str]:
    """Words that would make a name pass for the bot's own or the team's."""
    return frozenset(word for language in every("ours") for word in language)


def after(words: str, kind: str) -> str:
    """What follows in a line that begins with a phrase of this kind; "" when none does."""
    said = words.split()
    known = {tuple(plain(phrase).split()) for phrases in every(kind) for phrase in phrases}
    begun = [len(each) for each in known if tuple(map(plain, said[: len(each)])) == each]
    return " ".join(said[max(begun, default=len(said)) :])


@lru_cache
def pattern(kind: str) -> str:
    """A pattern for the phrases of one kind, in any language."""
    known = sorted(map(plain, chain.from_iterable(every(kind))), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)"


TOLD = ("where", "report", "block", "team")
"""What is asked for in so many words, whatever else is understood; dialogues are called so, too."""
MOST_TOLD = 80
"""Characters; in a longer message the same words may be part of a story."""


def told(words: str) -> str | None:
    """The dialogue that somebody asks for in so many words."""
    said = plain(words)
    if len(said) > MOST_TOLD:
        return None
    return next((kind for kind in TOLD if _tells(kind, said)), None)


def _tells(kind: str, said: str) -> bool:
    """Whether a phrase of this kind is among the words, or alone is all of them."""
    within = (phrase for language in every(kind) for phrase in language)
    alone = (phrase for language in every(f"{kind}_alone") for phrase in language)
    return said in alone or any(phrase in said for phrase in within)


def takes_back(words: str) -> bool:
    """Whether somebody says in a few words that they can't help after all."""
    said = plain(words)
    if len(said) > MOST_TOLD:
        return False
    after_all = all(re.search(pattern(kind), said) for kind in ("cannot_help", "after_all"))
    return after_all or re.search(pattern("take_back"), said) is not None
