"""From what somebody wrote to what they want: a first, plain reading by phrases.

The phrases are data, one file a language in `phrases/`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from conversations import phrases
from conversations.questions import plain

MOST_READ = 600
"""Characters that are looked at: a request is at the start of a message, or near it."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text asks for: `find_help` with a topic, `where`, or `none`."""

    intent: str = "none"
    topic: str = ""


def understand(text: str) -> Understanding:
    """The first phrase that fits, in any language."""
    words = " ".join(text[:MOST_READ].replace("’", "'").split())
    folded = _folded(words)
    for where in _where():
        if where in folded:
            return Understanding("where")
    for pattern, articles in _find_help():
        found = pattern.search(folded)
        if found:
            topic = words[found.start("topic") : found.end("topic")]
            return Understanding("find_help", _bare(topic, articles))
    return Understanding()


def _folded(words: str) -> str:
    """Without case and accents, letter by letter, so that places in it are places in the text."""
    return "".join((plain(letter) or letter)[0] for letter in words)


def _bare(topic: str, articles: re.Pattern[str]) -> str:
    """The topic without a leading article and without what ends the sentence."""
    first = re.split(r"[?!\n]|\. ", topic)[0]
    return articles.sub("", first.strip(" .,;:\u00a0\u202f")).strip()


@lru_cache
def _find_help() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (re.compile(phrase.replace("{topic}", r"(?P<topic>.+)")), _leading(data["articles"]))
        for data in phrases.by_language().values()
        for phrase in data["find_help"]
    ]


def _leading(articles: list[str]) -> re.Pattern[str]:
    longest = sorted(articles, key=len, reverse=True)
    each = (re.escape(word) + ("" if word.endswith("'") else r"\s+") for word in longest)
    return re.compile(rf"^(?:{'|'.join(each)})", re.IGNORECASE)


@lru_cache
def _where() -> list[str]:
    return [phrase for language in phrases.every("where") for phrase in language]
