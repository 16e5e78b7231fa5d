"""The words for who does something, told from the words for what they do.

The stemmers make them one: "gérer" and "gérant", "animer" and "animateur".
"""

from __future__ import annotations

import re

_ENDINGS = {
    "euse": "eur", "trice": "teur", "enne": "en", "onne": "on", "elle": "el", "ere": "er",
    "logie": "log", "logy": "log", "logue": "log", "logiste": "log", "logist": "log",
}  # fmt: skip
"""Of women, and what they are called of a man; and of those who have a science, as of itself."""
_ENDING = re.compile(rf"(?:{'|'.join(_ENDINGS)})$")
_MANY = re.compile(r"(?<=[^s])s$")


def someone(word: str) -> str:
    """One form of a word, given without accents and case, for men and women, one and many.

    Two words with the same stem and the same form are said of the same people.
    """
    one = _MANY.sub("", word)
    return _ENDING.sub(lambda found: _ENDINGS[found[0]], one).removesuffix("e")
