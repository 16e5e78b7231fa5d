"""A helper's question before deciding, as the requester meets it (P5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from community import details, requests
from community.requests import Request
from community.scope import Scope
from conversations import readers, second_thoughts
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.relayed import safely
from conversations.questions import NotUnderstood
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
    answer = said or await chat.ask_or_skip("details", asked(side), read=for_the_helper(side))
    if met := await chat.once("met", details.met, introduction):
        return await to_whom_one_met(chat, introduction, met, answer)
    if answer is None:
        await chat.once("silent", details.keep_silent, introduction)
        return await chat.say(Text("details-skipped"))
    if second_thoughts.puts_off(answer) and not await chat.confirm(
        "sure", Text("details-sure", words=answer)
    ):
        return await chat.say(Text("details-kept"))
    nameless = not side.requester
    answer = await safely(chat, "details", answer, read=readers.story, nameless=nameless)
    given = await chat.once("give", details.give, introduction, answer)
    return await chat.say(Text("details-given" if given else "details-moved-on"))


def for_the_helper(side: Request) -> Callable[[str], str]:
    """A reader for the answer: whoever needs a moment has it, and the question stays."""

    def read(words: str) -> str:
        if second_thoughts.asks_time(words):
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
