"""Words and their stems: what two texts in French or English have in common across inflections."""

from __future__ import annotations

import re
import threading
import tomllib
from collections.abc import Collection, Sequence
from functools import lru_cache
from importlib.resources import files

import Stemmer

from community.words import fold

_WORD = re.compile(r"\b\w{1,2}&\w{1,2}\b|[\w+#]+")
"""Abbreviations as "R&D" are one word: "R" is another."""
_I_HAVE = re.compile(r"\b(?:j ?|[jnlmty]['’] ?|y )ai\b")
"""In folded text: otherwise "ai" is artificial intelligence."""
_IT = re.compile(r"\bIT\b")
"""Without its capitals it is a little word."""
_RETIRED = re.compile(
    r"(?<!départ )(?<!passage )(?<!préparation )(?<!accompagnement )"
    r"\b(?:(?:[àa]|en) (?:la )?retraite|retraitée?s?|retired)\b",
    re.IGNORECASE,
)
"""In a headline: what somebody is no more, which is not what they know."""
_here = threading.local()


@lru_cache
def _idle() -> dict[str, frozenset[str]]:
    text = files(__package__).joinpath("idle.toml").read_text(encoding="utf-8")
    return {kind: frozenset(_all(words)) for kind, words in tomllib.loads(text).items()}


@lru_cache
def _apart() -> dict[str, str]:
    """The stem of each word that has one of its own."""
    text = files(__package__).joinpath("apart.toml").read_text(encoding="utf-8")
    return {word: root for root, these in tomllib.loads(text).items() for word in these.split()}


def told_apart(one: str, other: str) -> bool:
    """Whether two words are known to mean different things, however alike they look."""
    return (one in _apart() or other in _apart()) and stem(one) != stem(other)


def words(text: str) -> list[str]:
    """The words of a text that carry a subject, without accents and case, in order."""
    return _telling(_all(text))


def headline_words(text: str) -> list[str]:
    """Those of what somebody says they are; not that they have retired, unless that is all."""
    return words(_RETIRED.sub(" ", text)) or words(text)


def words_of_each(lines: Sequence[str]) -> list[list[str]]:
    """The same of many lines without breaks: together they take a third of the time."""
    return [_telling(_WORD.findall(line)) for line in _plain("\n".join(lines)).split("\n")]


def subject(text: str) -> list[str]:
    """The words of a need without those of the talk around it."""
    found = words(text)
    return [word for word in found if word not in _idle()["talk"]] or found


def is_talk(word: str) -> bool:
    """Whether a word belongs to the talk around a subject."""
    return word in _idle()["talk"]


def has_talk(text: str) -> bool:
    """Whether there is talk in it besides a subject: "somebody for the accounts, please"."""
    return not _idle()["talk"].isdisjoint(words(text))


def has_subject(text: str) -> bool:
    """Whether any word says more than that help is wanted."""
    idle, said = _idle(), words(text)
    return any(word not in idle["talk"] and word not in idle["call"] for word in said)


def stems(text: str) -> list[str]:
    """The stems of the words that carry a subject, in order."""
    return [stem(word) for word in words(text)]


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """One stem for both languages: the English stemmer after the French one.

    But for words that it would make one with others: these have the stem of their own.
    """
    french, english = _stemmers()
    return _apart().get(word) or str(english.stemWord(french.stemWord(word)))


def stems_of_each(words: Collection[str]) -> dict[str, str]:
    """The stem of each of many words."""
    french, english = _stemmers()
    found = dict(zip(words, english.stemWords(french.stemWords(list(words))), strict=True))
    return found | {word: root for word, root in _apart().items() if word in found}


def language(text: str, known: Sequence[tuple[str, frozenset[str]]] = ()) -> str | None:
    """`fr` or `en`, by the little words, else by the words `known` of each; None when unclear."""
    found = _all(text)
    for by_locale in (tuple((each, _idle()[each]) for each in ("fr", "en")), known):
        counts = {locale: sum(word in these for word in found) for locale, these in by_locale}
        if counts and len(set(counts.values())) > 1:
            return max(counts, key=counts.__getitem__)
    return None


def _all(text: str) -> list[str]:
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    return _I_HAVE.sub(" ", fold(_IT.sub("computing", text)).replace("œ", "oe").replace("æ", "ae"))


def _telling(found: Sequence[str]) -> list[str]:
    """Those that carry a subject."""
    idle = _idle()
    french, english = idle["fr"], idle["en"]
    return [word for word in found if word not in french and word not in english]


def _stemmers() -> tuple[Stemmer.Stemmer, Stemmer.Stemmer]:
    """A stemmer is not safe between threads: each has its own."""
    if not hasattr(_here, "stemmers"):
        _here.stemmers = Stemmer.Stemmer("french"), Stemmer.Stemmer("english")
    found: tuple[Stemmer.Stemmer, Stemmer.Stemmer] = _here.stemmers
    return found
