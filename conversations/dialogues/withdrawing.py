"""A request that is needed no more: it is withdrawn in one's own words, after a yes (P5)."""

from __future__ import annotations

from collections.abc import Sequence

from community import asks, standings
from community.standings import Standing
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Text

KEEP = Option(value="keep", label=Text("withdraw-keep"), said=("no", "skip"))
AGREES = ("yes", "never_mind", "no_longer")
"""What says so again below the question about one, whose answer it is."""


@dialogue("withdraw")
async def withdraw(chat: Chat) -> None:
    """Which one, where there are several; nothing is withdrawn before that."""
    mine = await chat.once("mine", standings.withdrawable)
    if not mine:
        return await chat.say(Text("cancel-nothing"))
    which = await chat.choose("which", asked(mine), options(mine), place="yielding")
    if which == KEEP.value:
        return await chat.say(Text("where-kept"))
    return await take_back(chat, int(which))


def asked(mine: Sequence[Standing]) -> Text:
    return Text("withdraw-which") if len(mine) > 1 else Text("withdraw-sure", need=mine[0].need)


def options(mine: Sequence[Standing]) -> list[Option]:
    return [*[withdrawal(each, said=() if len(mine) > 1 else AGREES) for each in mine], KEEP]


def withdrawal(standing: Standing, *, said: Sequence[str] = ()) -> Option:
    """What withdraws one of them."""
    label = Text("where-withdraw", need=standing.need)
    return Option(value=str(standing.id), label=label, style="danger", said=said)


async def take_back(chat: Chat, ask: int) -> None:
    """It is over, unless somebody has just said yes to it."""
    now = await chat.once("withdraw", asks.withdraw, ask)
    if now.state == "introduced":
        return await chat.say(Text("where-too-late", name=now.helper))
    return await chat.say(Text("where-withdrawn"))
