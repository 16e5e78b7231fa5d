"""Telephone numbers in words: "zéro six douze …", "oh seven seven double zero …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_UNITS = {
    "zéro": 0, "zero": 0, "oh": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3,
    "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7,
    "huit": 8, "eight": 8, "neuf": 9, "nine": 9,
}  # fmt: skip
_TEENS_AND_TENS = {
    "dix": 10, "ten": 10, "onze": 11, "eleven": 11, "douze": 12, "twelve": 12, "treize": 13,
    "thirteen": 13, "quatorze": 14, "fourteen": 14, "quinze": 15, "fifteen": 15, "seize": 16,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "vingt": 20, "vingts": 20,
    "twenty": 20, "trente": 30, "thirty": 30, "quarante": 40, "forty": 40, "cinquante": 50,
    "fifty": 50, "soixante": 60, "sixty": 60, "septante": 70, "seventy": 70, "huitante": 80,
    "octante": 80, "eighty": 80, "nonante": 90, "ninety": 90,
}  # fmt: skip
_VALUES = _UNITS | _TEENS_AND_TENS
_BEYOND = "cent et double triple hundred"
_WORD = rf"(?:{'|'.join([*_VALUES, *_BEYOND.split()])}|\d{{1,4}})(?!\w)"
_THEN = r"(?:puis|ensuite|then)"
_BETWEEN = rf"[\s,.\-–]{{1,3}}(?:{_THEN}[\s,.\-–]{{1,3}})?"
ROW = rf"(?<![\w-]){_WORD}(?:{_BETWEEN}{_WORD}){{4,}}"
"""Five words for numbers or more in a row; figures of a few digits may stand among them."""
_PARTS = re.compile(rf"(?!{_THEN}\b)[^\W_]+", re.IGNORECASE)
_STOPS = re.compile("[,.]")
SHORTEST, SHORTEST_WITH_ZERO = 7, 6
"""Words of a number without the zero or the plus that begins most of them, and with it."""
_FRENCH = re.compile(r"(?<!\S)[67](?: \d\d){4}(?!\S)")
"""France, without its 0: six, and four numbers of two figures."""


def is_phone(row: str) -> bool:
    """Whether a row of numbers is one to call, and not somebody who counts or measures."""
    parts = [part.lower() for part in _PARTS.findall(row)]
    units = [_UNITS.get(part) for part in parts]
    if all(part.isdecimal() for part in parts) or _counts(units):
        return False
    local = len(parts) >= SHORTEST and None not in units
    french = not _STOPS.search(row) and _FRENCH.search(" ".join(_figures(parts)))
    return local or bool(french) or any(_begins_with_zero(parts[at:]) for at in range(len(parts)))


def _begins_with_zero(parts: Sequence[str]) -> bool:
    """Whether it begins as most numbers do."""
    begins = parts[0] in {"zéro", "zero", "oh"} or bool(re.fullmatch("0[1-9]", parts[0]))
    return begins and len(parts) >= SHORTEST_WITH_ZERO


def _figures(parts: Sequence[str]) -> list[str]:
    """The numbers one by one, in figures: "soixante dix huit" is 78, "quatre vingt deux" is 82."""
    read: list[int] = []
    for part in parts:
        value = int(part) if part.isdecimal() else _VALUES.get(part)
        if value is None:
            return []
        if part.startswith("vingt") and read and read[-1] == 4:
            read[-1] = 80
        elif read and _goes_on(read[-1], value, part):
            read[-1] += value
        else:
            read.append(value)
    return [str(each) for each in read]


def _goes_on(before: int, value: int, part: str) -> bool:
    """Whether a word belongs to the number before it: 60 takes 4, 14 and 10, 70 takes 8."""
    if part.isdecimal() or not value:
        return False
    scores = before in {60, 80} and value <= 16
    tens = before in range(20, 100, 10) and value < 10
    return scores or tens or (before == 10 and 7 <= value <= 9)


def _counts(units: list[int | None]) -> bool:
    """Whether one follows the other: "un, deux, trois …", "three two one …"."""
    steps = {
        second - first
        for first, second in pairwise(units)
        if first is not None and second is not None
    }
    return None not in units and (steps == {1} or steps == {-1})
