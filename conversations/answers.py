"""Answers: what typed words or pressed buttons say to a question, and when they are chatter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from typing import Any

from conversations import labels, left_out, phrases, rescheduling, texts
from conversations.helpers_words import (
    asks_why_me,
    named_instead,
    only_a_day,
    says_by_what_means,
    says_not_mine,
    says_when,
)
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
from conversations.rhythms import says_rhythm
from conversations.sayings import (
    MOST_NAMED,
    PARTS,
    meaning,
    names_day,
    says,
)
from conversations.spoken import says_languages
from conversations.texts import Text

KINDS = {
    YES: ("yes",), NO: ("no",), SKIP: ("skip", "nothing", "no_idea"),
    ACCEPT: ("yes", "glad"), DECLINE: ("no", "unable", "cannot_help"), MORE: ("more",),
    LATER: ("later",),
    NOT_MINE: ("someone_better",),
}  # fmt: skip
"""For the values that every language has words for, the lists of these words."""
TOLD_AT_LENGTH = frozenset({"talked", "helped", "liked", "liked_fairly"})
"""The lists whose answers may begin a sentence."""
MOST_BEGUN = 8
"""Words of such a beginning."""
PAIR = 2
"""Options of which one can have both."""
TOLD = "told"
"""What hears this takes a sentence that asks for nothing; which one does, is known last of all."""
THANKS = "thanks"
"""What hears this keeps a sentence of thanks beside the option that it chooses, or why not."""
DROPPED = "dropped"
"""What hears this takes words that would rather have nothing kept."""
DROPS = ("drops_answer", "never_mind")
"""The lists of such words."""
BACKS_OUT = "backs-out"
"""What hears this takes "finalement non" for a second thought about the yes before it."""
COMES_ROUND = "comes-round"
"""What hears this takes "finalement oui" likewise, about the no before it."""
DECISIONS = ("accepts", "declines", "unable", "cannot_help", "later", "not_mine", "someone_better")
"""The lists of what answers a request, whatever is asked about it."""
LEAVES_OUT = "leaves-out"
"""What hears this takes words that would rather not have one of those whom it offers."""


def typed_answer(pending: Mapping[str, Any], words: str, locale: str) -> dict[str, Any] | None:
    """The answer that typed words give to a pending question; None when they are not one."""
    chosen = _chosen(pending, words, locale)
    dated = chosen == [LATER] and "when" in pending.get("hears", ()) and only_a_day(words)
    if chosen is not None and not dated:
        return {"chosen": chosen} | _beside(pending, words, chosen)
    heard = any(HEARD[kind](words) for kind in pending.get("hears", ()))
    heard = heard or _leaves_out(pending, words, locale)
    numbered = None if heard else _numbered(pending, words, locale)
    if numbered is not None:
        return {"chosen": numbered}
    return {"text": words} if pending["free"] or heard else None


def _leaves_out(pending: Mapping[str, Any], words: str, locale: str) -> bool:
    """Whether words would rather not have one of the people on the buttons: "pas Awa"."""
    hears = LEAVES_OUT in pending.get("hears", ())
    return hears and bool(left_out.named(words, _labels(pending, locale)))


def _beside(pending: Mapping[str, Any], words: str, chosen: Sequence[str]) -> dict[str, Any]:
    """A sentence that chose an option, where it is not to be lost: of thanks, or why not."""
    told = THANKS in pending.get("hears", ()) and len(words.split()) > MOST_NAMED + 1
    thanks = re.search(phrases.pattern("thanking"), plain(words)) is not None
    kept = told and (thanks if list(chosen) != [NO] else _says_why(words))
    return {"said": words} if kept else {}


def _says_why(words: str) -> bool:
    """Whether a no has more behind it than that: "non, elle a été désagréable"."""
    parts = [part for part in PARTS.split(words) if part.strip()]
    return any(not says(part, "no", "not_helped", "not_talked") for part in parts[1:])


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


def what_works(pending: Mapping[str, Any], locale: str) -> Text:
    """What to say to words that are no answer to a pending question."""
    if pending["form"]:
        return Text("answer-in-the-form")
    if asks_language(pending):
        return Text("answer-language")
    if most := labels.scale(_labels(pending, locale)):
        return Text("answer-on-the-scale", most=most)
    values = {value for value, _ in pending["options"]}
    if {YES, NO} == values:
        return Text("answer-yes-or-no")
    return Text("answer-by-its-name" if pending.get("counts") else "answer-not-among")


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
    numbers = not (pending.get("counts") or labels.scale(known))
    found = labels.index(known, plain(part), numbers=numbers, begun=begun)
    return _called(pending, known, part) if found is None else found


def _all(pending: Mapping[str, Any], words: str) -> list[str] | None:
    """All that is no way out, for words such as "both" or "tous", where several can be chosen."""
    values = [value for value, _ in pending["options"] if value not in {SKIP, "leave"}]
    kinds = ("all_of_them", "both_of_them") if len(values) == PAIR else ("all_of_them",)
    return values if pending["many"] and says(words, *kinds) else None


def _rated(pending: Mapping[str, Any], known: Sequence[str], words: str) -> list[str] | None:
    """The one of a scale's numbers that is given out of them all: "3/5", "4 sur 5"."""
    most, given = labels.scale(known), rated(words)
    if given is None or given[1] != most or not 1 <= given[0] <= most:
        return None
    return [pending["options"][known.index(str(given[0]))][0]]


