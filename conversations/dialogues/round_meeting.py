"""A round's groups (P18, P8): the introduction, have you met, how was it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from community import rooms
from community.rounds import linking, telling
from community.rounds.telling import Start, Together
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.dialogues.after import TALKED
from conversations.dialogues.cards import who
from conversations.questions import Option
from conversations.texts import Lines, Text, Until

PLAIN_STARTS = 4
"""Ways to begin for those who have nothing in common that we know of."""


@dialogue("round-hello", purpose="notice")
async def hello(chat: Chat) -> None:
    group = await chat.once("group", telling.group, chat.args["group"])
    for locale in await chat.once("languages", rooms.locales, group.room):
        await chat.say(greeting("round-hello", group), locale=locale)


def goes_on(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether the group still meets."""
    return telling.is_open_to(scope, about["group"])


@dialogue("round-partners", purpose="notice", still=goes_on)
async def partners(chat: Chat) -> None:
    """For a group that shares no space in which it could have a room."""
    group = await chat.once("group", telling.group, chat.args["group"])
    linked = len(group.names) <= linking.MOST
    await chat.say(greeting("round-partners-linked" if linked else "round-partners", group))
    await write(chat, chat.args["group"])


async def write(chat: Chat, group_id: int) -> None:
    """Whom of a circle without a room one would write to; nobody has to say, nor at once."""
    there = await chat.once("reachable", linking.reachable, group_id)
    if not there:
        return
    options = [Option(value=str(each.id), label=Text("round-write", name=each.name))
               for each in there]  # fmt: skip
    chosen = await chat.choose("to", Text("round-write-whom"), options, place="aside")
    if not await chat.once("write", linking.write_to, group_id, int(chosen)):
        await chat.say(Text("too-late"))


def greeting(key: str, group: Together) -> Text:
    starts = Lines([beginning(each, group.number) for each in group.starts])
    hello = Text(key, names=named(group.names), count=len(group.names))
    return Text("round-greeting", hello=hello, starts=starts)


def named(names: Sequence[str]) -> list[str | Text]:
    return [who(each) for each in names]


def beginning(start: Start, number: int) -> Text:
    """A way to begin: what two have for each other, or something that anybody can answer."""
    match start.reason.kind:
        case "gives":
            return Text("round-start-gives", first=start.first, second=start.second,
                        want=start.reason.want, gift=start.reason.gift)  # fmt: skip
        case "seek":
            return Text("round-start-seek", first=start.first, second=start.second,
                        want=start.reason.want)  # fmt: skip
        case "lived":
            return Text("round-start-lived", first=start.first, second=start.second,
                        gift=start.reason.gift)  # fmt: skip
    return Text(("round-start-1", "round-start-2", "round-start-3", "round-start-4")
                [number % PLAIN_STARTS])  # fmt: skip


@dialogue("round-left-over", purpose="notice")
async def left_over(chat: Chat) -> None:
    name = await chat.once("name", telling.ritual_name, chat.args["ritual"])
    why, until = chat.args["why"] or "nobody", chat.args.get("until")
    if until == "" and why != "unsaid":
        why = "late-alone" if why == "alone" else "late"
    if until:
        at = Until(datetime.fromisoformat(until))
        return await chat.say(Text("round-left-over-yet", name=name, why=Text(WHY[why]), until=at))
    return await chat.say(Text("round-left-over", name=name, why=Text(WHY[why])))


WHY = {
    "alone": "round-left-alone", "language": "round-left-language", "hours": "round-left-hours",
    "nobody": "round-left-nobody", "odd": "round-left-odd", "taken": "round-left-taken",
    "unsaid": "round-left-unsaid", "late": "round-left-late", "late-alone": "round-left-late-alone",
}  # fmt: skip


@dialogue("round-off", purpose="notice")
async def off(chat: Chat) -> None:
    name = await chat.once("name", telling.ritual_name, chat.args["ritual"])
    await chat.say(Text(f"round-off-{chat.args.get('why', 'team')}", name=name))


def is_open(scope: Scope, about: Mapping[str, Any]) -> bool:
    """Whether the round still wants to know."""
    return telling.is_open(scope, about["seat"])


@dialogue("round-midway", purpose="broadcast", still=is_open)
async def midway(chat: Chat) -> None:
    seat = chat.args["seat"]
    names = await chat.once("others", telling.others, seat)
    answer = await chat.choose("met", Text("round-midway", names=named(names)), TALKED)
    await chat.once("tell", telling.met, seat, answer)
    await chat.say(
        Text({"yes": "round-met", "planned": "round-planned"}.get(answer, "round-unmet"))
    )


@dialogue("round-end", purpose="broadcast", closes=("round-midway",), still=is_open)
async def end(chat: Chat) -> None:
    seat = chat.args["seat"]
    names = await chat.once("others", telling.others, seat)
    answer = await chat.choose("liked", Text("round-end", names=named(names)), LIKED)
    await chat.once("tell", telling.liked, seat, answer)
    await chat.say(Text("round-end-unmet" if answer == "unmet" else "round-end-thanks"))


LIKED = [
    Option(value="well", label=Text("round-liked-well"), style="primary", said=("liked",)),
    Option(value="fine", label=Text("round-liked-fine"), said=("liked_fairly",)),
    Option(value="no", label=Text("round-liked-no"), said=("not_liked",)),
    Option(value="unmet", label=Text("round-liked-unmet"), said=("not_talked",)),
]
