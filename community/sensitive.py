"""Subjects on which the bot says what the community's policy is, and where help is at any hour.

It reads the words of a need and no more: it neither judges nor diagnoses, and keeps nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any

from community import members
from community.scope import Scope
from community.words import fold

SUBJECTS = ("suicide", "emergency", "abuse", "minors")
"""In this order: the first that fits stands, since one guidance is enough."""
CRIED = frozenset({"suicide", "emergency", "abuse"})
"""Those for which people cry; how old somebody is can be the answer to a question."""
TOPICS = "topics"
"""The list of a subject's patterns that speak of it, and are no cry for help."""
NOTHING = "nothing"
"""The section of what sounds like harm and is none."""
ALONE, BESIDE = "alone", "beside"
"""The lists of what is a cry where nothing else is said, and of what may stand beside that."""


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
    return _found(_subjects(), words)


def cry(words: str) -> str | None:
    """The sensitive subject of which they are a cry for help: more than to speak of it."""
    return _found(_cries(), words)


def _found(shapes: Mapping[str, re.Pattern[str]], words: str) -> str | None:
    """What is found in the words, as they are written or else as they are spelt out."""
    read = _read(words)
    spelt = dict.fromkeys((read, _spelt_out(read)))
    return next(
        (name for each in spelt for name, shape in shapes.items() if shape.search(each)), None
    )


def _read(words: str) -> str:
    """Words to compare, without what is only said of things: "excel harasses me"."""
    return _of_things().sub(" ", fold(words.replace("’", "'")))


def _spelt_out(read: str) -> str:
    """The words as a letter would have them: "jen peu plu" is "j'en peux plus"."""
    for shape, usual in _spellings():
        read = shape.sub(usual, read)
    return read


@lru_cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    """What is written by ear or in haste, and how it is usually spelt, in the order of the file."""
    pairs = (each.split(" = ") for each in _raw()["spelling"]["usual"])
    return [(re.compile(rf"(?<![\w'])(?:{said})(?![\w'])"), usual) for said, usual in pairs]


@lru_cache
def _of_things() -> re.Pattern[str]:
    return _shape(_patterns()[NOTHING], _patterns()[NOTHING])


@lru_cache
def _subjects() -> dict[str, re.Pattern[str]]:
    return {name: _shape(kept, kept) for name, kept in _patterns().items() if name in SUBJECTS}


@lru_cache
def _cries() -> dict[str, re.Pattern[str]]:
    return {
        name: _shape(kept, kept.keys() - {TOPICS})
        for name, kept in _patterns().items() if name in CRIED
    }  # fmt: skip


@lru_cache
def _patterns() -> dict[str, dict[str, list[str]]]:
    """By subject, its lists of patterns; those of each have their parts put in."""
    raw = _raw()
    parts = {f"<{name}>": _any(kept) for name, kept in raw["parts"].items()}
    return {
        name: {key: [_filled(each, parts) for each in kept] for key, kept in raw[name].items()}
        for name in (*SUBJECTS, NOTHING)
    }


@lru_cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("sensitive.toml").read_text(encoding="utf-8"))


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"<\w+>", lambda named: parts[named[0]], pattern)


def _shape(kept: Mapping[str, Sequence[str]], lists: Iterable[str]) -> re.Pattern[str]:
    """What any of these lists of a subject finds: within words, or as all of them."""
    within = chain(*(kept[key] for key in sorted(lists) if key not in {ALONE, BESIDE}))
    alone, beside = _any(kept.get(ALONE, [])), _any([*kept.get(ALONE, []), *kept.get(BESIDE, [])])
    whole = rf"^\W*(?:{beside}\W+)*{alone}(?:\W+{beside})*\W*$"
    return re.compile(rf"(?<!\w){_any(within)}(?!\w)" + (rf"|{whole}" if ALONE in kept else ""))


def _any(patterns: Iterable[str]) -> str:
    return f"(?:{'|'.join(patterns)})"
