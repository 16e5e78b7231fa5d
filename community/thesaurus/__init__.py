"""The thesaurus: which words of professional life mean the same, in French and in English.

One text file a field of work; docs/directory.md says how to write one. A community adds its own.

    comptabilité, compta = accounting, bookkeeping
        bilan = balance sheet
    python
    @ comptable = accountant > comptabilité, bilan
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

INDENT = 4
"""Spaces by which a line is narrower than the one above it."""
LOCALES = ("fr", "en")
MOST_NAME = 60
"""Characters in one name of a concept."""


@dataclass(frozen=True, slots=True)
class Concept:
    """What the names of one line mean: `names` by locale, the most usual first.

    `broader` is the number of the concept that this one is a kind or a part of. A trade is what a
    person does for a living; `knows` are names of what they know by it.
    """

    names: dict[str, tuple[str, ...]]
    broader: int | None = None
    is_trade: bool = False
    knows: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """Its names in all languages, each once."""
        return tuple(dict.fromkeys(chain(*self.names.values())))


class WrongLine(ValueError):
    """A line that can't be read: `where` it is, and its `fault` (indent, sides or length)."""

    def __init__(self, where: str, fault: str) -> None:
        super().__init__(f"{where}: {fault}")
        self.where, self.fault = where, fault


@lru_cache
def concepts(*own: Path) -> tuple[Concept, ...]:
    """Those that come with Passerelle, then those of folders of the community's own."""
    return tuple(read(chain(fields(), *map(_fields, own))))


def fields() -> list[Traversable]:
    """The files that come with Passerelle, in order."""
    return _fields(files(__package__))


def check(folder: Path) -> None:
    """Read the files of a folder, and of those in it; raises WrongLine."""
    for each in (folder, *(each for each in sorted(folder.iterdir()) if each.is_dir())):
        for _ in read(_fields(each)):
            pass


def _fields(folder: Traversable) -> list[Traversable]:
    found = sorted(folder.iterdir(), key=lambda each: each.name)
    return [each for each in found if each.name.endswith(".txt")]


def read(fields: Iterable[Traversable]) -> Iterator[Concept]:
    """The concepts of some files, in order; raises WrongLine."""
    count = 0
    for field in fields:
        above: list[int] = []
        for number, line in enumerate(field.read_text(encoding="utf-8").splitlines(), 1):
            words = line.split("#", 1)[0] if line.lstrip().startswith("#") else line
            if not words.strip():
                continue
            depth = _depth(words, len(above), f"{field.name}:{number}")
            del above[depth:]
            yield _concept(words.strip(), above[-1] if above else None, f"{field.name}:{number}")
            above.append(count)
            count += 1


def _depth(line: str, deepest: int, where: str) -> int:
    depth, rest = divmod(len(line) - len(line.lstrip(" ")), INDENT)
    if rest or depth > deepest or "\t" in line:
        raise WrongLine(where, "indent")
    return depth


def _concept(line: str, broader: int | None, where: str) -> Concept:
    is_trade = line.startswith("@")
    names, _, knows = line.removeprefix("@").partition(">")
    sides = [_names(side, where) for side in names.split("=")]
    if len(sides) > len(LOCALES) or not all(sides) or (knows and not is_trade):
        raise WrongLine(where, "sides")
    by_locale = dict(zip(LOCALES, (sides[0], sides[-1]), strict=True))
    return Concept(by_locale, broader, is_trade, _names(knows, where))


def _names(side: str, where: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(filter(None, (name.strip() for name in side.split(",")))))
    if any(len(name) > MOST_NAME for name in names):
        raise WrongLine(where, "length")
    return names
