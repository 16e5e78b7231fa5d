"""Whom somebody meets in a round, and how to reach them, whenever they ask (P18)."""

from __future__ import annotations

from community import relays
from community.rounds import joining, reaching
from community.rounds.reaching import Reached
from conversations import addressing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.rounds import stands
from conversations.texts import Text


@dialogue("round-look")
async def look(chat: Chat) -> None:
    """How they stand in each of these rounds; of a meeting that goes on, how to get in touch."""
    for ritual in chat.args["rituals"]:
        one = await chat.once(f"one-{ritual}", joining.standing, ritual)
        await chat.say(Text("round-look", name=one.name, stands=stands(one)))
        for each in await chat.once(f"ways-{ritual}", reaching.ways, ritual):
            await chat.say(await reached(chat, each))


async def reached(chat: Chat, by: Reached) -> Text:
    """One way to somebody, in words."""
    if by.way != "open":
        return Text(f"round-look-{by.way}")
    other = await chat.once(f"other-{by.introduction}", relays.other_side, by.introduction)
    handle = await chat.once(f"handle-{by.introduction}", addressing.handle, by.introduction)
    return Text("relay-how", name=other.called, first=handle)
