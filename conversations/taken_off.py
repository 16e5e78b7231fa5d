"""What somebody says they help with no more: "can't help with German any more", "enlève allemand".

It is neither an offer nor a need: what of it stands on their profile is taken off after a yes.
"""

from __future__ import annotations

import re
from functools import lru_cache

from community import corrections, profiles
from community.scope import Scope
from conversations.meaning import Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding import understand
from conversations.understanding.asked import seeks
from conversations.understanding.lexicon import is_name
from conversations.understanding.refused import levelled

MOST_SAID = 100
"""Characters; a longer message is a story."""
MOST_UNKNOWN = 4
"""Words of what may be named so, though it is not on the profile."""
_AROUND = " ,.;:!…-()'’"


def given_up(scope: Scope, text: str) -> Step | None:
    """What leads to taking off what these words name; that it is not there is told only where they
    plainly say that they don't help with it."""
    if len(text) > MOST_SAID or text.rstrip().endswith("?"):
        return None
    if _wants_rest(text):
        return "unsure", {"intent": "pause", "said": "", "to": "pause", "args": {"words": text}}
    for begun, plainly in ((_refuses(), True), (_ends(), False)):
        found = begun.match(levelled(text))
        named = _named(text[found.end() :]) if found else ""
        told = plainly or bool(_is_no_more().match(levelled(text)) and is_name(named))
        if named and (_is_offered(scope, named) or (told and _may_be_one(named, text))):
            return "offer-off", {"offer": named, "words": text}
    return None


def other_half(scope: Scope, text: str) -> list[Step]:
    """An offer, and what is offered no more beside it: "in Spanish but no longer in German"."""
    said = levelled(text)
    found = re.search(rf"{pattern('but_no_more')}\s+(?:{pattern('helped_with')}\s+)?", said)
    if found is None or len(text) > MOST_SAID:
        return []
    first, named = text[: found.start()], _named(text[found.end() :])
    meant = understand(first)
    if meant.intent != "offer_help" or not meant.topic or not _is_offered(scope, named):
        return []
    return [("offer", {"offer": meant.topic}), ("offer-off", {"offer": named, "words": text})]


def declines(scope: Scope, introduction: int, named: str, words: str) -> bool:
    """Whether they can't help with what is named, and that is what brought this request."""
    entries = profiles.named_in(profiles.mine(scope), named)
    return bool(_refuses().match(levelled(words))) and not set(
        corrections.found_by(scope, introduction).phrases
    ).isdisjoint(entries)


def for_now(words: str) -> str:
    """The time of which alone words speak, if they do: "this month"."""
    found = re.search(pattern("these_days"), plain(words))
    return found[0] if found else ""


def _wants_rest(text: str) -> bool:
    """Whether somebody says that they can't help, and not with what."""
    said = _without_around(plain(text))
    return re.fullmatch(rf"{_cannot_help()}", said) is not None


def _is_offered(scope: Scope, named: str) -> bool:
    return bool(profiles.named_in(profiles.mine(scope), named))


def _may_be_one(named: str, text: str) -> bool:
    return len(named.split()) <= MOST_UNKNOWN and not seeks(text)


def _named(rest: str) -> str:
    """What stands behind such words, without what is said around it."""
    said, kept = levelled(rest), rest
    for found in reversed(list(re.finditer(_beside(), said))):
        kept = kept[: found.start()] + kept[found.end() :]
    owned = re.match(rf"\W*(?:{pattern('owns')}[\s']*)?", levelled(kept))
    return kept[owned.end() if owned else 0 :].strip(_AROUND)


def _without_around(said: str) -> str:
    return re.sub(_beside(), " ", said).strip(_AROUND)


@lru_cache
def _beside() -> str:
    """What is said around a subject, and of now or of no more."""
    kinds = ("own_offers", "after_all", "these_days", "polite")
    return "|".join(pattern(each) for each in kinds)


def _cannot_help() -> str:
    return rf"{pattern('cannot_do')}\s+{pattern('helps_out')}"


def _led() -> str:
    kinds = ("polite", "after_all", "wanting", "corrects")
    return rf"\W*(?:(?:{'|'.join(map(pattern, kinds))})\W+)*"


@lru_cache
def _refuses() -> re.Pattern[str]:
    """ "I can't help with", "I help with anything but"."""
    but = rf".{{0,40}}{pattern('helps_out')}.{{0,20}}{pattern('all_but')}"
    link = rf"\s+{pattern('helped_with')}"
    return re.compile(rf"{_led()}{_cannot_help()}{link}|{but}(?:{link})?")


@lru_cache
def _is_no_more() -> re.Pattern[str]:
    """ "I'm no longer a": what follows is perhaps a trade."""
    return re.compile(rf"{_led()}(?:{pattern('no_longer_do')}|{pattern('no_longer_am')})")


@lru_cache
def _ends() -> re.Pattern[str]:
    """ "Remove", "don't ask me about", "I no longer do": it may be of anything."""
    kinds = ("asks_no_more", "no_longer_do", "no_longer_am", "takes_off")
    link = rf"(?:\s+{pattern('helped_with')})?"
    return re.compile(rf"{_led()}(?:{'|'.join(map(pattern, kinds))}){link}")
