"""Asking for help (P1, P3): "who can help me with X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from community import asks, own_name, repeats, sensitive, wanted
from community.asks import Wish
from community.by_when import local_day
from community.directory import Match
from community.scope import Scope
from conversations import left_out, needs
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.before import GO_ON, cried, looked_after, within_limits
from conversations.dialogues.relayed import safely
from conversations.dialogues.stands import stands
from conversations.dialogues.sure import meant_so
from conversations.dialogues.under_way import on_its_way
from conversations.dialogues.whom import chosen_first, whom
from conversations.dialogues.wishing import as_said, what_else
from conversations.needs import Need
from conversations.questions import NO, YES, Option
from conversations.texts import Text


@dialogue("ask", brings_news=True, several=True)
async def ask(chat: Chat) -> None:
    need = await needed(chat)
    if need is None:
        return None
    had_it = await not_yet_asked(chat, need)
    if had_it is None:
        return None
    news = await chat.once("has-news", wanted.has_news)
    choice = await whom(chat, need, had_it)
    if not choice.people:
        return await nobody_yet(chat, choice.need, news=news)
    if choice.chosen == "nobody":
        return await chat.say(Text("ask-dropped"))
    line = [] if choice.chosen == "team" else chosen_first(choice.people, int(choice.chosen))
    return await open_ask(chat, choice.need, line, news=news, asked=choice.asked)


async def needed(chat: Chat) -> Need | None:
    """What help is wanted with; None when nothing is, or when everything has been said.

    Of words that were `told` already where help is at any hour, that is not said again.
    """
    told, heard = chat.member.locale, str(chat.args.get("told", ""))
    words = str(chat.args.get("need", "")) or await chat.ask(
        "need", Text("ask-what-do-you-need"), read=needs.subject
    )
    begun = ""
    if await chat.once("vague", needs.is_vague, words, told):
        begun = words
        words = await named(chat, words, heard)
    if not (
        words and await looked_after(chat, words, heard) and await within_limits(chat, "limit")
    ):
        return None
    words = own_name.beyond_introduction(words, chat.member.name)
    words = await safely(chat, "need", words, nameless=True)
    return await chat.once("needed", needs.read, words, told, before=begun)


async def named(chat: Chat, cry: str, heard: str) -> str:
    """What help is wanted with, where only that it is wanted was said; "" for nothing.

    Whoever cries reads first where help is at any hour.
    """
    told = chat.member.locale
    touched = await chat.once("cry", sensitive.guidance, cry, told, heard)
    words = GO_ON if touched is None else await cried(chat, touched)
    if words == GO_ON:
        words = await chat.ask("about", Text("ask-about"), read=needs.subject)
    if words and needs.is_none(words, told):
        await chat.say(Text("ask-dropped"))
        return ""
    return words


async def not_yet_asked(chat: Chat, need: Need) -> list[int] | None:
    """Who is not to be asked for it once more; None when it takes its course after all."""
    same = await chat.look("same", repeats.under_way, need.title)
    if same is None:
        return []
    question = Text("ask-again", need=same.need, stands=stands(same))
    if await chat.choose("again", question, AGAIN) == "keep":
        await chat.say(Text("where-kept"))
        return None
    return await chat.once("had-it", repeats.had_it, same.id)


AGAIN = [
    Option(value="keep", label=Text("ask-again-keep"), style="primary"),
    Option(value="anew", label=Text("ask-again-anew")),
]


async def open_ask(
    chat: Chat, need: Need, line: Sequence[Match], *, news: bool, told: bool = False,
    asked: str = "chosen",
) -> None:  # fmt: skip
    """Make the request; `news` says that there are some, `told` that it is to stand in them.

    The question whom to ask was `asked` under this name, and may be asked again.
    """
    wish = await what_else(chat, need, news=news)
    wish = replace(wish, without=need.without)
    wish = await chat.once("wished", kept_from, wish, line)
    meant = await meant_so(chat, need, wish, line, asked)
    if meant is None:
        return await chat.say(Text("ask-dropped"))
    wish = await chat.once("wished-anew", kept_from, meant, line)
    line = [each for each in line if each.member_id not in wish.without]
    if not await looked_after(chat, wish.context, before=need.words or need.topic, part="context-"):
        return None
    context = await safely(chat, "context", wish.context, nameless=not wish.named)
    context = "\n".join(filter(None, (need.words, context)))
    today = local_day(await chat.now("wished-at"), chat.member.zone)
    wish = as_said(replace(wish, context=context, news=told or wish.news), need, today)
    if not await within_limits(chat, "limit-still"):
        return None
    standing = await chat.once("open", asks.open_ask, need.title, wish, line)
    return await chat.say(on_its_way(standing))


def kept_from(scope: Scope, wish: Wish, line: Sequence[Match]) -> Wish:
    """A wish with all whom it leaves out, and without the words that say so.

    Whoever was chosen is left out by nothing but another choice, which is asked for.
    """
    found = left_out.members(scope, wish.context)
    out = [each for each in found if each.id not in {first.member_id for first in line[:1]}]
    context = left_out.without(wish.context, [each.name for each in out]) if out else wish.context
    return replace(wish, context=context, without=[*wish.without, *(each.id for each in out)])


async def nobody_yet(chat: Chat, need: Need, *, news: bool) -> None:
    """To the team, and to everybody who reads the news if the asker likes."""
    both = Option(value=NEWS, label=Text("ask-pass-on-news"))
    options = [
        Option(value=YES, label=Text("ask-pass-on"), style="primary",
               said=("asks_the_team",)), *([both] if news else []),
        Option(value=NO, label=Text("ask-drop")),
    ]  # fmt: skip
    pass_on = await chat.choose("pass-on", Text("ask-nobody-yet", need=need.title), options)
    if pass_on == NO:
        return await chat.say(Text("ask-dropped"))
    return await open_ask(chat, need, [], news=news, told=pass_on == NEWS)


NEWS = "news"
"""The value of what brings a need into the community's news."""
