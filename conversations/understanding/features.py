"""What the classifiers look at, each with a name that a person can read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from conversations.understanding.reading import MARKS, RARE, Word

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


Run = tuple[int, int]
"""The first and the last word of a span."""


def of_words(
    words: Sequence[Word], intent: str
) -> tuple[list[set[str]], list[set[str]], list[set[str]]]:
    """For each word, what speaks for a span that begins there, that ends there, that has it."""
    places = range(len(words))
    about = _sentences(words)
    return (
        [set(_beginning(words, at, intent)) for at in places],
        [set(_ending(words, at)) for at in places],
        [set(_inside(words, at, intent, about[words[at].sentence])) for at in places],
    )


def of_run(words: Sequence[Word], run: Run) -> set[str]:
    """What speaks for a span as a whole."""
    first, last = run
    inner = [words[at].sign for at in range(first, last + 1)]
    before, after = _sign(words, first - 1), _sign(words, last + 1)
    whole = "whole" if before != RARE and after != RARE else "part"
    return {
        f"[{' '.join(inner)}]" if len(inner) < 5 else "[long]", f"[{len(inner)}]",
        f"{before} [{'rare' if RARE in inner else 'known'}] {after}",
        f"[{whole}, {len(inner)}]", f"[{inner.count(RARE)} rare of {len(inner)}]",
    }  # fmt: skip


def _beginning(words: Sequence[Word], at: int, intent: str) -> Iterator[str]:
    signs = [_sign(words, at + step) for step in (-3, -2, -1, 0, 1)]
    shape = words[at].shape
    yield from (f"^{step} {sign}" for step, sign in zip((3, 2, 1, 0), signs, strict=False))
    yield f"^{signs[1]} {signs[2]} <"
    yield f"^{signs[0]} {signs[1]} {signs[2]} <"
    yield f"^{signs[2]} < {signs[3]}"
    yield f"^{signs[2]} < {signs[3]} {signs[4]}"
    yield f"^{signs[1]} {signs[2]} < {signs[3]}"
    yield f"^={_plain(words, at - 1)} <"
    yield f"^={_plain(words, at - 2)} {_plain(words, at - 1)} <"
    yield f"^< {words[at].plain}"
    yield f"^{intent}: {signs[2]} <"
    yield f"^{signs[2]} < {shape}"


def _ending(words: Sequence[Word], at: int) -> Iterator[str]:
    here, after, then = (_sign(words, at + step) for step in (0, 1, 2))
    yield f"$> {after}"
    yield f"$> {after} {then}"
    yield f"${here} >"
    yield f"${here} > {after}"
    yield f"$={words[at].plain} >"
    yield f"$> ={_plain(words, at + 1)}"
    yield f"$> ={_plain(words, at + 1)} {_plain(words, at + 2)}"
    yield f"${words[at].shape} > {_shape(words, at + 1)}"


def _inside(words: Sequence[Word], at: int, intent: str, about: Sentence) -> Iterator[str]:
    word = words[at]
    kind = "rare" if word.sign == RARE else "mark" if word.plain in MARKS else "known"
    yield word.sign
    yield f"={word.plain}"
    yield f"{intent}: {word.sign}"
    yield f"{kind} {word.shape}"
    yield f"~{word.plain[-3:]}"
    yield f"{_sign(words, at - 1)} {word.sign}"
    yield f"{kind}, of {min(len(about.rare), 4)} rare"
    if about.rare and at == about.rare[0]:
        yield "first rare"
    if about.rare and at == about.rare[-1]:
        yield "last rare"
    yield from (f"{kind}, beside {sign}" for sign in about.telling)
    yield f"{kind}, {'no telling sentence' if not about.telling else 'telling'}"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Which of its words are rare, and what it tells of itself."""

    rare: list[int]
    telling: frozenset[str]


TELLING = frozenset({"SEEK", "HELP", "TROUBLE", "KNOWS", "SOMEBODY", "OFFERS", "THANK", "NEED",
                     "PAUSE_WORD", "MEET_WORD", "EXPERIENCE", "DONE", "?"})  # fmt: skip


def _sentences(words: Sequence[Word]) -> dict[int, Sentence]:
    read: dict[int, Sentence] = {}
    for number in {word.sentence for word in words}:
        here = [at for at, word in enumerate(words) if word.sentence == number]
        rare = [at for at in here if words[at].sign == RARE]
        read[number] = Sentence(rare, TELLING & {words[at].sign for at in here})
    return read


def _sign(words: Sequence[Word], at: int) -> str:
    return words[at].sign if 0 <= at < len(words) else EDGE


def _plain(words: Sequence[Word], at: int) -> str:
    return words[at].plain if 0 <= at < len(words) else EDGE


def _shape(words: Sequence[Word], at: int) -> str:
    return words[at].shape if 0 <= at < len(words) else EDGE
