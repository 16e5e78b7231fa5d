"""What a helper reads once a request needs no answer, and puts right of themselves (P5)."""

from __future__ import annotations

from community import asks, corrections, requests, standings
from community.scope import Scope
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Text


@dialogue("correction", purpose="notice")
async def correction(chat: Chat) -> None:
    """It was not the helper's subject: what they say of themselves is theirs to put right."""
    introduction = chat.args["introduction"]
    found = await chat.once("found", corrections.found_by, introduction)
    words = Text("correction", need=found.need, phrases=found.phrases)
    bare = Text("correction-bare", need=found.need)
    options = CORRECTIONS if found.phrases else CORRECTIONS[1:]
    match await chat.choose("what", words if found.phrases else bare, options):
        case "take-off":
            await chat.once("take-off", corrections.take_off, introduction)
            await chat.say(Text("correction-taken-off", phrases=found.phrases))
        case "not-for-this":
            await chat.once("not-for-this", corrections.not_for_this, introduction)
            await chat.say(Text("correction-not-for-this", need=found.need))
        case _:
            await chat.say(Text("correction-kept"))


CORRECTIONS = [
    Option(value="take-off", label=Text("correction-take-off")),
    Option(value="not-for-this", label=Text("correction-no-more")),
    Option(value="keep", label=Text("correction-keep")),
]


@dialogue("withdrawn", purpose="notice", closes=("request", "reworded"))
async def withdrawn(chat: Chat) -> None:
    wanted = await chat.once("request", requests.read, chat.args["introduction"])
    if not wanted.need:
        return await chat.say(Text("request-withdrawn-gone"))
    return await chat.say(Text("request-withdrawn", need=wanted.need))


@dialogue("expired", purpose="notice", closes=("request", "reworded"))
async def expired(chat: Chat) -> None:
    wanted = await chat.once("request", requests.read, chat.args["introduction"])
    key = await chat.once("counts", how_it_goes_on, chat.args["introduction"])
    await chat.say(Text(key, need=wanted.need))


def how_it_goes_on(scope: Scope, introduction_id: int) -> str:
    """What a helper reads whose time is over: whether a yes still counts, and who looks."""
    if not asks.may_still_accept(scope, introduction_id):
        return "request-expired"
    team = standings.of_introduction(scope, introduction_id).team
    return "request-expired-team" if team else "request-expired-alone"
