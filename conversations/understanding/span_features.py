"""What tells where a topic, a person or a day stands, each with a name that a person can read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from conversations.understanding.features import EDGE
from conversations.understanding.lexicon import Run, lexicon, longest, names_in, singular
from conversations.understanding.reading import MARKS, RARE, TRADE, Word

AROUND = 5
"""How many words before and after a place are looked at."""
TELLING = frozenset({"SEEK", "HELP", "TROUBLE", "KNOWS", "SOMEBODY", "OFFERS", "THANK", "NEED",
                     "PAUSE_WORD", "MEET_WORD", "EXPERIENCE", "DONE", "?"})  # fmt: skip
"""What tells, wherever it stands, what its sentence is about."""
LEADING = TELLING | {"WHO", "EXPERT", "GOOD_AT", "WANT", "CAN", "SOS", "FAILS", "ACT", "ASK_ABOUT",
                     TRADE}  # fmt: skip
"""What often leads to a span: the last before it and the first after it are looked at."""
FAR = 8
_LINKS = frozenset({"the", "own", "one", "of", "to"})


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a text and what is known of each; lists have `AROUND` more at each end."""

    words: Sequence[Word]
    intent: str
    signs: list[str]
    plain: list[str]
    shapes: list[str]
    kinds: list[str]
    places: list[str]
    names: Mapping[Run, str]
    longest: list[Run]
    before: list[tuple[str, int]]
    after: list[str]
    stretches: list[int]
    sentences: dict[int, Sentence]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Which of its words are rare, and what it tells of itself."""

    rare: list[int]
    telling: list[str]
    place: str


def text_of(words: Sequence[Word], intent: str) -> Text:
    """A text as it is looked at."""
    known, names = lexicon().places, names_in(words)
    kinds = [_kind(word) for word in words]
    places = ["mark" if word.shape == "mark" else known.get(singular(word.plain), "-")
              for word in words]  # fmt: skip
    return Text(
        words, intent, _padded([word.sign for word in words]),
        _padded([word.plain for word in words]), _padded([word.shape for word in words]),
        _padded(kinds), _padded(places), names, longest(names), list(_before(words)),
        [sign for sign, _ in _before(words[::-1])][::-1], _stretches(kinds), _sentences(words),
    )  # fmt: skip


def _padded(told: list[str]) -> list[str]:
    return [*[EDGE] * AROUND, *told, *[EDGE] * AROUND]


@lru_cache
def _kinds() -> dict[str, str]:
    written = (files("conversations.understanding") / "kinds.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(written)
    return {word: kind for kind, words in table.items() for word in words.split()}


def _kind(word: Word) -> str:
    """What kind of word it is, as far as that can be told without its neighbours."""
    small = _kinds().get(word.plain)
    if small or word.shape == "mark":
        return small or "mark"
    if word.sign in {RARE, TRADE}:
        return "R" if word.sign == RARE else "T"
    return "S" if word.sign.isupper() else "k"


def _before(words: Sequence[Word]) -> Iterator[tuple[str, int]]:
    """For each word, what leads to it in its sentence, and how far away that is."""
    led, since, sentence = EDGE, 0, -1
    for at, word in enumerate(words):
        if word.sentence != sentence:
            led, since, sentence = EDGE, at, word.sentence
        yield led, min(at - since, FAR)
        if word.sign in LEADING:
            led, since = word.sign, at + 1


def _stretches(kinds: Sequence[str]) -> list[int]:
    """For each word, how many stretches of rare words ("chute de vélo" is one) have begun."""
    begun, counts = 0, []
    for at, kind in enumerate(kinds):
        last = kinds[at - 2] if at > 1 and kinds[at - 1] == "of" else kinds[at - 1] if at else EDGE
        goes_on = last in "RT"
        begun += kind in "RT" and not goes_on
        counts.append(begun)
    return counts


def _sentences(words: Sequence[Word]) -> dict[int, Sentence]:
    by_number: dict[int, list[int]] = {}
    for at, word in enumerate(words):
        by_number.setdefault(word.sentence, []).append(at)
    count = len(by_number)
    return {
        number: Sentence(
            [at for at in here if words[at].sign == RARE],
            sorted(TELLING & {words[at].sign for at in here}), f"{min(nth, 3)} of {min(count, 4)}",
        )
        for nth, (number, here) in enumerate(by_number.items())
    }  # fmt: skip


def beginning(text: Text, at: int) -> Iterator[str]:
    """What speaks for a span that begins here."""
    i = at + AROUND
    four, three, two, one, here, then = text.signs[i - 4 : i + 2]
    p_three, p_two, p_one = text.plain[i - 3 : i]
    kinds, word = text.kinds[i - 4 : i + 2], text.words[at]
    yield from (f"^3 {three}", f"^2 {two}", f"^1 {one}", f"^0 {here}", f"^{two} {one} <")
    yield from (f"^{three} {two} {one} <", f"^{four} {three} {two} {one} <", f"^{one} < {here}")
    yield from (f"^{one} < {here} {then}", f"^{two} {one} < {here}", f"^{text.intent}: {one} <")
    yield from (f"^={p_one} <", f"^={p_two} {p_one} <", f"^={p_three} {p_two} {p_one} <")
    yield from (f"^< {word.plain}", f"^{one} < {word.shape}")
    yield from (f"^k {' '.join(kinds[first:])}" for first in (0, 1, 2))
    if kinds[3] in {"the", "own", "one", "of"}:
        yield from (f"^{kinds[3]} after {two}", f"^{kinds[3]} after ={p_two}",
                    f"^after {three} {two}")  # fmt: skip
    place, (led, far) = text.places[i], text.before[at]
    yield from (f"^p {place}", f"^p {kinds[3]} < {place}", f"^~ {word.plain[-3:]}")
    yield from (f"^~ {kinds[3]} < {word.plain[-2:]}", f"^led {led} {far}", f"^led {led}")
    yield from (f"^led {led} {kinds[3]}", f"^{text.intent} led {led} {kinds[3]}")
    yield from (f"^to {text.after[at]}", f"^led {led} to {text.after[at]}")


def ending(text: Text, at: int) -> Iterator[str]:
    """What speaks for a span that ends here."""
    i = at + AROUND
    here, after, then = text.signs[i : i + 3]
    said, p_one, p_two, p_three = text.plain[i : i + 4]
    kinds, place = text.kinds[i - 1 : i + 5], text.places[i]
    yield from (f"$> {after}", f"$> {after} {then}", f"${here} >", f"${here} > {after}")
    yield from (f"$={said} >", f"$> ={p_one}", f"$> ={p_one} {p_two}")
    yield f"$> ={p_one} {p_two} {p_three}"
    yield f"${text.shapes[i]} > {text.shapes[i + 1]}"
    yield from (f"$k {' '.join(kinds[:last])}" for last in (3, 4))
    yield from (f"$k> {' '.join(kinds[1:last])}" for last in (5, 6))
    yield from (f"$p {place} > {kinds[2]}", f"$p {place} > {p_one}", f"$~ {said[-3:]} > {kinds[2]}")
    ahead = (step for step in range(1, AROUND) if text.kinds[i + step] not in _LINKS)
    beyond = i + next(ahead, AROUND)
    kind, shape = text.kinds[beyond], text.shapes[beyond]
    yield from (f"$next {p_one} {kind}", f"$next {p_one} {kind} {shape}")
    yield f"$next {p_one} {text.places[beyond]}"


def inside(text: Text, at: int) -> Iterator[str]:
    """What speaks for a span that has this word."""
    i, word = at + AROUND, text.words[at]
    about, kind, sign = text.sentences[word.sentence], text.kinds[i], word.sign
    known = "rare" if sign == RARE else "mark" if word.plain in MARKS else "known"
    yield from (sign, f"={word.plain}", f"{text.intent}: {sign}", f"{known} {word.shape}")
    yield from (f"~{word.plain[-3:]}", f"{text.signs[i - 1]} {sign}")
    yield f"{known}, of {min(len(about.rare), 4)} rare"
    if about.rare and at in {about.rare[0], about.rare[-1]}:
        yield "first rare" if at == about.rare[0] else "last rare"
    yield from (f"{known}, beside {each}" for each in about.telling or ("nothing telling",))
    yield from (f"{kind} {text.places[i]}", f"{kind} led {text.before[at][0]}")
    yield f"{text.kinds[i - 1]} ({kind}) {text.kinds[i + 1]}"
    yield f"{kind} in sentence {about.place}"
    if kind in "RT":
        nth = f"{kind} {min(text.stretches[at], 5)} of {min(text.stretches[-1], 5)}"
        yield from (nth, f"{text.intent}: {nth}")


def whole(text: Text, run: Run) -> Iterator[str]:
    """What speaks for a span as a whole."""
    first, last = run[0] + AROUND, run[1] + AROUND
    signs, shapes = text.signs[first : last + 1], text.shapes[first : last + 1]
    kinds, count = " ".join(text.kinds[first : last + 1]), last - first + 1
    before, after = text.signs[first - 1], text.signs[last + 1]
    part = "whole" if before != RARE and after != RARE else "part"
    led, far = text.before[run[0]]
    yield f"[{' '.join(signs)}]" if count < 5 else "[long]"
    yield from (f"[{count}]", f"[{part}, {count}]")
    yield f"{before} [{'rare' if RARE in signs else 'known'}] {after}"
    yield f"[{signs.count(RARE)} rare of {count}]"
    yield from (f"k[{kinds}]", f"{text.kinds[first - 1]} k[{kinds}] {text.kinds[last + 1]}")
    yield from (f"={text.plain[first - 1]} k[{kinds}]", f"[{count}] led {led} {far}")
    yield f"[{count}] ~{text.plain[first][-2:]}"
    yield f"{text.shapes[first - 1]} [{shapes[0]} {shapes[-1]}] {text.shapes[last + 1]}"
    yield f"[{'/'.join(dict.fromkeys(shapes))}] {count > 1}"
    yield from _as_name(text, run, kinds)


def _as_name(text: Text, run: Run, kinds: str) -> Iterator[str]:
    """What the thesaurus says of a span: it is a name, a part of one, or has one in it."""
    (first, last), name = run, text.names.get(run)
    if name:
        size = "longest" if run in text.longest else "shorter"
        yield from (f"{name}, {size}", f"{name}, {size}, {min(last - first, 2)}")
        yield f"{name}: {text.intent}"
        yield f"{name}, {size} after {text.kinds[first + AROUND - 1]}"
        yield from (f"{name} led {text.before[first][0]}", f"{name} of {min(len(text.longest), 5)}")
        return
    within = sum(first <= one and other <= last for one, other in text.longest)
    cut = any(one < first <= other or one <= last < other for one, other in text.longest)
    held = any(one <= first and last <= other for one, other in text.longest)
    heads = any(one == first and other < last for one, other in text.longest)
    tails = any(other == last and one > first for one, other in text.longest)
    told = f"no name, {min(within, 2)} within, cut {cut}, held {held}"
    yield from (told, f"{told}, {last - first}")
    yield f"no name, heads {heads}, tails {tails}, k[{kinds}]"
