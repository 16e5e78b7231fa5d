"""Sentences to learn from, made out of the frames in `conversations/examples/`.

`(a|b)` is one or the other, `{topic}` is filled in, `[words]` are a topic as they stand. What
people put around a sentence (a greeting, a word of thanks) and how they write it (without capitals
or accents, in a hurry) comes by chance, from a seed: the same files make the same sentences.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from random import Random
from typing import Any

from conversations.questions import plain
from conversations.understanding.subjects import broad, trades

Span = tuple[int, int, str]

_GROUP = re.compile(r"\(([^()]*)\)(\?(?=\s\S))?")
_SLOT = re.compile(
    r"\{(?:(?P<article>le|mon|un|de|du|au) )?(?P<kind>\w+)(?::(?P<form>\w+))?\}"
    r"|\[(?P<words>[^\]]+)\]"
)
_ARTICLES = {
    "le": {"m": "le ", "f": "la ", "p": "les ", "n": ""},
    "mon": {"m": "mon ", "f": "ma ", "p": "mes ", "n": "mon "},
    "un": {"m": "un ", "f": "une ", "p": "des ", "n": ""},
    "de": {"m": "de ", "f": "de ", "p": "de ", "n": "de "},
    "du": {"m": "du ", "f": "de la ", "p": "des ", "n": "de "},
    "au": {"m": "au ", "f": "à la ", "p": "aux ", "n": "à "},
}
_ELIDED = {"le": "l'", "mon": "mon ", "un": "", "de": "d'", "du": "de l'", "au": "à l'"}
_HURRIED = {
    "quelqu'un": "qqn", "est-ce que": "esk", "pour": "pr", "je suis": "chui", "qui ": "ki ",
    "s'il vous plaît": "svp", "beaucoup": "bcp", "avec": "avc", "pas ": "po ", "quoi": "koi",
    "someone": "sum1", "anyone": "any1", "you": "u", "for": "4", "are": "r", "with": "w/",
    "please": "pls", "thanks": "thx", "because": "cuz", "about": "abt", "experience": "exp",
}  # fmt: skip
BROAD = 0.5
"""How many subjects are of the thesaurus."""
COMPOSED = 0.25
"""How many subjects are made longer, so that their length is not learned by heart."""
TAILED = 0.14
"""How many subjects are followed by where, or for whom: that is no part of them."""
BOXED = 0.1
"""How many subjects stand inside of something that is not the subject itself."""
SPAN_OF = {None: "topic", "trade": "topic"}
"""What stands for a subject beside it: words as they stand, and the name of a trade."""
_BARE = frozenset({"yes", "no", "help", "leave", "my_data", "cancel", "resume"})
"""Intents that are said without much around them."""


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence with its label; `spans` are where a topic, a person or a date stands."""

    text: str
    where: str
    intent: str
    spans: tuple[Span, ...] = ()


@lru_cache
def slots() -> dict[str, dict[str, list[str]]]:
    """What fills the braces, by language."""
    return _table("slots.toml")


def made(seed: int) -> list[Example]:
    """Every sentence that the files make with this seed."""
    chance = Random(seed)  # noqa: S311 - sentences, no secrets
    return [
        _varied(_placed(_filled(frame, locale, chance, group), group, chance), locale, chance)
        for name in sorted(_files())
        for group in _table(name)["examples"]
        for locale in ("fr", "en")
        for frame in group.get(locale, [])
        for _ in range(_times(frame, group["plenty"]))
    ]  # fmt: skip


@lru_cache
def everyday() -> frozenset[str]:
    """The words of the frames themselves, without what fills them."""
    seen: dict[str, set[str]] = {}
    short: set[str] = set()
    for name in _files():
        for group in _table(name)["examples"]:
            for frame in (*group.get("fr", []), *group.get("en", [])):
                for word in re.findall(r"[\w'’-]+", _SLOT.sub(" ", frame)):
                    seen.setdefault(plain(word), set()).add(frame)
                    short |= {plain(word)} if name == "small.toml" else set()
    return frozenset(word for word, frames in seen.items()
                     if word and (len(frames) > 2 or word in short))  # fmt: skip


