"""What tells the intent of a text, each with a name that a person can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from conversations.understanding.reading import RARE, Word

EDGE = "|"


def of_text(words: Sequence[Word], where: str) -> set[str]:
    """What tells the intent of a whole text."""
    return {
        *_ngrams(_shortened(words)), *_together(words), *_letters(words),
        *_about(words, where),
    }  # fmt: skip


def _shortened(words: Sequence[Word]) -> list[str]:
    """The signs in their order, with one rare word for a run of them."""
    kept = [EDGE]
    for word in words:
        if word.sign != RARE or kept[-1] != RARE:
            kept.append(word.sign)
    return [*kept, EDGE]


def _ngrams(signs: Sequence[str]) -> Iterator[str]:
    for n in (1, 2, 3, 4):
        for start in range(len(signs) - n + 1):
            yield " ".join(signs[start : start + n])
    for first, _, third in zip(signs, signs[1:], signs[2:], strict=False):
        yield f"{first} _ {third}"


def _together(words: Sequence[Word]) -> Iterator[str]:
    """Which classes of words meet in one sentence."""
    by_sentence: dict[int, set[str]] = {}
    for word in words:
        if word.sign.isupper() or word.sign in {"@", "http", "9", "?"}:
            by_sentence.setdefault(word.sentence, set()).add(word.sign)
    for present in by_sentence.values():
        for one, other in combinations(sorted(present), 2):
            yield f"{one}&{other}"


def _letters(words: Sequence[Word]) -> Iterator[str]:
    """The words themselves, and pieces of them: inflections and misspellings have these alike."""
    for word in words:
        if word.shape == "mark":
            continue
        yield f"={word.plain}"
        if word.sign != RARE:
            padded = f"<{word.plain}>"
            for size in (4, 5):
                for start in range(len(padded) - size + 1):
                    yield f"~{padded[start : start + size]}"


def _about(words: Sequence[Word], where: str) -> Iterator[str]:
    """Where it was written, how long it is, and what kinds of things are in it."""
    size = next((most for most in (1, 2, 4, 7, 12, 20) if len(words) <= most), 99)
    yield f"in {where}"
    yield f"in {where}, {size} words"
    for kind in {word.shape for word in words} & {"@", "http", "9", "Abc", "ABC"}:
        yield f"has {kind}"
        yield f"has {kind}, in {where}"
    meant = {word.sign for word in words if word.sign.isupper()}
    yield f"in {where}, {min(len(meant), 4)} signs"
    if words:
        yield f"ends {words[-1].plain if words[-1].shape == 'mark' else 'without a mark'}"
        yield f"first {words[0].sign}, in {where}"
    for sign in meant:
        yield f"{sign}, in {where}"
