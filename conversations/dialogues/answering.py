"""Being asked (P3, P5): the helper decides freely, and owes nobody a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from community import asks, details, introductions
from community.introductions import Request
from community.scope import Scope
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import why_you
from conversations.questions import Card, Option
from conversations.texts import Text

ANSWERS = [
    Option(value="accept", label=Text("request-accept"), style="primary"),
    Option(value="more", label=Text("request-more")),
    Option(value="later", label=Text("request-later")),
    Option(value="decline", label=Text("request-decline")),
]

MEANWHILE = [option for option in ANSWERS if option.value != "more"]
"""While the answer to a question is awaited."""


def has_the_request(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the helper still has it in hand."""
    return introductions.in_hand(scope, args["introduction"])


@dialogue("request", purpose="solicitation", cancellable=False, still=has_the_request)
async def request(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    wanted = await chat.once("request", introductions.read, introduction)
    answer = await chat.choose("answer", opening(wanted), ANSWERS, card=card(wanted))
    if answer == "more":
        question = await chat.ask("question", Text("request-question"), read=readers.story)
        await chat.once("details", details.ask, introduction, question)
        answer = await chat.choose("meanwhile", Text("request-question-sent"), MEANWHILE)
    match answer:
        case "accept":
            agreed = await chat.once("accept", introductions.accept, introduction)
            await chat.say(Text("request-accepted", name=agreed.requester))
        case "later":
            await not_now(chat, introduction)
        case "decline":
            await chat.once("decline", asks.declined, introduction)
            team = await chat.once("with-the-team", asks.with_the_team, introduction)
            await chat.say(Text("request-declined-team" if team else "request-declined"))


async def not_now(chat: Chat, introduction: int) -> None:
    now = await chat.now("asked-at")
    options = [
        Option(value=(now + timedelta(days=7)).isoformat(), label=Text("later-week")),
        Option(value=(now + timedelta(days=14)).isoformat(), label=Text("later-fortnight")),
        Option(value=(now + timedelta(days=30)).isoformat(), label=Text("later-month")),
    ]
    read = readers.day(now, chat.member.zone)
    answer = await chat.choose_or_say("until", Text("request-until"), options, read=read)
    until = datetime.fromisoformat(answer)
    await chat.once("postpone", asks.postponed, introduction, until)
    await chat.say(Text("request-postponed", until=until))


def opening(wanted: Request) -> Text:
    """The first line: a first request, one put off or asked about, or the one reminder."""
    if wanted.state == "reminded":
        return Text("request-reminder", need=wanted.need)
    if wanted.again:
        return Text("request-again", need=wanted.need)
    if wanted.details:
        return Text("request-details", need=wanted.need)
    if wanted.question:
        return Text("request-no-details", need=wanted.need, question=wanted.question)
    return Text("request-received", need=wanted.need)


def card(wanted: Request) -> Card:
    """The request with its context, and why this helper."""
    lines = [Text("request-context", context=wanted.context)] if wanted.context else []
    if wanted.details:
        lines.append(Text("request-exchange", question=wanted.question, details=wanted.details))
    lines.append(why_you(wanted.kind, wanted.phrases))
    return Card(Text("request-title", need=wanted.need), lines)


@dialogue("withdrawn", purpose="notice", closes=("request",))
async def withdrawn(chat: Chat) -> None:
    wanted = await chat.once("request", introductions.read, chat.args["introduction"])
    if not wanted.need:
        return await chat.say(Text("request-withdrawn-gone"))
    return await chat.say(Text("request-withdrawn", need=wanted.need))


@dialogue("expired", purpose="notice", closes=("request",))
async def expired(chat: Chat) -> None:
    wanted = await chat.once("request", introductions.read, chat.args["introduction"])
    team = await chat.once("with-the-team", asks.with_the_team, chat.args["introduction"])
    await chat.say(Text("request-expired-team" if team else "request-expired", need=wanted.need))