def _files() -> list[str]:
    folder = files("conversations") / "examples"
    return [each.name for each in folder.iterdir()
            if each.name.endswith(".toml") and each.name != "slots.toml"]  # fmt: skip


@lru_cache
def _table(name: str) -> dict[str, Any]:
    read = (files("conversations") / "examples" / name).read_text(encoding="utf-8")
    return tomllib.loads(read)


def _times(frame: str, plenty: int) -> int:
    """A frame with much to choose from is used more often."""
    return plenty * (2 if _GROUP.search(frame) and _SLOT.search(frame) else 1)


def _filled(frame: str, locale: str, chance: Random, group: Mapping[str, Any]) -> Example:
    """A frame with one of its alternatives and its braces filled."""
    chosen = _GROUP.sub(lambda found: _one_of(found, chance), frame)
    chosen = re.sub(r"(\S)  +", r"\1 ", chosen).strip()
    text, spans, last = "", [], 0
    for found in _SLOT.finditer(chosen):
        text += chosen[last : found.start()]
        before, words = _filling(found, locale, chance)
        text += before
        if words:
            start = len(text)
            text += words
            spans.append((start, len(text), SPAN_OF.get(found["kind"], found["kind"])))
        last = found.end()
        if found["kind"] == "topic" and locale == "en" and chance.random() < BOXED:
            text += f" {chance.choice(slots()['en']['box'])}"
        if found["kind"] == "topic" and chance.random() < TAILED:
            text += chance.choice(slots()[locale]["tail"])
    return Example(text + chosen[last:], "both", group["intent"], tuple(spans))


def _one_of(found: re.Match[str], chance: Random) -> str:
    if found[2] and chance.random() < 0.5:
        return ""
    chosen: str = chance.choice(found[1].split("|"))
    return chosen


def _filling(found: re.Match[str], locale: str, chance: Random) -> tuple[str, str]:
    """What stands before the span (an article), and the span."""
    if found["words"]:
        return "", found["words"]
    if found["kind"] == "trade":
        return "", chance.choice(trades()[locale])
    if found["kind"] == "does":
        return chance.choice(slots()[locale]["does"]), ""
    kind = f"{found['kind']}_{found['form']}" if found["form"] else found["kind"]
    other = "en" if locale == "fr" else "fr"
    source = other if kind == "topic" and chance.random() < 0.08 else locale
    words = _subject(source, chance) if kind == "topic" else chance.choice(slots()[source][kind])
    if kind == "topic" and chance.random() < COMPOSED:
        words = _composed(words, source, chance)
    if kind == "topic" and chance.random() < BOXED and source == locale == "fr":
        return _boxed(words, found["article"] or "", chance)
    if kind == "topic" and source == "fr":
        return _with_article(words, found["article"] or "")
    return ("my " if found["article"] == "mon" and locale == "en" else ""), words


def subject(locale: str, chance: Random) -> str:
    """A subject without its gender."""
    entry = _subject(locale, chance)
    return entry if locale == "en" else entry.split(" ", 1)[1]


def _subject(locale: str, chance: Random) -> str:
    return chance.choice(broad()[locale] if chance.random() < BROAD else slots()[locale]["topic"])


def _composed(words: str, locale: str, chance: Random) -> str:
    """A longer subject: with what belongs to it, or with a second one: "la paie des stages"."""
    if chance.random() < 0.4:
        return f"{words}{chance.choice(slots()[locale]['complement'])}"
    more = _subject(locale, chance)
    if locale == "en":
        return chance.choice([f"{words} {more}", f"{words} and {more}"])
    bare = more.split(" ", 1)[1]
    joined = "".join(_with_article(more, chance.choice(["de", "du"])))
    return f"{words} {chance.choice([joined, joined, bare, f'et {bare}'])}"


