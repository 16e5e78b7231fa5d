"""The languages in which somebody likes to talk, as they write them: "français et un peu anglais".

The names of languages are Babel's; what stands beside them, and what means all of ours, is in
`phrases/`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from conversations import phrases
from conversations.language import locales
from conversations.questions import plain


def says_languages(words: str) -> bool:
    """Whether words are names of languages, and what stands beside them: no need is told so."""
    said = plain(words)
    without = re.sub(rf"{_pattern()}|{phrases.pattern('any_language')}|{_codes()}", " ", said)
    rest = re.sub(phrases.pattern("beside_languages"), " ", without)
    return without != said and not re.search(r"\w", rest)


def ours_in(words: str) -> list[str]:
    """Which of our languages these words name: all, for words such as "both"; none for others."""
    said, names = plain(words), _names()
    if re.search(phrases.pattern("any_language"), said):
        return list(locales())
    named = {names[each] for each in re.findall(_pattern(), said)}
    named.update(re.findall(_codes(), said))
    return [each for each in locales() if each in named]


@lru_cache
def _names() -> dict[str, str]:
    """By its plain name in any of our languages, and in itself, the code of a language."""
    told = {plain(name): code for locale in locales()
            for code, name in Locale(locale).languages.items()}  # fmt: skip
    return told | {plain(Locale(each).get_language_name(each) or each): each for each in locales()}


@lru_cache
def _pattern() -> str:
    known = sorted(_names(), key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)"


def _codes() -> str:
    """A pattern for the codes of ours: "fr et en", but not the "en" of "en français"."""
    return rf"(?<!\w)(?:{'|'.join(locales())})(?!\w)(?!\s+{_pattern()})"
