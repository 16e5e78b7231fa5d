"""Whether short words are phrases of some kind and nothing else: the lists are in `phrases/`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from conversations import phrases
from conversations.dates import read_day
from conversations.hours import take_hour
from conversations.labels import bare
from conversations.questions import joined, plain

DATED = frozenset({"talked", "planned", "cannot_then"})
"""The lists whose phrases may have a day beside them."""
BEGINNING = frozenset({"comes_if", "comes_with"})
"""The lists whose phrases only begin what is said: "oui, si je trouve une garde"."""

BESIDE = {
    "planned": ("not_talked", "but"), "more": ("yes", "but"), "yes": ("after_all",),
    "no": ("after_all",), "comes": ("yes", "after_all"), "takes_part": ("yes",),
    "unable": ("after_all", "holds"), "unnamed": ("after_all", "no", "everyone", "but"),
    "named": ("after_all", "everyone", "but"), "team_only": ("after_all",),
    "drops_answer": ("after_all", "no"), "no_longer": ("after_all", "yes", "no", "all_is_well"),
    "never_mind": ("after_all",), "wrong_person": ("no", "after_all"), "not_them": ("no",),
    "asks_them": ("yes", "after_all", "picks"),
    "asks_the_team": ("yes", "no", "after_all", "picks"),
}  # fmt: skip
"""What may stand beside phrases of a list and changes nothing: "pas encore, mais on se voit lundi".
"""

PARTS = re.compile(r"[,.;:!?…\n]+")

MOST_SHORT = 80
"""Characters of a short answer; more is a story, whatever words are in it."""

MOST_NAMED = 3
"""Words of a name, or of a day; more is a story likewise."""

ANY_DAY = date(2000, 1, 3)
"""Whether words name a day does not depend on today's."""


def meaning(words: str, kinds: Mapping[str, Sequence[str]], locale: str) -> str | None:
    """Which of the values short words say, each by its lists: in the reader's language, else in any
    one; what they say by themselves comes before what they say beside other words."""
    for languages in ((locale,), tuple(phrases.by_language())):
        for beside in (False, True):
            found = [
                value for value, lists in kinds.items()
                if _says(words, lists, languages, beside=beside)
            ]  # fmt: skip
            if found:
                return found[0] if len(found) == 1 else None
    return None


def asks_about_us(words: str) -> bool:
    """Whether short words ask who is writing here, what this is, or what it costs."""
    return says(words, "who_are_you", "is_it_free")


def is_skipping(words: str) -> bool:
    """Whether the words can only mean that the person would rather not answer."""
    return says(words, "skip")


def says(words: str, *kinds: str) -> bool:
    """Whether short words, in any language, are phrases of these kinds and nothing else."""
    return _says(words, kinds, tuple(phrases.by_language()))


def language_asked_for(words: str) -> str | None:
    """The language in which somebody asks, in so many words, to be spoken to."""
    return next(
        (each for each in phrases.by_language() if _says(words, ("to_speak",), (each,))), None
    )


def names_day(words: str) -> bool:
    """Whether words name a day, perhaps with an hour, and hardly more."""
    said = plain(words)
    try:
        _, day = take_hour(said) or ("", said)
        return 0 < len(day.split()) <= MOST_NAMED and read_day(day, ANY_DAY) is not None
    except (ValueError, OverflowError):
        return False


def asks_something(words: str) -> bool:
    """Whether words are a question."""
    asks = re.match(phrases.pattern("asking"), plain(words)) is not None
    return asks or words.rstrip().endswith("?")


def place(words: str) -> str:
    """A place without what people say before it: "I live in", "à"."""
    return re.sub(rf"^{phrases.pattern('lives_in')}\s+", "", words)


def is_short_answer(words: str) -> bool:
    """Whether the words are a yes, a no or a greeting, in whatever language."""
    kinds = ("yes", "no", "skip", "nothing", "polite")
    return _says(words, kinds, tuple(phrases.by_language()))


def _says(
    words: str, kinds: Sequence[str], languages: tuple[str, ...], *, beside: bool = True
) -> bool:
    """Whether the words, or each of their parts, are of these kinds, as they are or with those of
    chat as they are usually spelt."""
    if len(words) > MOST_SHORT:
        return False
    usual = phrases.spelt_out(words)
    said = [words] if usual == plain(words) else [words, usual]
    return any(_are_said(each, kinds, languages, beside=beside) for each in said)


def _are_said(
    words: str, kinds: Sequence[str], languages: tuple[str, ...], *, beside: bool
) -> bool:
    known = frozenset[str]().union(*(_joined(kind, languages) for kind in kinds))
    aside = _known("polite", tuple(phrases.by_language())).union(
        *(_known(each, languages) for kind in kinds for each in BESIDE.get(kind, ())
          if beside and each not in kinds)
    )  # fmt: skip
    parts = [part for part in map(bare, PARTS.split(words)) if part not in aside]
    rests = [_without(aside, part) for part in parts]
    telling = [rest for rest in rests if rest and rest not in aside]
    dated = [each for kind in DATED.intersection(kinds) for each in _known(kind, languages)]
    begun = [each for kind in BEGINNING.intersection(kinds) for each in _known(kind, languages)]
    if any(bare(words).startswith(f"{each} ") for each in begun):
        return True
    return joined(bare(words)) in known or (
        bool(telling)
        and all(_is_made_of(known, part, aside) or _is_dated(part, dated) for part in telling)
    )


def _is_made_of(known: frozenset[str], part: str, aside: frozenset[str]) -> bool:
    """Whether it is nothing but these phrases in a row, perhaps with what is said beside them:
    "oui avec plaisir bien sûr", "non désolé pas le temps"."""
    words, beside = part.split(), frozenset(map(joined, aside))
    reached, told = {0}, set[int]()
    for end in range(1, len(words) + 1):
        for start in range(end):
            said = joined(" ".join(words[start:end]))
            if said in known and start in reached | told:
                told.add(end)
            elif said in beside:
                reached.update({end} if start in reached else ())
                told.update({end} if start in told else ())
    return len(words) in told


def _is_dated(part: str, phrases_: Sequence[str]) -> bool:
    """Whether it is one of these phrases with a day beside it: "on se voit jeudi à 18h", "jeudi je
    ne peux pas"."""
    return any(
        (part.startswith(f"{each} ") and names_day(part[len(each) :]))
        or (part.endswith(f" {each}") and names_day(part[: -len(each)]))
        for each in phrases_
    )


def _without(aside: frozenset[str], part: str) -> str:
    """Words without what is only said around them: "désolé pas possible"."""
    for each in sorted(aside, key=len, reverse=True):
        part = part.removeprefix(f"{each} ").removesuffix(f" {each}")
    return part


def impolite(words: str) -> str:
    """Words to compare, without signs, and without what is said for politeness only."""
    return _without(_known("polite", tuple(phrases.by_language())), bare(words))


@lru_cache
def _known(kind: str, languages: tuple[str, ...]) -> frozenset[str]:
    lists = (phrases.by_language().get(locale, {}).get(kind, ()) for locale in languages)
    return frozenset(bare(phrase) for phrases_ in lists for phrase in phrases_)


@lru_cache
def _joined(kind: str, languages: tuple[str, ...]) -> frozenset[str]:
    """The same, as they are compared: "jaccepte" is "j'accepte"."""
    return frozenset(map(joined, _known(kind, languages)))
