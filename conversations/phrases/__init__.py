"""How people say things, one file a language; each is understood whatever the member's language."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from conversations.questions import joined, plain


@lru_cache
def by_language() -> dict[str, dict[str, list[str]]]:
    """By locale, the lists of phrases of its file."""
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(files(__package__).iterdir(), key=lambda each: each.name)
        if file.name.endswith(".toml")
    }


def every(kind: str) -> list[list[str]]:
    """The phrases of one kind, language by language."""
    return [phrases[kind] for phrases in by_language().values()]


@lru_cache
def ours() -> frozenset[str]:
    """Words that would make a name pass for the bot's own or the team's."""
    return frozenset(word for language in every("ours") for word in language)


def after(words: str, kind: str) -> str:
    """What follows in a line that begins with a phrase of this kind; "" when none does."""
    said, known = words.split(), _joined(kind)
    most = range(1, min(len(said), MOST_BEGUN) + 1)
    begun = [n for n in most if joined(spelt_out(" ".join(said[:n]))) in known]
    return " ".join(said[max(begun, default=len(said)) :])


MOST_BEGUN = 12
"""Words that a line can begin with."""


@lru_cache
def _joined(kind: str) -> frozenset[str]:
    return frozenset(joined(plain(phrase)) for phrase in chain.from_iterable(every(kind)))


def spelt_out(words: str) -> str:
    """Words to compare, with those of chat as they are usually spelt: "qq1" is "quelqu'un"."""
    return _CHAT_WORD.sub(lambda found: _usual().get(found[0], found[0]), plain(words))


_CHAT_WORD = re.compile(r"[\w']+")


@lru_cache
def _usual() -> dict[str, str]:
    pairs = (each.split(" = ") for each in chain.from_iterable(every("chat_spelling")))
    return {plain(chat): plain(usual) for chat, usual in pairs}


@lru_cache
def pattern(kind: str) -> str:
    """A pattern for the phrases of one kind, in any language, also without their apostrophes."""
    known = sorted(map(plain, chain.from_iterable(every(kind))), key=len, reverse=True)
    spelt = (re.escape(each).replace("'", "[' ]?").replace(r"\-", "[- ]?") for each in known)
    return rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)"


TOLD = ("withdraw", "where", "report", "block", "team")
"""What is asked for in so many words, whatever else is understood; dialogues are called so, too."""
OF_REQUESTS = ("withdraw", "where")
"""Those of them that are about one's own requests."""
MOST_TOLD = 80
"""Characters; in a longer message the same words may be part of a story."""


def told(words: str) -> str | None:
    """The dialogue that somebody asks for in so many words."""
    said = spelt_out(words)
    if len(said) > MOST_TOLD:
        return None
    return next((kind for kind in TOLD if _tells(kind, said)), None)


def _tells(kind: str, said: str) -> bool:
    """Whether a phrase of this kind is among the words, or alone is all of them."""
    within = _team() if kind == "team" else pattern(kind)
    alone = joined(said) in _joined(f"{kind}_alone")
    wished = kind not in OF_REQUESTS and is_wanted(said, kind)
    return alone or wished or bool(re.search(within, said))


def is_wanted(words: str, kind: str) -> bool:
    """Whether somebody says that they want what such a phrase says, and nothing else."""
    wanted = rf"{_team()}|{pattern('team_alone')}" if kind == "team" else pattern(f"{kind}_alone")
    around = rf"(?:{pattern('wanting')}|{pattern('polite')})"
    return (
        re.fullmatch(rf"(?:{around}\W+)*(?:{wanted})(?:\W+{around})*", spelt_out(words)) is not None
    )


def _team() -> str:
    """A pattern for words like "en parler avec quelqu'un de l'équipe", "talk to a moderator"."""
    return rf"{pattern('reaching')}\W+(?:{pattern('linking')}\W+)*{pattern('the_team')}"


def takes_back(words: str) -> bool:
    """Whether somebody says in a few words that they can't help after all."""
    said = plain(words)
    if len(said) > MOST_TOLD:
        return False
    after_all = all(re.search(pattern(kind), said) for kind in ("cannot_help", "after_all"))
    return after_all or re.search(pattern("take_back"), said) is not None
