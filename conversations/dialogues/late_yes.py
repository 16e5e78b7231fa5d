"""A yes that a helper writes in words of their own, after their time: it is asked about first."""

from __future__ import annotations

from community import requests
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.answering import accept, can_still_help, goes_on, too_late
from conversations.questions import ACCEPT
from conversations.texts import Text


@dialogue("late-yes", still=can_still_help, late=too_late)
async def late_yes(chat: Chat) -> None:
    """Whether they mean the request that went on without them."""
    introduction = chat.args["introduction"]
    wanted = await chat.once("request", requests.read, introduction)
    question = Text("late-yes", need=wanted.need)
    if not await chat.confirm("means-it", question, place="yielding"):
        return await chat.say(Text("late-yes-no"))
    if not await goes_on(chat, wanted, ACCEPT, "apart"):
        await accept(chat, introduction)
    return None
