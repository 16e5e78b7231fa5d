"""Several wishes in one message: "a plumber and also a lawyer", "merci à Luc et Odile".

Each has its turn, in the order in which they were written, and that is said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from community import lookup
from community.scope import Scope
from community.search.tokens import has_subject
from conversations import left_out, needs
from conversations.floor import OpenDialogue, holder
from conversations.meaning import SURE, VERY_SURE, Step
from conversations.phrases import pattern
from conversations.questions import plain
from conversations.texts import Text
from conversations.turn import Turn
from conversations.understanding import Understanding, understand
from conversations.understanding.asked import seeks, trade_asked_for
from conversations.understanding.refused import levelled

MOST_SAID = 200
"""Characters; a longer message is a story, and what stands side by side in it belongs together."""
ABOUT = {"ask": "need", "offer": "offer", "offer-off": "offer", "thanks": "whom", "who": "name"}
"""Of what several can be said at once: the dialogues, and the argument that tells them apart."""


def wishes(scope: Scope, text: str, locale: str, *, asks: bool = False) -> list[Step]:
    """What each of several wishes leads to; none where there are not at least two.

    `asks`: the text follows `/ask`, so that its first words are a need.
    """
    if len(text) > MOST_SAID:
        return []
    parts, joined = _parts(scope, text, locale, asks=asks)
    return [step for _, step in parts] if len(parts) > 1 and joined else []


def begin(turn: Turn, steps: list[Step]) -> None:
    """Begin with the first; the others wait for its end."""
    titles = [_title(turn.scope, step, turn.member.locale) for step in steps]
    turn.say(Text("several", first=titles[0], others=[Text("quoted", words=t) for t in titles[1:]]))
    turn.start(*steps[0])
    turn.dialogues += [
        OpenDialogue(
            id=None, name=name, member_id=turn.member.id, args=args, status="queued", touched=True
        )
        for name, args in steps[1:]
    ]
    turn.pass_the_floor()


def put_aside(turn: Turn, asking: OpenDialogue) -> None:
    """A need whose question stands waits for the end of what is begun now, and is asked again.

    It begins at whom to ask: a word of context could be for either of the two.
    """
    asking.touched = True
    known = asking.journal.answers
    asking.journal.answers = {
        name: known[name] for name in known
        if not name.startswith("chosen") or str(known[name]).startswith(left_out.SAID)
    }  # fmt: skip
    asking.step_back("queued")
    if need := asking.args.get("need"):
        turn.say(Text("several-aside", need=_title(turn.scope, ("ask", {"need": need}), "")))


def keep(turn: Turn, name: str, args: Mapping[str, Any]) -> None:
    """One of several wishes stays one: what is begun now, of the same kind, comes before it."""
    standing = holder(turn.dialogues)
    if standing is None or standing.name != name or standing.args == args:
        return
    if any(each.name == name and each.status == "queued" for each in turn.dialogues):
        put_aside(turn, standing)


def _parts(
    scope: Scope, text: str, locale: str, *, asks: bool
) -> tuple[list[tuple[str, Step]], bool]:
    """The words of each wish, with what they lead to, and whether more than commas join them."""
    said, joined = levelled(text), False
    links = list(_link().finditer(said))
    ends = [*(each.start() for each in links), len(text)]
    first = text[: ends[0]]
    parts = [(first, _first(first, asks=asks))]
    for link, end in zip(links, ends[1:], strict=True):
        (head, step), words = parts[-1], text[link.end() : end]
        also = re.search(pattern("also"), said[link.start() : end]) is not None
        another = step and _another(scope, head, step, words, also=also)
        if another:
            joined = joined or also or _joins(link)
            parts.append((words, another))
        else:
            head += text[link.start() : end]
            parts[-1] = head, _longer(step, head) if len(parts) > 1 else _first(head, asks=asks)
    return [(words, step) for words, step in parts if step], joined


@lru_cache
def _link() -> re.Pattern[str]:
    """What stands between wishes: marks, "and", "also"."""
    joins, also = pattern("joins"), pattern("also")
    return re.compile(rf"\s*(?:[,;.!\n]+\s*(?:{joins}\s+)?|\s{joins}\s+)(?:{also}\s+)?(?=[^\W_])")


def _joins(link: re.Match[str]) -> bool:
    """Whether it says that one more thing comes: a comma may as well explain the last."""
    return link[0].strip() != ","


def _first(words: str, *, asks: bool) -> Step | None:
    """What the first of them leads to, if it is sure."""
    if asks:
        return "ask", {"need": words}
    meant = understand(words)
    return _step(meant, words) if meant.confidence >= SURE else None


def _step(meant: Understanding, words: str) -> Step | None:
    topic = meant.topic if meant.topic and has_subject(meant.topic) else None
    match meant.intent:
        case "find_help" if topic:
            return "ask", {"need": needs.told(words, topic)}
        case "offer_help" if topic:
            return "offer", {"offer": topic}
        case "thanks" if meant.person:
            return "thanks", {"whom": meant.person}
        case "find_person" if meant.person:
            return "who", {"name": meant.person}
    return None


def _another(scope: Scope, head: str, step: Step, words: str, *, also: bool) -> Step | None:
    """What words lead to that are one more wish, behind those of `head`."""
    meant, kind = understand(words), step[0]
    surely = meant.confidence >= (SURE if also else VERY_SURE)
    own = _step(meant, words) if surely and _is_told(meant, words) else None
    if own and (own[0] != kind or also):
        return own
    if kind in {"thanks", "who"}:
        return _named(scope, kind, words)
    if also and meant.intent == "find_help" and meant.confidence >= RATHER:
        return _step(replace(meant, intent=INTENTS[kind]), words)
    trade = _asked_first(words) if kind == "ask" and _asks_for_trade(head) else None
    return ("ask", {"need": needs.told(words.strip(), trade)}) if trade else None


def _is_told(meant: Understanding, words: str) -> bool:
    """Whether words say what they want, and are no bare subject."""
    return meant.intent != "find_help" or seeks(words)


INTENTS = {"ask": "find_help", "offer": "offer_help"}
"""As what a subject is taken that only follows an "also"."""
RATHER = 0.35
"""How sure such a subject must be."""


def _named(scope: Scope, kind: str, words: str) -> Step | None:
    """The same for the member whom words begin with."""
    to = re.match(rf"\s*(?:{pattern('thanks_to')}\s+)*", levelled(words))
    name, _ = lookup.search_first(scope, words[to.end() if to else 0 :].rstrip(" !.?"))
    return (kind, {ABOUT[kind]: name}) if lookup.search(scope, name) else None


def _asks_for_trade(words: str) -> bool:
    """Whether a trade is asked for in them; not with one, or between two."""
    trade = trade_asked_for(words, "")
    before = plain(words[: words.find(trade)]) if trade else ""
    return trade is not None and re.search(rf"{pattern('in_relation')}\W*$", before) is None


def _asked_first(words: str) -> str | None:
    """The trade that words begin with: "an accountant for my taxes"."""
    trade = trade_asked_for(words, "")
    before = plain(words[: words.find(trade)]) if trade else ""
    return trade if re.fullmatch(rf"(?:{pattern('one_more')}\W*)*", before) else None


def _longer(step: Step | None, words: str) -> Step | None:
    """The same, with words that belong to it."""
    return ("ask", {"need": words}) if step and step[0] == "ask" else step


def _title(scope: Scope, step: Step, locale: str) -> str:
    words = str(step[1][ABOUT[step[0]]])
    return needs.read(scope, words, locale).title if step[0] == "ask" else words
