"""The channel in which `/ritual` was used, or that it named: a place for a ritual, if it can be."""

from __future__ import annotations

from community import places
from conversations.chat import Chat
from conversations.incoming import Spot
from conversations.texts import Text


def spot(chat: Chat) -> Spot | None:
    """The channel that the command may be about, as the platform told of it."""
    kept = chat.args.get("spot")
    return Spot.of(kept) if kept else None


def words(chat: Chat) -> str:
    """What followed the command, without the channel's name."""
    said, where = str(chat.args.get("what", "")), spot(chat)
    if where is None:
        return said
    named = where.title.casefold()
    return " ".join(each for each in said.split() if each.casefold() != named)


async def here(chat: Chat) -> None:
    """Know the channel from now on; where the bot can't write in it, say what is missing."""
    where = spot(chat)
    if where is None:
        return
    if where.lacks:
        missing = [Text(each) for each in where.lacks]
        return await chat.say(Text("ritual-place-lacks", place=where.title, missing=missing))
    await chat.once("here", places.know, where.id, where.title)