def _boxed(entry: str, article: str, chance: Random) -> tuple[str, str]:
    """A subject inside of something: "mon dashboard Metabase", "la gestion des notes de frais"."""
    if entry.startswith("n "):
        box = _with_article(f"m {chance.choice(slots()['fr']['box'])}", article)
        return f"{''.join(box)} ", entry[2:]
    box = _with_article(f"f {chance.choice(slots()['fr']['box_de'])}", article)
    inner = _with_article(entry, chance.choice(["de", "du"]))
    return f"{''.join(box)} {inner[0]}", inner[1]


def _with_article(entry: str, article: str) -> tuple[str, str]:
    gender, words = entry.split(" ", 1)
    if not article:
        return "", words
    vowel = plain(words)[0] in "aeiouh" and gender != "p" and article != "un"
    if vowel and (gender != "n" or article in {"de", "du"}):
        return _ELIDED[article], words
    return _ARTICLES[article][gender], words


def _placed(example: Example, group: Mapping[str, Any], chance: Random) -> Example:
    """In a channel or in the direct line."""
    where: str = group["where"]
    if where == "both":
        likely = 0.65 if example.intent in {"find_help", "offer_help", "thanks", "none"} else 0.35
        where = "channel" if chance.random() < likely else "direct"
    named = where == "channel" and example.intent == "cancel" and chance.random() < 0.8
    return _around(replace(example, where=where), "@bot " if named else "", "")


def _varied(example: Example, locale: str, chance: Random) -> Example:
    """As people write: with something before and after, in a hurry, without accents."""
    bare = example.intent in _BARE or len(example.text) < 12
    often = 0.08 if bare else 0.18 if example.intent == "none" else 0.3
    said = slots()[locale]
    if chance.random() < often * 0.4 and example.intent in {"find_help", "none"} and not bare:
        example = _around(example, chance.choice(said["before"]), "")
    if chance.random() < often:
        example = _around(example, chance.choice(said["hello"]), "")
    if chance.random() < often and example.intent != "none":
        example = _around(example, "", chance.choice(said["bye"]))
    return written(example, chance)


def written(example: Example, chance: Random) -> Example:
    """As somebody would type it: in a hurry, without capitals, accents or a full stop."""
    if chance.random() < 0.12:
        example = _shortened(example, chance)
    text = example.text
    if chance.random() < 0.4:
        text = text.rstrip(" .!?") if text.strip(" .!?") else text
    if chance.random() < 0.3:
        text = text.lower()
    elif chance.random() < 0.4:
        text = text[:1].upper() + text[1:]
    if chance.random() < 0.2:
        text = "".join(map(_unaccented, text))
    if chance.random() < 0.3:
        text = text.replace("'", "’")
    return replace(example, text=text)


def _unaccented(letter: str) -> str:
    """A small letter without its accent: one letter for one, so that spans stay where they are."""
    without = plain(letter)
    return without if letter.islower() and len(without) == 1 else letter


def _shortened(example: Example, chance: Random) -> Example:
    """With one abbreviation, outside of what is marked."""
    fitting = [(long, short) for long, short in _HURRIED.items() if long in example.text]
    if not fitting:
        return example
    long, short = chance.choice(fitting)
    at = example.text.index(long)
    if any(start < at + len(long) and at < end for start, end, _ in example.spans):
        return example
    shift = len(short) - len(long)
    spans = tuple((start + shift, end + shift, kind) if start > at else (start, end, kind)
                  for start, end, kind in example.spans)  # fmt: skip
    return replace(
        example, text=example.text[:at] + short + example.text[at + len(long) :], spans=spans
    )


def _around(example: Example, before: str, after: str) -> Example:
    shift = len(before)
    spans = tuple((start + shift, end + shift, kind) for start, end, kind in example.spans)
    return replace(example, text=before + example.text + after, spans=spans)


def counted(examples: Sequence[Example]) -> Iterator[tuple[str, int]]:
    """How many there are of each intent."""
    intents = [each.intent for each in examples]
    yield from ((name, intents.count(name)) for name in sorted(set(intents)))
