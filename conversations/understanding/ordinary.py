"""Which words are everyday ones or a subject's, and not merely somebody's name."""

from __future__ import annotations

from community.given_names import is_given, is_word_too
from conversations.understanding import everyday
from conversations.understanding.lexicon import lexicon, singular


def is_ordinary(word: str) -> bool:
    """Whether a word without case and accents is one of the language, though it may be a name."""
    if is_given(word) or is_word_too(word):
        return is_word_too(word)
    return word in everyday() or singular(word) in lexicon().places
