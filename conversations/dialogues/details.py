"""A helper's question before deciding, as the requester meets it (P5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from community import details, requests, standings
from community.requests import Request
from community.scope import Scope
from community.search import tokens
from conversations import left_out, readers, second_thoughts
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.leaving_out import without
from conversations.dialogues.relayed import safely
from conversations.questions import LATER, NotUnderstood
from conversations.sayings import says
from conversations.texts import Text


def is_open(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether an answer would still be of use."""
    return details.is_open(scope, args["introduction"])


@dialogue("details", purpose="notice", still=is_open)
async def relayed(chat: Chat) -> None:
    """What was `said` below something else may be the answer, late."""
    await tell_more(chat, chat.args["introduction"], chat.args.get("said"))


async def tell_more(chat: Chat, introduction: int, said: str | None = None) -> None:
    """Ask the requester what the helper would like to know, and take the answer there."""
    side = await chat.once("request", requests.read, introduction)
    answer = said or await chat.ask_or_skip(
        "details", asked(side), read=for_the_helper(side), hears=(LATER,)
    )
    if met := await chat.once("met", details.met, introduction):
        return await to_whom_one_met(chat, introduction, met, answer)
    if answer is None:
        return await keep_silent(chat, introduction)
    answer = await all_but_who(chat, introduction, answer, side)
    if answer is None:
        return None
    if second_thoughts.puts_off(answer) and not await chat.confirm(
        "sure", Text("details-sure", words=answer)
    ):
        return await chat.say(Text("details-kept"))
    nameless = not side.requester
    answer = await safely(chat, "details", answer, read=readers.story, nameless=nameless)
    given = await chat.once("give", details.give, introduction, answer)
    return await chat.say(Text("details-given" if given else "details-moved-on"))


async def all_but_who(chat: Chat, introduction: int, answer: str, side: Request) -> str | None:
    """The answer without what leaves somebody out, which is done; None where nobody awaits it then.

    The question is put once more where that was all.
    """
    for n in count(1):
        out = await chat.once(f"left-out-{n}", left_out.members, answer)
        if not out:
            break
        ask = await chat.once(f"about-{n}", standings.of_introduction, introduction)
        await without(chat, ask.id, out, part=f"-{n}")
        if not await chat.once(f"open-{n}", details.is_open, introduction):
            return None
        answer = left_out.without(answer, [each.name for each in out])
        if tokens.has_subject(answer):
            break
        again = await chat.ask_or_skip(
            f"details-{n + 1}", asked(side), read=for_the_helper(side), hears=(LATER,)
        )
        if again is None:
            await keep_silent(chat, introduction)
            return None
        answer = again
    return answer


async def keep_silent(chat: Chat, introduction: int) -> None:
    """The helper decides without an answer."""
    await chat.once("silent", details.keep_silent, introduction)
    await chat.say(Text("details-skipped"))


def for_the_helper(side: Request) -> Callable[[str], str]:
    """A reader for the answer: whoever needs a moment has it, and the question stays."""

    def read(words: str) -> str:
        if second_thoughts.asks_time(words) or (says(words, "later") and says(words, "skip")):
            raise NotUnderstood(Text("details-no-hurry", question=side.question))
        return readers.story(words)

    return read


async def to_whom_one_met(chat: Chat, introduction: int, name: str, answer: str | None) -> None:
    """They have accepted meanwhile: words may be meant for the two's room, or for nobody."""
    question = Text("details-met", name=name, words=answer or "")
    if answer is None or not await chat.confirm("met-sure", question):
        return await chat.say(Text("details-kept"))
    if not (await chat.once("agreed", requests.hand_off, introduction)).room:
        answer = await safely(chat, "details", answer, read=readers.story)
    await chat.once("give", details.give, introduction, answer)
    return await chat.say(Text("details-given"))


@dialogue("details-given", purpose="notice")
async def given(chat: Chat) -> None:
    """The answer that came after the helper's yes."""
    read = await chat.once("request", requests.read, chat.args["introduction"])
    told = Text("details-answered", name=read.requester, question=read.question)
    await chat.say(Text("words-below", first=told, words=read.details))


def asked(side: Request) -> Text:
    key = "details-reminder" if side.state == "nudged" else "details-asked"
    return Text(key, need=side.need, question=side.question)
