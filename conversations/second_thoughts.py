"""Second thoughts before words leave: "wait", "pas Awa, plutôt Marc", "is it anonymous?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from community import sensitive
from community.search import tokens
from conversations import left_out, readers, urgency
from conversations.answers import BACKS_OUT, COMES_ROUND
from conversations.meaning import VERY_SURE
from conversations.phrases import pattern
from conversations.questions import LATER, NotUnderstood, plain
from conversations.sayings import MOST_SHORT, says
from conversations.texts import Text
from conversations.understanding import Understanding, everyday, understand
from conversations.understanding.asked import seeks
from conversations.understanding.reading import TRADE, words_of

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")
REFUSES = ("no", "unable", "not_coming")
"""The lists of what refuses to come or to take part."""
AGREES = ("yes", "comes", "takes_part")
"""The same of what agrees to."""
TURNS = ("not", "however", "harms", "unsafe")
"""The lists of what turns thanks into something else."""
FOR_THE_BOT = frozenset({
    "pause", "resume", "edit_profile", "my_data", "leave", "find_person", "introduce", "cancel",
})  # fmt: skip
"""Intents of words that are for nobody but the bot."""


DROPS = ("no_longer", "never_mind", "too_hard")
"""The lists of words that give up."""


def prefers_another(words: str, names: Iterable[str]) -> bool:
    """Whether words say nothing but which of these people to ask, or not to ask."""
    said = plain(words)
    if len(words) > MOST_SHORT or not re.search(pattern("prefers"), said):
        return False
    for kind in ("prefers", "beside_a_name"):
        said = re.sub(pattern(kind), " ", said)
    left = set(_WORD.findall(said))
    return bool(left) and left <= {each for name in names for each in _WORD.findall(plain(name))}


def gives_up(words: str) -> bool:
    """Whether words say that there is no need any more."""
    return says(words, "no_longer")


def asks_time(words: str) -> bool:
    """Whether words say that somebody will answer, but not yet: "attends 2 min", "one sec"."""
    return says(_NUMBER.sub("2 ", words), "thinks", "back_soon")


def asks_for_anonymity(words: str) -> bool:
    """Whether words ask whether one's name is seen, or that it is not, and say nothing else."""
    return says(words, "is_it_anonymous", "unnamed")


def context(words: str) -> str:
    """Words of context; who asks whether their name is seen, or would not have it seen, is told,
    and asked again."""
    if asks_for_anonymity(words):
        raise NotUnderstood(Text("ask-anonymous"))
    return readers.line(words)


def answer(pending: Mapping[str, Any], words: str) -> dict[str, Any] | None:
    """Words below what is about to leave that put it off: no way to say that nothing is added.

    Nor that nothing is answered, where a question hears "later"; nor a no or a yes to it, where it
    hears that somebody takes back what they said before it.
    """
    waits = says(words, "later") or ("!" in words and says(words, "no"))
    heard = any(PUT_OFF[each](words) for each in PUT_OFF.keys() & pending.get("hears", ()))
    return {"text": words} if heard or (waits and pending.get("leaves") is not None) else None


def backs_out(words: str) -> bool:
    """Whether words take back a yes: "finalement non", "en fait je ne peux pas"."""
    return _turns(words) and any(says(words, each) for each in REFUSES)


def comes_round(words: str) -> bool:
    """Whether words take back a no: "finalement oui", "ah si en fait je veux bien"."""
    return _turns(words) and any(says(words, each) for each in AGREES)


def _turns(words: str) -> bool:
    return re.search(pattern("after_all"), plain(words)) is not None


PUT_OFF: Mapping[str, Callable[[str], bool]] = {
    LATER: lambda words: says(words, "later"), BACKS_OUT: backs_out, COMES_ROUND: comes_round,
}  # fmt: skip
"""By the names that questions give them, what is heard before any of their options."""


