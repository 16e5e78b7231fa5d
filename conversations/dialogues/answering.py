"""Being asked (P3, P5): the helper decides freely, and owes nobody a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from community import (
    appointments,
    asks,
    corrections,
    details,
    introductions,
    proposals,
    requests,
)
from community.requests import Request
from community.scope import Scope
from conversations import questions, readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.appointments import introduced
from conversations.dialogues.blocking import once_reported
from conversations.dialogues.in_own_words import (
    a_question,
    day_or_whom,
    decided,
    from_when,
    in_own_words,
    said_day,
)
from conversations.dialogues.matchmaking import pick
from conversations.dialogues.relayed import safely
from conversations.dialogues.reporting import report_request
from conversations.dialogues.request_cards import card, opening
from conversations.questions import (
    ACCEPT,
    BETTER,
    DECLINE,
    LATER,
    MORE,
    NO,
    NOT_MINE,
    YES,
    Card,
    Option,
)  # fmt: skip
from conversations.sayings import meaning
from conversations.texts import Text

ANSWERS = [
    Option(value=ACCEPT, label=Text("request-accept"), style="primary"),
    Option(value=MORE, label=Text("request-more")),
    Option(value=LATER, label=Text("request-later")),
    Option(value=DECLINE, label=Text("request-decline")),
    Option(value=NOT_MINE, label=Text("request-else")),
]
"""Five, so that they are buttons on every platform that has any."""
BACK = "back"
"""Out of a side alley: the request is put once more, as it was."""
GO_BACK = Option(value=BACK, label=Text("request-back"), said=("goes_back",))
ELSE = [
    Option(value=NOT_MINE, label=Text("request-not-mine"), said=("not_mine",)),
    Option(value=BETTER, label=Text("request-better")),
    Option(value="report", label=Text("request-report")),
    GO_BACK,
]
FURTHEST = timedelta(days=90)
"""Nobody is told to wait for longer."""

DECIDES = {
    ACCEPT: ("accepts", "glad"), DECLINE: ("declines", "unable"), LATER: ("later",),
    NOT_MINE: ("not_mine", "someone_better"),
}  # fmt: skip
"""What is no question, where one is awaited: by the answer, the lists of its words."""
INSTEAD = ("not_mine", "when", "instead", "decides")
"""What is heard where only a yes or a no is asked for: the answer to the request itself."""
MEANWHILE = [option for option in ANSWERS if option.value != MORE]
"""While the answer to a question is awaited."""


def has_the_request(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the helper still has it in hand, or has accepted and may pick a time to talk."""
    introduction = args["introduction"]
    return introductions.in_hand(scope, introduction) or appointments.is_open(scope, introduction)


