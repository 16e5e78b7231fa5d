"""Another time for a talk that two agreed on, or none: from `/where` or in own words (P1)."""

from __future__ import annotations

from collections.abc import Sequence

from community import appointments
from community.appointments import Talk
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.appointments import move
from conversations.dialogues.cards import who
from conversations.dialogues.talks import beneath
from conversations.questions import Option
from conversations.texts import Text

MOVE, OFF, KEEP = "move-", "off-", "keep"
"""How the value of an option begins that moves a talk or calls it off; and of one that does not."""


@dialogue("talk-change")
async def talk_change(chat: Chat) -> None:
    """They said that they can't talk then, or would rather talk at another time."""
    coming = await chat.once("coming", appointments.coming)
    talks = [each for each in coming if each.introduction in chat.args["talks"]]
    if not talks:
        return await chat.say(Text("too-late"))
    to = str(chat.args["to"])
    if chat.args["moves"] and len(talks) == 1:
        return await move(chat, talks[0].introduction, to)
    keep = Option(value=KEEP, label=Text("time-keep"), said=("no", "skip", "never_mind"))
    which = await chat.choose("which", beneath(Text("time-change"), talks), [*changes(talks), keep])
    if which == KEEP:
        return await chat.say(Text("time-kept"))
    return await change(chat, which, to)


async def change(chat: Chat, which: str, to: str = "") -> None:
    """Another time, which may be named already, or none: both hear so."""
    if which.startswith(MOVE):
        return await move(chat, int(which.removeprefix(MOVE)), to)
    return await chat.once("off", appointments.cancel, int(which.removeprefix(OFF)))


def changes(talks: Sequence[Talk]) -> list[Option]:
    """Another time for each of them, or none."""
    return [
        Option(value=f"{value}{each.introduction}", label=Text(label, name=who(each.other)))
        for each in talks for value, label in ((MOVE, "where-move"), (OFF, "where-off"))
    ]  # fmt: skip
