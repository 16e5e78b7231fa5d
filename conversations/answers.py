"""Answers: what typed words or pressed buttons say to a question, and when they are chatter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from typing import Any

from community.search import tokens
from conversations import labels, phrases, texts
from conversations.dates import read_day
from conversations.day_words import any_of, only_days, words_for
from conversations.hours import take_hour
from conversations.labels import bare
from conversations.language import locales, render
from conversations.numbered import number, rated
from conversations.questions import (
    ACCEPT,
    DECLINE,
    LATER,
    MORE,
    NO,
    NOT_MINE,
    SKIP,
    YES,
    joined,
    plain,
)  # fmt: skip
from conversations.spoken import says_languages
from conversations.texts import Text

KINDS = {
    YES: ("yes",), NO: ("no",), SKIP: ("skip", "nothing", "no_idea"),
    ACCEPT: ("yes", "glad"), DECLINE: ("no", "unable", "cannot_help"), MORE: ("more",),
    LATER: ("later",),
    NOT_MINE: ("someone_better",),
}  # fmt: skip
"""For the values that every language has words for, the lists of these words."""
DATED = frozenset({"talked", "planned"})
"""The lists whose phrases may have a day behind them."""
BESIDE = {
    "planned": ("not_talked", "but"), "more": ("yes", "but"), "yes": ("after_all",),
    "no": ("after_all",), "comes": ("yes", "after_all"), "takes_part": ("yes",),
    "unable": ("after_all",), "unnamed": ("after_all", "no"), "named": ("after_all",),
    "team_only": ("after_all",), "no_longer": ("after_all", "yes", "no"),
    "never_mind": ("after_all",), "wrong_person": ("no", "after_all"), "not_them": ("no",),
}  # fmt: skip
"""What may stand beside phrases of a list and changes nothing: "pas encore, mais on se voit lundi".
"""
TOLD_AT_LENGTH = frozenset({"talked", "helped"})
"""The lists whose answers may begin a sentence."""
MOST_BEGUN = 8
"""Words of such a beginning."""
_PARTS = re.compile(r"[,.;:!?…\n]+")
MOST_SHORT = 80
"""Characters of a short answer; more is a story, whatever words are in it."""
PAIR = 2
"""Options of which one can have both."""
MOST_NAMED = 3
"""Words of a name, or of a day; more is a story likewise."""
TOLD = "told"
"""What hears this takes a sentence that asks for nothing; which one does, is known last of all."""
THANKS = "thanks"
"""What hears this keeps a sentence of thanks beside the option that it chooses."""
ANY_DAY = date(2000, 1, 3)
"""Whether words name a day does not depend on today's."""


def typed_answer(pending: Mapping[str, Any], words: str, locale: str) -> dict[str, Any] | None:
    """The answer that typed words give to a pending question; None when they are not one."""
    chosen = _chosen(pending, words, locale)
    dated = chosen == [LATER] and "when" in pending.get("hears", ()) and _only_a_day(words)
    if chosen is not None and not dated:
        return {"chosen": chosen} | _beside(pending, words)
    heard = any(HEARD[kind](words) for kind in pending.get("hears", ()))
    numbered = None if heard else _numbered(pending, words)
    if numbered is not None:
        return {"chosen": numbered}
    return {"text": words} if pending["free"] or heard else None


def _beside(pending: Mapping[str, Any], words: str) -> dict[str, Any]:
    """A sentence of thanks that chose an option, where such a one is not to be lost."""
    thanks = THANKS in pending.get("hears", ()) and len(words.split()) > MOST_NAMED + 1
    kept = thanks and re.search(phrases.pattern("thanking"), plain(words))
    return {"said": words} if kept else {}


def pressed_answer(pending: Mapping[str, Any], indexes: Sequence[int]) -> dict[str, Any] | None:
    """The answer that pressed options give; None when the question has no such option."""
    options = pending["options"]
    if not indexes or not all(0 <= index < len(options) for index in indexes):
        return None
    if len(indexes) > 1 and not pending["many"]:
        return None
    return {"chosen": [options[index][0] for index in indexes]}