def are_no_context(words: str, need: str, whom: str, locale: str) -> bool:
    """Whether words about a need may be no context for `whom` it is to go to, but hold it back.

    In doubt they are shown once more, and nothing is lost.
    """
    if not words:
        return False
    tells = bool(telling(words.replace(whom, " ") if whom else words)) or urgency.is_told(words)
    if not tells or holds_back(words) or _is_against(words, whom):
        return True
    meant = understand(words, locale=locale)
    for_the_bot = meant.intent in FOR_THE_BOT | {"offer_help"} and meant.confidence >= VERY_SURE
    return for_the_bot or is_another_need(words, meant, need)


def are_thanks(words: str) -> bool:
    """Whether words say thanks, and nothing else that whoever reads them should not.

    In doubt they are shown once more: a complaint would be brought to the one it is about.
    """
    said = _said_of_thanks(words)
    says_so = re.search(pattern("thankful"), said) or re.match(pattern("for"), said)
    return says_so is not None and not stings(words)


def stings(words: str) -> bool:
    """Whether words of thanks say something that whoever reads them should not."""
    said = _said_of_thanks(words)
    left = re.sub(pattern("thankful"), " ", said)
    turned = any(re.search(pattern(kind), left) for kind in TURNS) or any(
        re.search(pattern(kind), said) for kind in ("ungrateful", "stings")
    )
    return bool(turned or holds_back(words) or sensitive.cry(words))


def _said_of_thanks(words: str) -> str:
    return _DRAWN_OUT.sub(r"\1", plain(words))


def holds_back(words: str) -> bool:
    """Whether words ask something, or begin or are such as keep things from going anywhere."""
    said = plain(words)
    if words.rstrip(" .!…)").endswith("?") or re.match(pattern("holds"), said):
        return True
    if asks_time(words) or says(words, *DROPS):
        return True
    short = len(words) <= MOST_SHORT
    return short and (bool(re.search(pattern("holds_anywhere"), said)) or _only_holds(said))


def puts_off(words: str) -> bool:
    """Whether an answer may only be a change of mind: "wait", "finalement non"."""
    said = plain(words)
    turns = re.search(pattern("after_all"), said) is not None
    begun = re.match(pattern("holds"), said) is not None and not says(words, "yes", "no")
    short = len(words) <= MOST_SHORT
    return says(words, *DROPS) or (short and (turns or begun) and not telling(words))


def _only_holds(said: str) -> bool:
    return not telling(said) and re.search(pattern("turns"), said) is not None


def telling(words: str) -> list[str]:
    """Those of the words that tell something of a need, and no mere change of mind."""
    said = tokens.subject(words) if tokens.has_subject(words) else []
    return _WORD.findall(left_of(" ".join(said)))


def left_of(words: str) -> str:
    """Words without those with which somebody hesitates, corrects or agrees."""
    left = re.sub(pattern("tells_nothing"), " ", plain(words))
    return " ".join(left.split())


def is_another_need(words: str, meant: Understanding, need: str) -> bool:
    """Whether words ask for somebody else's help than a need does."""
    if meant.intent != "find_help" or not tokens.has_subject(meant.topic or ""):
        return False
    names_trade = TRADE in {word.sign for word in words_of(meant.topic or "", everyday())}
    asks = names_trade or (meant.confidence >= VERY_SURE and seeks(words))
    return asks and not {*tokens.stems(meant.topic or "")} & {*tokens.stems(need)}


def corrects(words: str) -> bool:
    """Whether short words correct what was said before, "en fait c'est pour une SARL", or go on
    telling: "et on a un contrôle le mois prochain"."""
    short = len(words) <= MOST_SHORT and not words.rstrip().endswith("?")
    begun = re.match(rf"{pattern('corrects')}|{pattern('tells_on')}", plain(words)) is not None
    tells = bool(telling(words)) or urgency.is_told(words)
    return short and begun and tells and not seeks(words)


def _is_against(words: str, whom: str) -> bool:
    """Whether words leave out whom they are to go to, or have a "not" and that name."""
    if left_out.named(words, [whom] if whom else []):
        return True
    named = set(_WORD.findall(plain(words))) & set(_WORD.findall(plain(whom)))
    return bool(named) and re.search(pattern("not"), plain(words)) is not None
