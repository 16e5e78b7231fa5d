"""Somebody new, or back, fits a request that nobody could take (P5, P38): the requester decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from community import second_looks
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.cards import why
from conversations.dialogues.under_way import on_its_way
from conversations.questions import Option
from conversations.texts import Text


def is_open(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether there is still something to decide."""
    return second_looks.is_open(scope, about["introduction"])


@dialogue("second-look", purpose="notice", alone=False, still=is_open)
async def second_look(chat: Chat) -> None:
    introduction = chat.args["introduction"]
    found = await chat.once("found", second_looks.read, introduction)
    reason = why(found.kind, found.phrases, found.meant)
    options = [
        Option(
            value="bring", label=Text("second-look-yes"), description=reason, style="primary",
            said=("yes",),
        ),
        Option(value="leave", label=Text("second-look-no"), said=("no",)),
    ]  # fmt: skip
    news = "second-look-back" if chat.args.get("back") else "second-look"
    question = Text(news, need=found.need, name=found.name)
    if await chat.choose("what", question, options) == "leave":
        return await chat.say(Text("second-look-left"))
    standing = await chat.once("bring", second_looks.bring, introduction)
    return await chat.say(on_its_way(standing) if standing else Text("second-look-late"))