def asks_language(pending: Mapping[str, Any]) -> bool:
    """Whether a question is which language to speak: whoever reads it may not know the words."""
    return [value for value, _ in pending["options"]] == list(locales())


def labelled(pending: Mapping[str, Any], words: str, locale: str) -> dict[str, Any] | None:
    """The answer that words give which are just what stands on a button of the question."""
    known = [joined(bare(label)) for label in _labels(pending, locale)]
    said = joined(bare(words))
    return pressed_answer(pending, [known.index(said)]) if said in known else None


def shared(pending: Mapping[str, Any], words: str, locale: str) -> bool:
    """Whether words are how several of the options of a question begin: a name that two have."""
    return not pending["many"] and labels.shared(_labels(pending, locale), words)


def what_works(pending: Mapping[str, Any]) -> Text:
    """What to say to words that are no answer to a pending question."""
    if pending["form"]:
        return Text("answer-in-the-form")
    if asks_language(pending):
        return Text("answer-language")
    values = {value for value, _ in pending["options"]}
    return Text("answer-yes-or-no" if {YES, NO} == values else "answer-not-among")


def _chosen(pending: Mapping[str, Any], words: str, locale: str) -> list[str] | None:
    known = _labels(pending, locale)
    meant = None if plain(words) in known else _meant(pending, words, locale)
    if meant is not None:
        return meant
    for parts in _partings(pending, words):
        found = [_index(pending, known, part) for part in parts]
        if None not in found:
            indexes = dict.fromkeys(each for each in found if each is not None)
            return [pending["options"][index][0] for index in indexes]
    return _all(pending, words) or _rated(pending, known, words)


def _partings(pending: Mapping[str, Any], words: str) -> list[list[str]]:
    """How words may name options: as a whole, or one after the other where several can be named."""
    if not pending["many"]:
        return [[words]]
    joins = rf"[,;+/&]|\s{phrases.pattern('joins')}\s|(?<=\d)\s+(?=\d)"
    finer = [each for each in re.split(joins, plain(words)) if each.strip()]
    return [each for each in ([words], words.split(","), finer) if each]


def _index(pending: Mapping[str, Any], known: Sequence[str], part: str) -> int | None:
    begun = not pending["free"] or len(known) > 1
    numbers = not pending.get("counts")
    found = labels.index(known, plain(part), numbers=numbers, begun=begun)
    return _called(pending, known, part) if found is None else found


def _all(pending: Mapping[str, Any], words: str) -> list[str] | None:
    """All that is no way out, for words such as "both" or "tous", where several can be chosen."""
    values = [value for value, _ in pending["options"] if value not in {SKIP, "leave"}]
    kinds = ("all_of_them", "both_of_them") if len(values) == PAIR else ("all_of_them",)
    return values if pending["many"] and says(words, *kinds) else None


def _rated(pending: Mapping[str, Any], known: Sequence[str], words: str) -> list[str] | None:
    """The one of a scale's numbers that is given out of them all: "3/5", "4 sur 5"."""
    scale = [each for each in known if each.isdecimal()]
    given = rated(words)
    if given is None or not scale or given[1] != int(scale[-1]) or str(given[0]) not in scale:
        return None
    return [pending["options"][known.index(str(given[0]))][0]]


def _called(pending: Mapping[str, Any], known: Sequence[str], words: str) -> int | None:
    """Which option the words name, perhaps with an "ok" around it: "va pour Fatou"."""
    cut = _may_be_cut(pending)
    found = labels.called(known, words, within=cut)
    return labels.picked(known, words) if found is None and cut else found


def _numbered(pending: Mapping[str, Any], words: str) -> list[str] | None:
    """The options that the words call by their numbers, where no number is asked for itself."""
    parts = words.split(",") if pending["many"] else [words]
    found = [number(part, in_words=not pending["free"]) for part in parts]
    values = {n: value for n, (value, _) in enumerate(pending["options"], 1)}
    if pending.get("counts") or not all(n in values for n in found):
        return None
    return list(dict.fromkeys(values[n] for n in found if n is not None))


