"""Whether a request is to leave as it is: its words are shown first where they may be none (P1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from community.asks import Wish
from community.directory import Match
from community.scope import Scope
from community.words import MOST_WORDS, shortened
from conversations import second_thoughts
from conversations.chat import Chat
from conversations.dialogues.before_leaving import NOTHING, Shown, go, shown
from conversations.needs import Need
from conversations.questions import NO, YES, Option
from conversations.texts import Text


async def meant_so(
    chat: Chat, need: Need, wish: Wish, line: Sequence[Match], asked: str
) -> Wish | None:
    """What is to leave, shown before where its words may hold it back; None for nothing.

    Back to the question whom to ask, which was `asked` under this name, if they would rather.
    """
    names = [each.name for each in line]
    sure = Shown(YES, wish.context)
    if await chat.once("held", held_back, wish.context, need.topic, names, chat.member.locale):
        sure = await shown(
            chat, "context", wish.context, partial(sure_text, names),
            before_leaving(line), until=partial(is_decided, names=names),
        )  # fmt: skip
    if sure.chosen == AGAIN_WHOM or second_thoughts.prefers_another(sure.words, names):
        again = (asked, "context", "more", "more.context", "wished", "held", "wished-anew")
        await chat.forget(*again, *sure.asked)
    if sure.chosen == NO or second_thoughts.gives_up(sure.words):
        return None
    none = sure.chosen == WITHOUT or second_thoughts.asks_time(sure.words)
    return replace(wish, context="" if none else sure.words)


def held_back(_scope: Scope, words: str, need: str, names: Sequence[str], locale: str) -> bool:
    """Whether words of context may be none; those that decide it are not shown once more."""
    whom = names[0] if names else ""
    return not is_decided(words, names) and second_thoughts.are_no_context(
        words, need, whom, locale
    )


def sure_text(names: Sequence[str], words: str) -> Text:
    """To whom the request would go, with which words."""
    said = shortened(words, MOST_WORDS)
    if second_thoughts.asks_time(words):
        return Text("ask-no-hurry", name=names[0]) if names else Text("ask-no-hurry-team")
    return (
        Text("ask-sure", name=names[0], words=said) if names else Text("ask-sure-team", words=said)
    )


def is_decided(words: str, names: Sequence[str]) -> bool:
    """Whether words say that nothing is to leave, or to whom instead."""
    return second_thoughts.gives_up(words) or second_thoughts.prefers_another(words, names)


AGAIN_WHOM, WITHOUT = "/again", "/without"


def before_leaving(line: Sequence[Match]) -> list[Option]:
    """What can be done with a request that was held back."""
    again = Option(value=AGAIN_WHOM, label=Text("ask-sure-again"), said=("someone_better",))
    without = Option(value=WITHOUT, label=Text("ask-sure-without"), said=("send_without",))
    return [go("ask-sure-yes"), without, *([again] if line else []), NOTHING]
