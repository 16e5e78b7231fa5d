"""From what somebody wrote to what they want: an intent, its topic, person or day, how surely.

Two small linear classifiers over features that people can read; `docs/understanding.md` tells how
they come about. Nothing here knows who writes, and nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding import elsewhere
from conversations.understanding.bare import is_trade, subject
from conversations.understanding.called import is_called
from conversations.understanding.features import of_text
from conversations.understanding.linear import Floats, Linear
from conversations.understanding.needed import PLAINLY, needs_help
from conversations.understanding.notices import is_notice
from conversations.understanding.offered import offered
from conversations.understanding.reading import Word, words_of
from conversations.understanding.refused import wanted
from conversations.understanding.spans import spans

Where = Literal["direct", "channel"]
INTENTS = (
    "find_help", "offer_help", "find_person", "introduce", "thanks", "pause", "resume",
    "edit_profile", "my_data", "leave", "cancel", "help", "yes", "no", "none",
)  # fmt: skip
WITH_TOPIC = ("find_help", "offer_help")
SPEAKS_UP = 0.72
"""In a channel, anything less sure than this is nobody's business."""
ASKED, TOLD_ONLY = 0.66, 0.83
"""The same for a need, where a word or a mark asks for something, and where all is only told."""
CALLED = 0.4
"""The same where the bot is spoken to."""
NEVER = 2.0
"""More than anything can be sure."""
ASKS = frozenset({"SOMEBODY", "SEEK", "NEED", "HELP", "SOS", "ASK_ABOUT", "TROUBLE", "FAILS",
                  "WANT", "OFFERS", "YOU_BOT", "?"})  # fmt: skip
"""What asks for something, or tells of trouble."""
MAYBE = 0.05
"""From how likely a need or an offer on, words that are read as none have a topic."""
MOST_REASONS = 8
BARE, BARE_TRADE = 0.65, 0.7
"""How sure a bare subject in the direct line is a need, and the bare name of a trade."""
DOUBTFUL = 0.7
"""Below this, words about somebody that thank are taken for thanks."""


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text asks for. Spans are as they were written; two people are joined by " + ".

    With the intent "none", `topic` is what it would be about if it were a need or an offer after
    all: in a channel the bot is silent about much that is one.
    `confidence` is from 0 to 1; `reasons` tells what spoke for the intent.
    """

    intent: str = "none"
    topic: str | None = None
    person: str | None = None
    until: str | None = None
    confidence: float = 1.0


def understand(text: str, *, where: Where = "direct", locale: str = "fr") -> Understanding:
    """What a text asks for, given where it was written. Both languages are read, whoever writes.

    Of a need, what the text says is not wanted is left out; where that is all, it is called off.
    """
    meant = _read(text, where)
    if meant.intent != "find_help" or (rest := wanted(text)) == text:
        return meant
    anew = _read(rest, where)
    if anew.topic or anew.intent == "find_help":
        return replace(anew, intent="find_help")
    return replace(meant, intent="cancel" if where == "direct" else "none", topic=None)


def _read(text: str, where: Where) -> Understanding:
    words = words_of(text, everyday())
    if not words:
        return Understanding()
    model = intents()
    called = where == "channel" and is_called(plain(text))
    chances = model.chances(of_text(words, "direct" if called else where))
    intent, sure = model.labels[int(chances.argmax())], float(chances.max())
    bare = subject(words) if where == "direct" else None
    if bare and offered(text, words, "none") is None:
        least = BARE_TRADE if is_trade(words) else BARE
        sure = max(least, float(chances[model.labels.index("find_help")]))
        return Understanding("find_help", text[slice(*bare)], confidence=round(sure, 3))
    if where == "channel" and sure < (CALLED if called else _least(words, intent)):
        intent = "none"
    if where == "direct":
        intent, sure = _overruled(text, words, intent, sure)
    found: dict[str, list[str]] = {}
    for start, end, kind in spans(words, _read_as(intent, chances), span_model()):
        found.setdefault(kind, []).append(text[start:end].lstrip("@"))
    told = {kind: " + ".join(parts) for kind, parts in found.items()}
    return Understanding(intent=intent, confidence=round(sure, 3), **told)


def _least(words: Sequence[Word], intent: str) -> float:
    """How sure it has to be for the bot to speak up in a channel."""
    if intent != "find_help":
        return SPEAKS_UP
    if is_notice(words):
        return NEVER
    return ASKED if any(word.sign in ASKS for word in words) else TOLD_ONLY


def subject_of(text: str) -> str | None:
    """What a text would be about if it were a need."""
    found = spans(words_of(text, everyday()), "find_help", span_model())
    return next((text[start:end] for start, end, _ in found), None)


def _overruled(text: str, words: Sequence[Word], intent: str, sure: float) -> tuple[str, float]:
    """What the words around a subject tell better than the classifier: whose help, whose thing."""
    if (told := offered(text, words, intent)) is not None:
        return "offer_help", max(told, sure if intent == "offer_help" else 0)
    if intent in WITH_TOPIC and needs_help(text):
        return "find_help", max(PLAINLY, sure if intent == "find_help" else 0)
    if intent == "introduce" and _is_anybody(words):
        return "find_help", sure
    if intent == "find_person" and sure < DOUBTFUL and any(w.sign == "THANK" for w in words):
        return "thanks", sure
    if intent == "my_data" and re.search(pattern("goes_away"), plain(text)):
        return "leave", sure
    if elsewhere.is_elsewhere(words, intent, sure):
        return "find_help", elsewhere.PERHAPS
    return intent, sure


def _is_anybody(words: Sequence[Word]) -> bool:
    """Whether whom somebody would meet is whoever does something: "a tattoo artist"."""
    people = spans(words, "introduce", span_model())
    before = [word.plain for word in words if len(people) == 1 and word.end <= people[0][0]]
    english = before[-2:-1] in (["to"], ["with"], ["meet"])
    return before[-1:] in (["un"], ["une"], ["an"]) or (english and before[-1] == "a")


def _read_as(intent: str, chances: Floats) -> str:
    """As which intent its spans are read: what is none may be a need or an offer."""
    need, offer = (float(chances[intents().labels.index(each)]) for each in WITH_TOPIC)
    if intent != "none" or need + offer < MAYBE:
        return intent
    return WITH_TOPIC[offer > need]


def reasons(text: str, *, where: Where, intent: str) -> list[tuple[str, float]]:
    """The features that speak most for an intent, with their weights."""
    return intents().reasons(of_text(words_of(text, everyday()), where), intent, MOST_REASONS)


@lru_cache
def everyday() -> frozenset[str]:
    """Words that stand for themselves."""
    return frozenset((files(__package__) / "everyday.txt").read_text(encoding="utf-8").split())


@lru_cache
def intents() -> Linear:
    """What a text is about."""
    return Linear.load(files(__package__) / "intents.npz")


@lru_cache
def span_model() -> Linear:
    """Which words are the topic, a person, a day."""
    return Linear.load(files(__package__) / "spans.npz")
