"""What the team is told: a role, requests that nobody answered, and faults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any

from community import decisions, proposals, standings
from community.proposals import Candidate
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import who
from conversations.dialogues.under_way import and_when
from conversations.questions import Option
from conversations.texts import Text


@dialogue("appointed", purpose="notice")
async def appointed(chat: Chat) -> None:
    await chat.say(Text("appointed", name=chat.member.name, role=chat.args["role"]))


def waits_for_the_team(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether nobody has found somebody, and it was not withdrawn."""
    return standings.of(scope, about["ask"]).with_team


@dialogue("unanswered", purpose="notice", still=waits_for_the_team)
async def unanswered(chat: Chat) -> None:
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    options = [
        Option(value="propose", label=Text("unanswered-propose"), style="primary"),
        Option(value="leave", label=Text("unanswered-leave")),
    ]
    tried = await chat.once("tried", proposals.tried, chat.args["ask"])
    question = waiting(standing.need, tried, chat.args.get("since"))
    if await chat.choose("what", question, options) == "leave":
        return await chat.say(Text("unanswered-left"))
    return await propose_somebody(chat, standing.id)


def waiting(need: str, tried: list[str], since: str | None) -> Text:
    """The question; in the reminder, `since` when, in ISO."""
    told = who_was_tried(tried)
    if since is None:
        return Text("unanswered", need=need, tried=told)
    return Text("unanswered-again", need=need, tried=told, since=datetime.fromisoformat(since))


async def propose_somebody(chat: Chat, ask_id: int) -> None:
    """Find a member by name, and have them asked: now, or after those who stand in line."""
    helper = await find_somebody(chat, ask_id)
    if helper is None:
        return await chat.say(Text("unanswered-left"))
    now = await chat.once("propose", proposals.propose, ask_id, helper.id)
    if not now:
        return await chat.say(Text("unanswered-in-line", name=helper.name))
    standing = await chat.once("proposed", standings.of, ask_id)
    return await chat.say(and_when(Text("unanswered-proposed", name=helper.name), standing))


@dialogue("settled", purpose="notice", closes=("unanswered", "review"))
async def settled(chat: Chat) -> None:
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    if standing.need:
        await chat.say(Text("unanswered-settled", need=standing.need))


@dialogue("ended-unanswered", purpose="notice", closes=("unanswered", "review"))
async def ended_unanswered(chat: Chat) -> None:
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    if standing.need:
        await chat.say(Text("unanswered-closed", need=standing.need))


@dialogue("ended-by-team", purpose="notice", closes=("unanswered", "review"))
async def ended_by_team(chat: Chat) -> None:
    """One of the team closed it: the others need not look for anybody, and know why."""
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    if standing.need:
        closing = await chat.once("closing", decisions.closing, chat.args["ask"])
        told = Text("unanswered-by-team", need=standing.need, name=who(closing.by),
                    reason=closing.reason)  # fmt: skip
        await chat.say(told)


@dialogue("ended-unread", purpose="notice", closes=("unanswered", "review"))
async def ended_unread(chat: Chat) -> None:
    standing = await chat.once("standing", standings.of, chat.args["ask"])
    if standing.need:
        await chat.say(Text("reports-unread", need=standing.need))


def who_was_tried(names: list[str]) -> Text:
    return (
        Text("unanswered-tried", names=list(map(who, names)))
        if names
        else Text("unanswered-nobody-tried")
    )


async def find_somebody(chat: Chat, ask_id: int) -> Candidate | None:
    question = Text("unanswered-who")
    for n in count(1):
        name = await chat.ask_or_skip(f"who-{n}", question)
        if name is None:
            return None
        found = await chat.once(f"found-{n}", proposals.find, ask_id, name)
        if len(found) == 1 and not found[0].obstacle:
            return found[0]
        question = who_else(name, found)
    return None


def who_else(name: str, found: Sequence[Candidate]) -> Text:
    """Why it can't be the one who was named, and the question again."""
    if len(found) != 1:
        return Text("unanswered-who-again", name=name, found=len(found))
    (named,) = found
    if named.until:
        return Text("unanswered-not-paused", name=named.name, until=named.until)
    return Text(f"unanswered-not-{named.obstacle}", name=named.name)


@dialogue("fault", purpose="notice")
async def fault(chat: Chat) -> None:
    await chat.say(Text("engine-fault", dialogue=chat.args["dialogue"], fault=chat.args["fault"]))
