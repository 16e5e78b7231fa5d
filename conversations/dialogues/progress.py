"""Telling the requester what happens to the request, at every step (P5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import asks, followups, introductions, requests, rooms, standings, times
from community.lives import BUDDY
from community.requests import HandOff
from community.scope import Scope
from community.standings import Standing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.appointments import card
from conversations.dialogues.cards import who
from conversations.dialogues.stands import moves_on
from conversations.dialogues.under_way import and_when, on_its_way
from conversations.questions import Option
from conversations.texts import Text


@dialogue("progress", purpose="notice")
async def progress(chat: Chat) -> None:
    standing = await chat.once("standing", standings.just_brought, chat.args["ask"])
    if chat.args["why"] == "overdue":
        return await overdue(chat, standing)
    if chat.args["why"] == "unread":
        ended = standing.state == "closed"
        key = "progress-unread-ended" if ended else "progress-unread"
        return await chat.say(Text(key, need=standing.need))
    if standing.with_team:
        return await chat.say(Text(with_the_team(standing, chat.args["why"]), need=standing.need))
    if standing.state in {"review", "closed"}:
        return await chat.say(on_its_way(standing))
    if chat.args["why"] == "reminded":
        return await chat.say(reminded(standing))
    if chat.args["why"] == "undetailed":
        return await chat.say(Text("progress-undetailed", need=standing.need, name=standing.helper))
    key = KEYS.get(chat.args["why"], "progress-next")
    told = Text(key, need=standing.need, name=standing.helper, until=moves_on(standing))
    return await chat.say(and_when(told, standing))


async def overdue(chat: Chat, standing: Standing) -> None:
    """The team is still looking, or nobody was found; without a team there is none to remind."""
    if not standing.with_team:
        key = "progress-unanswered" if standing.team else "progress-alone"
        return await chat.say(Text(key, need=standing.need))
    if standing.found:
        return await chat.say(Text("progress-found", need=standing.need, name=standing.found))
    if standing.team:
        return await chat.say(Text("progress-late", need=standing.need))
    return None


def with_the_team(standing: Standing, why: str) -> str:
    """The team looks now; or nobody does, where there is no team."""
    if not standing.team:
        return "progress-parted-alone" if why == "parted" else "ask-with-nobody"
    return "progress-parted" if why == "parted" else "progress-team"


KEYS = {
    "proposed": "progress-proposed",
    "suggested": "progress-suggested",
    "reviewed": "progress-reviewed",
    "parted": "progress-parted-next",
}
"""What brought it to the next helper, if it was not the one before."""


def reminded(standing: Standing) -> Text:
    """No answer so far: what happens next, and when."""
    told = and_when(Text("progress-reminded", name=standing.helper, need=standing.need), standing)
    if standing.following:
        then = Text("progress-then", until=moves_on(standing), following=standing.following)
    else:
        then = Text("progress-then-team", until=moves_on(standing))
    return Text("two-sentences", first=told, second=then)


def is_postponed(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether there is still something to wait for."""
    return introductions.get(scope, about["introduction"]).state == "postponed"


@dialogue("postponed", purpose="notice", closes=("details",), still=is_postponed)
async def postponed(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    standing = await chat.once("standing", standings.of_introduction, introduction)
    assert standing.due_at is not None
    options = [
        Option(value="wait", label=Text("postponed-wait"), said=("awaits",)),
        Option(value="next", label=Text("postponed-next"), said=("not_waiting", "someone_else")),
    ]
    until = standing.not_before or standing.due_at
    question = Text("postponed-choice", name=standing.helper, until=until)
    if standing.not_before:
        default = Text("postponed-default", until=standing.due_at)
        question = Text("two-sentences", first=question, second=default)
    if await chat.choose("choice", question, options) == "wait":
        await chat.once("wait", asks.wait, introduction)
        return await chat.say(Text("postponed-waiting", until=until))
    now = await chat.once("next", asks.not_waiting, introduction)
    return await chat.say(on_its_way(now))


@dialogue("accepted", purpose="notice", closes=("postponed",))
async def accepted(chat: Chat) -> None:
    """A question of theirs that stands can still be answered, here or where the two now write."""
    agreed = await chat.once("agreed", requests.hand_off, chat.args["introduction"])
    key = "ask-accepted" if agreed.room else "ask-accepted-apart"
    told = Text(key, name=agreed.helper, need=agreed.need)
    if agreed.question:
        asked = Text("ask-accepted-question", question=agreed.question)
        told = Text("two-sentences", first=told, second=asked)
    await chat.say(told)


@dialogue("parted", purpose="notice", closes=("follow-up",))
async def parted(chat: Chat) -> None:
    agreed = await chat.once("agreed", requests.hand_off, chat.args["introduction"])
    if not agreed.need:
        return await chat.say(Text("parted-gone"))
    return await chat.say(Text("parted", need=agreed.need))


@dialogue("moved-on", purpose="notice", closes=("follow-up", "time"))
async def moved_on(chat: Chat) -> None:
    """For who had accepted: the requester has others asked now."""
    met = await chat.once("meeting", followups.meeting, chat.args["introduction"])
    await chat.say(Text("moved-on", name=who(met.other), need=met.need))


@dialogue("needed-no-more", purpose="notice", closes=("follow-up", "time", "time-proposed"))
async def needed_no_more(chat: Chat) -> None:
    """For who had accepted: the requester needs no help any more."""
    met = await chat.once("meeting", followups.meeting, chat.args["introduction"])
    if not met.need:
        return await chat.say(Text("parted-gone"))
    return await chat.say(Text("needed-no-more", name=who(met.other), need=met.need))


@dialogue("introduction", purpose="notice")
async def introduction(chat: Chat) -> None:
    agreed = await chat.once("agreed", requests.hand_off, chat.args["introduction"])
    met_at = await chat.now("met-at")
    for locale in await chat.once("languages", rooms.locales, agreed.room):
        moments = times.proposals(met_at, agreed.zones)
        when = card(Text("introduction-times"), moments, agreed.zones, locale)
        await chat.say(hello(agreed), card=when, locale=locale)
        if agreed.context:
            context = Text("introduction-context", context=agreed.context, name=agreed.requester)
            await chat.say(context, locale=locale)
        if agreed.question:
            asked = Text("introduction-question", name=agreed.helper, question=agreed.question)
            await chat.say(asked, locale=locale)


def hello(agreed: HandOff) -> Text:
    """The first words in the room: somebody asked for help, or the team had the idea."""
    if agreed.kind == BUDDY:
        return Text("introduction-hello-buddy", requester=agreed.requester, helper=agreed.helper)
    if agreed.by:
        return Text(
            "introduction-hello-proposed", requester=agreed.requester, helper=agreed.helper,
            by=agreed.by, reason=agreed.need,
        )  # fmt: skip
    return Text(
        "introduction-hello", requester=agreed.requester, helper=agreed.helper, need=agreed.need
    )
