"""What follows from what was understood: a dialogue, or, when unsure, one short question."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from community.search.tokens import has_subject
from community.words import shortened
from conversations import needs, ours
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.understanding import Understanding, lexicon
from conversations.understanding.asked import trade_asked_for

Step = tuple[str, dict[str, Any]]
"""A dialogue and what it starts with."""

SURE = 0.7
"""From here on nobody is asked whether that is what they meant."""
VERY_SURE = 0.85
"""While a question stands, only this is taken for something else than an answer to it."""
WHOLE = frozenset({"acquaint", "pause", "resume"})
"""Dialogues that look at everything that was said."""
MOST_OF_A_SUBJECT = 6
"""Words of a message that is hardly more than a subject."""
LIKELY = 0.3
"""Below this, guessing would only confuse."""


def next_step(meant: Understanding, *, text: str, asked: bool) -> Step | None:
    """The dialogue that a text in the direct line leads to; `asked` while a question stands."""
    leads_to = LEADS.get(meant.intent)
    if meant.intent == "pause" and meant.confidence < SURE and wants_help(text):
        return None if asked else ("ask", {"need": text})
    if leads_to is None:
        return None if asked else _named_alone(meant, text)
    if meant.confidence < LIKELY:
        return None
    if meant.intent == "find_help" and not (asked or has_subject(text)):
        return "ask", {"need": text}
    if meant.intent == "thanks" and not meant.person:
        return None
    if meant.topic and not has_subject(meant.topic):
        meant = replace(meant, topic=None)
    if meant.intent in ours.INTENTS and not ours.are_for_us(text, meant.intent):
        return None if asked and meant.confidence < VERY_SURE else either(meant.intent, text)
    dialogue, args = leads_to(meant)
    if dialogue == "ask" and meant.topic:
        args = {"need": needs.told(text, meant.topic)}
    step = dialogue, args | ({"words": text} if dialogue in WHOLE else {})
    if meant.confidence >= (VERY_SURE if asked else SURE):
        return step
    return None if asked else unsure(meant, step)


def wants_help(words: str) -> bool:
    """Whether words ask for help, whatever else: a day in them may be by when it is wanted."""
    return re.search(pattern("wants_help"), plain(words)) is not None


def _named_alone(meant: Understanding, text: str) -> Step | None:
    """Words that are read as nothing, but name a trade as one asks for it, or begin with a subject
    and say little else: whether that is it."""
    doubtful = meant.intent == "none" and meant.confidence < VERY_SURE
    named = (trade_asked_for(text, "") or _short_subject(meant, text)) if doubtful else None
    if named is None:
        return None
    return unsure(replace(meant, intent="find_help", topic=named), ("ask", {"need": text}))


def _short_subject(meant: Understanding, text: str) -> str | None:
    """The subject of a few words that begin with it: "garde d'enfants le mercredi"."""
    topic, said = meant.topic, text.strip()
    short = len(said.split()) <= MOST_OF_A_SUBJECT and "!" not in said
    if not (topic and short and said.startswith(topic) and has_subject(topic)):
        return None
    return topic if topic == said.rstrip(" .…") or lexicon.is_name(topic) else None


def unsure(meant: Understanding, step: Step) -> Step:
    """Ask whether that is what was meant."""
    dialogue, args = step
    said = shortened(meant.topic or meant.person or "")
    return "unsure", {"intent": meant.intent, "said": said, "to": dialogue, "args": args}


def either(intent: str, text: str) -> Step:
    """Ask whether it is a wish to the bot, or something that help is wanted with."""
    return "either", {"intent": intent, "words": text}


def _with(dialogue: str, **spans: str | None) -> Step:
    return dialogue, {name: words for name, words in spans.items() if words}


LEADS: Mapping[str, Callable[[Understanding], Step]] = {
    "find_help": lambda meant: _with("ask", need=meant.topic),
    "offer_help": lambda meant: _with("offer", offer=meant.topic),
    "find_person": lambda meant: _with("who", name=meant.person),
    "introduce": lambda meant: _with("acquaint", people=meant.person),
    "thanks": lambda meant: _with("thanks", whom=meant.person),
    "pause": lambda meant: _with("pause", until=meant.until),
    "resume": lambda _: _with("resume"),
    "edit_profile": lambda _: _with("profile"),
    "my_data": lambda _: _with("mydata"),
    "leave": lambda _: _with("leaving"),
}
"""Cancel, help, yes, no and none are routing's own."""
