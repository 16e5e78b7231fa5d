"""Telephone numbers in words: "zéro six douze …", "oh seven seven double zero …"."""

from __future__ import annotations

import re
from itertools import pairwise

_UNITS = {
    "zéro": 0, "zero": 0, "oh": 0, "un": 1, "une": 1, "one": 1, "deux": 2, "two": 2, "trois": 3,
    "three": 3, "quatre": 4, "four": 4, "cinq": 5, "five": 5, "six": 6, "sept": 7, "seven": 7,
    "huit": 8, "eight": 8, "neuf": 9, "nine": 9,
}  # fmt: skip
_BEYOND = (
    "dix onze douze treize quatorze quinze seize vingts vingt trente quarante cinquante soixante"
    " septante huitante octante nonante cent et double triple ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
    " ninety"
)
_WORD = rf"(?:{'|'.join([*_UNITS, *_BEYOND.split()])}|\d{{1,2}})(?!\w)"
ROW = rf"(?<![\w-]){_WORD}(?:[\s,.\-–]{{1,3}}{_WORD}){{5,}}"
"""Six words for numbers or more in a row; figures of one or two digits may stand among them."""
_PARTS = re.compile(r"[^\W_]+")
SHORTEST = 7
"""Figures of a number without the zero or the plus that begins most of them."""


def is_phone(row: str) -> bool:
    """Whether a row of numbers is one to call, and not somebody who counts or measures."""
    parts = [part.lower() for part in _PARTS.findall(row)]
    units = [_UNITS.get(part) for part in parts]
    if all(part.isdecimal() for part in parts) or _counts(units):
        return False
    local = len(parts) >= SHORTEST and None not in units
    return local or parts[0] in {"zéro", "zero", "oh"} or bool(re.fullmatch("0[1-9]", parts[0]))


def _counts(units: list[int | None]) -> bool:
    """Whether one follows the other: "un, deux, trois …", "three two one …"."""
    steps = {
        second - first
        for first, second in pairwise(units)
        if first is not None and second is not None
    }
    return None not in units and (steps == {1} or steps == {-1})
