"""The trade that somebody asks for beside their subject: "a plumber, my sink leaks"."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.understanding import everyday
from conversations.understanding.lexicon import lexicon, longest, names_in, singular
from conversations.understanding.reading import MARKS, TRADE, Word, words_of

_ONE = frozenset({"un", "une", "a", "an", "any", "some", "d'", "de", "des", "aucun", "aucune"})
_WITH = frozenset({"with", "avec"})
_QUALIFIED = frozenset({"bon", "bonne", "bons", "bonnes", "vrai", "vraie", "good", "decent"})
_LEADING = frozenset({"SEEK", "NEED", "WANT", "SOS", "HELLO", "PLEASE"})
"""What a trade may follow without an article: "need plumber"."""
_CALLS = frozenset({"SEEK", "NEED", "WANT", "SOS", "SOMEBODY", "PLEASE", "MEET_WORD"})
_BESIDE = frozenset({"ME", "YOU_BOT", "WHO", "KNOWS", "CAN", "HELLO", "THANK", "HERE", "\n", "up"})
"""What words are that ask for something, and those that may stand beside them."""
_SEEKS = frozenset({"SEEK", "NEED", "WHO", "SOMEBODY"})
"""Classes of words with which somebody asks for help, beside naming a trade."""
_NOT_ASKED = frozenset({
    "suis", "etais", "etait", "sommes", "am", "i'm", "im", "was", "were", "as", "comme", "que",
    "qu'", "etre", "devenir", "devenu", "devenue", "be", "being", "become", "becoming", "par",
    "by", "chez", "from", "ai", "avons", "have", "had", "got", "avait", "contre", "against",
})  # fmt: skip
"""What comes before one that somebody is, has, or speaks of."""


def trade_asked_for(text: str, topic: str) -> str | None:
    """The first trade, as it is written, that a text asks for outside of its topic."""
    words = words_of(text, everyday())
    start = text.find(topic)
    asked = (
        (words[first].start, words[last].end)
        for first, last in sorted(longest(names_in(words)))
        if _is_trade(words[first : last + 1]) and _is_asked_for(words, first)
    )
    apart = (each for each in asked if each[1] <= start or each[0] >= start + len(topic))
    return next((text[slice(*each)] for each in apart), None)


def seeks(text: str) -> bool:
    """Whether words of a request are among them: "who", "I'm looking for", "somebody"."""
    return not _SEEKS.isdisjoint(word.sign for word in words_of(text, everyday()))


def is_only_asked_for(text: str, topic: str) -> bool:
    """Whether a text says no more than that its topic is wanted: "find me a lawyer"."""
    start = text.find(topic)
    around = words_of(f"{text[:start]}\n{text[start + len(topic) :]}", everyday())
    signs = {each.sign for each in around if each.plain not in _ONE | _WITH | MARKS}
    return not signs.isdisjoint(_CALLS) and signs <= _CALLS | _BESIDE


def _is_trade(said: Sequence[Word]) -> bool:
    if len(said) == 1 and said[0].sign == TRADE:
        return True
    return " ".join(singular(word.plain) for word in said) in lexicon().trades - lexicon().names


def _is_asked_for(words: Sequence[Word], at: int) -> bool:
    """Whether it stands as what is wanted: with "a" or after "need", and is nobody's own trade."""
    while at and words[at - 1].plain in _QUALIFIED:
        at -= 1
    if not at or words[at - 1].plain in MARKS or words[at - 1].sign in _LEADING:
        return True
    before = words[at - 2].plain if at > 1 else ""
    return words[at - 1].plain in _ONE and before not in _NOT_ASKED
