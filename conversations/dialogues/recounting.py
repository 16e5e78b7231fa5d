"""After a gathering (P17): its organiser says who came, and sends five points to who did not."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from community import replays
from community.replays import After, Came
from community.scope import Scope
from conversations import left_out
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.gathering_fields import links, points
from conversations.questions import Field, NotUnderstood, Option
from conversations.texts import Exact, Lines, Text


def is_untold(scope: Scope, args: Mapping[str, Any]) -> bool:
    """Whether it can still be said how it went."""
    return replays.is_untold(scope, args["gathering"])


@dialogue("gathering-over", purpose="notice", still=is_untold)
async def over(chat: Chat) -> None:
    await recount(chat, chat.args["gathering"])


async def recount(chat: Chat, gathering: int) -> None:
    """Who came; then what the others should know, if there is anything."""
    told = await chat.once("after", replays.after, gathering)
    missing = await who_was_missing(chat, told)
    came = await chat.once("note", replays.note, gathering, missing)
    await chat.say(Text("attendance-noted", came=came))
    await pass_on(chat, gathering)


async def who_was_missing(chat: Chat, told: After) -> list[int]:
    """The ids of those who had said yes and did not come."""
    everyone = [each.id for each in told.expected]
    question = Text("attendance", title=told.title, count=len(everyone))
    came = await chat.choose_or_say(
        "came", question, CAME, hears=("all_but",), read=all_but(told.expected)
    )
    match came:
        case "all":
            return []
        case "nobody":
            return everyone
        case but if but != "some":
            return [int(each) for each in but.split()]
    options = [
        Option(value=str(each.id), label=Text("gathering-person", name=each.name))
        for each in told.expected
    ]
    missing = await chat.choose_many("missing", Text("attendance-missing"), options)
    return [int(each) for each in missing]


def all_but(expected: Sequence[Came]) -> Callable[[str], str]:
    """A reader for "everyone but Bob": the ids of those who are named, and were expected."""

    def read(words: str) -> str:
        missing = left_out.named(words, [each.name for each in expected])
        if not missing:
            raise NotUnderstood(Text("attendance-who"))
        return " ".join(str(each.id) for each in expected if each.name in missing)

    return read


CAME = [
    Option(value="all", label=Text("attendance-all"), style="primary"),
    Option(value="some", label=Text("attendance-some")),
    Option(value="nobody", label=Text("attendance-nobody")),
]


async def pass_on(chat: Chat, gathering: int) -> None:
    """Five points and a few links, for those who could not be there."""
    absent = await chat.once("absent", replays.absent, gathering)
    if not absent:
        await chat.once("leave", replays.leave, gathering)
        return await chat.say(Text("replay-nobody"))
    question = Text("replay-write", absent=absent)
    if not await chat.confirm("write", question, no=Text("replay-not-this-time")):
        await chat.once("leave", replays.leave, gathering)
        return await chat.say(Text("replay-left"))
    filled = await chat.form("told", Text("replay-form"), FIELDS, read=READ)
    lines = Lines([
        *(Text("replay-point", point=each) for each in filled["points"]),
        *(Text("replay-link-shown", link=Exact(each)) for each in filled["links"]),
    ])  # fmt: skip
    question = Text("replay-preview", absent=absent, lines=lines)
    if not await chat.confirm("sure", question, yes=Text("replay-send"), no=Text("replay-again")):
        await chat.forget("told", "told.points", "told.links", "sure")
    sent = await chat.once("send", replays.send, gathering, filled["points"], filled["links"])
    return await chat.say(Text("replay-sent", sent=sent))


READ = {"points": points, "links": links}
FIELDS = [
    Field(name="points", label=Text("replay-points"), hint=Text("replay-points-hint"),
          kind="long", required=True),
    Field(name="links", label=Text("replay-links"), hint=Text("replay-links-hint"), kind="long"),
]  # fmt: skip