def _called(pending: Mapping[str, Any], known: Sequence[str], words: str) -> int | None:
    """Which option the words name, perhaps with an "ok" around it: "va pour Fatou"."""
    cut = _may_be_cut(pending)
    found = labels.called(known, words, within=cut)
    return labels.picked(known, words) if found is None and cut else found


def _numbered(pending: Mapping[str, Any], words: str, locale: str) -> list[str] | None:
    """The options that the words call by their numbers, where no number is asked for itself."""
    parts = words.split(",") if pending["many"] else [words]
    found = [number(part, in_words=not pending["free"]) for part in parts]
    most = labels.scale(_labels(pending, locale)) or len(pending["options"])
    values = {n: value for n, (value, _) in enumerate(pending["options"][:most], 1)}
    if pending.get("counts") or not all(n in values for n in found):
        return None
    return list(dict.fromkeys(values[n] for n in found if n is not None))


def _may_be_cut(pending: Mapping[str, Any]) -> bool:
    """Whether a part of a label says it: not where words may be for something else, nor for a yes,
    which may be for good."""
    values = {value for value, _ in pending["options"]}
    return not (pending["free"] or "place" in pending or values == {YES, NO})


def by_value(pending: Mapping[str, Any], locale: str) -> dict[str, str]:
    """What stands on the buttons of a question, by the values of its options."""
    values = (value for value, _ in pending["options"])
    return dict(zip(values, _labels(pending, locale), strict=True))


def kinds_of(pending: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """The lists of phrases that say each option, by their values."""
    said = pending.get("said", {})
    values = (value for value, _ in pending["options"])
    return {value: (*KINDS.get(value, ()), *said.get(value, ())) for value in values}


def _labels(pending: Mapping[str, Any], locale: str) -> list[str]:
    return [plain(render(texts.load(label), locale)) for _, label in pending["options"]]


def _meant(pending: Mapping[str, Any], words: str, locale: str) -> list[str] | None:
    """The one among the options that the words say in their own way."""
    said, kinds = pending.get("said", {}), kinds_of(pending)
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
    part = any(says(each, "accepts") for each in PARTS.split(words))
    return part and not (re.search(held, plain(words)) or says_when(words))


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


HEARD: Mapping[str, Callable[[str], object]] = {
    "not_mine": says_not_mine, "when": says_when, "means": says_by_what_means,
    "instead": named_instead, "why_me": asks_why_me, "moment": says_moment, "day": says_day,
    "languages": says_languages, "rhythm": says_rhythm, "all_but": left_out.all_but,
    "moved": rescheduling.moved_to,
    "another_time": lambda words: rescheduling.puts_off(words) or rescheduling.moved_to(words),
    DROPPED: lambda words: says(words, *DROPS),
    "decides": lambda words: says(words, *DECISIONS),
    TOLD: lambda _: False, THANKS: lambda _: False, LEAVES_OUT: lambda _: False,
    LATER: lambda _: False, BACKS_OUT: lambda _: False,
    COMES_ROUND: lambda _: False,
}  # fmt: skip
"""By the names that questions give them, what else is an answer."""
