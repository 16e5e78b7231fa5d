"""Whom "@Awa bonjour" is for, among those somebody writes to through the bot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import category

from community import exchanges, lookup, tags
from community.exchanges import Side
from community.scope import Scope
from conversations.phrases import after, every, pattern
from conversations.questions import plain
from conversations.sayings import says

LOOKALIKES = "ˍˋ\N{VARIATION SELECTOR-16}"
"""Signs that Unicode counts as letters or marks: they stand in for others, or vary them."""
_WORD = re.compile(r"\w+")


def addressed(sides: Sequence[Side], text: str) -> tuple[Side, str] | None:
    """Whom words are for, and what is said; without a name, the only one there is."""
    words = text.removeprefix("@").strip()
    only = (sides[0], words) if len(sides) == 1 else None
    if not text.startswith("@"):
        return only
    found = [
        (len(form.split()), side, rest)
        for side, handle, name in zip(sides, handles(sides), _names(sides), strict=True)
        for form in (handle, " ".join(name))
        if (rest := _after(form, words)) is not None
    ]
    longest = max(found, key=lambda each: each[0], default=None)
    if longest is not None:
        return longest[1:]
    return only if text[1:2] in {"", " "} else None


@dataclass(frozen=True, slots=True)
class Named:
    """Whom words begin with. `member_id` is known of somebody met through the bot, else 0."""

    member_id: int
    name: str
    rest: str


def named(scope: Scope, words: str) -> Named:
    """By the name under which somebody writes to whoever acts, else by a member's own.

    Without either, all the words are the name.
    """
    met = addressed(exchanges.others(scope), f"@{words.strip().lstrip('@')}")
    if met is not None:
        side, rest = met
        return Named(side.member_id, side.called, rest)
    name, rest = lookup.search_first(scope, words, gone=True)
    return Named(0, name, tags.spoken(rest))


def told_of(scope: Scope, words: str, *, whole: bool = False) -> tuple[str, str] | None:
    """What "bloquer Awa" and "report Tom, he insults me" ask for, and the words of whom.

    Somebody may be meant who has no name, "signaler le monsieur d'hier", or what was brought:
    "signaler cette demande".
    With `whole`, the beginning of a name is none: "report on the budget" is not about Onur.
    """
    brought = after(words, "report_whom")
    if len(brought.split()) > 1 and says(brought, "this_one"):
        return "report", brought
    for kind in ("block", "report"):
        about = after(words, f"{kind}_whom")
        if about and (is_called(scope, about, whole=whole) or _is_person(about)):
            return kind, about
    return None


def is_called(scope: Scope, words: str, *, whole: bool = True) -> bool:
    """Whether words begin with a name: somebody's met through the bot, or a member's own.

    Unless `whole`, the beginning of a member's name is one, too.
    """
    name = named(scope, words)
    return bool(name.member_id) or _is_somebody(scope, name.name, whole=whole)


def tells_what_happened(scope: Scope, words: str) -> bool:
    """Whether words that may begin with a name are none, but a sentence: "elle me harcèle"."""
    name = named(scope, words)
    known = name.member_id or tags.only(name.name) or lookup.search(scope, name.name, gone=True)
    return len(words.split()) > 1 and not known


def _is_person(words: str) -> bool:
    """Whether words begin with somebody who is not named: "un mec bizarre", "the man"."""
    little = takewhile(lookup.is_ordinary, words.split())
    said = plain(" ".join(words.split()[len(list(little)) :]))
    return re.match(pattern("a_person"), said) is not None


def _is_somebody(scope: Scope, name: str, *, whole: bool) -> bool:
    found = lookup.search(scope, name, gone=True)
    if not whole or tags.only(name):
        return bool(found)
    said = set(_WORD.findall(plain(name)))
    return any(said <= set(_WORD.findall(plain(each.name))) for each in found)


def handle(scope: Scope, introduction_id: int) -> str:
    """What whoever acts writes after the @ to reach the other one of an introduction."""
    return _handle(exchanges.others(scope), introduction_id)


def signature(scope: Scope, introduction_id: int, reader: int) -> str:
    """What stands before the words of whoever acts: as the reader would write to them."""
    return _handle(exchanges.others(scope, reader), introduction_id)


def handles(sides: Sequence[Side]) -> list[str]:
    """What to write after the @ for each: as few words of the name as tell it from the others."""
    names = _names(sides)
    return [
        _shortest(name, [other for other in names if other is not name]) for name in names
    ]  # fmt: skip


def _handle(sides: Sequence[Side], introduction_id: int) -> str:
    found = zip(sides, handles(sides), strict=True)
    return next(handle for side, handle in found if side.introduction == introduction_id)


def _names(sides: Sequence[Side]) -> list[list[str]]:
    """Their names, word by word; of one and the same name, with a number, the oldest first."""
    alike: dict[str, list[int]] = {}
    for side in sorted(sides, key=lambda each: each.introduction):
        alike.setdefault(plain(side.called), []).append(side.introduction)
    return [_numbered(side, alike[plain(side.called)]) for side in sides]


def _numbered(side: Side, alike: Sequence[int]) -> list[str]:
    number = [str(alike.index(side.introduction) + 1)] if len(alike) > 1 else []
    return [*filter(None, map(_spelt, side.called.split())), *number]


def _spelt(word: str) -> str:
    """A word of a name without the signs around it, which platforms show in ways of their own."""
    signs = {each for each in word if category(each)[0] in "SPZC" or each in LOOKALIKES}
    return word.strip("".join(signs))


def _shortest(name: Sequence[str], others: Sequence[Sequence[str]]) -> str:
    starts = (" ".join(name[:n]) for n in range(1, len(name)) if _names_somebody(name[n - 1]))
    taken = {plain(" ".join(other[:n])) for other in others for n in range(1, len(other) + 1)}
    return next((start for start in starts if plain(start) not in taken), " ".join(name))


def _names_somebody(word: str) -> bool:
    """Whether a name may end with this word: not with "La", "de", "Mme" or an initial."""
    said = plain(word)
    return len(said) > 1 and not any(said in language for language in every("before_names"))


def _after(form: str, words: str) -> str | None:
    """What follows when the words begin with this form of a name; None when they don't."""
    count = len(form.split())
    parts = [*words.split(None, count), ""]
    called = plain(" ".join(map(_spelt, parts[:count])))
    return parts[count].strip() if called and called == plain(form) else None