def _may_be_cut(pending: Mapping[str, Any]) -> bool:
    """Whether a part of a label says it: not where words may be for something else, nor for a yes,
    which may be for good."""
    values = {value for value, _ in pending["options"]}
    return not (pending["free"] or "place" in pending or values == {YES, NO})


def _labels(pending: Mapping[str, Any], locale: str) -> list[str]:
    return [plain(render(texts.load(label), locale)) for _, label in pending["options"]]


def _meant(pending: Mapping[str, Any], words: str, locale: str) -> list[str] | None:
    """The one among the options that the words say in their own way."""
    said = pending.get("said", {})
    kinds = {
        value: (*KINDS.get(value, ()), *said.get(value, ())) for value, _ in pending["options"]
    }
    found = meaning(words, kinds, locale)
    if found is None and ACCEPT in kinds and _accepts_in_passing(words):
        found = ACCEPT
    if found is None and TOLD_AT_LENGTH.intersection(chain(*said.values())):
        found = _begun_with(words, kinds, locale)
    return None if found is None else [found]


def _begun_with(words: str, kinds: Mapping[str, Sequence[str]], locale: str) -> str | None:
    """What a sentence answers by how it begins: "yes we talked, he was great"; None for one that
    turns round afterwards."""
    said = words.split()
    begun = ((meaning(" ".join(said[:n]), kinds, locale), n) for n in range(MOST_BEGUN, 0, -1))
    value, n = next((each for each in begun if each[0] is not None), (None, 0))
    turned = ("however",) if value == NO else ("however", "not")
    rest = plain(" ".join(said[n:]))
    return None if re.search("|".join(map(phrases.pattern, turned)), rest) else value


def _accepts_in_passing(words: str) -> bool:
    """Whether one part of the words is a plain "I accept", and nothing takes it back or puts a
    condition: "3pm tomorrow works? I accept"."""
    held = "|".join(map(phrases.pattern, ("not", "but", "provided")))
    part = any(says(each, "accepts") for each in _PARTS.split(words))
    return part and not (re.search(held, plain(words)) or says_when(words))


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


def says_not_mine(words: str) -> bool:
    """Whether short words say that it is not their subject, perhaps which: "I know nothing about
    accounting"."""
    begun = re.match(phrases.pattern("not_mine_in"), impolite(words))
    named = impolite(words)[begun.end() :].split() if begun else []
    turns = re.search(phrases.pattern("however"), plain(words))
    return says(words, "not_mine") or (0 < len(named) <= MOST_NAMED and turns is None)


def says_not_now(words: str) -> bool:
    """Whether short words say that they can't for a time: "désolé je suis débordé en ce moment"."""
    ends = re.search(rf"\W+{phrases.pattern('these_days')}$", plain(words))
    return ends is not None and says(plain(words)[: ends.start()], "unable", "cannot_help")


def says_by_what_means(words: str) -> bool:
    """Whether short words are a yes for one means alone: "oui mais seulement par tel"."""
    said = plain(words)
    means = re.search(rf"{phrases.pattern('by_means')}(?:\W+{phrases.pattern('polite')})*$", said)
    before = re.split(phrases.pattern("but"), said[: means.start()])[0] if means else ""
    return len(words) <= MOST_SHORT and says(before, "yes", "glad", "accepts")


def says_when(words: str) -> bool:
    """Whether short words say from when: "pas avant lundi", "not now, in January"."""
    said = plain(words)
    if len(words) > MOST_SHORT:
        return False
    later = re.match(phrases.pattern("later"), said)
    when = later is not None and names_day(said[later.end() :].strip(" ,"))
    after = re.search(phrases.pattern("not_before"), said) is not None
    return when or after or says_not_now(words) or _only_a_day(words)


def _only_a_day(words: str) -> bool:
    """Whether words are a day to come: "dans 2 jours", "rather next week", "je suis libre mardi".

    No last day, nor now ("cette semaine"); and what ends in a question mark asks.
    """
    said = plain(words)
    if words.rstrip().endswith("?") or re.search(phrases.pattern("no_later"), said):
        return False
    said = re.sub(_around_a_day(), " ", said)
    try:
        day = read_day(said, ANY_DAY) if only_days(said) else None
    except (ValueError, OverflowError):
        return False
    return day is not None and day > ANY_DAY


