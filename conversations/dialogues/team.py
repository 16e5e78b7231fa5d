"""The team: messages to it (P30), requests nobody answered, and faults."""

from __future__ import annotations

from itertools import count

from community import asks, notes
from community.notes import Found
from conversations import readers
from conversations.chat import Chat
from conversations.dialogue import dialogue
from conversations.questions import Option
from conversations.texts import Text


@dialogue("team")
async def team(chat: Chat) -> None:
    said = str(chat.args.get("message", ""))
    message = said or await chat.ask("message", Text("team-what"), read=readers.story)
    await chat.once("pass-on", notes.to_the_team, message)
    await chat.say(Text("team-passed-on"))


@dialogue("team-message", purpose="notice", alone=False)
async def team_message(chat: Chat) -> None:
    await chat.say(Text("team-message", name=chat.args["name"], message=chat.args["message"]))


@dialogue("unanswered", purpose="notice")
async def unanswered(chat: Chat) -> None:
    standing = await chat.once("standing", asks.standing, chat.args["ask"])
    options = [
        Option(value="propose", label=Text("unanswered-propose"), style="primary"),
        Option(value="leave", label=Text("unanswered-leave")),
    ]
    tried = await chat.once("tried", asks.tried, chat.args["ask"])
    question = Text("unanswered", need=standing.need, tried=who_was_tried(tried))
    if await chat.choose("what", question, options) == "leave":
        return await chat.say(Text("unanswered-left"))
    helper = await find_somebody(chat)
    if helper is None:
        return await chat.say(Text("unanswered-left"))
    await chat.once("propose", asks.propose, standing.id, helper.id)
    return await chat.say(Text("unanswered-proposed", name=helper.name))


def who_was_tried(names: list[str]) -> Text:
    return Text("unanswered-tried", names=names) if names else Text("unanswered-nobody-tried")


async def find_somebody(chat: Chat) -> Found | None:
    question = Text("unanswered-who")
    for n in count(1):
        name = await chat.ask_or_skip(f"who-{n}", question)
        if name is None:
            return None
        found = await chat.once(f"found-{n}", notes.find, name)
        if len(found) == 1:
            return found[0]
        question = Text("unanswered-who-again", name=name, found=len(found))
    return None


@dialogue("fault", purpose="notice")
async def fault(chat: Chat) -> None:
    await chat.say(Text("engine-fault", dialogue=chat.args["dialogue"], fault=chat.args["fault"]))
