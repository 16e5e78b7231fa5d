"""Words about what somebody stands in: a place at a gathering or in a round, a ritual that comes,
an answer or a story that they gave.

One grammar for all of them: what is to become of it, which one it is (by its name, or by what such
things are called), and nothing else. What follows is a question, and nothing is done before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Literal

from community import choices, gatherings, members, own_answers, sheets, stories
from community.rituals import overview
from community.rounds import joining
from community.scope import Scope
from community.search.tokens import stem
from conversations.floor import OpenDialogue
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import NO, YES, plain
from conversations.rescheduling import is_when
from conversations.sayings import MOST_SHORT
from conversations.second_thoughts import backs_out, comes_round
from conversations.understanding.asked import seeks

Way = Literal["misses", "comes", "skips", "joins", "leaves", "looks", "meets", "answer", "story",
              "ballot", "runs", "hosts", "plans", "approves"]  # fmt: skip
"""What may be done: give up or take a place at a gathering, the same in a round, leave a ritual,
see when and where a gathering is or whom a round brings, or change one's mind about an answer, a
story or what is in the ballot box;
and of organisers, do something with a ritual, plan a gathering or a ritual, or approve a round."""
COUNTED_ON = ("yes", "maybe", "waiting")
"""One's own answers to a gathering that can be given up."""
CONSENTS = ("unnamed", "named", "team_only", "not_shared")
"""Lists of phrases that say how far one's words may go, without saying which words."""
PAIRED = ("asks_way", "asks_whom")
"""Lists of phrases that ask how to reach somebody, or whom one meets."""
ACTS = (*CONSENTS, "misses_place", "quits", "takes_place", "asks_of_place", *PAIRED,
        "mends_words", "runs_ritual", "plans_new", "approves")  # fmt: skip
CALLED = {
    "misses": "a_gathering", "comes": "a_gathering", "looks": "a_gathering", "skips": "a_round",
    "joins": "a_round", "answer": "an_answer", "story": "a_story",
    "ballot": "an_answer",
    "hosts": "a_gathering", "plans": "a_ritual", "meets": "a_pair", "approves": "a_round",
}  # fmt: skip
"""What such things are called, beside their names."""
KINDS_CALLED = {
    "round": "a_round", "prompt": "a_question", "survey": "a_survey", "digest": "a_digest",
    "gathering": "a_gathering", "stories": "a_story",
}  # fmt: skip
"""What rituals are called, by their kind: in either language, whatever the name of this one is."""
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(rf"[,.;:!…\n]|{pattern('because')}")
SHORTEST = 3
"""Letters of a word of a name that tells it: fewer are in too many."""


@dataclass(frozen=True, slots=True)
class Stake:
    """One way in which somebody stands in something, and what it is called.

    `mine` says that they count on it or are counted on: so words without a name can be about it.
    """

    way: Way
    id: int
    name: str
    mine: bool = True
    kind: str = ""
    """Of a ritual, what kind it is."""
    as_of: str = ""
    """Of an answer, in what state it was spoken of."""

    @property
    def called(self) -> str:
        """The list of what such things are called, beside their names; "" where there is none."""
        return CALLED.get(self.way) or KINDS_CALLED.get(self.kind, "")


def spoken_of(
    scope: Scope,
    words: str,
    *,
    named: bool,
    loosely: bool = False,
    asking: Mapping[str, Any] = MappingProxyType({}),
) -> Step | None:
    """The question that words about one's places and rituals lead to, if they are about any.

    With `named` they have to say which; `loosely`, another part of them may say why. `asking` is
    what the question that stands is about: words may point at its ritual, quit what they do not
    name, or ask when and where its gathering is.
    """
    said = plain(words)
    acts = [act for act in ACTS if re.search(pattern(act), said)]
    if len(words) > MOST_SHORT or not acts:
        return None
    if words.rstrip().endswith("?") and {"asks_of_place", *PAIRED}.isdisjoint(acts):
        return None
    found = list(stakes(scope, acts))
    for part in (said, *(_PARTS.split(said) if loosely and not seeks(words) else ())):
        chosen = meant(found, part)
        if chosen and is_all(chosen, part):
            return _step(chosen, acts)
    asks = _asking(scope, found, asking)
    return _unnamed(found, acts, said, asks, named=named) if is_all([], said) else None


def _asking(scope: Scope, found: Sequence[Stake], about: Mapping[str, Any]) -> list[Stake]:
    """The ritual behind a question about these, or its gathering."""
    asks = {("leaves", choices.behind(scope, about)), ("looks", about.get("gathering"))}
    return [each for each in found if (each.way, each.id) in asks]


def _unnamed(
    found: Sequence[Stake], acts: Sequence[str], said: str, asks: Sequence[Stake], *, named: bool
) -> Step | None:
    """What words without a name are about: the ritual that asks, if they point at it, or the
    gathering; else all that is one's own, and where they quit, what asks or everything."""
    looks = [each for each in asks if each.way == "looks"]
    if looks or (asks and re.search(pattern("this_one"), said)):
        return _step(looks or asks, acts)
    alone = set(acts) & {"quits", "misses_place"} == {"quits"}
    mine = [*asks, *(each for each in found if each.mine and not alone)]
    if named or not mine:
        return None
    return _step(mine, acts, everything="quits" in acts)


def turned(scope: Scope, words: str) -> Step | None:
    """The question that a second thought leads to which names nothing: "finalement non" gives up
    what they hold, "finalement oui" takes what they do not."""
    if backs_out(words):
        return held(scope)
    open_ = list(_taken(scope)) if comes_round(words) else []
    return _step(open_, ()) if open_ else None