@lru_cache
def _around_a_day() -> str:
    """What may stand around a day on which one can."""
    before = any_of(words_for("articles") | words_for("beginning"))
    around = map(phrases.pattern, ("rather", "free_from", "can_from"))
    return rf"{'|'.join(around)}|\b(?:{before})\b"


def asks_why_me(words: str) -> bool:
    """Whether a helper asks why they of all people: "pourquoi moi ?", "how did you find me?"."""
    said = bare(words).split()
    known = re.search(phrases.pattern("why_me"), plain(words)) is not None
    why = re.search(phrases.pattern("why"), plain(words)) is not None
    ends = bool(said) and re.fullmatch(phrases.pattern("me"), said[-1]) is not None
    return len(said) <= MOST_BEGUN and (known or (why and ends))


def named_instead(words: str) -> str:
    """Whom short words name as a better choice: "ask Lina instead", "I can't but Marc can"; "" for
    nobody."""
    begun = re.match(phrases.pattern("instead"), plain(words))
    name = begun and re.sub(phrases.pattern("instead_end"), "", plain(words)[begun.end() :]).strip(
        " ,"
    )
    return name if name and len(name.split()) <= MOST_NAMED else _who_can(plain(words))


def _who_can(said: str) -> str:
    """Who can, in the words of somebody who can't; "" for nobody, or only for "I"."""
    can = rf"(?:{phrases.pattern('but')}\s+)([\w' -]+?)\s+{phrases.pattern('can_instead')}$"
    found = re.search(can, said)
    name = found[1] if found and says(said[: found.start()], "unable", "cannot_help") else ""
    nobody = not tokens.words(name) or says(name, "someone_else", "someone_better")
    return "" if nobody or len(name.split()) > MOST_NAMED else name


def says_moment(words: str) -> bool:
    """Whether words name a day and an hour, and hardly more: "plutôt jeudi à 18h"."""
    try:
        return take_hour(plain(words)) is not None and names_day(words)
    except ValueError:
        return False


def says_day(words: str) -> bool:
    """Whether words would rather have a day, and name no hour: "Friday would be better".

    "On se parle demain ?" is a question to whoever is to be met.
    """
    if words.rstrip().endswith("?") and says(words, "planned"):
        return False
    try:
        rather = re.sub(phrases.pattern("rather"), " ", plain(words))
        return take_hour(plain(words)) is None and names_day(rather)
    except ValueError:
        return False


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


HEARD: Mapping[str, Callable[[str], object]] = {
    "not_mine": says_not_mine, "when": says_when, "means": says_by_what_means,
    "instead": named_instead, "why_me": asks_why_me, "moment": says_moment, "day": says_day,
    "languages": says_languages,
    TOLD: lambda _: False, THANKS: lambda _: False,
}  # fmt: skip
"""By the names that questions give them, what else is an answer."""


def is_short_answer(words: str) -> bool:
    """Whether the words are a yes, a no or a greeting, in whatever language."""
    kinds = ("yes", "no", "skip", "nothing", "polite")
    return _says(words, kinds, tuple(phrases.by_language()))


def _says(
    words: str, kinds: Sequence[str], languages: tuple[str, ...], *, beside: bool = True
) -> bool:
    """Whether the words, or each of their parts, are of these kinds."""
    if len(words) > MOST_SHORT:
        return False
    known = frozenset[str]().union(*(_joined(kind, languages) for kind in kinds))
    aside = _known("polite", tuple(phrases.by_language())).union(
        *(_known(each, languages) for kind in kinds for each in BESIDE.get(kind, ()) if beside)
    )
    parts = [_without(aside, bare(part)) for part in _PARTS.split(words)]
    telling = [part for part in parts if part and part not in aside]
    dated = [each for kind in DATED.intersection(kinds) for each in _known(kind, languages)]
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
    """Whether it is one of these phrases with a day behind it: "on se voit jeudi à 18h"."""
    return any(part.startswith(f"{each} ") and names_day(part[len(each) :]) for each in phrases_)


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