def can_still_help(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether the team has it by now and looks for somebody: a yes is as welcome as in time."""
    return asks.may_still_accept(scope, args["introduction"])


def to_somebody_else(scope: Scope, args: Mapping[str, Any]) -> None:
    """It may not be brought to this helper: on to the next."""
    asks.pass_on(scope, introductions.get(scope, args["introduction"]))


def too_late(scope: Scope, args: Mapping[str, Any]) -> Text:
    """Thanks for an answer to what went on without it, and how it did."""
    wanted = requests.read(scope, args["introduction"])
    how = introductions.went_on(scope, args["introduction"])
    return Text(f"request-late-{how}", need=wanted.need) if how else Text("too-late")


@dialogue(
    "request", purpose="solicitation", cancellable=False, closes=("reworded",),
    still=has_the_request, refused=to_somebody_else, late=too_late, reopens=can_still_help,
)  # fmt: skip
async def request(chat: Chat) -> None:
    await chat.once("brought", introductions.brought, chat.args["introduction"])
    wanted = await chat.once("request", requests.read, chat.args["introduction"])
    await decide(chat, wanted, opening(wanted))


@dialogue(
    "reworded", purpose="solicitation", cancellable=False, closes=("request",),
    still=has_the_request, late=too_late, reopens=can_still_help, counts_as="request",
)  # fmt: skip
async def reworded(chat: Chat) -> None:
    """The same, in the requester's new words."""
    wanted = await chat.once("request", requests.read, chat.args["introduction"])
    await decide(chat, wanted, Text("request-reworded", need=wanted.need))


async def decide(chat: Chat, wanted: Request, first: Text) -> None:
    introduction = chat.args["introduction"]
    options = MEANWHILE if wanted.state in {"detailing", "nudged"} else ANSWERS
    answer, said = await answered(chat, wanted, "answer", first, options, card=card(wanted))
    if await goes_on(chat, wanted, answer, "apart"):
        return
    if answer == MORE:
        answer, said = await asked_more(chat, wanted, said)
        if await goes_on(chat, wanted, answer, "part"):
            return
    match answer:
        case questions.ACCEPT:
            await accept(chat, introduction)
        case questions.LATER:
            await not_now(chat, introduction, said)
        case questions.BETTER:
            await somebody_better(chat, introduction, said)
        case questions.DECLINE:
            await decline(chat, introduction, asks.declined)
        case questions.NOT_MINE:
            await somebody_else(chat, introduction, said)


async def accept(chat: Chat, introduction: int) -> None:
    """Both have agreed, and the helper learns who it is."""
    agreed = await chat.once("accept", asks.accepted, introduction)
    await answered_on_pause(chat)
    await introduced(chat, introduction, "request-accepted", agreed.requester)


async def asked_more(chat: Chat, wanted: Request, said: str) -> tuple[str, str]:
    """The helper's question goes to the requester, after a yes if it was `said` below the request;
    their answer to the request, with what they said: meanwhile, or where the question was awaited.
    """
    introduction, question = chat.args["introduction"], said or None
    if not said:
        question = await chat.ask_or_skip(
            "question", Text("request-question"), read=a_question(wanted),
            skip=Text("request-back"),
        )  # fmt: skip
    else:
        sure, instead = await asks_that(chat, said)
        if sure not in {YES, NO}:
            return sure, instead
        question = said if sure == YES else None
    if question is None:
        await chat.forget("answer", "question", "question-sure")
    if answer := meaning(question, DECIDES, chat.member.locale):
        return answer, question
    question = await safely(chat, "question", question, read=readers.story)
    await chat.once("details", details.ask, introduction, question)
    return await answered(chat, wanted, "meanwhile", Text("request-question-sent"), MEANWHILE)


async def asks_that(chat: Chat, question: str) -> tuple[str, str]:
    """Whether their question goes to the requester; or what a helper who has decided by now says
    instead, and with which words."""
    options = [
        Option(value=YES, label=Text("option-yes"), style="primary"),
        Option(value=NO, label=Text("option-no")),
    ]
    given = await chat.choose_or_say(
        "question-sure", Text("request-question-sure", question=question), options,
        hears=INSTEAD, read=decided(DECIDES, chat.member.locale),
    )  # fmt: skip
    answer, _, said = given.partition(" ")
    return answer, said


async def answered(
    chat: Chat, wanted: Request, name: str, question: Text, options: Sequence[Option],
    card: Card | None = None,
) -> tuple[str, str]:  # fmt: skip
    """An option's value, and what was said with it: the day they can, who can do it better, why."""
    hears = ("not_mine", "when", "instead", "why_me", "means")
    given = await chat.choose_or_say(
        name, question, options, card=card, hears=hears, read=in_own_words(wanted)
    )
    answer, _, said = given.partition(" ")
    return answer, said


async def goes_on(chat: Chat, wanted: Request, answer: str, step: str) -> bool:
    """Whether it goes on without this helper, whatever they answer; then they were told.

    It may be of somebody whom they would rather not meet, as they need not know. Of an answer that
    comes too late only a yes counts.
    """
    introduction = chat.args["introduction"]
    if answer != DECLINE and await chat.once(step, introductions.are_apart, introduction):
        await chat.once("decline", asks.passed_by, introduction)
        await chat.say(Text("request-late-elsewhere", need=wanted.need))
        return True
    late = answer != ACCEPT and await chat.once(f"{step}-late", asks.may_still_accept, introduction)
    if late:
        await chat.say(Text("request-late-team", need=wanted.need))
    return late


async def somebody_else(chat: Chat, introduction: int, why: str) -> None:
    """Whoever was asked is not asked why if they said it: that it is not their subject."""
    if why:
        return await decline(chat, introduction, corrections.not_my_subject)
    match await chat.choose("else", Text("request-else-which"), ELSE):
        case questions.BETTER:
            await somebody_better(chat, introduction)
        case "report":
            if not await report_request(chat, introduction):
                await chat.forget("answer", "meanwhile", "else", "report-words")
            await chat.once("decline", asks.declined, introduction)
            await once_reported(chat, introduction)
        case "back":
            await chat.forget("answer", "meanwhile", "else")
        case _:
            await decline(chat, introduction, corrections.not_my_subject)


async def decline(chat: Chat, introduction: int, how: Callable[[Scope, int], None]) -> None:
    await chat.once("decline", how, introduction)
    await answered_on_pause(chat)
    team = await chat.once("with-the-team", asks.with_the_team, introduction)
    await chat.say(Text("request-declined-team" if team else "request-declined"))


async def answered_on_pause(chat: Chat) -> None:
    """Whoever has answered all that was with them as their pause began is not asked about it."""
    if await chat.once("at-peace", asks.at_peace):
        await chat.close("pause")


async def somebody_better(chat: Chat, introduction: int, name: str = "") -> None:
    """The helper names who should be asked instead; without a name, the request is put again."""
    question = Text("better-who")
    for n in count(1):
        named = await pick(chat, f"better-{n}", question, name if n == 1 else "")
        if named is None:
            return await chat.once("again", introductions.bring, introduction)
        if await chat.once(f"suggest-{n}", proposals.suggest, introduction, named.id):
            return await chat.say(Text("better-noted", name=named.name))
        question = Text("better-not")


async def not_now(chat: Chat, introduction: int, said: str = "") -> None:
    now = await chat.now("asked-at")
    options = [
        Option(value=(now + timedelta(days=7)).isoformat(), label=Text("later-week")),
        Option(value=(now + timedelta(days=14)).isoformat(), label=Text("later-fortnight")),
        Option(value=(now + timedelta(days=30)).isoformat(), label=Text("later-month")),
        Option(value=DECLINE, label=Text("request-decline")),
        GO_BACK,
    ]
    read = readers.day(now, chat.member.zone, FURTHEST, Text("request-until-far"))
    answer = said_day(said, read) or await chat.choose_or_say(
        "until", from_when(said, read), options, read=day_or_whom(read)
    )
    if answer.startswith(f"{BETTER} "):
        return await somebody_better(chat, introduction, answer.removeprefix(f"{BETTER} "))
    if answer == BACK:
        await chat.forget("answer", "meanwhile", "until")
    if answer == DECLINE:
        return await decline(chat, introduction, asks.declined)
    until = datetime.fromisoformat(answer)
    await chat.once("postpone", asks.postponed, introduction, until)
    await answered_on_pause(chat)
    return await chat.say(Text("request-postponed", until=until))