def held(scope: Scope) -> Step | None:
    """The question which of their places somebody gives up who would cancel something, if any."""
    mine = [each for each in _given_up(scope) if each.mine]
    return _step(mine, ()) if mine else None


def answer_to(standing: OpenDialogue, step: Step) -> str:
    """What the step says to the invitation that stands, if it is about that gathering alone."""
    of = step[1].get("of", [])
    if standing.name != "invitation" or [id_ for _, id_ in of] != [standing.args["gathering"]]:
        return ""
    return {"misses": NO, "comes": YES}.get(of[0][0], "")


def _step(found: Sequence[Stake], acts: Sequence[str], *, everything: bool = False) -> Step:
    """The dialogue; whoever unsubscribes of nothing by name may mean everything."""
    if all(each.way == "story" for each in found):
        return "story", {"told": True}
    if found[0].way == "looks":
        return "gathering-look", {"gatherings": [each.id for each in found]}
    if found[0].way == "approves":
        return "round-approval", {}
    if found[0].way == "ballot":
        return "survey-final", {}
    if found[0].way == "meets":
        return "round-look", {"rituals": [each.id for each in found]}
    places = "quits" in acts and all(each.way != "leaves" for each in found)
    args: dict[str, object] = {"of": [[each.way, each.id] for each in found],
                               "all": everything or places}  # fmt: skip
    as_of = next((each.as_of for each in found if each.as_of), "")
    wish = next((each for each in CONSENTS if each in acts), "")
    wished = {"wish": wish} if as_of and wish else {}
    return "stake", args | ({"as_of": as_of} if as_of else {}) | wished


def stakes(scope: Scope, acts: Sequence[str]) -> Iterator[Stake]:
    """All that such words may be about."""
    if "misses_place" in acts or "quits" in acts:
        yield from _given_up(scope)
    if "quits" in acts:
        yield from (Stake("leaves", each.id or 0, each.name, mine=False, kind=each.kind)
                    for each in choices.received(scope))  # fmt: skip
    if acts == ["takes_place"]:
        yield from _taken(scope)
    if "asks_of_place" in acts:
        yield from (Stake("looks", each.id, each.title, each.mine in COUNTED_ON)
                    for each in gatherings.upcoming(scope))  # fmt: skip
    if not set(PAIRED).isdisjoint(acts):
        yield from _met(scope, named="asks_way" in acts)
    if members.is_organiser(scope):
        yield from _organised(scope, acts)
    bare = not set(CONSENTS).isdisjoint(acts)
    if "mends_words" in acts or bare:
        yield from (Stake("answer", each.id, "", bare, as_of=each.as_of)
                    for each in own_answers.given(scope)[:1])  # fmt: skip
        if "mends_words" in acts and sheets.has_answered(scope) and not own_answers.given(scope):
            yield Stake("ballot", 0, "", mine=False)
        yield from (Stake("story", each.id, "", bare) for each in stories.mine(scope)[:1])


def _given_up(scope: Scope) -> Iterator[Stake]:
    for each in gatherings.upcoming(scope):
        if each.mine in COUNTED_ON or (each.mine == "" and not each.hosting):
            yield Stake("misses", each.id, each.title, each.mine != "")
    for one in joining.mine(scope):
        if one.seat in joining.SEATED:
            yield Stake("skips", one.ritual, one.name)


def _met(scope: Scope, *, named: bool) -> Iterator[Stake]:
    """Rounds in which they meet somebody, or will; `named`, also by the names of whom they meet, or
    by none: "je le contacte comment"."""
    for one in joining.mine(scope):
        if one.others or one.seat in joining.SEATED:
            name = " ".join([one.name, *(one.others if named else ())])
            yield Stake("meets", one.ritual, name, mine=named)


def _organised(scope: Scope, acts: Sequence[str]) -> Iterator[Stake]:
    if "runs_ritual" in acts:
        yield from (Stake("runs", each.id, each.name, mine=False)
                    for each in overview.lines(scope))  # fmt: skip
    if "plans_new" in acts:
        yield Stake("hosts", 0, "", mine=False)
        yield Stake("plans", 0, "", mine=False)
    if "approves" in acts:
        yield Stake("approves", 0, "")


def _taken(scope: Scope) -> Iterator[Stake]:
    for each in gatherings.upcoming(scope):
        if each.mine != "yes" and not each.hosting:
            yield Stake("comes", each.id, each.title)
    for one in joining.mine(scope):
        if one.round and one.seat not in joining.SEATED:
            yield Stake("joins", one.ritual, one.name)


def meant(found: Sequence[Stake], said: str) -> list[Stake]:
    """Those of them that words name best: by most words of a name, else by what all are called."""
    words = {stem(each) for each in _WORD.findall(_without((*ACTS, "around_a_place"), said))}
    best = max((len(words & _name(each.name)) for each in found), default=0)
    if best:
        return [each for each in found if len(words & _name(each.name)) == best]
    return [each for each in found if each.called and re.search(pattern(each.called), said)]


def is_all(chosen: Sequence[Stake], said: str) -> bool:
    """Whether words say nothing beside what is to become of these, but when."""
    called = {each.called for each in chosen} - {""}
    names = {stem(word) for each in chosen for word in _WORD.findall(plain(each.name))}
    left = _WORD.findall(_without((*ACTS, *called, "around_a_place"), said))
    return is_when(" ".join(each for each in left if stem(each) not in names))


@lru_cache
def _name(name: str) -> frozenset[str]:
    """The stems of the words of a name that tell it from others."""
    told = _WORD.findall(_without(("around_a_place",), plain(name)))
    return frozenset(stem(each) for each in told if len(each) >= SHORTEST)


def _without(kinds: Sequence[str], said: str) -> str:
    for kind in kinds:
        said = re.sub(pattern(kind), " ", said)
    return said
