"""A reader of the news offers to help (P5, P22): the requester decides, then the two meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import requests, wanted
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import NO, YES, Option
from conversations.texts import Text


def is_open(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether there is still something to decide."""
    return wanted.is_open(scope, about["introduction"])


@dialogue("help-offered", purpose="notice", alone=False, still=is_open)
async def help_offered(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    offer = await chat.once("offer", wanted.read, introduction)
    headline = Text("card-headline", headline=offer.headline) if offer.headline else None
    options = [
        Option(value=YES, label=Text("help-offered-yes"), description=headline, style="primary"),
        Option(value=NO, label=Text("help-offered-no")),
    ]
    question = Text("help-offered", name=offer.name, need=offer.need)
    if await chat.choose("agreed", question, options) == NO:
        return await chat.say(Text("help-offered-declined"))
    await chat.once("accept", wanted.accept, introduction)
    return await chat.say(Text("help-offered-met", name=offer.name))


@dialogue("offer-taken", purpose="notice", alone=False)
async def offer_taken(chat: Chat) -> None:
    agreed = await chat.once("agreed", requests.hand_off, chat.args["introduction"])
    await chat.say(Text("offer-taken", name=agreed.requester, need=agreed.need))
