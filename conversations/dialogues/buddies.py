"""A buddy for a newcomer (P13): the volunteer is asked, then the newcomer, and both must agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import buddies, matchmaking, requests
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.texts import Text


def waits_for_the_volunteer(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether it is the volunteer who has not answered."""
    return buddies.waits_for(scope, about["introduction"], "offered")


def waits_for_the_newcomer(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether it is the newcomer who has not answered."""
    return buddies.waits_for(scope, about["introduction"], "helper_agreed")


def unheard(scope: Scope, about: Mapping[str, Any]) -> None:
    """It may not be brought to them now: the next time somebody else is asked."""
    buddies.unheard(scope, about["introduction"])


@dialogue(
    "buddy-request", purpose="solicitation", cancellable=False, still=waits_for_the_volunteer,
    refused=unheard,
)  # fmt: skip
async def buddy_request(chat: Chat) -> None:
    if await is_willing(chat, Text("buddy-request")):
        await chat.once("accept", buddies.accept, chat.args["introduction"])
        return await chat.say(Text("buddy-accepted"))
    await chat.once("decline", matchmaking.decline, chat.args["introduction"])
    return await chat.say(Text("buddy-declined"))


@dialogue(
    "buddy-offer", purpose="solicitation", cancellable=False, still=waits_for_the_newcomer,
    refused=unheard, suggestion=True,
)  # fmt: skip
async def buddy_offer(chat: Chat) -> None:
    if await is_willing(chat, Text("buddy-offer", name=chat.member.name)):
        other = await chat.once("agree", matchmaking.agree, chat.args["introduction"])
        met = await chat.once("met", requests.hand_off, chat.args["introduction"])
        return await chat.say(
            Text("proposal-met" if met.room else "proposal-met-apart", name=other or "")
        )
    await chat.once("decline", matchmaking.decline, chat.args["introduction"])
    return await chat.say(Text("proposal-declined"))


async def is_willing(chat: Chat, question: Text) -> bool:
    """Gladly, or not this time: neither needs a reason."""
    return await chat.confirm("willing", question, yes=Text("proposal-yes"), no=Text("proposal-no"))
