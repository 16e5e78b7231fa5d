"""What help is wanted with, taken out of the words in which somebody asks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from community.lookup import Found
from community.scope import Scope
from community.search import tokens
from community.words import MOST_WORDS, shortened
from conversations import left_out, readers, urgency
from conversations.phrases import pattern
from conversations.questions import NotUnderstood, plain
from conversations.sayings import says
from conversations.texts import Text
from conversations.understanding import refused, understand
from conversations.understanding.asked import is_only_asked_for, seeks, trade_asked_for
from conversations.understanding.refused import levelled

KINDS = ("idea", "experience")
"""What an ask can be for, and the lists of phrases that say it."""
SURELY = 0.7
"""How sure a need is whose other words are left out of its title."""
NO_NEED = frozenset({"thanks", "yes", "no", "cancel", "help"})
"""Intents of words in which nobody asks for anything."""

NOTHING_SAID = (
    "hello", "bye", "yes", "no", "skip", "nothing", "chatter", "scolds", "hush", "hesitates",
    "no_idea",
)  # fmt: skip
"""The lists of phrases that are no need."""


@dataclass(frozen=True, slots=True)
class Need:
    """A need: its `topic`, for searching, and the whole `words` where they say more than that."""

    topic: str
    words: str = ""
    without: tuple[int, ...] = ()
    """The ids of the members whom the words leave out."""

    @property
    def title(self) -> str:
        """What it is called wherever it is shown."""
        return shortened(self.topic)


def read(scope: Scope, words: str, locale: str, before: str = "") -> Need:
    """The need in these words: of a sentence, what it is about; else the words themselves.

    Who is left out may have been said `before`, in words that told of no need.
    """
    out = left_out.members(scope, f"{before}\n{words}")
    said = " ".join(_of_all(words, out).split())
    found = searched_for(said, locale)
    ids = tuple(each.id for each in out)
    return Need(found[:MOST_WORDS], said if shortened(found) != said else "", ids)


def searched_for(said: str, locale: str) -> str:
    """What is searched for: of a sentence, what it is about; else the words themselves."""
    return _about(said, locale) if _is_sentence(said, locale) else bare(said)


def _of_all(words: str, out: Sequence[Found]) -> str:
    """The words without what leaves these people out."""
    return left_out.without(words, [each.name for each in out]) if out else words


def bare(words: str) -> str:
    """A subject without what leads to it: "pour ma chaudière", "in welding"."""
    said = levelled(words)
    begun = re.match(rf"{pattern('leads_to')}\s+(?:{pattern('owns')}[\s']*)?(?=\w)", said)
    return words[begun.end() :] if begun else words


def kind(words: str) -> str:
    """What an ask is for, as its table calls it, where the words say so; else advice."""
    said = plain(words)
    return next(
        (each for each in ("idea", "experience") if re.search(pattern(each), said)), "advice"
    )


def told(words: str, topic: str) -> str:
    """What somebody asks for in a sentence: all of it where it says more than its `topic`."""
    around = re.sub(pattern("also"), " ", plain(words.replace(topic, " ")))
    more = tokens.has_subject(around) or urgency.is_told(words) or left_out.may_be_told(words)
    return words if more else topic


def reworded(words: str, context: str) -> tuple[str, str]:
    """A need's title and its context: words that are too many for the one begin the other."""
    title = shortened(words)
    return title, context if title == words else "\n".join(filter(None, (words, context)))


def subject(words: str) -> str:
    """What help is wanted with; who is still thinking, or finds no words, is given the time."""
    if says(words, "thinks", "hesitates", "no_idea"):
        raise NotUnderstood(Text("ask-take-your-time"))
    return readers.line(words)


def is_vague(scope: Scope, words: str, locale: str) -> bool:
    """Whether they say that help is wanted, or not even that, but not with what."""
    return names_none(_of_all(words, left_out.members(scope, words)), locale)


def names_none(words: str, locale: str) -> bool:
    """The same of words that leave nobody out."""
    return is_none(words, locale) or not tokens.has_subject(_about(words, locale))


def is_none(words: str, locale: str) -> bool:
    """Whether they are no need at all: thanks, a greeting, a yes or no, signs."""
    if says(words, *NOTHING_SAID):
        return True
    meant, left = understand(words, locale=locale), refused.wanted(words)
    return meant.intent in NO_NEED and not meant.topic and not tokens.has_subject(left)


def _is_sentence(words: str, locale: str) -> bool:
    """Whether they say more than a subject: talk around it, how soon, or what isn't wanted."""
    if tokens.has_talk(words) or urgency.is_told(words) or refused.wanted(words) != words:
        return True
    meant = understand(words, locale=locale)
    surely = meant.intent == "find_help" and meant.confidence >= SURELY
    return surely and (seeks(words) or is_only_asked_for(words, meant.topic or words))


def asked_around(words: str) -> str:
    """The need of words that ask everybody, "qui peut m'aider à …"; "" of words that don't."""
    if not re.match(pattern("asks_around"), plain(words)):
        return ""
    meant = understand(words)
    wanted = meant.intent == "find_help" and meant.topic and tokens.has_subject(meant.topic)
    return told(words, meant.topic or "") if wanted else ""


def _about(words: str, locale: str) -> str:
    """What a sentence asks for, where that can be told, after the trade it names; else all of it.

    The directory looks for both: "plumber, sink".
    """
    meant = understand(words, locale=locale)
    if meant.intent != "find_help" or not meant.topic:
        return words
    trade = trade_asked_for(refused.wanted(words), meant.topic)
    return f"{trade}, {meant.topic}" if trade else meant.topic
