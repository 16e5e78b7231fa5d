"""A text that is nothing but a subject or a trade: "django", "first aid", "un bon plombier"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from importlib.resources import files

from conversations.questions import plain
from conversations.understanding.lexicon import lexicon
from conversations.understanding.reading import RARE, TRADE, Word, words_of

MOST = 4
"""How many words a bare subject may have."""
SHORTEST = 5
"""Letters of an everyday word that is a subject when it stands alone."""
LINKS = frozenset({"de", "du", "des", "d'", "l'", "la", "le", "et", "and", "of", "en", "in"})
BEFORE_A_TRADE = frozenset({"un", "une", "a", "an", "bon", "bonne", "good"})


def subject(words: Sequence[Word]) -> tuple[int, int] | None:
    """Where the subject stands if nothing else is said: a trade or a name of the thesaurus too."""
    said = [word for word in words if word.shape != "mark"]
    while len(said) > 1 and said[0].plain in BEFORE_A_TRADE and said[-1].sign == TRADE:
        said = said[1:]
    known = _spelt(said) in names() or _is_acronym(said)
    fits = 0 < len(said) <= MOST and (known or _is_unusual(said))
    return (said[0].start, said[-1].end) if fits else None


def is_trade(words: Sequence[Word]) -> bool:
    """Whether they are one word, beside articles, that is the name of a trade."""
    said = [word for word in words if word.shape != "mark" and word.plain not in BEFORE_A_TRADE]
    return len(said) == 1 and said[0].sign == TRADE


def everyday_names(every: Iterator[str], known: Set[str], taken: Set[str]) -> Iterator[str]:
    """Of the thesaurus's names, those whose words don't tell by themselves that they are one.

    `taken` are texts that mean something else; so do a single word of a class and a very short one.
    """
    for name in every:
        said = [word for word in words_of(name, known) if word.shape != "mark"]
        alone = len(said) == 1 and (said[0].sign.isupper() or len(name) < SHORTEST)
        if 0 < len(said) <= MOST and not (_is_unusual(said) or alone or plain(name) in taken):
            yield _spelt(said)


def _is_unusual(said: Sequence[Word]) -> bool:
    unusual = [word.sign in {RARE, TRADE} for word in said]
    return unusual[0] and all(
        rare or word.plain in LINKS for rare, word in zip(unusual, said, strict=True)
    )


def _is_acronym(said: Sequence[Word]) -> bool:
    """Whether it is one name of the thesaurus in capitals, though an everyday word has its letters:
    "AI", "IT"."""
    alone = said[0] if len(said) == 1 else None
    return alone is not None and alone.shape == "ABC" and alone.plain in lexicon().names


def _spelt(said: Sequence[Word]) -> str:
    return " ".join(word.plain for word in said)


@lru_cache
def names() -> frozenset[str]:
    """What `learn` kept of the thesaurus's names, as their words are spelt without accents."""
    written = files(__package__) / "names.txt"
    return frozenset(written.read_text(encoding="utf-8").splitlines())
