"""What the bot would do with a text, as far as the words alone tell: for who looks into it.

Of whoever writes nothing is known here: no question that stands, no name, no request under way.
"""

from __future__ import annotations

from dataclasses import dataclass

from community import sensitive
from community.words import shortened
from conversations import needs
from conversations.commands import called, typed
from conversations.guessed import hard_first
from conversations.meaning import Step, next_step
from conversations.overhearing import offered_for
from conversations.phrases import told
from conversations.questions import plain
from conversations.spoken_to import unnamed
from conversations.texts import Text
from conversations.understanding import Understanding, Where, understand
from conversations.understanding.called import is_called

ASK_WHAT = "ask-what"
ANSWERED = ("thanks", "cancel", "help")
"""Intents that begin no dialogue and are answered all the same."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would be done, in a word that stays the same and in words for people.

    `step` is "search", "ask-what", "ask-first", "guidance", "offer", "silent", "thanks", "cancel",
    "help", "menu", or "begin" for any other dialogue, which the words name.
    """

    step: str
    words: Text


def foreseen(text: str, meant: Understanding, *, where: Where, locale: str) -> Foreseen:
    """What a text would lead to that was read as `meant`, written `where` the bot listens."""
    if where == "direct":
        return _directly(text, meant, locale)
    if (said := unnamed(text)) is not None or is_called(plain(text)):
        said = text if said is None else said
        return _directly(said, understand(said, where="direct", locale=locale), locale)
    if cried := sensitive.cry(text):
        return _guidance(cried)
    topic = offered_for(meant)
    if topic is None:
        return Foreseen("silent", Text("foreseen-silent"))
    return Foreseen("offer", Text("foreseen-offer", said=Text("overheard", need=shortened(topic))))


def of_a_need(words: str, locale: str) -> Foreseen:
    """What `/ask` with these words would do."""
    if touched := sensitive.subject(words):
        return _guidance(touched)
    if needs.names_none(words, locale):
        return Foreseen(ASK_WHAT, Text("foreseen-asks", said=Text("ask-about")))
    return Foreseen("search", Text("foreseen-search", need=needs.searched_for(words, locale)))


def _directly(text: str, meant: Understanding, locale: str) -> Foreseen:
    command, rest = typed(text) if text.startswith("/") else (called(text), "")
    if command is not None:
        name = command.dialogue or command.name
        return _step((name, {"need": rest} if name == "ask" and rest else {}), locale)
    if (dialogue := told(text)) is not None:
        return _step((dialogue, {}), locale)
    step = hard_first(next_step(meant, text=text, asked=False), text, meant)
    if step is not None:
        return _step(step, locale)
    return _answer(meant.intent if meant.intent in ANSWERED else "menu")


def _step(step: Step, locale: str) -> Foreseen:
    name, args = step
    match name:
        case "ask":
            return of_a_need(str(args.get("need", "")), locale)
        case "unsure":
            said, key = str(args["said"]), f"unsure-{args['intent']}"
            asked = Text(key, about=said) if said else Text(f"{key}-bare")
            return Foreseen("ask-first", Text("foreseen-asks", said=asked))
        case "either":
            return Foreseen("ask-first", Text("foreseen-asks", said=Text("either")))
        case "menu" | "cancel" | "help":
            return _answer(name)
    return Foreseen("begin", Text("foreseen-begins", dialogue=name))


def _answer(name: str) -> Foreseen:
    return Foreseen(name, Text(f"foreseen-{name}"))


def _guidance(subject: str) -> Foreseen:
    return Foreseen("guidance", Text("foreseen-guidance", said=Text(f"sensitive-{subject}")))
