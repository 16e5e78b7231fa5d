"""Words reduced to what they have in common across inflections, in French and in English."""

from __future__ import annotations

import re
import threading
from functools import lru_cache

import Stemmer

from community.words import fold

_WORD = re.compile(r"[\w+#]+")
_IDLE = frozenset(
    [
        "a",
        "au",
        "aux",
        "avec",
        "ce",
        "ces",
        "dans",
        "de",
        "des",
        "du",
        "elle",
        "en",
        "et",
        "eux",
        "il",
        "je",
        "la",
        "le",
        "les",
        "leur",
        "lui",
        "ma",
        "mais",
        "me",
        "mes",
        "moi",
        "mon",
        "ne",
        "nos",
        "notre",
        "nous",
        "on",
        "ou",
        "par",
        "pas",
        "pour",
        "qu",
        "que",
        "qui",
        "sa",
        "se",
        "ses",
        "son",
        "sur",
        "ta",
        "te",
        "tes",
        "toi",
        "ton",
        "tu",
        "un",
        "une",
        "vos",
        "votre",
        "vous",
        "c",
        "d",
        "j",
        "l",
        "m",
        "n",
        "s",
        "t",
        "y",
        "est",
        "sont",
        "the",
        "an",
        "and",
        "or",
        "of",
        "to",
        "in",
        "on",
        "for",
        "with",
        "about",
        "my",
        "our",
        "your",
        "is",
        "are",
        "be",
        "i",
        "it",
        "its",
        "at",
        "by",
        "from",
        "as",
        "this",
        "that",
        "how",
        "what",
        "who",
    ]
)
_here = threading.local()


def stems(words: str) -> list[str]:
    """The stems of a text, in order: without accents, case and words that carry no subject."""
    return [_stem(word) for word in _WORD.findall(fold(words)) if word not in _IDLE]


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """One stem for both languages: the English stemmer after the French one."""
    french, english = _stemmers()
    stem: str = english.stemWord(french.stemWord(word))
    return stem


def _stemmers() -> tuple[Stemmer.Stemmer, Stemmer.Stemmer]:
    """A stemmer belongs to one thread (PyStemmer's documentation), so each thread has its own."""
    if not hasattr(_here, "stemmers"):
        _here.stemmers = Stemmer.Stemmer("french"), Stemmer.Stemmer("english")
    found: tuple[Stemmer.Stemmer, Stemmer.Stemmer] = _here.stemmers
    return found
